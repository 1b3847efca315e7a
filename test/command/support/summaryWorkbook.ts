/** The summary workbook of a batch as the command writes it, with its mark. */
import { markKey, writtenMark } from '../../../src/command/disk/ownMark';
import type { Published } from '../../../src/summary/published';
import { drawWorkbook } from '../../../src/papers/summaryBook';
import { nativePacker } from '../../../src/file/nativePacker';
import { createOwnBook } from '../../../src/file/ownBook';

/** The secret of the installation that tests are. */
const ownSecret = new Uint8Array(32);

export function summaryWorkbook(published: Published, secret = ownSecret): Uint8Array {
  const book = drawWorkbook(createOwnBook(nativePacker), published);
  return Buffer.concat([...book.bytes((parts) => ({ key: markKey, text: writtenMark(parts, secret) }))]);
}

/** The smallest workbook with the mark of an installation, kept as the copies of a batch keep it. */
import { markKey, workbookMark } from '../../../src/command/disk/ownMark';
import { rememberProperty } from '../../../src/file/customProperties';
import { openPackage } from '../../../src/file/workbookPackage';
import { plainWorkbook } from './plainWorkbook';

export function markedWorkbook(secret: Uint8Array): Uint8Array {
  const bytes = plainWorkbook();
  const opened = openPackage(bytes);
  if (typeof opened === 'string') throw new Error(opened);
  return rememberProperty(opened, markKey, workbookMark(bytes, secret)).bytes();
}

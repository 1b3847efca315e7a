/** The open workbook can be had as a file, whatever its size; where Excel gives none, that is a fault. */
import { documentBytes } from '../../src/excel/documentBytes';
import { valueOf } from '../contracts/workbookContract';
import { excelForEachTest } from '../support/excelInNode';
import { formSheet } from './formSheet';

const start = excelForEachTest();

test.each([0, 5, 4 * 1024 * 1024, 4 * 1024 * 1024 + 7])('a file of %i bytes comes whole', async (size) => {
  const file = Uint8Array.from({ length: size }, (_, index) => index % 251);
  await start([formSheet(3, 9)], { file: () => file });
  expect(Buffer.compare(valueOf(await documentBytes()), file)).toBe(0);
  // The copy was given back, so that there can be another.
  expect(valueOf(await documentBytes())).toHaveLength(size);
});

test('where Excel gives no file that is a fault', async () => {
  await start([formSheet(3, 9)]);
  expect(await documentBytes()).toMatchObject({ ok: false, fault: { kind: 'unexpected' } });
});

/** The sample form as a file of its own is the sheet that the pane puts into a workbook, and is known again. */
import { fileOfOwnSheet } from '../../src/file/ownFile';
import { openXlsxWorkbook } from '../../src/file/xlsxWorkbook';
import { isSample } from '../../src/papers/ownPaper';
import { sampleSheet } from '../../src/papers/sampleSheet';
import { valueOf } from '../contracts/workbookContract';

test('its cells are those of the sheet, and it is known as the sample again', async () => {
  const sample = sampleSheet();
  const workbook = valueOf(
    openXlsxWorkbook(fileOfOwnSheet(sample), {
      path: 'sample.xlsx',
    }),
  );
  const sheets = valueOf(await workbook.sheets());
  expect(sheets.map(({ name }) => name)).toEqual([sample.name]);
  const snapshot = valueOf(await workbook.read(sheets[0]!.id));
  const written = sample.rows.map((row) => row.map((cell) => cell ?? null));
  expect(snapshot.values.map((row, at) => row.slice(0, written[at]!.length))).toEqual(written);
  expect(isSample(snapshot)).toBe(true);
  const look = valueOf(workbook.look(sheets[0]!.id));
  expect(look.columnWidths).toHaveLength(sample.columnWidths.length);
});

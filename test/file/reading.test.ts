/** What the file adapter reads from unusual but legal files. */
import { readingLimit } from '../../src/core/sheet/snapshot';
import { generalText } from '../../src/file/numberDisplay';
import { formulaFor } from '../../src/file/sharedFormula';
import { openXlsxWorkbook, type XlsxWorkbook } from '../../src/file/xlsxWorkbook';
import { encodeStoredText, decodeStoredText } from '../../src/file/xml';
import { editOf, valueOf } from '../contracts/workbookContract';
import { rawWorkbook, type RawWorkbook } from '../support/rawWorkbook';

const open = (xml: string, more: Partial<RawWorkbook> = {}): XlsxWorkbook =>
  valueOf(
    openXlsxWorkbook(rawWorkbook({ sheets: [{ name: '表', xml }], ...more }), {
      path: 'reading.xlsx',
    }),
  );

test('each follower of a shared formula has its own text', async () => {
  const workbook = open(
    '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*$A$1+SUM(A$1:A1)</f><v>2</v></c></row>' +
      '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>5</v></c></row></sheetData>',
  );
  const { formulas } = valueOf(await workbook.read());
  expect(formulas).toEqual([
    [null, '=A1*$A$1+SUM(A$1:A1)'],
    [null, '=A2*$A$1+SUM(A$1:A2)'],
  ]);
});

test.each([
  ['A1+LOG10(B2)', 'C3+LOG10(D4)'],
  ['"A1"&A1', '"A1"&C3'],
  ["'A1表'!A1", "'A1表'!C3"],
  ['表A1!B$1', '表A1!D$1'],
  ['SUM(A:B)+SUM($1:2)', 'SUM(C:D)+SUM($1:4)'],
  ['A1.x+TAXES2024', 'A1.x+TAXES2024'],
])('moves the relative references of %s and nothing else', (formula, expected) => {
  expect(formulaFor(formula, { row: 0, column: 0 }, { row: 2, column: 2 })).toBe(expected);
});

test('a cell that an array formula fills is never written', async () => {
  const workbook = open(
    '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row></sheetData>',
  );
  const snapshot = valueOf(await workbook.read());
  const { results } = valueOf(
    await workbook.apply(snapshot.sheetId, { edits: [editOf(snapshot, 'A2', 9)], marks: null }),
  );
  expect(results).toMatchObject([{ outcome: 'refused', now: { value: 4 } }]);
});

test('rows and cells without addresses follow each other', async () => {
  const workbook = open('<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>');
  expect(valueOf(await workbook.read()).values).toEqual([
    [1, 2],
    [3, null],
  ]);
});

test('a used range above the limit is clipped, and its size is told', async () => {
  const last = readingLimit.rows + 10;
  const rows = Array.from(
    { length: last },
    (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${row}</v></c></row>`,
  );
  const workbook = open(`<sheetData>${rows.join('')}<row r="1048576"><c r="DZ1048576"><v>1</v></c></row></sheetData>`);
  const snapshot = valueOf(await workbook.read());
  expect(snapshot.clippedFrom).toEqual({ rows: 1_048_576, columns: 130 });
  expect(snapshot.values).toHaveLength(readingLimit.rows);
  expect(snapshot.values[0]).toHaveLength(readingLimit.columns);
});

test('formats and formatted empty cells do not make a sheet larger', async () => {
  const workbook = open(
    '<sheetData><row r="2"><c r="B2"><v>1</v></c><c r="Z2" s="6"/></row><row r="900"><c r="A900" s="6"/></row></sheetData>',
  );
  expect(valueOf(await workbook.read()).area).toEqual({ top: 1, left: 1, bottom: 1, right: 1 });
});

test('dates and formats with words are displayed as Excel does', async () => {
  const workbook = open('<sheetData><row r="1"><c r="A1" s="5"><v>45000</v></c></row></sheetData>');
  expect(valueOf(await workbook.read()).text).toEqual([['2023年3月15日']]);
});

test('a workbook that counts from 1904 shows its own dates', async () => {
  const workbook = open('<sheetData><row r="1"><c r="A1" s="5"><v>43538</v></c></row></sheetData>', {
    workbookTail: '<workbookPr date1904="1"/>',
  });
  expect(valueOf(await workbook.read()).text).toEqual([['2023年3月15日']]);
});

test.each([
  [0.1 + 0.2, '0.3'],
  [1 / 3, '0.333333333'],
  [87.3, '87.3'],
  [-2.5, '-2.5'],
  [1234567.891234, '1234567.891'],
  [12345678901, '12345678901'],
  [123456789012, '1.23457E+11'],
  [1e-10, '1E-10'],
  [0, '0'],
])('General shows %d as %s', (value, text) => {
  expect(generalText(value)).toBe(text);
});

test('characters that XML cannot hold survive, and text that looks like their marks does too', () => {
  for (const text of ['a\rb', '\u0001', '_x000D_', 'x_x0041_y', '普通']) {
    expect(decodeStoredText(encodeStoredText(text))).toBe(text);
  }
});

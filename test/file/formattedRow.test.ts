/** Rows with formats only: behind the rows that are read, nothing is made of them, and all else is read as without. */
import fc from 'fast-check';
import { readSheetPart } from '../../src/file/sheetPart';
import { SheetReader } from '../../src/file/sheetReader';
import { expectSameAsTagByTag } from '../support/tagByTag';

const limit = 5;

const sheetOf = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const used = (row: number): string => `<row r="${row}"><c r="B${row}"><v>1</v></c></row>`;
const formatted = (row: number): string =>
  `<row r="${row}" s="6" customFormat="1" ht="14.25"><c r="A${row}" s="6"/><c r="B${row}" s="6"/></row>`;
const rowsFrom = (first: number, count: number, row = formatted): string =>
  Array.from({ length: count }, (_, nth) => row(first + nth)).join('');

/** How many tags the reader is handed, each of which is an object. */
function tagsMadeOf(xml: string): number {
  const take = jest.spyOn(SheetReader.prototype, 'take');
  try {
    readSheetPart(xml, limit);
    return take.mock.calls.length;
  } finally {
    take.mockRestore();
  }
}

test.each([
  ['below a form', used(1)],
  ['on a sheet without a value', ''],
])(
  '%s, a thousand more formatted rows are not a tag more, and no cell, row or hidden row is kept of them',
  (_, top) => {
    const few = sheetOf(top + rowsFrom(2, 20));
    const many = sheetOf(top + rowsFrom(2, 1020));
    expect(tagsMadeOf(many)).toBe(tagsMadeOf(few));
    const [partOfFew, partOfMany] = [few, many].map((xml) => readSheetPart(xml, limit));
    expect([...partOfMany!.cells.values()]).toHaveLength([...partOfFew!.cells.values()].length);
    expect([...partOfMany!.rows.keys()]).toEqual([...partOfFew!.rows.keys()]);
  },
);

test('hidden rows that no reading reaches are not kept', () => {
  const hidden = (row: number): string => `<row r="${row}" hidden="1"/>`;
  expect(readSheetPart(sheetOf(used(1) + rowsFrom(2, 1000, hidden)), limit)?.hiddenRows).toEqual([1, 2, 3, 4]);
});

test('a value far below formatted rows still counts, and so do the rows below it', () => {
  const part = readSheetPart(sheetOf(used(1) + rowsFrom(2, 100) + used(500)), limit);
  expect(part?.used).toEqual({ top: 0, left: 1, bottom: 499, right: 1 });
  const below = readSheetPart(sheetOf(rowsFrom(1, 100) + used(101) + rowsFrom(102, 100)), limit);
  expect([...below!.rows.keys()]).toEqual([0, 1, 2, 3, 4, 5, 100, 101, 102, 103, 104]);
});

test('a row of more cells than any sheet has is read as well, and breaks nothing', () => {
  const wide = `<row r="12">${'<c r="A12"/>'.repeat(5_000_000)}</row>`;
  const part = readSheetPart(sheetOf(used(1) + rowsFrom(2, 10) + wide + used(13)), limit);
  expect(part?.used?.bottom).toBe(12);
});

/** Rows as programs write them, and such as only look like rows with formats; `@` is the number of the row. */
const odd = [
  '<row r="@"/>',
  '<row r="@" spans="1:9" s="3" x14ac:dyDescent="0.2"/>',
  '<row r="@" hidden="1"><c r="A@" s="3"/></row>',
  '<row r="@" hidden="true" />',
  '<row r="@"><c r="A@" s="3" t="n" /><c r="B@"></c></row>',
  '<row r="@"><c r="A@" s="3"><v>2</v></c></row>',
  '<row r="@"><c r="A@" s="3"/><c r="C@"><f>1+1</f><v>2</v></c></row>',
  '<row r="@"><c r="A3" s="3"/></row>',
  '<row r="@"><c r="ZZZ@" s="3"/></row>',
  '<row r="@"><c r="A@" s="99999"/></row>',
  '<row r="@"><c r="A@" s="3"/>',
  '<row r="@"><c r="A@" s="3"/></col>',
  '<row r="@"><c r="A@" s="3"/></row></row>',
  '<row r="@" s="3><c r="A@" s="3"/></row>',
  '<row r="0@"><c r="A@"/></row>',
  '<row r="9999999"/>',
  '<row r="0"/>',
  '<row r="@" ht=">"/>',
  '<row r="@" ht="<"/>',
  "<row r='@'/>",
  '<row s="3" r="@"/>',
  '<row/>',
  '<c r="A@" s="3"/>',
];

/** The rows, numbered from a first one on. */
const numbered = (rows: readonly string[], first: number): string =>
  rows.map((row, nth) => row.replaceAll('@', String(first + nth))).join('');

test.each(odd)('%s', (row) => {
  for (const top of ['', used(1), used(40)]) {
    expectSameAsTagByTag(sheetOf(top + rowsFrom(2, 10) + numbered([row, row], 12) + used(14) + rowsFrom(15, 2)), limit);
  }
});

test('and so does whatever is made of such rows, with a character changed', () => {
  const mutated = fc
    .tuple(
      fc.array(fc.constantFrom(...odd), { minLength: 1, maxLength: 6 }),
      fc.nat(),
      fc.constantFrom('<', '>', '/', '"', "'", '=', '&', ' ', '0', 'A', 'c'),
      fc.constantFrom('', used(1)),
    )
    .map(([rows, place, character, top]) => {
      const text = numbered(rows, 12);
      const at = place % text.length;
      return sheetOf(top + rowsFrom(2, 10) + text.slice(0, at) + character + text.slice(at + 1) + used(30));
    });
  fc.assert(
    fc.property(mutated, (xml) => {
      expectSameAsTagByTag(xml, limit);
    }),
    { numRuns: 500 },
  );
});

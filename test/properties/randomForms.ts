/** Random sheets and random plans for them: everything a form may hold, and everything a plan may ask for. */
import fc from 'fast-check';
import type { Plan } from '../../src/core/report/edit';
import { areaToA1, fromA1, toA1, type Area } from '../../src/core/sheet/cellRef';
import type { Snapshot } from '../../src/core/sheet/snapshot';
import { editOf, hostileTexts } from '../contracts/workbookContract';
import type { PlainCell, PlainSheet } from '../../src/simulator/model';
import { rawWorkbook } from '../support/rawWorkbook';

const rows = 7;
const columns = 5;
const addresses = Array.from({ length: rows * columns }, (_, index) =>
  toA1({ row: Math.floor(index / columns), column: index % columns }),
);

/** One random cell; formulas are constants, so that their results never change. */
const cell: fc.Arbitrary<PlainCell> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<PlainCell>({}) },
  {
    weight: 4,
    arbitrary: fc.record<PlainCell>({
      value: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((value) => value + 0),
      numberFormat: fc.constantFrom('General', '0.00', '0.00%'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record<PlainCell>({
      value: fc.oneof(
        fc.constantFrom(...hostileTexts),
        fc
          .string({ minLength: 1, unit: 'binary' })
          .map((text) => `说${text.replace(/[\u0000-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, '')}`),
      ),
      numberFormat: fc.constantFrom('General', '@'),
    }),
  },
  { weight: 1, arbitrary: fc.record<PlainCell>({ value: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant<PlainCell>({ numberFormat: '@' }) },
  { weight: 1, arbitrary: fc.constant<PlainCell>({ value: { error: '#N/A' } }) },
  { weight: 2, arbitrary: fc.constant<PlainCell>({ value: 2, formula: '=1+1' }) },
);

const merge: fc.Arbitrary<Area> = fc
  .record({ top: fc.nat(rows - 2), left: fc.nat(columns - 2), down: fc.nat(1), across: fc.nat(1) })
  .filter(({ across, down }) => across + down > 0)
  .map(({ across, down, left, top }) => ({ top, left, bottom: top + down, right: left + across }));

const meets = (one: Area, other: Area): boolean =>
  one.top <= other.bottom && one.bottom >= other.top && one.left <= other.right && one.right >= other.left;

/** A random sheet with merges; covered cells are empty. */
export const randomSheet: fc.Arbitrary<PlainSheet> = fc
  .record({
    cells: fc.array(cell, { minLength: addresses.length, maxLength: addresses.length }),
    merges: fc.array(merge, { maxLength: 4 }),
  })
  .map(({ cells, merges }) => {
    const apart = merges.filter((area, index) => !merges.slice(0, index).some((earlier) => meets(earlier, area)));
    const isCovered = (address: string): boolean => {
      const { column, row } = fromA1(address);
      return apart.some(
        (area) =>
          row >= area.top &&
          row <= area.bottom &&
          column >= area.left &&
          column <= area.right &&
          (row !== area.top || column !== area.left),
      );
    };
    const held = cells.flatMap((plain, index) => {
      const address = addresses[index] ?? '';
      return isCovered(address) || Object.keys(plain).length === 0 ? [] : [[address, plain] as const];
    });
    return { id: '{1}', name: '表', cells: Object.fromEntries(held), merges: apart.map(areaToA1) };
  });

/** What a random plan asks for: some of the cells, with stale views of some of them. */
export interface Wish {
  readonly address: string;
  readonly after: string | number;
  readonly isStale: boolean;
}

export const randomWishes: fc.Arbitrary<readonly Wish[]> = fc.uniqueArray(
  fc.record({
    // Beside and below the form too.
    address: fc.constantFrom(...addresses, 'G2', 'A9', 'C12'),
    after: fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((value) => value + 0),
      fc.constantFrom(...hostileTexts, '', '说明\n复核提示：甲'),
    ),
    isStale: fc.boolean().chain((first) => (first ? fc.boolean() : fc.constant(false))),
  }),
  { selector: ({ address }) => address, maxLength: 20 },
);

export const randomMarks: fc.Arbitrary<readonly string[]> = fc.uniqueArray(fc.constantFrom(...addresses), {
  maxLength: 12,
});

/** The plan for a sheet as it was read. */
export function planOf(snapshot: Snapshot, wishes: readonly Wish[], marked: readonly string[]): Plan {
  const edits = wishes.map(({ address, after, isStale }) => {
    const edit = editOf(snapshot, address, after);
    return isStale ? { ...edit, before: { ...edit.before, value: '别人看到的' } } : edit;
  });
  const [grave, rest] = [marked.slice(0, marked.length / 2), marked.slice(marked.length / 2)];
  return {
    sheetId: snapshot.sheetId,
    edits,
    sumBefore: null,
    marks: [
      { severity: 'P0' as const, cells: grave.map(fromA1) },
      { severity: 'P2' as const, cells: rest.map(fromA1) },
    ],
  };
}

const styleOf: Readonly<Record<string, number>> = { General: 0, '0.00': 1, '0.00%': 2, '@': 4 };
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-F]{4}_)/gu, '_x005F_')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/\t/gu, '&#9;');

/** The sheet as the bytes of a workbook, with a second sheet that nothing touches. */
export function bytesOf({ cells = {}, merges = [] }: PlainSheet): Uint8Array {
  const element = (address: string): string => {
    const { formula, numberFormat = 'General', value = null } = cells[address] ?? {};
    const head = `<c r="${address}" s="${styleOf[numberFormat] ?? 0}"`;
    if (formula !== undefined) return `${head}><f>${formula.slice(1)}</f><v>${value as number}</v></c>`;
    if (value === null) return `${head}/>`;
    if (typeof value === 'number') return `${head}><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `${head} t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === 'object') return `${head} t="e"><v>${value.error}</v></c>`;
    return `${head} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  };
  const lines = Array.from({ length: rows }, (_, row) => {
    const inRow = addresses.filter((address) => fromA1(address).row === row && cells[address]);
    return inRow.length === 0 ? '' : `<row r="${row + 1}">${inRow.map(element).join('')}</row>`;
  });
  const merged = merges.map((area) => `<mergeCell ref="${area}"/>`).join('');
  const xml =
    `<sheetData>${lines.join('')}</sheetData>` +
    (merged === '' ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`) +
    '<conditionalFormatting sqref="B2"><cfRule type="expression" dxfId="0" priority="1"><formula>B2&gt;10</formula></cfRule></conditionalFormatting>';
  const other = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
  return rawWorkbook({
    sheets: [
      { name: '表', xml },
      { name: '别的表', xml: other },
    ],
  });
}

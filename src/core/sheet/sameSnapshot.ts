/** Whether two readings of a sheet found the same. */
import type { Area } from './cellRef';
import type { CellValue, Snapshot } from './snapshot';

/** Whether two cells hold the same. */
export const isSameValue = (one: CellValue, other: CellValue): boolean =>
  Object.is(one, other) ||
  (typeof one === 'object' &&
    typeof other === 'object' &&
    one?.error === other?.error &&
    one !== null &&
    other !== null);

/** Whether two areas are one; none is the same as none. */
export const isSameArea = (one: Area | null, other: Area | null): boolean =>
  one?.top === other?.top && one?.left === other?.left && one?.bottom === other?.bottom && one?.right === other?.right;

function isSameList<Item>(
  one: readonly Item[],
  other: readonly Item[],
  isSame: (one: Item, other: Item) => boolean = Object.is,
): boolean {
  return one.length === other.length && one.every((item, index) => isSame(item, other[index] as Item));
}

function isSameTable<Item>(
  one: readonly (readonly Item[])[],
  other: readonly (readonly Item[])[],
  isSame?: (one: Item, other: Item) => boolean,
): boolean {
  return isSameList(one, other, (row, otherRow) => isSameList(row, otherRow, isSame));
}

/** What is not a list, so that a field that is added is not forgotten here. */
type Plain = Omit<
  Snapshot,
  'area' | 'values' | 'text' | 'formulas' | 'numberFormats' | 'merges' | 'hiddenRows' | 'hiddenColumns'
>;

const plain = ({ clippedFrom, isProtected, mergesUnread, sheetId, sheetName }: Snapshot): string => {
  const fields: Required<Record<keyof Plain, unknown>> = {
    clippedFrom: clippedFrom && [clippedFrom.rows, clippedFrom.columns],
    isProtected,
    mergesUnread: mergesUnread ?? false,
    sheetId,
    sheetName,
  };
  return JSON.stringify(fields);
};

/** Whether a review of the one is a review of the other: everything that was read is the same. */
export function isSameSnapshot(one: Snapshot, other: Snapshot): boolean {
  return (
    plain(one) === plain(other) &&
    isSameArea(one.area, other.area) &&
    isSameTable(one.values, other.values, isSameValue) &&
    isSameTable(one.text, other.text) &&
    isSameTable(one.formulas, other.formulas) &&
    isSameTable(one.numberFormats, other.numberFormats) &&
    isSameList(one.merges, other.merges, isSameArea) &&
    isSameList(one.hiddenRows, other.hiddenRows) &&
    isSameList(one.hiddenColumns, other.hiddenColumns)
  );
}

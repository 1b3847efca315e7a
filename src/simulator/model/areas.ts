/** Areas of a sheet: whole rows and columns, overlaps, sheet names in addresses. */
import { areaFromA1, areaToA1, columnLetters, contains, type Area, type CellRef } from '../../core/sheet/cellRef';
import { sheetSize } from '../../core/sheet/sheetSize';

/** The whole sheet. */
export const wholeSheet: Area = { top: 0, left: 0, bottom: sheetSize.rows - 1, right: sheetSize.columns - 1 };

export const rowsOf = (area: Area): number => area.bottom - area.top + 1;
export const columnsOf = (area: Area): number => area.right - area.left + 1;
export const cellCount = (area: Area): number => rowsOf(area) * columnsOf(area);
export const isWholeColumns = (area: Area): boolean => area.top === 0 && area.bottom === sheetSize.rows - 1;
export const isWholeRows = (area: Area): boolean => area.left === 0 && area.right === sheetSize.columns - 1;

/** The area of one cell. */
export const areaOfCell = ({ row, column }: CellRef): Area => ({ top: row, left: column, bottom: row, right: column });

/** Whether the area lies on the sheet. */
export function isOnSheet({ top, left, bottom, right }: Area): boolean {
  return (
    top >= 0 && left >= 0 && bottom < sheetSize.rows && right < sheetSize.columns && top <= bottom && left <= right
  );
}

/** What two areas have in common, or null. */
export function overlap(first: Area, second: Area): Area | null {
  const area = {
    top: Math.max(first.top, second.top),
    left: Math.max(first.left, second.left),
    bottom: Math.min(first.bottom, second.bottom),
    right: Math.min(first.right, second.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}

/** The smallest area around both. */
export function around(first: Area, second: Area): Area {
  return {
    top: Math.min(first.top, second.top),
    left: Math.min(first.left, second.left),
    bottom: Math.max(first.bottom, second.bottom),
    right: Math.max(first.right, second.right),
  };
}

/** What is left of an area after another is cut out: up to four areas. */
export function without(area: Area, cut: Area): readonly Area[] {
  const hole = overlap(area, cut);
  if (hole === null) return [area];
  return [
    { ...area, bottom: hole.top - 1 },
    { ...area, top: hole.bottom + 1 },
    { top: hole.top, bottom: hole.bottom, left: area.left, right: hole.left - 1 },
    { top: hole.top, bottom: hole.bottom, left: hole.right + 1, right: area.right },
  ].filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
}

/** The cells of an area, row by row. */
export function* cellsInArea({ top, left, bottom, right }: Area): Generator<CellRef> {
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) yield { row, column };
  }
}

/** Whether one of the areas contains the cell. */
export const anyContains = (areas: readonly Area[], cell: CellRef): boolean =>
  areas.some((area) => contains(area, cell));

/** An area in A1: whole columns as "A:C", whole rows as "2:3". */
export function toAddress(area: Area): string {
  if (isWholeColumns(area)) return `${columnLetters(area.left)}:${columnLetters(area.right)}`;
  if (isWholeRows(area)) return `${area.top + 1}:${area.bottom + 1}`;
  return areaToA1(area);
}

/** A sheet's name as it stands in an address, quoted where Excel quotes it. */
export function sheetInAddress(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/u.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** An address taken apart; `sheet` is null where it names none. */
export interface ParsedAddress {
  readonly sheet: string | null;
  readonly area: Area;
}

/**
 * Reads one address: "B2", "A1:C3", "A:C", "2:3", each with or without a sheet's name.
 *
 * @throws RangeError when the text is no address.
 */
export function parseAddress(address: string): ParsedAddress {
  const mark = address.lastIndexOf('!');
  const sheet =
    mark < 0
      ? null
      : address
          .slice(0, mark)
          .replace(/^'([\s\S]*)'$/u, '$1')
          .replaceAll("''", "'");
  const text = address
    .slice(mark + 1)
    .replaceAll('$', '')
    .trim();
  const area = areaFromA1(text);
  if (!isOnSheet(area)) throw new RangeError(`"${address}" is outside the sheet`);
  return { sheet, area };
}

/** Splits a list of addresses at its commas, leaving those in quoted names alone. */
export function splitAddresses(list: string): readonly string[] {
  return list.match(/(?:'(?:[^']|'')*'|[^,'])+/gu)?.map((part) => part.trim()) ?? [];
}

/** Cell addresses, zero-based inside and A1 for people; both ways, tested once. */

/** A cell by its zero-based row and column on the sheet. */
export interface CellRef {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells; all four edges are zero-based and inside the area. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Column letters of a zero-based column: 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The A1 address of a cell, without a sheet name: { row: 16, column: 8 } → "I17". */
export function toA1({ row, column }: CellRef): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** The A1 address of an area; a single cell is written as one ("I17", not "I17:I17"). */
export function areaToA1({ top, left, bottom, right }: Area): string {
  const first = toA1({ row: top, column: left });
  return top === bottom && left === right ? first : `${first}:${toA1({ row: bottom, column: right })}`;
}

const cellPattern = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/;

/**
 * Reads an A1 address of one cell; a leading sheet name ("'表 1'!B2") and dollar signs are ignored.
 *
 * @throws RangeError when the text is not the address of one cell.
 */
export function fromA1(address: string): CellRef {
  const match = cellPattern.exec(address.slice(address.lastIndexOf('!') + 1));
  if (!match) throw new RangeError(`"${address}" is not a cell address`);
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + (letter.charCodeAt(0) - 64);
  return { row: Number(digits) - 1, column: column - 1 };
}

/**
 * Reads an A1 address of one cell or of a rectangle, in any corner order.
 *
 * @throws RangeError when the text is neither.
 */
export function areaFromA1(address: string): Area {
  const [first = '', second = first] = address.slice(address.lastIndexOf('!') + 1).split(':');
  const from = fromA1(first);
  const to = fromA1(second);
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

/** Whether the cell lies in the area. */
export function contains(area: Area, { row, column }: CellRef): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** Whether two references name the same cell. */
export function sameCell(left: CellRef, right: CellRef): boolean {
  return left.row === right.row && left.column === right.column;
}

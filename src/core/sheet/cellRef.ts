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

/** The last row and the last column of a sheet, zero-based (Excel specifications and limits). */
const lastOfSheet: CellRef = { row: 1_048_575, column: 16_383 };

const rowsPattern = /^\$?([1-9][0-9]{0,6}):\$?([1-9][0-9]{0,6})$/;
const columnsPattern = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;

/**
 * Reads an A1 address of one cell, of a rectangle in any corner order, of whole rows ("13:14") or of whole columns
 * ("H:H"); a leading sheet name and dollar signs are ignored.
 *
 * @throws RangeError when the text is none of them.
 */
export function areaFromA1(address: string): Area {
  const plain = address.slice(address.lastIndexOf('!') + 1).trim();
  const rows = rowsPattern.exec(plain);
  if (rows) return { ...areaFromA1(`A${rows[1] ?? ''}:A${rows[2] ?? ''}`), right: lastOfSheet.column };
  const columns = columnsPattern.exec(plain);
  if (columns) return { ...areaFromA1(`${columns[1] ?? ''}1:${columns[2] ?? ''}1`), bottom: lastOfSheet.row };
  const [first = '', second = first] = plain.split(':');
  const from = fromA1(first);
  const to = fromA1(second);
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

/**
 * Reads a list of areas as Excel writes it, joined by "," or ", ", each with or without a sheet's name ("A1:B4, D1"). A
 * part that names no area ("#REF!", where the cells are gone) covers none and is left out.
 */
export function areasFromA1(list: string): readonly Area[] {
  const parts = list.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
  return parts.flatMap((part) => (isAreaAddress(part) ? [areaFromA1(part)] : []));
}

const areaPattern = /^\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6})?$/;

function isAreaAddress(text: string): boolean {
  const plain = text.slice(text.lastIndexOf('!') + 1).trim();
  return [areaPattern, rowsPattern, columnsPattern].some((pattern) => pattern.test(plain));
}

/** Whether the cell lies in the area. */
export function contains(area: Area, { row, column }: CellRef): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** Whether two references name the same cell. */
export function sameCell(left: CellRef, right: CellRef): boolean {
  return left.row === right.row && left.column === right.column;
}

/** How large a sheet is, and the one number that stands for a cell of it. */
import type { CellRef } from './cellRef';

/** Rows and columns of every sheet (Excel specifications and limits). */
export const sheetSize = { rows: 1_048_576, columns: 16_384 } as const;

/** A number that stands for one cell of a sheet, in reading order: row by row, from left to right. */
export function cellKey({ row, column }: CellRef): number {
  return row * sheetSize.columns + column;
}

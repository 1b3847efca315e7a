/** A sheet as plain data, between whoever read it from one place and whoever puts it into another. */
import type { Area, CellRef } from './cellRef';
import type { CellValue } from './snapshot';

/** A cell that holds something. */
export interface BookCell {
  readonly ref: CellRef;
  readonly value: CellValue;
  /** Without the leading "=". */
  readonly formula?: string;
  /** In en-US codes; General when left out. */
  readonly format?: string;
}

/** A sheet to be put into a workbook that is open: always to be seen, never protected. */
export interface NewSheet {
  readonly name: string;
  readonly cells: readonly BookCell[];
  readonly merges: readonly Area[];
  /** Zero-based. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** In characters of the standard font; null where a column says nothing. */
  readonly columnWidths: readonly (number | null)[];
}

/** A sheet of a workbook. */
export interface BookSheet extends NewSheet {
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  readonly isProtected: boolean;
}

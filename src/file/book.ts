/** A workbook of any format as plain data, between whoever read it and the package that is made of it. */
import type { Area, CellRef } from '../core/sheet/cellRef';
import type { CellValue } from '../core/sheet/snapshot';

/** A cell that holds something. */
export interface BookCell {
  readonly ref: CellRef;
  readonly value: CellValue;
  /** Without the leading "=". */
  readonly formula?: string;
  /** In en-US codes; General when left out. */
  readonly format?: string;
}

/** A sheet. */
export interface BookSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  readonly cells: readonly BookCell[];
  readonly merges: readonly Area[];
  /** Zero-based. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** In characters of the standard font; null where a column says nothing. */
  readonly columnWidths: readonly (number | null)[];
  readonly isProtected: boolean;
}

/** A workbook. */
export interface Book {
  readonly sheets: readonly BookSheet[];
  readonly countsFrom1904: boolean;
}

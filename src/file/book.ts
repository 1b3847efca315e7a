/** A workbook of any format as plain data, between whoever read it and the package that is made of it. */
import type { BookSheet } from '../core/sheet/bookSheet';

export type { BookCell, BookSheet } from '../core/sheet/bookSheet';

/** A workbook. */
export interface Book {
  readonly sheets: readonly BookSheet[];
  readonly countsFrom1904: boolean;
}

/** A table as data: what a page, a worksheet or a pane draws. */
import type { Amount } from './amount';

/** How a column is to be shown. points and money: decimals · ratio: percent · count: whole number. */
export type ColumnKind = 'text' | 'points' | 'money' | 'ratio' | 'count';

/** How a column follows from two others, by their zero-based places; a worksheet writes it as a formula. */
export interface Derived {
  readonly kind: 'quotient' | 'difference';
  readonly of: readonly [number, number];
}

export interface TableColumn {
  readonly title: string;
  readonly kind: ColumnKind;
  readonly derived?: Derived;
}

/** Cells of text columns are words, of all others plain decimal text; null is an empty cell. */
export interface SummaryTable {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Amount[])[];
}

/** A table as data: what a page, a worksheet or a pane draws. Columns are called by their keys, never by their places. */
import type { Amount } from './amount';

/** How a column is to be shown. points and money: decimals · ratio: percent · count: whole number. */
export type ColumnKind = 'text' | 'points' | 'money' | 'ratio' | 'count';

/** How a column follows from two others, by their keys; a worksheet writes it as a formula. */
export interface Derived<Key extends string = string> {
  readonly kind: 'quotient' | 'difference';
  readonly of: readonly [Key, Key];
}

/** What a column is, but for its key. */
export interface ColumnLook<Key extends string = string> {
  readonly title: string;
  readonly kind: ColumnKind;
  readonly derived?: Derived<Key>;
}

export interface TableColumn<Key extends string = string> extends ColumnLook<Key> {
  readonly key: Key;
}

/** The cells of a row by the keys of their columns: of text columns words, of all others plain decimal text; null: empty. */
export type TableRow<Key extends string = string> = Readonly<Record<Key, Amount>>;

export interface SummaryTable<Key extends string = string> {
  readonly title: string;
  readonly columns: readonly TableColumn<Key>[];
  readonly rows: readonly TableRow<Key>[];
}

export const textColumn = (title: string): ColumnLook<never> => ({ title, kind: 'text' });
export const countColumn = (title: string): ColumnLook<never> => ({ title, kind: 'count' });
export const pointsColumn = (title: string): ColumnLook<never> => ({ title, kind: 'points' });
export const moneyColumn = (title: string): ColumnLook<never> => ({ title, kind: 'money' });

/** A ratio: the first column ÷ the second. */
export const quotientColumn = <const Of extends readonly [string, string]>(
  title: string,
  of: Of,
): ColumnLook<Of[number]> => ({
  title,
  kind: 'ratio',
  derived: { kind: 'quotient', of },
});

/** Points: the first column − the second. */
export const differenceColumn = <const Of extends readonly [string, string]>(
  title: string,
  of: Of,
): ColumnLook<Of[number]> => ({
  title,
  kind: 'points',
  derived: { kind: 'difference', of },
});

/** A table of these columns in their order; a row without one of their cells does not compile. */
export function tableOf<Key extends string>(
  title: string,
  looks: Readonly<Record<Key, ColumnLook<NoInfer<Key>>>>,
  rows: readonly TableRow<NoInfer<Key>>[],
): SummaryTable<Key> {
  const columns: TableColumn<Key>[] = [];
  for (const key in looks) columns.push({ key, ...looks[key] });
  return { title, columns, rows };
}

/** The table with its columns in another order. */
export function inOrder<Key extends string>(table: SummaryTable<Key>, order: readonly Key[]): SummaryTable<Key> {
  const columns = order.flatMap((key) => table.columns.filter((column) => column.key === key));
  return { ...table, columns };
}

/** The table without one of its columns. */
export function withoutColumn<Key extends string>(table: SummaryTable<Key>, key: NoInfer<Key>): SummaryTable<Key> {
  return { ...table, columns: table.columns.filter((column) => column.key !== key) };
}

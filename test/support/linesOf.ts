/** The rows of a summary's table as they are drawn: the cells in the order of the columns. */
import type { Amount } from '../../src/summary/amount';
import type { SummaryTable } from '../../src/summary/table';

export function linesOf<Key extends string>({ columns, rows }: SummaryTable<Key>): readonly (readonly Amount[])[] {
  return rows.map((row) => columns.map(({ key }) => row[key]));
}

/** Which columns of an example form tell what it is an example of, so that they fit a narrow pane. */
import { roles } from '../../core/form/roles';
import type { MarkdownBlock } from './markdown';

type Table = Extract<MarkdownBlock, { readonly kind: 'table' }>;

/** Headings of the column that names a row. */
const nameHeadings = new Set([roles.level3.words.plain, roles.level3.words.generic].join(' ').split(' '));

const sameHead = ({ rows: [left = []] }: Table, { rows: [right = []] }: Table): boolean =>
  left.length === right.length && left.every(({ text }, column) => text === right[column]?.text);

/** Whether a column holds another text than the same column of the other form, in a row that both have. */
function differs(table: Table, other: Table, column: number): boolean {
  return table.rows.some((row, place) => {
    const [own, theirs] = [row[column], other.rows[place]?.[column]];
    return own !== undefined && theirs !== undefined && own.text !== theirs.text;
  });
}

/**
 * The columns to show of a table: its names, those with something wrong in them, and those in which it differs from the
 * forms of the same page that have the same columns. All of them where that tells nothing.
 */
export function exampleColumns(table: Table, others: readonly Table[]): readonly number[] {
  const [head = []] = table.rows;
  const all = head.map((_, column) => column);
  const alike = others.filter((other) => other !== table && sameHead(table, other));
  const telling = all.filter(
    (column) =>
      table.rows.some((row) => row[column]?.isFaulty === true) || alike.some((other) => differs(table, other, column)),
  );
  const names = all.filter((column) => nameHeadings.has(head[column]?.text ?? ''));
  if (telling.length === 0 || names.length === 0) return all;
  return all.filter((column) => telling.includes(column) || names.includes(column));
}

/** A summary's table as HTML. */
import { exact } from '../../core/exact';
import { fixedPercentText, type Amount } from '../../summary/amount';
import type { ColumnKind, SummaryTable, TableRow } from '../../summary/table';
import { type Markup, markup } from './markup';

/** Text columns with more than this are given room. */
const long = 24;

/** A figure as a reader expects it: money with thousands separators, ratios as percentages, points as they are. */
export function figureText(kind: ColumnKind, value: string): string {
  if (kind === 'ratio') return fixedPercentText(value);
  if (kind !== 'money') return value;
  const [whole = '', decimals] = exact(value).toFixed().split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

function cell(kind: ColumnKind, given: Amount, link: string | null, blank: string | null): Markup {
  const value = given ?? blank;
  if (value === null) return markup`<td></td>`;
  if (kind === 'text') {
    const shown = link === null ? value : markup`<a href="${link}">${value}</a>`;
    const isSeverity = value === 'P0' || value === 'P1' || value === 'P2';
    return markup`<td class="${isSeverity ? value : value.length > long ? 'long' : 'text'}">${shown}</td>`;
  }
  const shown = figureText(kind, value);
  return markup`<td class="number" data-value="${value}">${link === null ? shown : markup`<a href="${link}">${shown}</a>`}</td>`;
}

export interface TableLinks {
  /** The key of the column that carries the links. */
  readonly column: string;
  /** What leads there where the cell is empty. */
  readonly blank: string;
  /** The address for a row by its zero-based place. */
  to(row: number): string;
}

/** A row of a table as it stands in its page. */
export function rowMarkup(
  { columns }: Pick<SummaryTable, 'columns'>,
  row: TableRow,
  place: number,
  links: TableLinks | null,
): Markup {
  return markup`<tr>${columns.map(({ key, kind }) =>
    links?.column === key
      ? cell(kind, row[key] ?? null, links.to(place), links.blank)
      : cell(kind, row[key] ?? null, null, null),
  )}</tr>\n`;
}

/**
 * The table with its caption; wide ones scroll by themselves and can be reached by keyboard. `tall`: a table of any
 * number of rows, whose head stays in sight.
 */
export function tableMarkup(
  { columns, rows, title }: SummaryTable,
  {
    links = null,
    sortable = false,
    tall = false,
  }: { readonly links?: TableLinks | null; readonly sortable?: boolean; readonly tall?: boolean } = {},
): Markup {
  const head = columns.map((column) => markup`<th scope="col">${column.title}</th>`);
  const body = rows.map((row, down) => rowMarkup({ columns }, row, down, links));
  return markup`<div class="${tall ? 'wide tall' : 'wide'}" role="region" tabindex="0" aria-label="${title}"><table class="${sortable ? 'sortable' : ''}"><caption>${title}</caption><thead><tr>${head}</tr></thead><tbody>\n${body}</tbody></table></div>\n`;
}

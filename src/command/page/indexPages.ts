/** The index of a report of several pages: figures, charts, a search over what it carries, and where everything is. */
import type { Amount } from '../../summary/amount';
import { formsTable, type FormsKey } from '../../summary/rollUpTables';
import type { TableColumn } from '../../summary/table';
import type { Published } from '../../summary/published';
import { nameless } from './formSection';
import { pageEnd, pageStart, section } from './frame';
import { markup, Markup } from './markup';
import { chartSections, longTables, reportStart, tableOr, type LongTable } from './pageOf';
import { bytesOf, pageLink, type ListedPage, type PagePlaces, type ReportPage } from './reportPage';
import { searchScript } from './searchScript';
import { sortScript } from './style';

/** Bytes of the forms that an index carries. */
const mostOfEntries = 3_300_000;

const script = `${sortScript}${searchScript}`;

/** What an index says of a form, in this order; the page of the form stands ahead of them. */
const told: readonly FormsKey[] = [
  ...(['number', 'project', 'department', 'unit', 'stated', 'reviewed', 'grade', 'reviewedGrade'] as const),
  ...(['P0', 'P1', 'P2', 'path', 'sheet'] as const),
];

/** What was written of a report before its index. */
export interface IndexParts {
  readonly shortTables: readonly LongTable[];
  readonly tablePages: readonly (ListedPage & { readonly id: string })[];
  readonly formPages: readonly ListedPage[];
  /** The place in `formPages` by 序号. */
  readonly pageOfForm: readonly number[];
}

type Entry = readonly [page: number, ...cells: Amount[]];

/** The indexes: the report itself, and further ones where there are more forms than one can carry. */
export function* indexPages(published: Published, places: PagePlaces, parts: IndexParts): Generator<ReportPage> {
  const portions = entriesOf(published, parts);
  const { columns } = formsTable(published.rollUp);
  const ranges = portions.map((entries, place): ListedPage => {
    const label = `第 ${entries[0]?.[1] ?? 0}—${entries.at(-1)?.[1] ?? 0} 份`;
    return { name: place === 0 ? places.report : `index-${place + 1}.html`, label };
  });
  for (const [place, range] of ranges.entries()) {
    if (place === 0) continue;
    const others = ranges.map((other, nth) =>
      pageLink(nth === 0 ? `../${encodeURIComponent(other.name)}` : other.name, `查找${other.label}`),
    );
    const body = finder({
      entries: portions[place] ?? [],
      columns,
      formPages: parts.formPages,
      base: '',
      range: range.label,
    });
    const start = markup`${pageStart(`查找${range.label}`, script)}<body><header id="top"><h1>查找${range.label}</h1><nav aria-label="各页"><ul>${others}</ul></nav></header>
<main>
`;
    yield { name: range.name, html: markup`${start}${section('forms', '查找自评表', body)}${pageEnd(script)}`.html };
  }
  yield { name: null, html: firstIndex(published, places, parts, portions[0] ?? [], ranges) };
}

function entriesOf({ rollUp }: Published, { pageOfForm }: IndexParts): readonly (readonly Entry[])[] {
  const portions: Entry[][] = [];
  let bytes = Infinity;
  for (const [place, row] of formsTable(rollUp).rows.entries()) {
    const entry: Entry = [pageOfForm[place + 1] ?? 0, ...told.map((key) => row[key])];
    const more = bytesOf(JSON.stringify(entry)) + 1;
    if (bytes + more > mostOfEntries) {
      portions.push([]);
      bytes = 0;
    }
    portions.at(-1)?.push(entry);
    bytes += more;
  }
  return portions;
}

function firstIndex(
  published: Published,
  { folder }: PagePlaces,
  parts: IndexParts,
  entries: readonly Entry[],
  ranges: readonly ListedPage[],
): string {
  const base = `${encodeURIComponent(folder)}/`;
  const [here, ...others] = ranges;
  const isWhole = others.length === 0;
  const { columns } = formsTable(published.rollUp);
  const furtherIndexes = isWhole
    ? []
    : [markup`<p>另外的：</p><ul>${others.map(({ label, name }) => pageLink(`${base}${name}`, `查找${label}`))}</ul>`];
  const tables = longTables(published).map(({ id, nothing, table, title }) => {
    const pages = parts.tablePages.filter((page) => page.id === id);
    const isHere = parts.shortTables.some((short) => short.id === id);
    return section(
      id,
      title,
      isHere
        ? tableOr(table, nothing)
        : markup`<p>共 ${table.rows.length} 行：</p><ul>${pages.map(({ label, name }) => pageLink(`${base}${name}`, label))}</ul>`,
    );
  });
  const sections = [
    ['forms', '查找自评表'],
    ['pages', '各表复核结果'],
    ['grades', '等级分布'],
    ['problems', '常见问题'],
    ...longTables(published).map(({ id, title }) => [id, title] as const),
  ] as const;
  return markup`${reportStart(published, sections, script)}${[
    section(
      'forms',
      '查找自评表',
      finder({ entries, columns, formPages: parts.formPages, base, range: isWhole ? null : (here?.label ?? null) }),
      ...furtherIndexes,
    ),
    section(
      'pages',
      '各表复核结果',
      markup`<p class="note">每页若干份，各表的结论、得分情况表和问题都在里面。本页和“${folder}”文件夹要放在一起。</p><ol class="pages">${parts.formPages.map(({ label, name }) => pageLink(`${base}${name}`, label))}</ol>`,
    ),
    ...chartSections(published.rollUp),
    ...tables,
  ]}${pageEnd(script)}`.html;
}

interface Finder {
  readonly entries: readonly Entry[];
  readonly columns: readonly TableColumn<FormsKey>[];
  readonly formPages: readonly ListedPage[];
  /** What leads to the folder of the pages. */
  readonly base: string;
  /** The forms that it knows, where not all. */
  readonly range: string | null;
}

/** The search with what it searches; hidden until the script runs. */
function finder({ base, columns, entries, formPages, range }: Finder): Markup {
  const titles = told.map((key) => columns.find((column) => column.key === key));
  const data = {
    columns: ['page', ...told],
    figures: titles.flatMap((column) => (column && column.kind !== 'text' ? [column.key] : [])),
    link: 'project',
    nameless,
    pages: formPages.map(({ name }) => `${base}${name}`),
    entries,
  };
  // Only "<" could end the element that carries it.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return markup`<div id="finder" hidden><p class="search"><label for="search">项目、部门、单位、文件名里的字，可以写几个，用空格分开</label><input id="search" type="search" autocomplete="off"><label><input id="only" type="checkbox"> 只看有 P0 问题的</label></p>
${range === null ? null : markup`<p class="note">这里只查${range}。</p>`}<p id="found" role="status"></p>
<div class="wide tall" role="region" tabindex="0" aria-label="找到的自评表"><table id="results"><caption>找到的自评表</caption><thead><tr>${titles.map((column) => markup`<th scope="col">${column?.title ?? ''}</th>`)}</tr></thead><tbody></tbody></table></div>
<p class="search"><button id="more" type="button" hidden>再列 100 份</button></p></div>
<noscript><p>浏览器不许运行脚本，不能查找；请从“各表复核结果”进入。</p></noscript>
<script type="application/json" id="entries">${new Markup(json)}</script>`;
}

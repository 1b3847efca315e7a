/**
 * A report of many forms as several pages, none of which a browser is slow to open: an index that can be searched, the
 * long tables, and the forms in order. Every page needs nothing but itself; links between them are relative.
 */
import type { SummaryTable } from '../../summary/table';
import { formsTable } from '../../summary/rollUpTables';
import type { Published } from '../../summary/published';
import { formSection, nameless } from './formSection';
import { pageEnd, pageStart, section } from './frame';
import { indexPages } from './indexPages';
import { markup, type Markup } from './markup';
import { longTables, type LongTable } from './pageOf';
import { bytesOf, pageLink, mostBytes, type ListedPage, type PagePlaces, type ReportPage } from './reportPage';
import { sortScript } from './style';
import { rowMarkup, tableMarkup } from './tableMarkup';

/** The pages of a report, the index last; no more than one page of forms is in memory. */
export function* pagedReport(published: Published, places: PagePlaces): Generator<ReportPage> {
  const shortTables: LongTable[] = [];
  const tablePages: (ListedPage & { readonly id: string })[] = [];
  for (const long of longTables(published)) {
    const portions = portionsOf(long.table);
    if (portions.length <= 1 && bytesOf(tableMarkup(long.table).html) <= mostOfTable) {
      shortTables.push(long);
      continue;
    }
    for (const [place, rows] of portions.entries()) {
      const name = `tables-${tablePages.length + 1}.html`;
      const label = portions.length === 1 ? long.title : `${long.title}（${place + 1} / ${portions.length}）`;
      tablePages.push({ id: long.id, name, label });
      yield { name, html: innerPage(label, places, [], tableMarkup({ ...long.table, rows }, { sortable: true })) };
    }
  }
  const pageOfForm: number[] = [];
  const formPages: ListedPage[] = [];
  for (const { html, label, numbers } of pagesOfForms(published, places)) {
    const name = `forms-${formPages.length + 1}.html`;
    for (const number of numbers) pageOfForm[number] = formPages.length;
    formPages.push({ name, label });
    yield { name, html };
  }
  yield* indexPages(published, places, { shortTables, tablePages, formPages, pageOfForm });
}

/** The rows of a table in portions of a page each. */
function portionsOf(table: SummaryTable): readonly SummaryTable['rows'][] {
  const portions: SummaryTable['rows'][number][][] = [];
  let bytes = Infinity;
  for (const row of table.rows) {
    const more = bytesOf(rowMarkup(table, row, 0, null).html);
    if (bytes + more > mostBytes - roomForFrame) {
      portions.push([]);
      bytes = 0;
    }
    portions.at(-1)?.push(row);
    bytes += more;
  }
  return portions;
}

/** Bytes of a long table that still stands in the index. */
const mostOfTable = 200_000;

/** Style sheet, script, head and navigation of a page. */
const roomForFrame = 60_000;

/** A page that is not the index: its title, the way back, neighbours, content. */
function innerPage(
  title: string,
  places: PagePlaces,
  neighbours: readonly Markup[],
  ...content: readonly Markup[]
): string {
  const back = pageLink(`../${encodeURIComponent(places.report)}`, '目录和查找');
  return markup`${pageStart(`${title} · 项目支出绩效自评复核汇总`, sortScript)}<body><a class="skip" href="#main">跳到内容</a>
<header id="top"><h1>${title}</h1><nav aria-label="各页"><ul>${[back, ...neighbours]}</ul></nav></header>
<main id="main">
${content}${pageEnd(sortScript)}`.html;
}

interface FormsPage {
  readonly html: string;
  readonly label: string;
  readonly numbers: readonly number[];
}

/** The forms in order, as many on a page as it holds, each page with its part of the summary. */
function* pagesOfForms(published: Published, places: PagePlaces): Generator<FormsPage> {
  const summary = formsTable(published.rollUp);
  let numbers: number[] = [];
  let sections: Markup[] = [];
  let bytes = 0;
  let page = 1;
  const finished = (isLast: boolean): FormsPage => {
    const [first = 0] = numbers;
    const last = numbers.at(-1) ?? 0;
    const rows = numbers.flatMap((number) => summary.rows[number - 1] ?? []);
    const links = { column: 'project', blank: nameless, to: (row: number) => `#f${numbers[row] ?? 0}` };
    const neighbours = [
      ...(page > 1 ? [pageLink(`forms-${page - 1}.html`, '上一页')] : []),
      ...(isLast ? [] : [pageLink(`forms-${page + 1}.html`, '下一页')]),
    ];
    const html = innerPage(
      `各表复核结果：第 ${first}—${last} 份`,
      places,
      neighbours,
      section('forms', '汇总表', tableMarkup({ ...summary, rows }, { links, sortable: true, tall: true })),
      section('reports', '各表复核结果', ...sections),
    );
    const named = (number: number): string => summary.rows[number - 1]?.project ?? nameless;
    return { html, label: `第 ${first}—${last} 份：${named(first)} … ${named(last)}`, numbers };
  };
  for (const form of published.forms()) {
    const one = formSection(form);
    const row = summary.rows[form.number - 1];
    const more = bytesOf(one.html) + (row ? bytesOf(rowMarkup(summary, row, 0, null).html) + 40 : 0);
    if (numbers.length > 0 && bytes + more > mostBytes - roomForFrame) {
      yield finished(false);
      page += 1;
      [numbers, sections, bytes] = [[], [], 0];
    }
    numbers.push(form.number);
    sections.push(one);
    bytes += more;
  }
  if (numbers.length > 0) yield finished(true);
}

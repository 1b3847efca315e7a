/** The summary as one self-contained page: no network, no script but the one whose hash its policy names. */
import { formsTable, gradesTable, outliersTable, problemsTable, sharedTable } from '../../summary/rollUpTables';
import type { RollUp } from '../../summary/rollUp';
import type { SummaryTable } from '../../summary/table';
import { headFigures, unreadTable, type Published } from '../../summary/published';
import { barChart } from './barChart';
import { formSection, nameless } from './formSection';
import { pageEnd, pageStart, section } from './frame';
import { markup, type Markup } from './markup';
import { sortScript } from './style';
import { figureText, tableMarkup } from './tableMarkup';

const sections = [
  ['forms', '汇总表'],
  ['grades', '等级分布'],
  ['problems', '常见问题'],
  ['shared', '雷同与重复'],
  ['outliers', '需要先看的表'],
  ['unread', '未能复核'],
  ['reports', '各表复核结果'],
] as const;

/** The most problems that the chart shows; the table has all. */
const charted = 12;

const title = '项目支出绩效自评复核汇总';

/** The sentence and figures at the head of a report. */
function reportFigures(published: Published): Markup {
  const { rollUp, time } = published;
  const { budget, executed, rate } = rollUp.totals;
  const money =
    budget === null || executed === null
      ? null
      : markup`<p>全年预算数合计 ${figureText('money', budget)} 万元，全年执行数合计 ${figureText('money', executed)} 万元${rate === null ? '' : `，总执行率 ${figureText('ratio', rate)}`}。</p>`;
  return markup`<h1>${title}</h1><p class="note">${time === null ? '' : `生成时间：${time}。`}自评得分为表内所填；复核得分按规则计算；有指标待评定的表，不给复核得分和等级，只给可核定的得分和允许的范围。</p>
<dl class="figures">${headFigures(published).map(([name, figure]) => markup`<div><dt>${name}</dt><dd>${figure}</dd></div>`)}</dl>${money}
`;
}

/** The start of a report: figures, and where its parts are. */
export function reportStart(
  published: Published,
  parts: readonly (readonly [id: string, title: string])[],
  script: string,
): Markup {
  const [first] = parts;
  return markup`${pageStart(title, script)}<body><a class="skip" href="#${first?.[0] ?? 'top'}">跳到${first?.[1] ?? title}</a>
<header id="top">${reportFigures(published)}<nav aria-label="目录"><ul>${parts.map(([id, name]) => markup`<li><a href="#${id}">${name}</a></li>`)}</ul></nav></header>
<main>
`;
}

/** A table, or the sentence that there is nothing to list. */
export function tableOr(table: SummaryTable, nothing: string): Markup {
  return table.rows.length === 0 ? markup`<p>${nothing}</p>` : tableMarkup(table, { sortable: true });
}

/** 等级分布 and 常见问题, each as a chart and its table. */
export function chartSections(rollUp: RollUp): readonly Markup[] {
  const problems = rollUp.problems.slice(0, charted);
  const grades = barChart(
    '等级分布（份）',
    ['自评', '复核'],
    rollUp.grades.map(({ grade, reviewed, stated }) => ({ label: grade ?? '未评级', values: [stated, reviewed] })),
  );
  const frequent = barChart(
    '常见问题（涉及份数）',
    ['份数'],
    problems.map(({ forms, severity, title: name }) => ({ label: `${severity} ${name}`, values: [forms] })),
  );
  const beside = (chart: Markup, table: SummaryTable): Markup =>
    markup`<div class="charts">${chart}${tableMarkup(table, { sortable: true })}</div>`;
  return [
    section('grades', '等级分布', beside(grades, gradesTable(rollUp))),
    section(
      'problems',
      '常见问题',
      problems.length === 0 ? markup`<p>没有发现问题。</p>` : beside(frequent, problemsTable(rollUp)),
    ),
  ];
}

/** A table that may have any number of rows, and what is said where it has none. */
export interface LongTable {
  readonly id: string;
  readonly title: string;
  readonly table: SummaryTable;
  readonly nothing: string;
}

/** The tables of a report that grow with the number of its forms. */
export function longTables({ rollUp, unread }: Published): readonly LongTable[] {
  return [
    { id: 'shared', title: '雷同与重复', table: sharedTable(rollUp), nothing: '没有发现跨项目的雷同。' },
    {
      id: 'outliers',
      title: '需要先看的表',
      table: outliersTable(rollUp),
      nothing: '没有等级变化，也没有明显偏离其他表的得分和执行率。',
    },
    { id: 'unread', title: '未能复核', table: unreadTable(unread), nothing: '每个文件、每张工作表都已复核。' },
  ];
}

/** The page, piece by piece: a form at a time, so that no more than one is in memory. */
export function* pageOf(published: Published): Generator<string> {
  const { rollUp } = published;
  const byNumber = { column: 'project', blank: nameless, to: (row: number) => `#f${row + 1}` };
  yield reportStart(published, sections, sortScript).html;
  yield section('forms', '汇总表', tableMarkup(formsTable(rollUp), { links: byNumber, sortable: true, tall: true }))
    .html;
  for (const chart of chartSections(rollUp)) yield chart.html;
  for (const { id, nothing, table, title: name } of longTables(published)) {
    yield section(id, name, tableOr(table, nothing)).html;
  }
  yield '<section id="reports"><h2>各表复核结果</h2>\n';
  for (const form of published.forms()) yield formSection(form).html;
  yield `</section>\n${pageEnd(sortScript).html}`;
}

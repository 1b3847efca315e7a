/** The summary as one self-contained page: no network, no script but the one whose hash its policy names. */
import { createHash } from 'node:crypto';
import { conclusion } from '../../papers/conclusion';
import { formsTable, gradesTable, outliersTable, problemsTable, sharedTable } from '../../summary/rollUpTables';
import type { SummaryTable } from '../../summary/table';
import { headFigures, tablesOf, unreadTable, type Published, type PublishedForm } from '../published';
import { barChart } from './barChart';
import { markup, Markup } from './markup';
import { script, style } from './style';
import { figureText, tableMarkup } from './tableMarkup';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

const policy = [
  "default-src 'none'",
  `style-src ${hashOf(style)}`,
  `script-src ${hashOf(script)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const sections = [
  ['forms', '汇总表'],
  ['grades', '等级分布'],
  ['problems', '常见问题'],
  ['shared', '雷同与重复'],
  ['outliers', '需要先看的表'],
  ['unread', '未能复核'],
  ['reports', '各表复核结果'],
] as const;

const nameless = '（未填项目名称）';

/** The most problems that the chart shows; the table has all. */
const charted = 12;

function head(published: Published): Markup {
  const { rollUp, time } = published;
  const { budget, executed, rate } = rollUp.totals;
  const money =
    budget === null || executed === null
      ? null
      : markup`<p>全年预算数合计 ${figureText('money', budget)} 万元，全年执行数合计 ${figureText('money', executed)} 万元${rate === null ? '' : `，总执行率 ${figureText('ratio', rate)}`}。</p>`;
  return markup`<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">
<title>项目支出绩效自评复核汇总</title>
<style>${new Markup(style)}</style></head>
<body><a class="skip" href="#forms">跳到汇总表</a>
<header id="top"><h1>项目支出绩效自评复核汇总</h1><p class="note">${time === null ? '' : `生成时间：${time}。`}自评得分为表内所填；复核得分按规则计算；有指标待评定的表，不给复核得分和等级，只给可核定的得分和允许的范围。</p>
<dl class="figures">${headFigures(published).map(([name, figure]) => markup`<div><dt>${name}</dt><dd>${figure}</dd></div>`)}</dl>${money}
<nav aria-label="目录"><ul>${sections.map(([id, title]) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav></header>
<main>
`;
}

function section(id: string, title: string, ...content: readonly Markup[]): Markup {
  return markup`<section id="${id}"><h2>${title}</h2>\n${content}</section>\n`;
}

/** A table, or the sentence that there is nothing to list. */
function tableOr(table: SummaryTable, nothing: string): Markup {
  return table.rows.length === 0 ? markup`<p>${nothing}</p>` : tableMarkup(table, { sortable: true });
}

function formSection(form: PublishedForm): Markup {
  const { facts, number, path, sheet } = form;
  const tables = tablesOf(form).filter(({ rows }) => rows.length > 0);
  const clean = form.findings.length === 0 ? markup`<p>没有发现问题。</p>` : null;
  return markup`<section class="form" id="f${number}"><h3>${number}. ${facts.project ?? nameless}</h3>
<p class="note">${path} · ${sheet} · ${facts.department ?? '主管部门未填'} · ${facts.unit ?? '实施单位未填'}</p>
<p class="conclusion">${conclusion(facts)}</p>
${tables.map((table) => tableMarkup(table))}${clean}<p class="back"><a href="#top">回到页首</a></p></section>
`;
}

/** The page, piece by piece: a form at a time, so that no more than one is in memory. */
export function* pageOf(published: Published): Generator<string> {
  const { rollUp, unread } = published;
  const byNumber = { column: 'project', blank: nameless, to: (row: number) => `#f${row + 1}` };
  const problems = rollUp.problems.slice(0, charted);
  yield head(published).html;
  yield section('forms', '汇总表', tableMarkup(formsTable(rollUp), { links: byNumber, sortable: true, tall: true }))
    .html;
  const grades = barChart(
    '等级分布（份）',
    ['自评', '复核'],
    rollUp.grades.map(({ grade, reviewed, stated }) => ({ label: grade ?? '未评级', values: [stated, reviewed] })),
  );
  const frequent = barChart(
    '常见问题（涉及份数）',
    ['份数'],
    problems.map(({ forms, severity, title }) => ({ label: `${severity} ${title}`, values: [forms] })),
  );
  const beside = (chart: Markup, table: SummaryTable): Markup =>
    markup`<div class="charts">${chart}${tableMarkup(table, { sortable: true })}</div>`;
  yield section('grades', '等级分布', beside(grades, gradesTable(rollUp))).html;
  yield section(
    'problems',
    '常见问题',
    problems.length === 0 ? markup`<p>没有发现问题。</p>` : beside(frequent, problemsTable(rollUp)),
  ).html;
  yield section('shared', '雷同与重复', tableOr(sharedTable(rollUp), '没有发现跨项目的雷同。')).html;
  yield section(
    'outliers',
    '需要先看的表',
    tableOr(outliersTable(rollUp), '没有等级变化，也没有明显偏离其他表的得分和执行率。'),
  ).html;
  yield section('unread', '未能复核', tableOr(unreadTable(unread), '每个文件、每张工作表都已复核。')).html;
  yield '<section id="reports"><h2>各表复核结果</h2>\n';
  for (const form of published.forms()) yield formSection(form).html;
  yield `</section>\n</main>\n<script>${script}</script></body></html>\n`;
}

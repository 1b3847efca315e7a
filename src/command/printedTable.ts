/** The review as a Chinese table for a terminal. */
import { textWidth } from '../core/sheet/textWidth';
import type { BroughtJson, FileJson, FormJson, IndicatorJson, SheetJson } from './reviewJson';

/** A text on one line, without the control characters by which a hostile cell or file name could command a terminal. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** Cuts a text to a width, and fills it up to that width. */
function fit(text: string, width: number): string {
  const clean = onOneLine(text).replace(/\s+/gu, ' ').trim();
  if (textWidth(clean) <= width) return clean + ' '.repeat(width - textWidth(clean));
  let kept = '';
  for (const character of clean) {
    if (textWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…${' '.repeat(width - 1 - textWidth(kept))}`;
}

const shown = (amount: number | null): string => (amount === null ? '—' : String(amount));

const columns = [
  { title: '单元格', width: 7 },
  { title: '指标', width: 28 },
  { title: '年度指标值', width: 14 },
  { title: '实际完成值', width: 14 },
  { title: '分值', width: 6 },
  { title: '得分', width: 6 },
  { title: '应得', width: 16 },
] as const;

function line(cells: readonly string[]): string {
  return columns
    .map(({ width }, place) => fit(cells[place] ?? '', width))
    .join(' ')
    .trimEnd();
}

const range = ([low, high]: readonly [number, number]): string => (low === high ? String(low) : `${low}–${high}`);

/** The settled score, or that it is open and within which limits. */
function due({ belowHigh, certainty, computed, interval }: IndicatorJson): string {
  if (certainty === 'settled' && computed !== null) return String(computed);
  if (!interval) return '待评定';
  return belowHigh ? `待评定 ${interval[0]}–不足${interval[1]}` : `待评定 ${range(interval)}`;
}

/** The total by the rules; while rows are open what is settled, what is open and what is allowed. */
function byRule({
  allowed,
  computedGrade,
  computedScore,
  openCount,
  openWeight,
  settledScore,
}: FormJson['totals']): string {
  if (openCount === 0) return `按规则 ${shown(computedScore)}（${computedGrade ?? '—'}）`;
  const limits = allowed ? `，允许 ${range(allowed)}` : '';
  return `可核定 ${settledScore}，待评定 ${openWeight}（${openCount} 项）${limits}`;
}

function formLines({ indicators, layoutName, project, round, rubric, totals }: FormJson): readonly string[] {
  return [
    ...(round ? [`  ${round.sentence}`] : []),
    `  项目：${project ?? '—'}　版式：${layoutName}　规则：${rubric.id} 第${rubric.version}版`,
    `  总分：写为 ${shown(totals.statedScore)}，各项之和 ${shown(totals.sumOfScores)}，${byRule(totals)}　分值合计：${shown(totals.weight)}`,
    `  ${line(columns.map(({ title }) => title))}`,
    ...indicators.map((indicator) => {
      const { actual, cell, name, score, target, weight } = indicator;
      return `  ${line([cell, name, target ?? '', actual ?? '', shown(weight), shown(score), due(indicator)])}`;
    }),
  ];
}

function sheetLines({ findings, form, name, skipped }: SheetJson): readonly string[] {
  if (!form) return [`【${name}】${skipped ?? ''}`];
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const summary =
    findings.length === 0 ? '没有发现问题' : `P0 致命 ${count('P0')}，P1 重要 ${count('P1')}，P2 优化 ${count('P2')}`;
  return [
    // A form that was reviewed only in part says so before anything else.
    ...(form.notChecked ? [`【${name}】${form.notChecked.text}`, `  ${summary}`] : [`【${name}】${summary}`]),
    ...formLines(form),
    ...findings.flatMap(({ cells, message, remedy, severity }) => [
      `  ${severity} ${cells.join('、')}：${message}`,
      `     → ${remedy}`,
    ]),
  ];
}

/** What came with the file and whether it was adopted, or null. */
export function broughtLine(brought: BroughtJson | null): string | null {
  if (!brought) return null;
  const { accepted, adopted, applied, columns, decisions, rubrics } = brought;
  const named = [
    ['说明后通过', accepted],
    ['复核决定', decisions],
    ['评分规则', rubrics],
    ['列的对应', columns],
    ['写入记录', applied],
  ] as const;
  const parts = named.flatMap(([name, count]) => (count === 0 ? [] : [`${name} ${count}`]));
  const total = accepted + applied + columns + decisions + rubrics;
  const became = adopted ? '按命令里的 --adopt 采用了（写入记录除外）' : '没有采用';
  return `随文件带来的 ${total} 项（${parts.join('，')}），不是在这台机器上做的，${became}。`;
}

/** The lines for one file. */
export function fileTable({ brought, fault, path, sheets }: FileJson): string {
  const offer = broughtLine(brought);
  const body = fault ? [fault.message] : [...sheets.flatMap(sheetLines), ...(offer === null ? [] : [offer])];
  return [`■ ${path}`, ...body].map(onOneLine).join('\n');
}

/** The tables of the roll-up, as units publish them. */
import { exact, plain, type Exact } from '../core/exact';
import { fixedPercentText, type Amount } from './amount';
import type { Outlier } from './outliers';
import { differenceOf, reviewedGradeOf, type RollUp, type RollUpRow } from './rollUp';
import {
  countColumn,
  differenceColumn,
  moneyColumn,
  pointsColumn,
  quotientColumn,
  type SummaryTable,
  tableOf,
  textColumn,
} from './table';

/** How many kinds of problems the column 主要问题 names. */
const mainProblems = 3;

/** 主要问题: what must hold and does not, the gravest first. */
function mainProblemsOf({ problems }: Pick<RollUpRow, 'problems'>): string {
  const shown = problems.slice(0, mainProblems);
  const rest = problems.length - shown.length;
  const names = shown.map(({ count: times, title }) => (times > 1 ? `${title}（${times}处）` : title)).join('；');
  return rest > 0 ? `${names}；等${problems.length}类` : names;
}

/** The columns of the summary. */
export type FormsKey = keyof typeof formsColumns;

const formsColumns = {
  number: countColumn('序号'),
  project: textColumn('项目名称'),
  department: textColumn('主管部门'),
  unit: textColumn('实施单位'),
  initial: moneyColumn('年初预算数（万元）'),
  budget: moneyColumn('全年预算数（万元）'),
  executed: moneyColumn('全年执行数（万元）'),
  rate: quotientColumn('执行率', ['executed', 'budget']),
  stated: pointsColumn('自评得分'),
  settled: pointsColumn('可核定得分'),
  openCount: countColumn('待评定（项）'),
  openWeight: pointsColumn('待评定分值'),
  low: pointsColumn('允许最低'),
  high: pointsColumn('允许最高'),
  ruled: pointsColumn('按规则得分'),
  reviewed: pointsColumn('复核得分'),
  difference: differenceColumn('复核－自评', ['reviewed', 'stated']),
  grade: textColumn('自评等级'),
  reviewedGrade: textColumn('复核等级'),
  standing: textColumn('复核状态'),
  P0: countColumn('问题P0'),
  P1: countColumn('问题P1'),
  P2: countColumn('问题P2'),
  passed: countColumn('说明后通过（项）'),
  problems: textColumn('主要问题'),
  opinions: textColumn('复核意见'),
  path: textColumn('文件'),
  sheet: textColumn('工作表'),
};

function formsRow(row: RollUpRow): Readonly<Record<FormsKey, Amount>> {
  const { budget, counts, department, executed, grade, initial, path, project } = row;
  const { high, low, openWeight, opinions, rate, reviewed, ruled, settled, sheet, standing, stated, unit } = row;
  return {
    ...{ project, department, unit, initial, budget, executed, rate, stated, reviewed, grade },
    ...{ settled, openWeight, low, high, ruled, standing, opinions, path, sheet },
    passed: String(row.passed),
    openCount: String(row.openCount),
    reviewedGrade: reviewedGradeOf(row),
    number: String(row.number),
    difference: differenceOf(row),
    P0: String(counts.P0),
    P1: String(counts.P1),
    P2: String(counts.P2),
    problems: mainProblemsOf(row),
  };
}

/** 汇总表: a row a form. */
export function formsTable({ rows }: RollUp): SummaryTable<FormsKey> {
  return tableOf('项目支出绩效自评复核汇总表', formsColumns, rows.map(formsRow));
}

type GradesKey = 'grade' | 'stated' | 'reviewed';

/** 等级分布: a row a grade. */
export function gradesTable({ grades }: RollUp): SummaryTable<GradesKey> {
  return tableOf(
    '等级分布',
    { grade: textColumn('等级'), stated: countColumn('自评（份）'), reviewed: countColumn('复核（份）') },
    grades.map(({ grade, reviewed, stated }) => ({
      grade: grade ?? '未评级',
      stated: String(stated),
      reviewed: String(reviewed),
    })),
  );
}

type ProblemsKey = 'title' | 'severity' | 'forms' | 'count';

/** 常见问题: a row a check. */
export function problemsTable({ problems }: RollUp): SummaryTable<ProblemsKey> {
  return tableOf(
    '常见问题',
    {
      title: textColumn('应当做到'),
      severity: textColumn('级别'),
      forms: countColumn('涉及（份）'),
      count: countColumn('问题（处）'),
    },
    problems.map((problem) => ({
      title: problem.title,
      severity: problem.severity,
      forms: String(problem.forms),
      count: String(problem.count),
    })),
  );
}

const listed = (rows: readonly number[]): string => rows.join('、');

type SharedKey = 'kind' | 'text' | 'forms' | 'numbers';

/** 雷同: what forms share word for word. */
export function sharedTable({ duplicates, sharedIndicators, sharedReasons }: RollUp): SummaryTable<SharedKey> {
  const line = (kind: string, words: string, rows: readonly number[]): Readonly<Record<SharedKey, Amount>> => ({
    kind,
    text: words,
    forms: String(rows.length),
    numbers: listed(rows),
  });
  return tableOf(
    '雷同与重复',
    { kind: textColumn('类别'), text: textColumn('内容'), forms: countColumn('份数'), numbers: textColumn('序号') },
    [
      ...duplicates.map(({ isSameProject, rows }) =>
        line(isSameProject ? '同一项目重复报送' : '不同项目整表雷同', '各指标的名称、指标值、完成值全部相同', rows),
      ),
      ...sharedReasons.map(({ rows, text: words }) => line('原因雷同', words, rows)),
      ...sharedIndicators.map(({ rows, text: words }) => line('指标雷同', words, rows)),
    ],
  );
}

/** The one bound that matters: the other may be more than full marks or less than nothing. */
function boundText(
  { high, low, value }: Extract<Outlier, { readonly value: string }>,
  shown: (bound: Exact) => string,
): string {
  return exact(value).lt(low) ? `不低于${shown(exact(low))}` : `不高于${shown(exact(high))}`;
}

function outlierCells(outlier: Outlier): { readonly kind: string; readonly text: string } {
  switch (outlier.kind) {
    case 'grade':
      return { kind: '等级有变', text: `自评“${outlier.from}”，复核“${outlier.to}”` };
    case 'score':
      return {
        kind: '得分离群',
        text: `${outlier.value}分，多数表${boundText(outlier, (score) => `${plain(score.round(2))}分`)}`,
      };
    case 'execution':
      return {
        kind: '执行率离群',
        text: `${fixedPercentText(outlier.value)}，多数表${boundText(outlier, (rate) => fixedPercentText(plain(rate)))}`,
      };
  }
}

type OutliersKey = 'number' | 'project' | 'kind' | 'text';

/** 离群: forms that stand apart. */
export function outliersTable({ outliers, rows }: RollUp): SummaryTable<OutliersKey> {
  return tableOf(
    '需要先看的表',
    {
      number: countColumn('序号'),
      project: textColumn('项目名称'),
      kind: textColumn('类别'),
      text: textColumn('说明'),
    },
    outliers.map((outlier) => ({
      number: String(outlier.row),
      project: rows[outlier.row - 1]?.project ?? null,
      ...outlierCells(outlier),
    })),
  );
}

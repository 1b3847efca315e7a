/** The tables of the roll-up, as units publish them. */
import { exact, plain, type Exact } from '../core/exact';
import { percentText } from './amount';
import type { Outlier } from './outliers';
import { differenceOf, type RollUp, type RollUpRow } from './rollUp';
import type { SummaryTable, TableColumn } from './table';

const text = (title: string): TableColumn => ({ title, kind: 'text' });
const count = (title: string): TableColumn => ({ title, kind: 'count' });
const points = (title: string): TableColumn => ({ title, kind: 'points' });
const money = (title: string): TableColumn => ({ title, kind: 'money' });

/** How many kinds of problems the column 主要问题 names. */
const mainProblems = 3;

/**
 * 主要问题: what must hold and does not, the gravest first.
 * @internal a test counts the kinds
 */
export function mainProblemsOf({ problems }: Pick<RollUpRow, 'problems'>): string {
  const shown = problems.slice(0, mainProblems);
  const rest = problems.length - shown.length;
  const names = shown.map(({ count: times, title }) => (times > 1 ? `${title}（${times}处）` : title)).join('；');
  return rest > 0 ? `${names}；等${problems.length}类` : names;
}

/** 汇总表: forms × sixteen columns. */
export function formsTable({ rows }: RollUp): SummaryTable {
  return {
    title: '项目支出绩效自评复核汇总表',
    columns: [
      count('序号'),
      text('项目名称'),
      text('主管部门'),
      text('实施单位'),
      money('年初预算数（万元）'),
      money('全年预算数（万元）'),
      money('全年执行数（万元）'),
      { title: '执行率', kind: 'ratio', derived: { kind: 'quotient', of: [6, 5] } },
      points('自评得分'),
      points('复核得分'),
      { title: '复核－自评', kind: 'points', derived: { kind: 'difference', of: [9, 8] } },
      text('自评等级'),
      text('复核等级'),
      count('问题P0'),
      count('问题P1'),
      count('问题P2'),
      text('主要问题'),
      text('文件'),
      text('工作表'),
    ],
    rows: rows.map((row) => [
      String(row.number),
      row.project,
      row.department,
      row.unit,
      row.initial,
      row.budget,
      row.executed,
      row.rate,
      row.stated,
      row.reviewed,
      differenceOf(row),
      row.grade,
      row.reviewedGrade,
      String(row.counts.P0),
      String(row.counts.P1),
      String(row.counts.P2),
      mainProblemsOf(row),
      row.path,
      row.sheet,
    ]),
  };
}

/** 等级分布: grades × (grade, by the form, by the review). */
export function gradesTable({ grades }: RollUp): SummaryTable {
  return {
    title: '等级分布',
    columns: [text('等级'), count('自评（份）'), count('复核（份）')],
    rows: grades.map(({ grade, reviewed, stated }) => [grade ?? '未评级', String(stated), String(reviewed)]),
  };
}

/** 常见问题: checks × (title, severity, forms, findings). */
export function problemsTable({ problems }: RollUp): SummaryTable {
  return {
    title: '常见问题',
    columns: [text('应当做到'), text('级别'), count('涉及（份）'), count('问题（处）')],
    rows: problems.map((problem) => [problem.title, problem.severity, String(problem.forms), String(problem.count)]),
  };
}

const listed = (rows: readonly number[]): string => rows.join('、');

/** 雷同: what forms share word for word. */
export function sharedTable({ duplicates, sharedIndicators, sharedReasons }: RollUp): SummaryTable {
  return {
    title: '雷同与重复',
    columns: [text('类别'), text('内容'), count('份数'), text('序号')],
    rows: [
      ...duplicates.map(({ isSameProject, rows }) => [
        isSameProject ? '同一项目重复报送' : '不同项目整表雷同',
        '各指标的名称、指标值、完成值全部相同',
        String(rows.length),
        listed(rows),
      ]),
      ...sharedReasons.map(({ rows, text: words }) => ['原因雷同', words, String(rows.length), listed(rows)]),
      ...sharedIndicators.map(({ rows, text: words }) => ['指标雷同', words, String(rows.length), listed(rows)]),
    ],
  };
}

/** The one bound that matters: the other may be more than full marks or less than nothing. */
function boundText(
  { high, low, value }: Extract<Outlier, { readonly value: string }>,
  shown: (bound: Exact) => string,
): string {
  return exact(value).lt(low) ? `不低于${shown(exact(low))}` : `不高于${shown(exact(high))}`;
}

function outlierCells(outlier: Outlier): readonly [string, string] {
  switch (outlier.kind) {
    case 'grade':
      return ['等级有变', `自评“${outlier.from}”，复核“${outlier.to}”`];
    case 'score':
      return ['得分离群', `${outlier.value}分，多数表${boundText(outlier, (points) => `${plain(points.round(2))}分`)}`];
    case 'execution':
      return [
        '执行率离群',
        `${percentText(outlier.value)}，多数表${boundText(outlier, (rate) => percentText(plain(rate)))}`,
      ];
  }
}

/** 离群: forms that stand apart. */
export function outliersTable({ outliers, rows }: RollUp): SummaryTable {
  return {
    title: '需要先看的表',
    columns: [count('序号'), text('项目名称'), text('类别'), text('说明')],
    rows: outliers.map((outlier) => [
      String(outlier.row),
      rows[outlier.row - 1]?.project ?? null,
      ...outlierCells(outlier),
    ]),
  };
}

import { rollUp } from '../../src/summary/rollUp';
import type { RollUpEntry } from '../../src/summary/rollUpEntry';
import { linesOf } from '../support/linesOf';
import { formsTable, gradesTable, outliersTable, sharedTable } from '../../src/summary/rollUpTables';

const indicator = (name: string, target = '≥95%', actual = '96%') => ({ name, target, actual });

function entry(project: string | null, change: Partial<RollUpEntry> = {}): RollUpEntry {
  return {
    path: `${project ?? '无名'}.xlsx`,
    sheet: '自评表',
    project,
    department: '农业农村局',
    unit: null,
    initial: '10',
    budget: '20',
    executed: '15',
    rate: '0.75',
    stated: '90.1',
    reviewed: '90.2',
    settled: '90.2',
    ruled: '90.2',
    standing: '已复核',
    opinions: '',
    passed: 0,
    openCount: 0,
    openWeight: '0',
    low: '90.2',
    high: '90.2',
    grade: '优',
    reviewedGrade: '优',
    problems: [],
    indicators: [indicator(`${project ?? ''}一`), indicator(`${project ?? ''}二`), indicator(`${project ?? ''}三`)],
    reasons: [],
    ...change,
  };
}

test('sums and means are exact, and count only the forms that have the figure', () => {
  const { totals } = rollUp([
    entry('甲', { budget: '0.1', executed: '0.1' }),
    entry('乙', { budget: '0.2', executed: null, stated: null }),
    entry('丙', { budget: null, executed: '5', reviewed: '90.25' }),
  ]);
  expect(totals).toMatchObject({
    forms: 3,
    budget: '0.3',
    executed: '5.1',
    // Only 甲 states both amounts.
    rate: '1',
    stated: { value: '90.1', forms: 2 },
    // (90.2 + 90.2 + 90.25) ÷ 3 = 90.21666…
    reviewed: { value: '90.22', forms: 3 },
  });
});

test('an empty batch has rows, totals and no means', () => {
  const none = rollUp([]);
  expect(none.rows).toEqual([]);
  expect(none.totals).toMatchObject({ forms: 0, budget: null, rate: null, stated: { value: null, forms: 0 } });
});

test('grades come from the best down, those without a grade last', () => {
  const graded = rollUp([
    entry('甲', { grade: '差', reviewedGrade: '中' }),
    entry('乙', { grade: '优', reviewedGrade: null }),
    entry('丙'),
  ]);
  expect(linesOf(gradesTable(graded))).toEqual([
    ['优', '2', '1'],
    ['中', '0', '1'],
    ['差', '1', '0'],
    ['未评级', '0', '1'],
  ]);
});

const problem = (check: string, severity: 'P0' | 'P1' | 'P2', count: number) => ({
  check,
  title: check,
  severity,
  count,
});

test('problems are counted by severity, and the one that struck most forms comes first', () => {
  const { problems, rows, totals } = rollUp([
    entry('甲', { problems: [problem('a', 'P0', 1), problem('b', 'P1', 9)] }),
    entry('乙', { problems: [problem('a', 'P0', 2), problem('a', 'P2', 1)] }),
  ]);
  expect(rows.map(({ counts }) => counts)).toEqual([
    { P0: 1, P1: 9, P2: 0 },
    { P0: 2, P1: 0, P2: 1 },
  ]);
  expect(totals.counts).toEqual({ P0: 3, P1: 9, P2: 1 });
  expect(problems.map(({ check, count, forms, severity }) => [check, severity, forms, count])).toEqual([
    ['a', 'P0', 2, 3],
    ['b', 'P1', 1, 9],
    ['a', 'P2', 1, 1],
  ]);
});

test('the main problems name three kinds and say how many there are', () => {
  const problems = [problem('甲', 'P0', 2), problem('乙', 'P1', 1), problem('丙', 'P1', 1), problem('丁', 'P2', 1)];
  const all = rollUp([entry('甲', { problems: problems.slice(0, 2) }), entry('乙', { problems })]);
  expect(formsTable(all).rows.map((row) => row.problems)).toEqual(['甲（2处）；乙', '甲（2处）；乙；丙；等4类']);
});

test('whole forms that are alike are told apart by whether they name one project', () => {
  const rows = [indicator('一'), indicator('二'), indicator('三')];
  const { duplicates, sharedIndicators } = rollUp([
    entry('甲', { indicators: rows }),
    entry('乙'),
    entry('丙', { indicators: rows }),
    entry('丁', { indicators: [...rows, indicator('四')] }),
    entry('丁', { indicators: [...rows, indicator('四')] }),
  ]);
  expect(duplicates).toEqual([
    { rows: [1, 3], isSameProject: false },
    { rows: [4, 5], isSameProject: true },
  ]);
  // Of duplicates only the first speaks: 甲 and 丁 share three indicators.
  expect(sharedIndicators.map(({ rows: numbers }) => numbers)).toEqual([
    [1, 4],
    [1, 4],
    [1, 4],
  ]);
});

test('a reason pasted across projects is found whatever its punctuation; short phrases and one project are not', () => {
  const { sharedReasons } = rollUp([
    entry('甲', { reasons: ['受疫情影响，项目进度滞后。', '无偏差'] }),
    entry('乙', { reasons: ['受疫情影响,项目进度滞后', '无偏差'] }),
    entry('丙', { reasons: ['资金下达较晚，年底才支付。'] }),
    entry('丙', { reasons: ['资金下达较晚，年底才支付。'] }),
  ]);
  expect(sharedReasons).toEqual([{ text: '受疫情影响，项目进度滞后。', rows: [1, 2] }]);
});

test('a score or rate beyond the fences stands out, and so does a grade that the review changes', () => {
  const scores = ['90', '91', '91', '92', '92', '93', '93', '94', '60'];
  const summary = rollUp(
    scores.map((reviewed, place) =>
      entry(`项目${place}`, { reviewed, stated: reviewed, ...(place === 2 ? { reviewedGrade: '良' } : {}) }),
    ),
  );
  // Quartiles 91 and 93, so that the fences stand at 88 and 96.
  expect(summary.outliers).toEqual([
    { kind: 'grade', row: 3, from: '优', to: '良' },
    { kind: 'score', row: 9, value: '60', low: '88', high: '96' },
  ]);
  expect(linesOf(outliersTable(summary))[1]).toEqual(['9', '项目8', '得分离群', '60分，多数表不低于88分']);
  const few = rollUp(scores.slice(2).map((reviewed, place) => entry(`项目${place}`, { reviewed })));
  expect(few.outliers).toEqual([]);
});

test('a form with an open row has points that are settled, open and allowed, and neither total nor grade', () => {
  const open = {
    ruled: null,
    openCount: 2,
    openWeight: '30',
    settled: '60',
    low: '60',
    high: '90',
    reviewed: null,
    reviewedGrade: null,
  };
  const summary = rollUp([entry('甲', { stated: '87.3', grade: '良', ...open }), entry('乙')]);
  const [row] = linesOf(formsTable(summary));
  expect(row?.slice(8, 19)).toEqual(['87.3', '60', '2', '30', '60', '90', null, null, null, '良', '待评定']);
  expect(summary.totals).toMatchObject({ openCount: 2, openForms: 1, reviewed: { value: '90.2', forms: 1 } });
  expect(linesOf(gradesTable(summary))).toEqual([
    ['优', '1', '1'],
    ['良', '1', '0'],
    ['待评定', '0', '1'],
  ]);
});

test('the published table has one row a form, and its difference is reviewed minus stated', () => {
  const [row] = linesOf(formsTable(rollUp([entry('甲', { stated: '87.3', reviewed: '97.3' })])));
  expect(row?.slice(0, 9)).toEqual(['1', '甲', '农业农村局', null, '10', '20', '15', '0.75', '87.3']);
  expect(row?.slice(14, 17)).toEqual(['90.2', '97.3', '10']);
  expect(linesOf(sharedTable(rollUp([])))).toEqual([]);
});

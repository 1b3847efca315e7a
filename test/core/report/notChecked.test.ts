/** A form that was reviewed only in part says what was left out and why; one that was reviewed as a whole says nothing. */
import type { NotChecked } from '../../../src/core/report/notChecked';
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { createWords } from '../../../src/words';
import { publishedForms } from '../../forms';
import { snapshotOf } from '../../forms/snapshotOf';

type Row = readonly CellValue[];

function notChecked(rows: readonly Row[]): readonly NotChecked[] {
  const [report] = reviewSnapshot(snapshotOf(rows)).forms;
  if (!report) throw new Error('the fixture is no form');
  return report.notChecked;
}

const title: Row = ['项目支出绩效自评表'];
const funds: readonly Row[] = [
  ['项目资金（万元）', '', '', '年初预算数', '全年预算数（A）', '全年执行数（B）', '分值', '执行率', '得分'],
  ['', '', '年度资金总额', 100, 100, 100, 10, '100.00%', 10],
];
const head: Row = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'];
const whole: readonly Row[] = [
  ['产出指标', '数量指标', '新建桥涵数', '≥10座', '10座', 50, 50, ''],
  ['效益指标', '社会效益指标', '受益人数', '≥500人', '600人', 30, 30, ''],
  ['满意度指标', '满意度指标', '群众满意度', '≥90%', '95%', 10, 10, ''],
];
const total: Row = ['总分', null, null, null, null, 100, 100];
const without = (rows: readonly Row[], column: number): readonly Row[] =>
  rows.map((row) => row.map((value, place) => (place === column ? null : value)));

/** The form with this budget and these expenses, in 万元, and points for a rate that is not written. */
const withFunds = (budget: number, executed: number): readonly Row[] => [
  funds[0]!,
  ['', '', '年度资金总额', budget, budget, executed, 10, null, 10],
  ...[head, ...whole, total],
];

it('nothing is said of a form that was reviewed as a whole', () => {
  expect(notChecked([title, ...funds, head, ...whole, total])).toEqual([]);
});

it.each<[string, readonly Row[], readonly NotChecked[]]>([
  [
    'a form without weights and scores',
    [
      ['转移支付区域（项目）绩效目标自评表'],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '全年完成值', '未完成原因和改进措施'],
      ...whole.map((row) => [...row.slice(0, 5), '']),
    ],
    [{ because: 'no-points', count: 3 }],
  ],
  [
    'a form without weights',
    [
      ['项目自评表'],
      ['一级指标', '二级指标', '三级指标', '年初目标值（A）', '实际完成值（B）', '得分'],
      ...whole.map((row) => [...row.slice(0, 5), 10]),
    ],
    [{ because: 'no-weights', count: 3 }],
  ],
  ['a form without a single score', [title, head, ...without(whole, 6), total], [{ because: 'no-scores', count: 3 }]],
  [
    'a form without a single actual',
    [title, ...funds, head, ...without(whole, 4), total],
    [{ because: 'no-actuals', count: 3 }],
  ],
  [
    'points for a rate without amounts',
    [title, ...without(without(without(funds, 3), 4), 5).map((row, place) => (place === 0 ? (funds[0] ?? []) : row))]
      .map((row, place) => (place === 2 ? ['', '', '年度资金总额', null, null, null, 10, null, 10] : row))
      .concat([head, ...whole, total]),
    [{ because: 'execution', count: 0 }],
  ],
  ['a rate of a budget of zero', [title, ...withFunds(0, 100)], [{ because: 'execution-of-nothing', count: 0 }]],
  ['a rate of 元 under 万元', [title, ...withFunds(100, 1_000_000)], [{ because: 'execution-unfit', count: 0 }]],
])('%s says so', (_, rows, expected) => {
  expect(notChecked(rows)).toEqual(expected);
});

it('rows that stand displaced, or below a heading that is not understood, are counted', () => {
  const of = (name: string): readonly NotChecked[] => {
    const snapshot = publishedForms.find((form) => form.name === name)?.snapshot;
    return snapshot ? (reviewSnapshot(snapshot).forms[0]?.notChecked ?? []) : [];
  };
  expect(of('planning-2023')).toEqual([{ because: 'displaced', count: 9 }]);
  expect(of('xiangyang-hospital-2021')).toEqual([]);
});

it('both languages say it in one sentence', () => {
  const list = [
    { because: 'no-weights', count: 3 },
    { because: 'execution', count: 0 },
  ] as const;
  expect(createWords('zh-CN').notCheckedText(list)).toBe(
    '只复核了一部分：3 项没有分值，得分无法按规则重算，只核对了目标值、完成值和原因；资金表缺少预算数或执行数，执行率和它的得分无从核对。',
  );
  expect(createWords('en').notCheckedText(list)).toMatch(/^Reviewed only in part: 3 rows .*; amounts .*\.$/u);
  expect(createWords('zh-CN').notCheckedText([])).toBeNull();
});

/** The budget block in its variants. */
import { plain } from '../../../src/core/exact';
import { amountOf } from '../../../src/core/form/amountOf';
import type { BudgetBlock, Reading } from '../../../src/core/form/form';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { type SheetDetails, snapshotOf } from '../../forms/snapshotOf';
import { onlyForm } from './onlyForm';

const table = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '修路里程', '≥10公里', '10公里', 90, 90],
];

function budgetOf(rows: readonly (readonly CellValue[])[], details: SheetDetails = {}): BudgetBlock | null {
  return onlyForm(snapshotOf([...rows, ...table], details)).budget;
}

const figure = (reading: Reading | null | undefined): string | null => {
  const amount = amountOf(reading ?? null);
  return amount && plain(amount);
};
/** initial, budget, executed, rate, weight, score */
const figures = (block: BudgetBlock | null): readonly (string | null)[] => {
  const total = block?.lines.find(({ role }) => role === 'total');
  return [total?.initial, total?.budget, total?.executed, block?.rate, block?.weight, block?.score].map(figure);
};

const heads = ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'];

test('a form without a block has none', () => {
  expect(budgetOf([['项目支出绩效自评表']])).toBeNull();
});

test.each<[string, CellValue, string, string | null]>([
  ['percent text', '87.97%', 'General', '0.8797'],
  ['full-width percent text', '87.97％', 'General', '0.8797'],
  ['a percent cell', 0.8797, '0.00%', '0.8797'],
  ['a percent cell above 100%', 1.2, '0%', '1.2'],
  ['percent points without a sign', 87.97, 'General', '0.8797'],
  ['a bare ratio', 0.8797, 'General', '0.8797'],
  ['a bare one', 1, 'General', '1'],
  ['a dash', '—', 'General', null],
  ['words', '较高', 'General', null],
])('a rate given as %s is a ratio', (_, value, format, ratio) => {
  const block = budgetOf([heads, [null, '年度资金总额', 11.28, 11.28, 9.92, 10, value, 8.8]], {
    formats: { [format]: ['G2'] },
  });
  expect(figure(block?.rate)).toBe(ratio);
});

test('a rate under a heading that says % is taken in percent points', () => {
  const rows = [
    ['项目资金（万元）', null, '全年预算数', '全年执行数', '执行率（%）'],
    [null, '年度资金总额', 200, 5, 2.5],
  ];
  expect(figure(budgetOf(rows)?.rate)).toBe('0.025');
});

test('amounts typed as text, with separators and units, are read in the unit of the block', () => {
  const block = budgetOf([heads, [null, '年度资金总额', '7,710.00', '7710万元', '77,000,000元', 10, '99.87%', 9.99]]);
  expect(figures(block).slice(0, 3)).toEqual(['7710', '7710', '7700']);
});

test.each<[string, '万元' | '元' | null]>([
  ['项目资金（万元）', '万元'],
  ['项目资金(元)', '元'],
  ['项目资金 单位：元', '元'],
  ['项目资金', null],
])('the unit of %j', (label, unit) => {
  expect(
    budgetOf([
      [label, ...heads.slice(1)],
      [null, '年度资金总额', 1, 1, 1, 10, 1, 10],
    ])?.unit,
  ).toBe(unit);
});

test('parts are told apart by their labels, and a total that is not the first line is still the total', () => {
  const block = budgetOf([
    heads,
    [null, '其中：本年财政拨款', 60, 60, 50],
    [null, '上年结转资金', 30, 30, 30],
    [null, '其他资金', 10, 10, 10],
    [null, '合计', 100, 100, 90, 10, 0.9, 9],
  ]);
  expect(block?.lines.map(({ role }) => role)).toEqual(['fiscal', 'carried-over', 'other', 'total']);
  expect(figures(block)).toEqual(['100', '100', '90', '0.9', '10', '9']);
});

test('a single line without a label of its own is the total', () => {
  const block = budgetOf(
    [
      ['资金情况（万元）', '预算数', '执行数', '执行率'],
      [null, 50, 36, '72%'],
    ],
    { merges: ['A1:A2'] },
  );
  expect(figures(block)).toEqual([null, '50', '36', '0.72', null, null]);
});

test.each<[string, readonly (readonly CellValue[])[]]>([
  ['labels and amounts side by side', [['资金预算收入(万元)', 2140, '资金支付数(万元)', 1531.69]]],
  ['amounts inside the labels', [['预算数：2140万元', null, '执行数：1531.69万元']]],
  ['amounts beside labels with colons', [['项目资金（万元）', '预算数：', 2140, '执行数：', 1531.69]]],
])('%s', (_, rows) => {
  expect(figures(budgetOf(rows)).slice(1, 3)).toEqual(['2140', '1531.69']);
  expect(budgetOf(rows)?.unit).toBe('万元');
});

test('an error in an amount is a reading, not a number', () => {
  const block = budgetOf([heads, [null, '年度资金总额', 1, 1, { error: '#REF!' }, 10, { error: '#DIV/0!' }, 10]]);
  expect(block?.lines[0]?.executed?.kind).toBe('error');
  expect(block?.rate?.kind).toBe('error');
});

test.each<[string, readonly CellValue[], readonly (string | null)[]]>([
  ['budget', ['资金预算收入(万元)', null, '资金支付数(万元)', 1531.69], [null, '1531.69']],
  ['executed amount', ['资金预算收入(万元)', 2140, '资金支付数(万元)', null], ['2140', null]],
  ['budget with a dash', ['资金预算收入(万元)', '—', '资金支付数(万元)', 1531.69], [null, '1531.69']],
  ['budget with an error', ['资金预算收入(万元)', { error: '#REF!' }, '资金支付数(万元)', 1], [null, '1']],
])('an emptied %s beside its own label is read as such, not as absent', (_, row, expected) => {
  const block = budgetOf([row]);
  expect(figures(block).slice(1, 3)).toEqual(expected);
  const total = block?.lines[0];
  expect([total?.budget, total?.executed].filter((reading) => reading && !amountOf(reading))).toHaveLength(1);
});

test('labels beside which nothing at all was filled in are no block', () => {
  expect(budgetOf([['资金预算收入(万元)', null, '资金支付数(万元)', null]])).toBeNull();
});

test('a number below wins over an empty place beside the same label above', () => {
  const block = budgetOf([
    ['资金预算收入(万元)', null, '资金支付数(万元)', 5],
    ['资金预算收入(万元)', 10, null, null],
  ]);
  expect(figures(block).slice(1, 3)).toEqual(['10', '5']);
});

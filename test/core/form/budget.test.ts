/** The budget block in its variants. */
import { plain } from '../../../src/core/exact';
import { amountOf } from '../../../src/core/form/amountOf';
import type { BudgetBlock, CellReading } from '../../../src/core/form/form';
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

const figure = (reading: CellReading | null | undefined): string | null => {
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

test.each([
  '年度预算数(万元)',
  '预算资金（万元）',
  '资金预算（万元）',
  '预算金额（万元）',
  '预算数（万元）',
  '项目预算（万元）',
  '预算安排情况（万元）',
  '全年预算数（万元）',
  '预算执行数（万元）',
])('%s over the labels of the lines names the block and heads no amounts', (label) => {
  const block = budgetOf([
    ['预算执行情况(10分)', label, '年初预算', '调整后预算数', '预算执行数', '预算执行率', '权重', '得分'],
    [null, '总额', 238.93, 251.89, 240, '95.28%', 10, 9.53],
    [null, '其中：财政资金', 238.93, 251.89, 240, '95.28%', '/', '/'],
    [null, '其他资金', null, null, null, null, '/', '/'],
  ]);
  expect(figures(block)).toEqual(['238.93', '251.89', '240', '0.9528', '10', '9.53']);
  expect(block?.unit).toBe('万元');
});

test('of several budgets the one after adjustments counts, wherever it stands', () => {
  const head = ['资金（万元）', null, '预算数', '全年预算数', '全年执行数', '执行率'];
  expect(figures(budgetOf([head, [null, '年度资金总额', 100, 120, 90, 0.75]]))[1]).toBe('120');
  const swapped = ['资金（万元）', null, '调整后预算数', '预算数', '全年执行数', '执行率'];
  expect(figures(budgetOf([swapped, [null, '年度资金总额', 120, 100, 90, 0.75]]))[1]).toBe('120');
});

test('blank lines may stand between the header and the first amount', () => {
  const block = budgetOf([heads, [], [], [null, '年度资金总额', 11, 12, 9, 10, '75%', 7.5]]);
  expect(figures(block)).toEqual(['11', '12', '9', '0.75', '10', '7.5']);
});

test('without a column of weights the score of the rate is read all the same', () => {
  const block = budgetOf([
    ['项目资金（万元）', null, '预算数', '执行数', '执行率', '得分'],
    [null, '年度资金总额', 100, 90, '90%', 9],
  ]);
  expect(figures(block)).toEqual([null, '100', '90', '0.9', null, '9']);
});

test('weight, rate and score that stand in the row of a part are those of the block', () => {
  const block = budgetOf([
    heads,
    [null, '年度资金总额', 100, 100, 98, null, null, null],
    [null, '其中：财政拨款', 100, 100, 98, 10, '98%', 9.8],
    [null, '其他资金', 0, 0, 0, '—', '—', '—'],
  ]);
  expect(figures(block)).toEqual(['100', '100', '98', '0.98', '10', '9.8']);
});

test('a table of tasks has its sum at the end and its amounts split by source', () => {
  const block = budgetOf(
    [
      [
        '年度主要任务',
        '任务名称',
        '完成情况',
        '全年预算数（万元）',
        null,
        null,
        '全年执行数（万元）',
        null,
        null,
        '分值',
        '执行率',
        '得分',
      ],
      [null, null, null, '财政拨款', '总额', '其他资金', '财政拨款', '总额', '其他资金'],
      [null, '任务1', '完成', 860, 860, 0, 860, 860, 0, '—', 1, '—'],
      [null, '任务2', '完成', 290, 340, 50, 270, 316, 46, '—', 0.93, '—'],
      [null, '金额合计', null, 1150, 1200, 50, 1130, 1176, 46, 10, 0.98, 9.8],
    ],
    { merges: ['A1:A5', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:I1', 'J1:J2', 'K1:K2', 'L1:L2', 'B5:C5'] },
  );
  expect(block?.lines.map(({ role }) => role)).toEqual(['other', 'other', 'total']);
  expect(figures(block)).toEqual([null, '1200', '1176', '0.98', '10', '9.8']);
});

test('where the sources of the funds stand in columns, their sum is the budget', () => {
  const block = budgetOf(
    [
      [
        '项目资金来源',
        '中央（万元）',
        '省、地（万元）',
        '本级（万元）',
        '其他（万元）',
        '合计（万元）',
        '执行数（万元）',
        '执行率',
      ],
      [null, null, null, 309, null, 309, 300, '97.09%'],
    ],
    { merges: ['A1:A2'] },
  );
  expect(figures(block).slice(0, 4)).toEqual([null, '309', '300', '0.9709']);
});

test('a budget before the adjusted one is the initial one', () => {
  const head = [
    '资金来源',
    '预算金额（万元）',
    '调整后预算金额（万元）',
    '实际支出金额（万元）',
    '执行率',
    '分值',
    '得分',
  ];
  const block = budgetOf([
    head,
    ['财政资金', 80, 100, 96, '96%'],
    ['非财政拨款', 0, 0, 0],
    ['合计', 80, 100, 96, '96%', 10, 9.6],
  ]);
  expect(block?.lines.map(({ role }) => role)).toEqual(['fiscal', 'other', 'total']);
  expect(figures(block)).toEqual(['80', '100', '96', '0.96', '10', '9.6']);
});

test('under 小计 stands what its neighbours add up to', () => {
  const block = budgetOf(
    [
      ['任务名称', '预算数（万元）', null, '执行数（万元）', null, '分值', '执行率', '得分'],
      [null, '财政拨款', '小计', '财政拨款', '小计'],
      ['普法', 80, 100, 70, 90],
      ['金额合计', 80, 100, 70, 90, 10, 0.9, 9],
    ],
    { merges: ['B1:C1', 'D1:E1', 'A1:A2'] },
  );
  expect(figures(block)).toEqual([null, '100', '90', '0.9', '10', '9']);
});

test('a label over words that name no funds gives way to the heading that has amounts below it', () => {
  const block = budgetOf([
    ['预算资金', '预算数', '执行数', '执行率', '分值', '得分'],
    ['项目投入', 100, 90, '90%', 10, 9],
  ]);
  expect(figures(block)).toEqual([null, '100', '90', '0.9', '10', '9']);
});

test.each([
  ['100 and 98 typed into the row of the funds', 100, 100, 98, true],
  ['the stated total typed into it, the rows leaving the rate its points', 100, 90, 98, true],
  ['a weight of its own', 10, 90, 9, false],
  ['half of everything for the rate', 50, 50, 50, false],
])('%s', (_, weight, rows, score, holdsTotals) => {
  const form = onlyForm(
    snapshotOf([
      heads,
      [null, '年度资金总额', 100, 100, 98, weight, '98%', score],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '数量指标', '修路里程', '≥10公里', '10公里', rows, rows],
      ['总分', null, null, null, null, 100, 98],
    ]),
  );
  expect(form.budget?.formTotals !== null).toBe(holdsTotals);
  expect(figures(form.budget).slice(4)).toEqual(holdsTotals ? [null, null] : [String(weight), String(score)]);
});

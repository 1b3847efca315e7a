/** Rows of a table: levels, names, placeholders, sums, notes, repeated headers, hidden rows. */
import { plain } from '../../../src/core/exact';
import { amountOf } from '../../../src/core/form/amountOf';
import { recognise } from '../../../src/core/form/recognise';
import { toA1 } from '../../../src/core/sheet/cellRef';
import { snapshotOf } from '../../forms';
import { nationalHeader } from '../../forms/nationalHeader';
import { onlyForm } from './onlyForm';

const header = [...nationalHeader];
const none = null;
const row = (level1: string | null, level2: string | null, name: string | null): (string | number | null)[] => [
  ...[level1, level2, name, '≥1个', '1个', 10, 10],
];
const levelsOf = (rows: readonly (readonly (string | number | null)[])[], merges: readonly string[] = []): unknown[] =>
  onlyForm(snapshotOf([header, ...rows], { merges })).indicators.map(({ level1, level2, name }) => [
    level1?.text ?? null,
    level2?.text ?? null,
    name.text,
  ]);

describe('levels', () => {
  test('fill down over merged cells', () => {
    const rows = [row('产出指标', '数量指标', '甲'), row(none, none, '乙'), row(none, '质量指标', '丙')];
    expect(levelsOf(rows, ['A2:A4', 'B2:B3'])).toEqual([
      ['产出指标', '数量指标', '甲'],
      ['产出指标', '数量指标', '乙'],
      ['产出指标', '质量指标', '丙'],
    ]);
  });

  test('fill down over blank cells where nothing is merged', () => {
    const rows = [row('产出指标', '数量指标', '甲'), row(none, none, '乙'), row('效益指标', none, '丙')];
    expect(levelsOf(rows)).toEqual([
      ['产出指标', '数量指标', '甲'],
      ['产出指标', '数量指标', '乙'],
      ['效益指标', null, '丙'],
    ]);
  });

  test('a level-2 label in the level-1 column stays under the level 1 above it', () => {
    const rows = [
      row('产出指标', '数量指标', '甲'),
      row('质量指标', none, '乙'),
      row('效益指标', '社会效益指标', '丙'),
    ];
    expect(levelsOf(rows)).toEqual([
      ['产出指标', '数量指标', '甲'],
      ['产出指标', '质量指标', '乙'],
      ['效益指标', '社会效益指标', '丙'],
    ]);
  });

  test('one cell over both level columns is both levels', () => {
    expect(levelsOf([row('产出指标', '数量指标', '甲'), row('满意度指标', none, '乙')], ['A3:B3'])).toEqual([
      ['产出指标', '数量指标', '甲'],
      ['满意度指标', '满意度指标', '乙'],
    ]);
  });

  test.each([
    ['数量指标(10分)', '数量指标', '10'],
    ['A1 履行支出责任情况（10）', 'A1 履行支出责任情况', '10'],
    ['产出指标 \n(50分)', '产出指标', '50'],
    ['产出指标：50分', '产出指标', '50'],
    ['效益指标【30分】', '效益指标', '30'],
    ['D 加减分（+3或-30）', 'D 加减分（+3或-30）', null],
    ['绩效指标（2023）', '绩效指标（2023）', null],
  ])('the weight in %j is kept apart', (label, text, weight) => {
    const level2 = onlyForm(snapshotOf([header, row('产出', label, '甲'), row(none, none, '乙')])).indicators[0]
      ?.level2;
    expect([level2?.text, level2?.weight ? plain(level2.weight) : null]).toEqual([text, weight]);
  });

  test.each([
    ['立项依据充分性（3分）', '立项依据充分性', '3'],
    ['举办培训班（3）', '举办培训班（3）', null],
    ['考核得60分', '考核得60分', null],
  ])('a name gives up only a weight that says 分: %j', (label, text, weight) => {
    const name = onlyForm(snapshotOf([header, row('产出', '数量', label)])).indicators[0]?.name;
    expect([name?.text, name?.weight ? plain(name.weight) : null]).toEqual([text, weight]);
  });
});

describe('rows that are no indicator', () => {
  test('placeholders of the template are left out and said', () => {
    const form = onlyForm(
      snapshotOf([
        header,
        row('产出指标', '数量指标', '指标1：甲'),
        [none, none, '指标2:'],
        [none, none, '……'],
        [none, '质量指标'],
        row(none, '时效指标', '乙'),
      ]),
    );
    expect(form.indicators.map(({ name }) => name.text)).toEqual(['指标1：甲', '乙']);
    expect(form.ignored.map(({ line, because }) => [line, because])).toEqual([
      [2, 'placeholder'],
      [3, 'placeholder'],
      [4, 'placeholder'],
    ]);
  });

  test('a placeholder name with values is an indicator', () => {
    const form = onlyForm(snapshotOf([header, row('产出指标', '数量指标', '指标1：'), row(none, none, '乙')]));
    expect(form.indicators).toHaveLength(2);
  });

  test('a named row without any value is an indicator that is empty', () => {
    const form = onlyForm(snapshotOf([header, row('产出指标', '数量指标', '甲'), [none, '质量指标', '乙']]));
    expect(form.indicators[1]?.score?.kind).toBe('blank');
    expect(form.indicators[1]?.actual?.value.kind).toBe('blank');
  });

  test('a header repeated on the next printed page, with its title, does not split the form', () => {
    const form = onlyForm(
      snapshotOf([
        ['项目支出绩效自评表'],
        header,
        row('产出指标', '数量指标', '甲'),
        header,
        row(none, '质量指标', '乙'),
        ['项目支出绩效自评表（续表）'],
        header,
        row('效益指标', '社会效益指标', '丙'),
        ['总分', none, none, none, none, 30, 30],
      ]),
    );
    expect(form.indicators.map(({ level1, name }) => [level1?.text, name.text])).toEqual([
      ['产出指标', '甲'],
      ['产出指标', '乙'],
      ['效益指标', '丙'],
    ]);
    expect(form.ignored.filter(({ because }) => because === 'repeated-header')).toHaveLength(3);
    expect(form.total && toA1(form.total.label.ref)).toBe('A9');
  });

  test('an empty row inside the table is passed over', () => {
    const form = onlyForm(snapshotOf([header, row('产出指标', '数量指标', '甲'), [], row(none, '质量指标', '乙')]));
    expect(form.indicators.map(({ line }) => line)).toEqual([1, 3]);
    expect(form.ignored).toMatchObject([{ line: 2, because: 'empty' }]);
  });

  test('subtotals cover the indicators above them, and the last 合计 is the total', () => {
    const form = onlyForm(
      snapshotOf([
        header,
        row('产出指标', '数量指标', '甲'),
        row(none, none, '乙'),
        ['小计', none, none, none, none, 20, 20],
        row('效益指标', '社会效益指标', '丙'),
        ['效益指标小计', none, none, none, none, 10, 10],
        ['合  计', none, none, none, none, 30, 30],
      ]),
    );
    expect(form.subtotals.map(({ extents: [rows = []], score }) => [rows.length, amountOf(score)?.toNumber()])).toEqual(
      [
        [2, 20],
        [1, 10],
      ],
    );
    expect(amountOf(form.total?.score ?? null)?.toNumber()).toBe(30);
    expect(form.indicators).toHaveLength(3);
  });

  test('takes 小计 behind levels that every row repeats for a subtotal, and a 合计 for the total', () => {
    const form = onlyForm(
      snapshotOf([
        header,
        row('产出指标', '数量指标', '甲'),
        row('产出指标', '数量指标', '乙'),
        ['产出指标', '小计', none, none, none, 20, 20],
        row('效益指标', '社会效益指标', '丙'),
        ['效益指标', '合计', none, none, none, 10, 10],
        ['合计', none, none, none, none, 30, 30],
      ]),
    );
    expect(form.subtotals.map(({ extents: [rows = []], score }) => [rows.length, amountOf(score)?.toNumber()])).toEqual(
      [
        [2, 20],
        [1, 10],
      ],
    );
    expect(amountOf(form.total?.score ?? null)?.toNumber()).toBe(30);
    expect(form.indicators).toHaveLength(3);
  });

  test.each(['总分', '合 计', '总计', '得分合计', '总得分：', '自评总分（100分）'])(
    '%j heads the total row',
    (label) => {
      const form = onlyForm(
        snapshotOf([header, row('产出指标', '数量指标', '甲'), [label, none, none, none, none, 10, 9]]),
      );
      expect(amountOf(form.total?.score ?? null)?.toNumber()).toBe(9);
      expect(form.indicators).toHaveLength(1);
    },
  );

  test('a total written in its own label is read from it', () => {
    const form = onlyForm(snapshotOf([header, row('产出指标', '数量指标', '甲'), ['总分：87.30分']]));
    expect(amountOf(form.total?.score ?? null)?.toNumber()).toBe(87.3);
  });

  test('one cell over weight and score of the total row is the score', () => {
    const form = onlyForm(
      snapshotOf([header, row('产出指标', '数量指标', '甲'), ['总分', none, none, none, none, 88]], {
        merges: ['F3:G3'],
      }),
    );
    expect(form.total?.weight).toBeNull();
    expect(amountOf(form.total?.score ?? null)?.toNumber()).toBe(88);
  });

  test('a total above its indicators does not end the table', () => {
    const form = onlyForm(
      snapshotOf([
        header,
        ['总分', none, none, none, none, 20, 18],
        row('产出指标', '数量指标', '甲'),
        row(none, none, '乙'),
      ]),
    );
    expect(form.indicators).toHaveLength(2);
    expect(amountOf(form.total?.score ?? null)?.toNumber()).toBe(18);
  });

  test('notes below the table are kept, people who sign are not', () => {
    const form = onlyForm(
      snapshotOf([
        header,
        row('产出指标', '数量指标', '甲'),
        ['总分', none, none, none, none, 10, 10],
        ['注：1.定量指标按比例计分。'],
        ['2. 定性指标分三档。定性指标分三档。'],
        ['填表人：', none, '联系电话：'],
      ]),
    );
    expect(form.notes.map(({ ref }) => toA1(ref))).toEqual(['A4', 'A5']);
    expect(toA1({ row: form.table.bottom, column: 0 })).toBe('A3');
  });

  test('notes end a table that has no total row', () => {
    const form = onlyForm(snapshotOf([header, row('产出指标', '数量指标', '甲'), ['注：无']]));
    expect(form.total).toBeNull();
    expect(form.indicators).toHaveLength(1);
    expect(form.notes).toHaveLength(1);
  });
});

test('several forms on one sheet, one below the other, are read apart', () => {
  const form = (project: string): (string | number | null)[][] => [
    ['项目支出绩效自评表'],
    ['项目名称', project],
    header,
    row('产出指标', '数量指标', '甲'),
    ['总分', none, none, none, none, 10, 10],
    ['注：按比例计分。'],
  ];
  const recognition = recognise(snapshotOf([...form('修路'), [], ...form('架桥')]));
  if (!recognition.found) throw new Error('not recognised');
  expect(
    recognition.forms.map(({ projectName, indicators, notes }) => [projectName, indicators.length, notes.length]),
  ).toEqual([
    ['修路', 1, 1],
    ['架桥', 1, 1],
  ]);
});

test('two tables side by side are read apart', () => {
  const both = (left: (string | number | null)[]): (string | number | null)[] => [
    ...left,
    ...Array<null>(9 - left.length).fill(none),
    ...left,
  ];
  const recognition = recognise(
    snapshotOf([both(header), both(row('产出指标', '数量指标', '甲')), both(row(none, none, '乙'))]),
  );
  if (!recognition.found) throw new Error('not recognised');
  expect(recognition.forms.map(({ indicators }) => indicators.map(({ name }) => toA1(name.cell.ref)))).toEqual([
    ['C2', 'C3'],
    ['L2', 'L3'],
  ]);
});

test('hidden rows and columns are read, flagged and said', () => {
  const form = onlyForm(
    snapshotOf([header, row('产出指标', '数量指标', '甲'), row(none, none, '乙')], {
      hiddenRows: [2],
      hiddenColumns: [6],
    }),
  );
  expect(form.indicators.map(({ isHidden }) => isHidden)).toEqual([false, true]);
  expect(form.doubts.map(({ kind, cells }) => [kind, cells.map(({ ref }) => toA1(ref))])).toEqual([
    ['hidden-rows', ['C3']],
    ['hidden-columns', ['G1']],
  ]);
});

test('a clipped sheet says so', () => {
  const form = onlyForm(
    snapshotOf([header, row('产出指标', '数量指标', '甲')], { clippedFrom: { rows: 9000, columns: 8 } }),
  );
  expect(form.doubts.map(({ kind }) => kind)).toEqual(['clipped']);
});

test('indicators of one name have different keys', () => {
  const form = onlyForm(snapshotOf([header, row('产出指标', '数量指标', '甲'), row(none, none, '甲')]));
  expect(new Set(form.indicators.map(({ key }) => key)).size).toBe(2);
});

test('a weight merged over two rows counts once', () => {
  const rows = [header, row('产出指标', '数量指标', '甲'), [none, none, '乙', '≥1个', '1个', none, 5]];
  const form = onlyForm(snapshotOf(rows, { merges: ['F2:F3'] }));
  expect(form.indicators.map(({ weight }) => amountOf(weight)?.toNumber() ?? null)).toEqual([10, null]);
});

test('numbers typed as text are usable and said to be text', () => {
  const form = onlyForm(
    snapshotOf([
      header,
      ['产出', '数量', '甲', '1', '1', '１０分', ' 8.5 '],
      [none, none, '乙', '1', '1', '—', '#REF!'],
    ]),
  );
  expect(form.indicators.map(({ weight, score }) => [weight?.kind, score?.kind])).toEqual([
    ['text-number', 'text-number'],
    ['dash', 'not-a-number'],
  ]);
  expect(amountOf(form.indicators[0]?.weight ?? null)?.toNumber()).toBe(10);
});

test('an execution-rate row is one only where the budget block has no score for it', () => {
  const rows = [header, row('产出指标', '成本指标', '预算执行率'), row(none, none, '乙')];
  expect(onlyForm(snapshotOf(rows)).indicators.map(({ isExecutionRate }) => isExecutionRate)).toEqual([true, false]);
  const block = [
    ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', 10, 10, 9, 10, 0.9, 9],
  ];
  const scored = onlyForm(snapshotOf([...block, ...rows]));
  expect(scored.indicators.map(({ isExecutionRate }) => isExecutionRate)).toEqual([false, false]);
});

describe('names that read like something else', () => {
  test('an indicator whose name ends in 合计 is no subtotal', () => {
    const form = onlyForm(snapshotOf([header, row('产出指标', '数量指标', '甲'), row(none, none, '全年用水量合计')]));
    expect(form.indicators.map(({ name }) => name.text)).toEqual(['甲', '全年用水量合计']);
    expect(form.subtotals).toEqual([]);
  });

  test('a section called 预算执行情况 does not end the table', () => {
    const form = onlyForm(
      snapshotOf([header, row('预算执行情况', '执行率', '预算执行率'), row('产出指标', '数量指标', '甲')]),
    );
    expect(form.indicators).toHaveLength(2);
  });

  test('a numbered name without values is no note', () => {
    const form = onlyForm(
      snapshotOf([
        header,
        row('产出指标', '数量指标', '甲'),
        [none, none, '2.新建道路里程达到设计要求'],
        row(none, none, '乙'),
      ]),
    );
    expect(form.indicators).toHaveLength(3);
  });

  test('the side label may run down beside the total row', () => {
    const side = ['绩效指标', ...header];
    const rows = [side, [none, ...row('产出指标', '数量指标', '甲')], [none, '总分', none, none, none, none, 10, 10]];
    const form = onlyForm(snapshotOf(rows, { merges: ['A1:A3', 'B3:F3'] }));
    expect(form.indicators.map(({ name }) => toA1(name.cell.ref))).toEqual(['D2']);
    expect(amountOf(form.total?.weight ?? null)?.toNumber()).toBe(10);
  });

  test('another table below the total, without a header of its own, is left alone', () => {
    const form = onlyForm(
      snapshotOf([
        header,
        row('产出指标', '数量指标', '甲'),
        ['总分', none, none, none, none, 10, 10],
        ['经办人员', '一科', '二科', '三科', '四科'],
        ['资金来源', '中央', '省级', '市级', '县级'],
      ]),
    );
    expect(form.indicators).toHaveLength(1);
  });
});

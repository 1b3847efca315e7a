/** Tables whose headings change on the way down, points in headings, totals that stand elsewhere, rows not assessed. */
import { plain, sum } from '../../../src/core/exact';
import { amountOf } from '../../../src/core/form/amountOf';
import type { Form } from '../../../src/core/form/form';
import { recognise } from '../../../src/core/form/recognise';
import { toA1 } from '../../../src/core/sheet/cellRef';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { type SheetDetails, snapshotOf } from '../../forms/snapshotOf';
import { onlyForm } from './onlyForm';

type Rows = readonly (readonly CellValue[])[];
const formOf = (rows: Rows, details: SheetDetails = {}): Form => onlyForm(snapshotOf(rows, details));
const names = ({ indicators }: Form): readonly string[] => indicators.map(({ name }) => name.text);
const weights = ({ indicators }: Form): readonly (string | null)[] =>
  indicators.map(({ weight }) => {
    const amount = amountOf(weight);
    return amount && plain(amount);
  });
const totalOf = ({ total }: Form): string | null => {
  const amount = amountOf(total?.score ?? null);
  return amount && plain(amount);
};
const shared = ({ sharedWeights }: Form): readonly unknown[] =>
  sharedWeights.map(({ covers, label, weight }) => [toA1(label.ref), plain(weight), covers.length]);

const upper: Rows = [
  ['项目绩效目标自评表'],
  ['项目权重', '评价内容', '分值', '自评分', '复核分', '评价标准及依据'],
  ['项目决策2分', '决策依据', 2, 2, null, '有依据计2分，没有不得分。'],
  ['项目管理13分', '财务制度', 7, 7, null, '制度健全计7分。'],
  [null, '运行监管', 6, 5, null, '有监管记录计6分。'],
];
const lower: Rows = [
  ['项目绩效85分', '项目年度目标1：道路养护'],
  [null, '一级指标', '二级指标', '指标名称（三级指标）', '年初指标值', '年终完成值', '自评分', '复核分', '评价标准'],
  [null, '产出指标45分', '数量指标25分', '养护里程', '300公里', '300公里', 25],
  [null, null, '质量指标20分', '建设验收合格率', '100%', '100%', 10],
  [null, null, null, '养护验收合格率', '100%', '100%', 10],
  [null, '效益指标40分', '社会效益40分', '出行条件', '改善', '改善', 36],
];

describe('a second row of headings with other columns', () => {
  const merges = ['A6:A11', 'B6:I6', 'B8:B10', 'C9:C10', 'A4:A5'];

  test('starts a new block of the same form, read by its own headings', () => {
    const form = formOf([...upper, ...lower], { merges });
    expect(names(form)).toEqual([
      ...['决策依据', '财务制度', '运行监管'],
      ...['养护里程', '建设验收合格率', '养护验收合格率', '出行条件'],
    ]);
    expect(form.furtherBlocks.map(({ table }) => table.top)).toEqual([6]);
    expect(form.indicators.map(({ score }) => amountOf(score)?.toNumber())).toEqual([2, 7, 5, 25, 10, 10, 36]);
    expect(form.indicators[3]?.actual?.cell.text).toBe('300公里');
    expect(form.indicators[0]?.level1?.weight?.toNumber()).toBe(2);
    expect(form.columns.find(({ role }) => role === 'reviewed-score')?.header.text).toBe('复核分');
    expect(new Set(form.indicators.map(({ key }) => key)).size).toBe(7);
  });

  test('the points of its headings are weights, those over several rows are shared by them', () => {
    const form = formOf([...upper, ...lower], { merges });
    expect(weights(form)).toEqual(['2', '7', '6', '25', null, null, '40']);
    expect(shared(form)).toEqual([['C9', '20', 2]]);
  });

  test('comes again for every further goal of the form', () => {
    const again: Rows = [
      [null, '项目年度目标2：巡查'],
      [...(lower[1] ?? [])],
      [null, '产出指标20分', '质量指标20分', '巡查合格率', '≥90%', '95%', 20],
    ];
    const form = formOf([...upper, ...lower, ...again], { merges: [...merges, 'B12:I12'] });
    expect(names(form).slice(-2)).toEqual(['出行条件', '巡查合格率']);
    expect(form.furtherBlocks).toHaveLength(1);
    expect(weights(form).at(-1)).toBe('20');
  });

  test('whose sums are those of their own rows leaves the total open; a last one over all of them is it', () => {
    const parts: Rows = [
      ['部门整体支出绩效自评表'],
      ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '得分'],
      ['投入', '预算编制', '完整性', 20, '完整得20分。', 18],
      ['合计', null, null, 20, null, 18],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
      ['产出', '数量', '里程', '≥1公里', '1公里', 80, 80],
    ];
    const open = formOf([...parts, ['合计', null, null, null, null, 80, 80]]);
    expect(names(open)).toEqual(['完整性', '里程']);
    expect(open.total).toBeNull();
    expect(open.subtotals.map(({ extents: [rows = []], score }) => [rows.length, amountOf(score)?.toNumber()])).toEqual(
      [
        [1, 18],
        [1, 80],
      ],
    );
    const whole = formOf([...parts, ['总分', null, null, null, null, 100, 98]]);
    expect(totalOf(whole)).toBe('98');
    expect(whole.subtotals.map(({ extents: [rows = []] }) => rows.length)).toEqual([1]);
  });

  test('two tables that share their titles and totals with nobody stay two forms', () => {
    const table = (name: string): Rows => [
      ['项目支出绩效自评表'],
      ['项目名称', name],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '数量指标', '里程', '≥1公里', '1公里', 100, 100],
    ];
    const other: Rows = [
      ['部门整体支出绩效自评表'],
      ['项目名称', '乙'],
      ['指标名称', '分值', '评分标准', '自评得分'],
      ['预算编制', 100, '编制合理得100分。', 90],
    ];
    const recognition = recognise(snapshotOf([...table('甲'), ...other]));
    expect(recognition.found && recognition.forms.map(({ indicators }) => indicators.length)).toEqual([1, 1]);
  });

  test('where it cannot be understood, nothing below it is read as an indicator, and it is said', () => {
    const form = formOf([
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '数量指标', '里程', '≥1公里', '1公里', 60, 60],
      ['类别', '分值', '事项', '自评分', '佐证', '责任科室'],
      ['加分项', '5', '表彰', '3', '文件', '办公室'],
      ['总分', null, null, null, null, 100, 95],
    ]);
    expect(names(form)).toEqual(['里程']);
    expect(form.doubts.map(({ kind }) => kind)).toContain('headings-not-understood');
    expect(form.ignored.filter(({ because }) => because === 'unreadable').map(({ line }) => line)).toEqual([2, 3]);
    expect(totalOf(form)).toBe('95');
  });

  test('the same headings on the next page start nothing', () => {
    const head = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
    const form = formOf([
      head,
      ['产出指标', '数量指标', '里程', '≥1公里', '1公里', 60, 60],
      head,
      ['效益指标', '社会效益', '出行', '改善', '改善', 40, 40],
    ]);
    expect(names(form)).toEqual(['里程', '出行']);
    expect(form.furtherBlocks).toEqual([]);
  });
});

describe('points in headings, without a column of weights', () => {
  const head = [
    '年度绩效目标1\n（80分）',
    '一级指标',
    '二级指标',
    '三级指标',
    '年初目标值（A）',
    '实际完成值（B）',
    '得分',
  ];

  test('of a level-1 heading over several rows are shared', () => {
    const form = formOf(
      [
        head,
        [null, '产出指标（60分）', '数量指标', '甲', '1个', '1个', 20],
        [null, null, '质量指标', '乙', '≥90%', '95%', 40],
        [null, '满意度 20', '满意度', '丙', '≥90%', '95%', 20],
      ],
      { merges: ['A1:A4', 'B2:B3'] },
    );
    // "满意度 20" is a weight without a bracket and without 分.
    expect(weights(form)).toEqual([null, null, '20']);
    expect(shared(form)).toEqual([['B2', '60', 2]]);
  });

  test('of the label beside the whole table are shared where no heading gives any', () => {
    const form = formOf(
      [
        head,
        [null, '产出指标', '数量指标', '甲', '1个', '1个', 40],
        [null, '效益指标', '社会效益', '乙', '改善', '改善', 40],
      ],
      { merges: ['A1:A3'] },
    );
    expect(shared(form)).toEqual([['A1', '80', 2]]);
  });

  test('of an outer heading are what its inner ones leave', () => {
    const form = formOf(
      [
        head,
        [null, '产出指标60分', '数量指标25分', '甲', '1个', '1个', 25],
        [null, null, '质量指标', '乙', '≥90%', '95%', 20],
        [null, null, '时效指标', '丙', '12月', '12月', 15],
      ],
      { merges: ['A1:A4', 'B2:B4'] },
    );
    expect(weights(form)).toEqual(['25', null, null]);
    expect(shared(form)[0]).toEqual(['B2', '35', 2]);
  });
});

describe('weights kept as parts of one', () => {
  const rows = (weight: number, format: string): readonly [Rows, SheetDetails] => [
    [
      ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      [null, '年度资金总额', 10, 10, 10, weight, '100%', 10],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '数量指标', '甲', '1个', '1个', 0.6, 60],
      ['效益指标', '社会效益', '乙', '改善', '改善', 0.3, 30],
      ['总分', null, null, null, null, 1, 100],
    ],
    { formats: { [format]: ['F2', 'F4:F6'] } },
  ];
  test.each(['0%', '0.00%', 'General'])('are points, shown as %s', (format) => {
    const form = formOf(...rows(0.1, format));
    expect(weights(form)).toEqual(['60', '30']);
    expect(amountOf(form.budget?.weight ?? null)?.toNumber()).toBe(10);
    expect(amountOf(form.total?.weight ?? null)?.toNumber()).toBe(100);
    expect(form.indicators.map(({ score }) => amountOf(score)?.toNumber())).toEqual([60, 30]);
  });

  test('a form of few points is none of them', () => {
    const form = formOf([
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '数量指标', '甲', '1个', '1个', 0.5, 0.5],
      ['效益指标', '社会效益', '乙', '改善', '改善', 0.5, 0.4],
    ]);
    expect(weights(form)).toEqual(['0.5', '0.5']);
  });
});

describe('rows that are not assessed', () => {
  const head = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
  const good = ['产出指标', '数量指标', '甲', '1个', '1个', 100, 100];
  test.each<[string, readonly CellValue[]]>([
    ['a name of nothing but a slash', ['效益指标', '生态效益', '指标1：/', '/', '/', null, null]],
    ['slashes everywhere', ['效益指标', '生态效益', '/', '/', '/', '/', '/']],
    ['无 everywhere', ['效益指标', '生态效益', '无', '无', '无', '无', '无']],
    ['a name, and dashes for all figures', ['效益指标', '生态效益', '生态环境改善', '不涉及', '—', '—', '—']],
    ['a name, 无 and no points', ['效益指标', '生态效益', '生态环境改善', '无', '无', 0, 0]],
  ])('%s', (_, row) => {
    const form = formOf([head, good, row]);
    expect(names(form)).toEqual(['甲']);
    expect(form.ignored.map(({ because }) => because)).toEqual(['placeholder']);
  });

  test.each<[string, readonly CellValue[]]>([
    ['none as a target that has points', ['效益指标', '生态效益', '污染事故', '无', '无', 10, 10]],
    [
      'a target without an actual, the points still to be given',
      ['效益指标', '生态效益', '绿化', '≥1亩', null, null, null],
    ],
    ['a score against a blank target', ['效益指标', '生态效益', '绿化', null, null, 10, 10]],
  ])('%s is assessed', (_, row) => {
    expect(names(formOf([head, good, row]))).toHaveLength(2);
  });
});

describe('a total that stands elsewhere', () => {
  const head = [
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ];
  const rows: Rows = [
    ['产出指标', '数量指标', '甲', '1个', '1个', 60, 60],
    ['效益指标', '社会效益', '乙', '改善', '改善', 40, 38],
  ];
  test.each([
    [[['其他需要说明事项', '无']]],
    [[['其他需要说明的事项'], ['无其他需要说明的事项，资金已按规定使用完毕。']]],
    [[['备注：1.定量指标按比例计分。'], ['2.定性指标分三档。']]],
    [[[], ['存在问题', '无'], ['改进措施', '无']]],
  ])('below %j is still the total', (between) => {
    const form = formOf([head, ...rows, ...between, ['总分', null, null, null, null, 100, 98, '优']]);
    expect(totalOf(form)).toBe('98');
    expect(names(form)).toEqual(['甲', '乙']);
  });

  test('outside of its columns, weight and score side by side', () => {
    const form = formOf([head, ...rows, ['总分', 100, '得分', 98, '等级', null, null, '优']]);
    expect([amountOf(form.total?.weight ?? null)?.toNumber(), totalOf(form)]).toEqual([100, '98']);
  });

  test('the total of the next form is none of this one', () => {
    const recognition = recognise(
      snapshotOf([
        head,
        ...rows,
        ['注：无'],
        ['项目支出绩效自评表'],
        ['项目名称', '乙'],
        head,
        ...rows,
        ['总分', null, null, null, null, 100, 98],
      ]),
    );
    expect(recognition.found && recognition.forms.map(totalOf)).toEqual([null, '98']);
  });
});

describe('scores under a heading that does not name them', () => {
  const body = (heading: CellValue): Rows => [
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', heading, '偏差原因分析及改进措施'],
    ['产出指标', '数量指标', '甲', '1个', '1个', 60, 60],
    ['效益指标', '社会效益', '乙', '改善', '改善', 40, 38, '有原因。'],
    ['总分', null, null, null, null, 100, 98],
  ];
  test.each<[string, CellValue]>([
    ['a number', 100],
    ['a number as text', '98'],
    ['nothing', null],
  ])('%s', (_, heading) => {
    const form = formOf(body(heading));
    expect(form.columns.find(({ role }) => role === 'score')?.index).toBe(6);
    expect(totalOf(form)).toBe('98');
  });

  test('beyond the last heading', () => {
    const form = formOf([
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '偏差原因分析及改进措施'],
      ['产出指标', '数量指标', '甲', '1个', '1个', 60, null, 60],
      ['效益指标', '社会效益', '乙', '改善', '改善', 40, '有原因。', 38],
      ['总分', null, null, null, null, 100, null, 98],
    ]);
    expect(form.columns.find(({ role }) => role === 'score')?.index).toBe(7);
    expect(sum(form.indicators.flatMap(({ score }) => amountOf(score) ?? [])).toNumber()).toBe(98);
  });

  test('折算得分 is what counts beside a score out of a hundred', () => {
    const form = formOf([
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '权重', '得分', '折算得分'],
      ['产出指标', '数量指标', '甲', '1个', '1个', 60, 100, 60],
      ['效益指标', '社会效益', '乙', '改善', '改善', 40, 95, 38],
      ['总分', null, null, null, null, 100, null, 98],
    ]);
    expect(form.indicators.map(({ score }) => amountOf(score)?.toNumber())).toEqual([60, 38]);
    expect(totalOf(form)).toBe('98');
  });
});

test('成本指标 is a first level of its own, with the dimensions that it has since 2022', () => {
  const form = formOf([
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['成本指标（20分）', '经济成本指标', '补贴标准', '≤5万元/台', '4.8万元/台', 20, 20],
    [null, '社会成本指标', '/', '/', '/', '/', '/'],
    ['产出指标（40分）', '数量指标', '购置台数', '≥20台', '20台', 40, 40],
  ]);
  expect(form.indicators.map(({ level1, level2, name }) => [level1?.text, level2?.text, name.text])).toEqual([
    ['成本指标', '经济成本指标', '补贴标准'],
    ['产出指标', '数量指标', '购置台数'],
  ]);
});

describe('a form as it was issued', () => {
  const head = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
  test.each<[string, Rows]>([
    ['a header and nothing else', [['项目支出绩效自评表'], ['项目名称', null], head]],
    [
      'a header and the words of the template',
      [head, ['产出指标', '数量指标', '指标1：'], [null, null, '……'], ['总分']],
    ],
    [
      'weights that the template prints',
      [
        head,
        ['产出指标', '数量指标', '指标1：', null, null, 60],
        ['效益指标', '社会效益', '指标1：', null, null, 40],
        ['总分', null, null, null, null, 100],
      ],
    ],
    ['a header over labels of levels', [head, ['产出指标', '数量指标'], [null, '质量指标'], ['效益指标', '社会效益']]],
  ])('%s is not filled in', (_, rows) => {
    const recognition = recognise(snapshotOf(rows));
    expect(!recognition.found && recognition.because.kind).toBe('not-filled-in');
  });
});

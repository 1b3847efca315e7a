/**
 * The workbooks that the demo opens without a file. The figures of the first are those of three published forms of
 * one county office (2023); the names of the offices are made up.
 */
import type { PlainSheet, PlainWorkbook } from '../../simulator/model/plain';
import { cellsFrom, nationalForm, type SampleFormFacts, type SampleIndicatorFacts } from './nationalForm';

/** A workbook with the name under which it is picked. */
export interface Sample {
  readonly id: string;
  readonly label: string;
  readonly workbook: PlainWorkbook;
}

const department = '示例县乡村振兴局';
const pastedReason = '偏差原因：工作人员离职导致就餐人员减少。改进措施：预算编制更加精确。';

const canteenIndicators: readonly SampleIndicatorFacts[] = [
  {
    level1: '产出指标',
    level2: '数量指标',
    name: '就餐人数',
    target: '=20人',
    actual: '17人',
    weight: 10,
    score: 8.5,
    reason: pastedReason,
  },
  { level2: '质量指标', name: '资金支付准确率', target: '=100%', actual: '100%', weight: 10, score: 10 },
  { level2: '时效指标', name: '资金在规定时间内支付', target: '=100%', actual: '100%', weight: 10, score: 10 },
  {
    level2: '成本指标',
    name: '预算控制率',
    target: '≤100%',
    actual: '87.97%',
    weight: 20,
    score: 10,
    reason: pastedReason,
  },
  {
    level1: '效益指标',
    level2: '经济效益指标',
    name: '减少工作人员就餐开支',
    target: '成效显著',
    actual: '达成预期指标',
    weight: 5,
    score: 5,
  },
  { level2: '社会效益指标', name: '提供就业岗位', target: '明显增加', actual: '达成预期指标', weight: 5, score: 5 },
  { level2: '生态效益指标', name: '改善就餐环境', target: '明显改善', actual: '达成预期指标', weight: 10, score: 10 },
  {
    level2: '可持续影响指标',
    name: '为工作人员就餐提供基本保障',
    target: '有效保障',
    actual: '达成预期指标',
    weight: 10,
    score: 10,
  },
  {
    level1: '满意度指标',
    level2: '满意度指标',
    name: '工作人员对政府保障资金满意度',
    target: '≥99%',
    actual: '100%',
    weight: 10,
    score: 10,
  },
];

const canteen: SampleFormFacts = {
  id: 'canteen',
  name: '食堂经费',
  project: '食堂经费',
  department,
  unit: department,
  budget: [11.28, 11.28, 9.92],
  rate: '87.97%',
  rateScore: 8.8,
  goal: '计划用于全局工作人员就餐费用。',
  outcome: '解决2023年度本部门工作人员就餐问题，降低就餐费用。',
  indicators: canteenIndicators,
  total: 87.3,
};

/** What was reached in the clean form, by the target. */
const cleanActuals: Readonly<Record<string, string>> = { '=20人': '20人', '≤100%': '100%', '≥99%': '99.5%' };

/** The same form with nothing left to say about it. */
const clean: SampleFormFacts = {
  ...canteen,
  id: 'clean',
  name: '无问题的表',
  budget: [11.28, 11.28, 11.28],
  rate: '100.00%',
  rateScore: 10,
  indicators: canteenIndicators.map((indicator): SampleIndicatorFacts => {
    const actual = cleanActuals[indicator.target] ?? indicator.actual;
    const isReduced = indicator.level2 === '经济效益指标';
    return {
      ...indicator,
      actual,
      score: isReduced ? 4.5 : indicator.weight,
      reason: isReduced ? '偏差原因：食材价格上涨，人均餐费降幅小于预期。改进措施：与供货商按季度商定价格。' : '',
    };
  }),
  total: 99.5,
};

const funds: SampleFormFacts = {
  id: 'funds',
  name: '衔接资金',
  project: '财政衔接推进乡村振兴补助资金',
  department,
  unit: department,
  budget: [7710, 7710, 7710],
  rate: '100.00%',
  rateScore: 10,
  goal: '按照巩固拓展脱贫攻坚成果同乡村振兴有效衔接要求,提高人均收入。',
  outcome: '县级衔接资金项目于2023年底全部建成并投入使用。',
  indicators: [
    {
      level1: '产出指标',
      level2: '数量指标',
      name: '标准化车间建设',
      target: '≥2个',
      actual: '2个',
      weight: 7,
      score: 7,
    },
    { name: '农村基础设施建设', target: '≥10公里', actual: '10公里', weight: 7, score: 7 },
    { name: '新增特色产业数量', target: '≥500人', actual: '500人', weight: 6, score: 6 },
    { level2: '质量指标', name: '项目（工程）验收合格率', target: '=100%', actual: '100%', weight: 10, score: 10 },
    {
      level2: '时效指标',
      name: '项目资金在规定时间内落实到项目率',
      target: '≥100%',
      actual: '100%',
      weight: 10,
      score: 10,
    },
    { level2: '成本指标', name: '预算控制率', target: '≤100%', actual: '100%', weight: 10, score: 10 },
    {
      level1: '效益指标',
      level2: '经济效益指标',
      name: '完成产业项目投资，增脱贫村、脱贫户（或监测对象）收入',
      target: '成效显著',
      actual: '达成预期指标',
      weight: 10,
      score: 10,
    },
    {
      level2: '社会效益指标',
      name: '提高脱贫人口（或监测对象）生活质量',
      target: '显著提高',
      actual: '达成预期指标',
      weight: 5,
      score: 5,
    },
    {
      level2: '生态效益指标',
      name: '改善村居通行情况',
      target: '明显改善',
      actual: '达成预期指标',
      weight: 5,
      score: 5,
    },
    { level2: '可持续影响指标', name: '产业项目收益年数', target: '≥10年', actual: '10年', weight: 10, score: 10 },
    {
      level1: '满意度指标',
      level2: '满意度指标',
      name: '受益对象对巩固拓展脱贫攻坚成果同乡村振兴有效衔接工作的满意度',
      target: '≥95%',
      actual: '95%',
      weight: 10,
      score: 10,
    },
  ],
  total: 100,
};

/** Every indicator row stands one column further right than its header says, as it was published. */
const shifted: PlainSheet = {
  id: 'shifted',
  name: '规划编制费',
  cells: cellsFrom([
    [{ value: '项目支出绩效自评表', isBold: true }],
    ['(2023年度)'],
    ['项目名称', null, '十四五规划编制费'],
    ['主管部门', null, department, null, null, '实施单位', department],
    ['项目资金 (万元)', null, '年初预算数', '全年预算数 (A)', '全年执行数 (B)', '分值', '执行率 (B/A)', '得分'],
    [null, '年度资金总额:', 0, 10, 10, 10, '100%', 10],
    [null, '其中: 本年财政拨款', 0, 10, 10, '-', '-', '-'],
    [null, '上年结转资金', null, null, null, '-', '-', '-'],
    [null, '其他资金', null, null, null, '-', '-', '-'],
    ['年度总体目标完成情况', '预期目标', null, null, null, '实际完成情况'],
    [null, '该项目预算用于支付十四五规划编制费用。', null, null, null, '完成十四五规划编制费用支付。'],
    [
      '年度绩效指标完成情况',
      '一级指标',
      '二级指标',
      '三级指标',
      null,
      '年度指标值',
      '实际完成值',
      '分值',
      '得分',
      '偏差原因分析及改进措施',
    ],
    ...shiftedRows(),
    ['总分', null, null, null, null, null, null, 100, 100],
    [
      '注: 1. 一级指标分值统一设置为: 产出指标50分、效益指标30分、服务对象满意度指标10分、预算资金执行率10分。如有特殊情况, 上述权重可做适当调整, 但加总后应等于100分。',
    ],
    [
      '2. 定性指标根据指标完成情况分为: 达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档, 分别按照该指标对应分值区间100-80%(含80%)、80-60%(含60%)、60-0%合理确定分值。',
    ],
    [
      '3. 定量指标若为正向指标(即指标值为≥*), 则得分计算方法应用全年实际值/年度指标值×该指标分值; 若定量指标为反向指标(即指标值为≤*), 则得分计算方法应用年度指标值/全年实际值×该指标分值; 定量指标得分最高不得超过该指标分值上限。',
    ],
    ['4. 评价得分说明: 说明全年实际值与年度指标值偏离情况(未达、持平、超额)。'],
  ]),
};

function shiftedRows(): readonly (readonly (string | number | null)[])[] {
  return [
    [
      '产出指标 (50分)',
      '数量指标',
      '十四五聘请第三方编审费用',
      '10万元',
      '十四五聘请第三方编审预算支付准确',
      '10万元',
      '10万元',
      15,
    ],
    [null, '质量指标', '预算支付准确率', '10万元', '预算支付及时', '10万元', '100%', 10],
    [null, '时效指标', '预算支付及时率', '100%', '项目实施成本', '100%', '100%', 10],
    [null, '成本指标', '项目实施成本', '100%', '指导县域经济发展贴合省及国家政策实施', '100%', '100%', 15],
    [
      '效益指标 (30分)',
      '经济效益指标',
      '指导县域经济发展贴合省及国家政策实施',
      '100%',
      '指导县域经济',
      '100%',
      '具备指导性',
      8,
    ],
    [null, '社会效益指标', '推进有效衔接', '具备指导性', '推进有效衔接', '具备指导性', '有效推进', 7],
    [null, '生态效益指标', '改善镇村建设规划', '有效推进', '改善镇村建设', '有效推进', '逐步改善', 7],
    [
      null,
      '可持续影响指标',
      '对十四五期间发展规划具有指导性',
      '逐步改善',
      '对十四五期间发展规划具有指导性',
      '逐步改善',
      '成效显著',
      8,
    ],
    ['满意度指标 (10分)', '服务对象满意度指标', '群众满意度', '成效显著', '群众满意度', '成效显著', '≥95%', 10],
  ].map(
    ([
      level1 = null,
      level2 = null,
      name = null,
      target = null,
      otherName = null,
      other = null,
      actual = null,
      points = null,
    ]) => [
      null,
      level1,
      level2,
      name,
      target,
      otherName,
      other,
      actual,
      // Weight and score are the same in every row.
      points,
      points,
    ],
  );
}

/** Cells that a careless page would run, and a careless writer would turn into formulas. */
const hostile: SampleFormFacts = {
  ...canteen,
  id: 'hostile',
  name: '<b>特殊&文字',
  project: '<img src=x onerror="document.title=1">食堂经费',
  indicators: canteenIndicators.map((indicator, index) =>
    index === 0 ? { ...indicator, name: '<script>document.title=2</script>=1+1', score: 3 } : indicator,
  ),
};

const ledger: PlainSheet = {
  id: 'ledger',
  name: '收支明细',
  cells: cellsFrom([
    ['日期', '摘要', '收入', '支出'],
    ['2023-01-05', '拨入经费', 5, null],
    ['2023-02-10', '采购食材', null, 1.2],
    ['2023-03-08', '采购食材', null, 1.4],
    ['合计', null, { value: 5, formula: '=SUM(C2:C4)' }, { value: 2.6, formula: '=SUM(D2:D4)' }],
  ]),
};

/** In the order in which they are offered; the first is opened at the start. */
export const samples: readonly Sample[] = [
  {
    id: 'published',
    label: '三张公开的自评表（2023）',
    workbook: {
      name: '2023年度项目支出绩效自评表.xlsx',
      sheets: [nationalForm(funds), nationalForm(canteen), shifted],
      activeSheet: canteen.id,
    },
  },
  {
    id: 'clean',
    label: '没有问题的自评表',
    workbook: { name: '没有问题的自评表.xlsx', sheets: [nationalForm(clean)] },
  },
  {
    id: 'special',
    label: '特殊情况：空表、不是自评表、受保护、特殊文字',
    workbook: {
      name: '特殊情况.xlsx',
      sheets: [
        ledger,
        { id: 'empty', name: '空表' },
        nationalForm({
          ...canteen,
          id: 'protected',
          name: '受保护的表',
          protection: { allowFormatCells: false, allowEditObjects: false },
        }),
        nationalForm(hostile),
      ],
    },
  },
];

/** The rule variants that profiles and rule texts must be able to express, one table for each. */
import { parseRubric, rubricToJson } from '../../../src/core/rubric/parseRubric';
import type { Rubric } from '../../../src/core/rubric/rubric';
import { scoreForm } from '../../../src/core/score/scoreForm';
import { formOf } from '../../support/formBuilder';
import { limitsOf, pointsOf, profile, scoreOne } from './scoreOne';

/** The national profile with some fields changed, read like anyone's. */
function changed(fields: Readonly<Record<string, unknown>>): Rubric {
  const parsed = parseRubric({ ...(rubricToJson(profile('national-2020')) as object), ...fields });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

describe('quantitative indicators', () => {
  it.each([
    ['≥20人', '17人', '8.5'],
    ['≥20人', '20人', '10'],
    ['≥20人', '35人', '10'],
    ['≥20人', '0人', '0'],
    ['=20人', '25人', '10'],
    ['=20人', '17人', '8.5'],
    ['20人', '17人', '8.5'],
    ['≥95%', '76%', '8'],
    ['＞125%', '150%', '10'],
    ['0.5189万亩', '0.471万亩', '9.08'],
    ['5189亩', '0.471万亩', '9.08'],
    ['≤200元/户', '250元/户', '8'],
    ['≤100%', '87.97%', '10'],
    ['≥95%', '≥95%', '10'],
    ['≥95%', '≥80%', null],
    ['≥95%', '', null],
    ['—', '95%', null],
    ['是', '否', null],
    ['≥10座', '8人', null],
    ['80%—90%', '85%', '10'],
    ['2023年10月底前', '2023年9月20日', '10'],
    ['2023年10月底前', '2023年12月20日', null],
    ['数量≥20人；面积≥100亩', '数量20人；面积120亩', '10'],
  ])('target %s and actual %s score %s of 10', (target, actual, points) => {
    expect(pointsOf({ name: '培训完成数', target, actual, weight: 10 })).toBe(points);
  });

  it.each([
    ['=0起', '0起', '10'],
    ['0起', '0起', '10'],
    ['≤0起', '1起', '0'],
    ['0起', '2起', '0'],
    ['=0起', '1起', '0'],
    ['≥0起', '3起', '10'],
  ])('a target of zero (%s) with %s scores %s', (target, actual, points) => {
    expect(pointsOf({ name: '安全生产', target, actual, weight: 10 })).toBe(points);
  });

  it('says why nothing could be computed', () => {
    expect(scoreOne({ target: '≥95%', actual: '' }).leftOpen).toBe('actual-missing');
    expect(scoreOne({ target: '—', actual: '5' }).leftOpen).toBe('target-missing');
    expect(scoreOne({ target: '≥10座', actual: '8人' }).leftOpen).toBe('units-differ');
    expect(scoreOne({ target: '≥95%', actual: '5', weight: null }).leftOpen).toBe('weight-missing');
    expect(scoreOne({ target: '≥95%', actual: '≥80%' }).leftOpen).toBe('not-measurable');
  });

  it('rounds once, half up, to the places of the rubric', () => {
    // 2 ÷ 3 × 10 = 6.666…; 1.005 stays exact: 67 ÷ 200 × 3 = 1.005 → 1.01.
    expect(pointsOf({ name: '新建桥涵', target: '3个', actual: '2个', weight: 10 })).toBe('6.67');
    expect(pointsOf({ name: '新建桥涵', target: '200个', actual: '67个', weight: 3 })).toBe('1.01');
    expect(
      pointsOf({ name: '新建桥涵', target: '3个', actual: '2个', weight: 10 }, changed({ rounding: { places: 1 } })),
    ).toBe('6.7');
    expect(
      pointsOf({ name: '新建桥涵', target: '3个', actual: '2个', weight: 10 }, changed({ rounding: { places: 0 } })),
    ).toBe('7');
  });
});

describe('a missed reverse indicator', () => {
  it.each([
    ['national-2020', '≤100万元', '110万元', '9.09'],
    ['huaiyuan-2023', '≤100万元', '110万元', '9.09'],
    ['national-linear-reverse', '≤100万元', '110万元', '9'],
    ['jingyuan-2021', '≤100万元', '110万元', '9'],
    ['national-2020', '≤100万元', '200万元', '5'],
    ['national-linear-reverse', '≤100万元', '200万元', '0'],
    ['national-linear-reverse', '≤100万元', '250万元', '0'],
  ])('%s: target %s, actual %s scores %s', (id, target, actual, points) => {
    expect(pointsOf({ name: '项目成本', target, actual, weight: 10 }, profile(id))).toBe(points);
  });
});

describe('words that say how often something happened', () => {
  it.each([
    ['有效投诉', '0', '未发生', '10'],
    ['重大安全事故', '≤1起', '没有发生', '10'],
    ['死亡人数', '0人', '无', '10'],
    // Nothing happened, or nothing was counted.
    ['逾期次数', '≤3次', '无', null],
    ['培训次数', '≥3次', '未发生', null],
  ])('%s: target %s, actual %s scores %s', (name, target, actual, points) => {
    expect(scoreOne({ name, target, actual, weight: 10 }).computed?.toFixed() ?? null).toBe(points);
  });
});

describe('direction', () => {
  it.each([
    [{ target: '≥10个' }, 'positive', 'comparator'],
    [{ target: '≤10个' }, 'reverse', 'comparator'],
    [{ target: '10个', sign: '≤' }, 'reverse', 'sign-column'],
    [{ target: '10个', sign: '正向' }, 'positive', 'sign-column'],
    [{ name: '投诉次数', target: '10次' }, 'reverse', 'words'],
    [{ name: '投诉办结率', target: '100%' }, 'positive', 'default'],
    [{ name: '成本节约率', target: '5%' }, 'positive', 'words'],
    [{ name: '亩均补助', level2: '成本指标', target: '1300元' }, 'reverse', 'words'],
    [{ name: '新建桥涵', target: '10座' }, 'positive', 'words'],
    [{ name: '惠及群众', level2: '社会效益指标', target: '10人' }, 'positive', 'default'],
    [{ name: '新建桥涵', target: '=10座' }, 'equal', 'comparator'],
  ])('%j is %s by %s', (spec, direction, from) => {
    const score = scoreOne({ ...spec, actual: '9个' });
    expect([score.direction, score.directionFrom]).toEqual([direction, from]);
  });
});

describe('over-completion', () => {
  const spec = { target: '≥100人', actual: '200人', weight: 10 };
  it.each([
    ['none', {}, '10'],
    ['annotate', { from: 1.3 }, '10'],
    ['reason', { from: 1.3 }, '10'],
    ['show', { from: 1.2 }, '10'],
    ['deduct', { from: 1.3, points: 2 }, '8'],
    ['reduce', { from: 1.3 }, '6.5'],
  ])('%s gives %j → %s', (kind, rest, points) => {
    expect(pointsOf(spec, changed({ overCompletion: { kind, ...rest } }))).toBe(points);
  });

  it('leaves an actual below the threshold alone', () => {
    const deduct = changed({ overCompletion: { kind: 'deduct', from: 1.3, points: 2 } });
    expect(pointsOf({ ...spec, actual: '129人' }, deduct)).toBe('10');
  });
});

describe('qualitative indicators', () => {
  it.each([
    ['national-2020', '达成预期指标', '[8, 10]'],
    ['national-2020', '部分达成预期指标并具有一定效果', '[6, 8)'],
    ['national-2020', '未达成预期指标且效果较差', '[0, 6)'],
    ['xixia-2019', '部分达成预期指标并具有一定效果', '[5, 8)'],
    ['national-2020', '成效显著', '[8, 10]'],
    ['national-2020', '有所改善', '[0, 10]'],
  ])('%s: actual %s lies in %s of 10', (id, actual, limits) => {
    const score = scoreOne({ target: '成效显著', actual, weight: 10 }, profile(id));
    expect(score.computed).toBeNull();
    expect(score.leftOpen).toBe('qualitative');
    expect(limitsOf(score)).toBe(limits);
  });

  it('counts equal words as met only where the rubric or the form says so', () => {
    const spec = { target: '是', actual: '是', weight: 10 };
    expect(pointsOf(spec, profile('xixia-2019'))).toBe('10');
    const national = scoreOne(spec);
    expect(national.computed).toBeNull();
    expect(limitsOf(national)).toBe('[8, 10]');
    expect(pointsOf({ ...spec, rule: '按时完成得满分，否则不得分。' })).toBe('10');
  });

  it('has named levels where the profile names them', () => {
    const spec = { target: '成效显著', actual: '成效一般', weight: 5 };
    expect(pointsOf(spec, profile('jingyuan-2021'))).toBe('4');
    const open = scoreOne({ ...spec, actual: '还可以' }, profile('jingyuan-2021'));
    expect(open.admissible?.map((score) => score.toFixed())).toEqual(['0', '3', '4', '5']);
  });
});

describe('satisfaction', () => {
  const spec = { name: '群众满意度', level1: '满意度指标', target: '≥90%', weight: 10 };
  it.each([
    ['national-2020', '81%', '9'],
    ['pinglu-2023', '95%', '10'],
    ['pinglu-2023', '81%', '8.1'],
    ['pinglu-2023', '59%', '0'],
    ['jingyuan-2021', '81%', '8.1'],
    ['jingyuan-2021', '92%', '10'],
  ])('%s: %s scores %s', (id, actual, points) => {
    expect(pointsOf({ ...spec, actual }, profile(id))).toBe(points);
  });
});

describe('the execution rate', () => {
  const budget = (executed: number): { budget: { budget: number; executed: number } } => ({
    budget: { budget: 100, executed },
  });
  const row = { name: '预算执行率', isExecutionRate: true, weight: 10 };
  it.each([
    ['national-2020', 87, '8.7'],
    ['national-2020', 120, '10'],
    ['xixia-2019', 90, '10'],
    ['xixia-2019', 89.99, '5'],
    ['xixia-2019', 80, '5'],
    ['xixia-2019', 79.99, '0'],
    ['jingyuan-2021', 71.57, '7.16'],
  ])('as a row, %s with %s of 100 scores %s', (id, executed, points) => {
    expect(pointsOf(row, profile(id), budget(executed))).toBe(points);
  });

  it.each([
    [100, '[5, 10]'],
    [90, '[4.5, 9.5]'],
    [84, '[0, 5]'],
  ])('in 平鲁 %s of 100 leaves %s, since the other years are not in the form', (executed, limits) => {
    expect(limitsOf(scoreOne(row, profile('pinglu-2023'), budget(executed)))).toBe(limits);
  });

  it('scores the budget block by its weight', () => {
    const form = formOf({
      indicators: [],
      budget: { budget: 11.28, executed: 9.92, rate: '87.97%', weight: 10, score: 8.8 },
    });
    const { execution } = scoreForm(form, profile('national-2020'));
    expect(execution?.rate?.toFixed(4)).toBe('0.8794');
    expect(execution?.computed?.toFixed()).toBe('8.8');
    expect(execution?.derivation.key).toBe('execution-stated-rate');
  });

  it('ignores a stated rate that the amounts do not allow', () => {
    const form = formOf({
      indicators: [],
      budget: { budget: 11.28, executed: 9.92, rate: '89%', weight: 10, score: 8.9 },
    });
    const { execution } = scoreForm(form, profile('national-2020'));
    expect(execution?.computed?.toFixed()).toBe('8.79');
    expect(execution?.interval?.high.toFixed()).toBe('8.8');
  });

  it.each([
    [0, 5],
    [null, 5],
    ['—', '—'],
    [100, null],
  ])('has no rate for a budget of %s and %s executed', (amount, executed) => {
    const form = formOf({ indicators: [], budget: { budget: amount, executed, weight: 10 } });
    const { execution } = scoreForm(form, profile('national-2020'));
    expect(execution?.rate).toBeNull();
    expect(execution?.computed).toBeNull();
    expect(execution?.derivation.key).toBe('execution-unknown');
  });

  it.each([
    [75, '89'],
    [65, '79'],
    [55, '69'],
    [45, '59'],
    [95, '100'],
  ])('%s of 100 caps the total at %s where the rubric has ceilings', (executed, total) => {
    const ceilings = [
      { below: 0.8, atMost: 89 },
      { below: 0.7, atMost: 79 },
      { below: 0.6, atMost: 69 },
      { below: 0.5, atMost: 59 },
    ];
    const form = formOf({ indicators: [{ target: '10个', actual: '10个', weight: 100 }], ...budget(executed) });
    const { allowed, computedScore, settledScore } = scoreForm(form, changed({ ceilings })).totals;
    // What is settled counts no further than what is allowed.
    expect([computedScore, settledScore, allowed?.high].map((points) => points?.toFixed())).toEqual([
      total,
      total,
      total,
    ]);
  });
});

describe("the form's own rules", () => {
  it.each([
    ['验收合格率≥98%得满分，不合格不得分。', '≥98%', '97%', '0'],
    ['完成得10分，未完成不得分。', '完成', '未完成', '0'],
    ['每少于一年扣0.6分，扣完为止。', '≥5年', '3年', '8.8'],
    ['每降低1%扣10%权重分，扣完为止。', '100%', '97%', '7'],
    ['每降低1%扣10%权重分，扣完为止。', '100%', '50%', '0'],
    ['按期完成得满分，每延迟一天扣0.5分，扣完为止。', '2023年6月30日前', '2023年7月4日', '8'],
    ['每达到一项指标值得5分，未达到按实际值计算得分。', '①增收≥3000元；②就业≥10人', '①增收3500元；②就业8人', '9'],
    ['得分=（1-（实际完成值-目标值）/目标值）×分值。', '≤100万元', '130万元', '7'],
    ['成本节约率≥0得满分；成本节约率<0，得分=分值×(1-|成本节约率|)。', '≤100万元', '120万元', '8'],
    ['达到指标值得满分，否则按实际完成比例计分，低于60%不得分。', '≥100人', '50人', '0'],
    ['达到指标值得满分，否则按实际完成比例计分，低于60%不得分。', '≥100人', '70人', '7'],
    ['满意度≥95%得10分；90%≤满意度<95%得8分；满意度<90%不得分。', '≥95%', '92%', '8'],
  ])('%s: %s and %s score %s', (rule, target, actual, points) => {
    const score = scoreOne({ name: '某项指标', rule, target, actual, weight: 10 });
    expect(score.computed?.toFixed() ?? null).toBe(points);
    expect(score.rule.source).toBe('form');
    expect(score.rule.text).toBe(rule);
  });

  it('leave the score to a person where the text does not speak of the case: no profile stands in for them', () => {
    const score = scoreOne({ rule: '达到目标得满分，发生事故不得分。', target: '≥10个', actual: '8个', weight: 10 });
    expect(score.computed).toBeNull();
    expect([score.certainty, limitsOf(score)]).toEqual(['judgement', '[0, 10]']);
    expect(score.rule.source).toBe('form');
  });

  it('is left to a person where the text is only half understood', () => {
    const rule = '按期完成得满分，每晚一个月扣2分，超过三个月的该指标减半计分。';
    const score = scoreOne({ rule, target: '2023年6月底前', actual: '2023年6月20日', weight: 10 });
    expect(score.computed).toBeNull();
    expect(score.leftOpen).toBe('rule-needs-person');
    expect(score.rule.notUnderstood).toEqual(['超过三个月的该指标减半计分']);
  });

  it('is left to a person where the text is not understood, and the profile does not stand in', () => {
    const score = scoreOne({ rule: '采用功效系数法计算得分。', target: '≥10个', actual: '8个', weight: 10 });
    expect(score.computed).toBeNull();
    expect(score.rule.source).toBe('form');
  });

  it('uses the part for quantitative or for qualitative indicators', () => {
    const rule =
      '1.若为定性指标，则根据“三档”原则分别按照指标值的100-80%(含)、80-50%(含)、50-0%来记分。2.若为定量指标，完成值达到指标值，记满分；未达到指标值，按B/A或A/B×该指标分值记分。';
    expect(pointsOf({ rule, target: '≥10个', actual: '8个', weight: 10 })).toBe('8');
    expect(limitsOf(scoreOne({ rule, target: '成效显著', actual: '部分达成预期指标并具有一定效果', weight: 10 }))).toBe(
      '[5, 8)',
    );
  });

  it.each([
    ['完成值达到指标值，记满分；完成值超过指标值50%以上的，按照偏离度适当调减分值。', '160人', null, '[0, 10]'],
    ['完成值达到指标值，记满分；完成值超过指标值50%以上的，按照偏离度适当调减分值。', '140人', '10', null],
    ['完成率超过130%的，酌情扣分。', '131人', null, '[0, 10]'],
    [
      '定量指标完成指标值的，记该指标所赋全部分值；对完成值高于指标值较多的，要分析原因，如果是由于年初指标值设定明显偏低造成的，要按照偏离度适当调减分值；未完成指标值的，按照完成值与指标值的比例记分。',
      '98人',
      '9.8',
      null,
    ],
    // Some other clause that nobody understands still opens every row.
    ['完成值达到指标值，记满分，未完成的按比例记分；遇有特殊情形的，另行调减分值。', '98人', null, '[0, 10]'],
  ])('a note that takes points for going far beyond opens those rows alone: %s, %s', (note, actual, points, limits) => {
    const score = scoreOne({ name: '培训人数', target: '≥100人', actual, weight: 10 }, profile('national-2020'), {
      notes: [note],
    });
    expect([score.computed?.toFixed() ?? null, limitsOf(score)]).toEqual([points, limits]);
  });

  it.each([
    // A note on one sort of indicators is the rule of those rows, and of no others.
    ['满意度指标：满意度≥90%得满分，80%（含）-90%得该项分值的80%，80%以下不得分。', '满意度指标', '≥90%', '85%', '8'],
    ['满意度指标：满意度≥90%得满分，80%（含）-90%得该项分值的80%，80%以下不得分。', '质量指标', '≥90%', '81%', '9'],
    ['成本指标超过指标值的不得分。', '成本指标', '≤500元', '550元', '0'],
    ['成本指标超过指标值的不得分。', '成本指标', '≤500元', '480元', '10'],
    // Where it cannot be told what a missed target costs, a person decides; one that is met is not touched.
    ['时效指标每超期10天扣该项分值的25%，扣完为止。成本指标超过指标值的不得分。', '时效指标', '≤100天', '120天', null],
    ['时效指标每超期10天扣该项分值的25%，扣完为止。成本指标超过指标值的不得分。', '时效指标', '≤100天', '90天', '10'],
    ['未完成的指标，每低于目标值1个百分点扣该项分值的2%，扣完为止。', '数量指标', '≥200人', '180人', null],
    ['未完成的指标，每低于目标值1个百分点扣该项分值的2%，扣完为止。', '数量指标', '≥200人', '200人', '10'],
    // Completion is of every indicator.
    [
      '完成率在130%以内的得满分；130%-200%的，扣该项分值的10%；未完成的，按完成比例计分。',
      '数量指标',
      '≥100人',
      '160人',
      '9',
    ],
    [
      '完成率在130%以内的得满分；130%-200%的，扣该项分值的10%；未完成的，按完成比例计分。',
      '数量指标',
      '≥100人',
      '95人',
      '9.5',
    ],
    [
      '指标完成率90%（含）以上的得该项分值的100%；60%（含）-90%的得该项分值的80%；60%以下不得分。',
      '数量指标',
      '≥100人',
      '70人',
      '8',
    ],
    // What quality earns says nothing of numbers, and how grades are named says nothing of rows.
    ['定性指标优得该指标分值的90%-100%，良得80%-90%，中得60%-80%，差得60%以下。', '数量指标', '≥100人', '95人', '9.5'],
    ['等级：90-100分为优秀，75-89分为良好，60-74分为合格，0-59分为不合格。', '数量指标', '≥100人', '95人', '9.5'],
  ])('the note “%s” and a row of %s, %s and %s', (note, level2, target, actual, points) => {
    const score = scoreOne({ name: '完成情况', level2, target, actual, weight: 10 }, profile('national-2020'), {
      notes: [note],
    });
    expect(score.computed?.toFixed() ?? null).toBe(points);
  });

  it.each([
    [
      '注：1.预算执行率90%（含）以上得10分，80%（含）-90%得8分，80%以下不得分。\n2.定量指标得分=实际完成值/年度指标值×分值，超过分值的按满分计。\n3.总分90分（含）以上为优，80-90分为良，80分以下为差。',
      '8',
    ],
    ['注：1.预算执行率得分=预算执行率×10分，最高不超过10分。2.定量指标得分=实际完成值/年度指标值×分值。', '8.6'],
    ['1.预算执行率达到100%得满分，每低1个百分点扣0.5分，扣完为止；2.定量指标得分=实际完成值/年度指标值×分值。', '3'],
    ['1.预算执行率由主管部门酌情扣分；2.定量指标得分=实际完成值/年度指标值×分值。', null],
  ])('an item of a note on the execution rate is its rule, and no doubt about the rows: %s', (note, rate) => {
    const form = formOf({
      indicators: [{ name: '培训人数', target: '≥200人', actual: '190人', weight: 90 }],
      budget: { budget: 100, executed: 86, rate: '86%', weight: 10 },
      notes: [note],
    });
    const { execution, indicators } = scoreForm(form, profile('national-2020'));
    expect(execution?.computed?.toFixed() ?? null).toBe(rate);
    expect(indicators[0]?.computed?.toFixed()).toBe('85.5');
  });

  it('takes the notes below the table before the profile', () => {
    const notes = [
      '注: 1. 一级指标分值统一设置为: 产出指标50分、效益指标30分、服务对象满意度指标10分、预算资金执行率10分。如有特殊情况, 上述权重可做适当调整, 但加总后应等于100分。',
      '2. 定性指标根据指标完成情况分为: 达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档, 分别按照该指标对应分值区间100-80%(含80%)、80-60%(含60%)、60-0%合理确定分值。',
      '3. 定量指标若为正向指标(即指标值为≥*), 则得分计算方法应用全年实际值/年度指标值×该指标分值; 若定量指标为反向指标(即指标值为≤*), 则得分计算方法应用年度指标值/全年实际值×该指标分值; 定量指标得分最高不得超过该指标分值上限。',
    ];
    const linear = profile('national-linear-reverse');
    const reverse = scoreOne({ target: '≤100万元', actual: '125万元', weight: 10 }, linear, { notes });
    // The note's ratio, not the profile's linear formula.
    expect(reverse.computed?.toFixed()).toBe('8');
    expect(reverse.rule).toMatchObject({ source: 'form', cell: { row: 17, column: 0 }, notUnderstood: [] });
    const quality = scoreOne({ target: '成效显著', actual: '达成预期指标', weight: 10 }, linear, { notes });
    expect(quality.rule.cell).toEqual({ row: 16, column: 0 });
    expect(limitsOf(quality)).toBe('[8, 10]');
  });

  it('resolves a reference to the rule that it names', () => {
    const rule = '满意度≥95%得10分；90%≤满意度<95%得8分；满意度<90%不得分。';
    const form = formOf({
      indicators: [
        { level1: '产出指标', target: '≥10个', actual: '10个' },
        { level1: '效益指标', rule, target: '≥95%', actual: '96%' },
        { level1: '满意度指标', rule: '同效益指标得分计算方式。', target: '≥95%', actual: '92%' },
      ],
    });
    const scores = scoreForm(form, profile('national-2020')).indicators;
    expect(scores[2]?.computed?.toFixed()).toBe('8');
    expect(scores[2]?.rule).toMatchObject({ source: 'form', text: rule, cell: { row: 14, column: 10 } });
  });

  it('resolves 同上 to the row above', () => {
    const form = formOf({
      indicators: [
        { rule: '验收合格率≥98%得满分，否则不得分。', target: '≥98%', actual: '99%' },
        { rule: '同上。', target: '≥98%', actual: '90%' },
      ],
    });
    expect(scoreForm(form, profile('national-2020')).indicators[1]?.computed?.toFixed()).toBe('0');
  });
});

describe('bonus and malus rows', () => {
  it('give nothing when nothing happened, and only their points when something did', () => {
    const row = { isAdjustment: true, weight: -5, rule: '预算在执行中调减的，直接扣减5分。', target: '无' };
    expect(pointsOf({ ...row, actual: '无' })).toBe('0');
    const happened = scoreOne({ ...row, actual: '调减一次' });
    expect(happened.admissible?.map((score) => score.toFixed())).toEqual(['-5', '0']);
  });

  it('stay outside the weights and move the total', () => {
    const form = formOf({
      indicators: [
        { target: '10个', actual: '10个', weight: 100, score: 100 },
        { isAdjustment: true, weight: -5, rule: '预算调减的，直接扣减5分。', target: '无', actual: '有', score: -5 },
      ],
    });
    const { totals } = scoreForm(form, profile('pinglu-2023'));
    expect([totals.weight, totals.sumOfScores, totals.computedScore].map((each) => each?.toFixed())).toEqual([
      '100',
      '95',
      '95',
    ]);
  });
});

describe('layouts that lack columns', () => {
  it('yield nulls and never throw', () => {
    const form = formOf({
      layout: 'transfer',
      indicators: [{ weight: null, target: '≥10个', actual: '8个' }],
    });
    const { indicators, totals } = scoreForm(form, profile('national-2020'));
    expect(indicators[0]?.leftOpen).toBe('weight-missing');
    expect(totals).toMatchObject({
      weight: null,
      statedScore: null,
      sumOfScores: null,
      computedScore: null,
      grade: null,
      computedGrade: null,
      allowed: null,
    });
    expect([totals.settledScore.toFixed(), totals.openCount]).toEqual(['0', 1]);
  });

  it('leave a displaced row unscored', () => {
    const form = formOf({ indicators: [{ target: '10个', actual: '10个', score: 10 }], misalignedLines: [13] });
    const { indicators, totals } = scoreForm(form, profile('national-2020'));
    expect(indicators[0]?.leftOpen).toBe('misaligned');
    expect(totals.sumOfScores).toBeNull();
  });
});

import { reviewSnapshot } from '../../src/core/report/reviewSnapshot';
import { sum } from '../../src/core/exact';
import { known } from '../../src/summary/amount';
import { conclusion } from '../../src/papers/conclusion';
import { formFacts, type FormFacts } from '../../src/summary/formFacts';
import { budgetTable, indicatorTable, levelTable } from '../../src/summary/formTables';
import { linesOf } from '../support/linesOf';
import { publishedForm, publishedForms } from '../forms';

function factsOf(name: string): FormFacts {
  const report = reviewSnapshot(publishedForm(name).snapshot).forms[0];
  if (!report) throw new Error(`${name} was not recognised`);
  return formFacts(report);
}

test('the tables of the canteen form state the figures of its review', () => {
  const facts = factsOf('canteen-2023');
  expect(linesOf(levelTable(facts))).toEqual([
    ['预算执行率', '10', '8.8', '8.8', '0', '0', '8.8', '0.88', '良'],
    ['产出指标', '50', '38.5', '48.5', '0', '0', '48.5', '0.97', '优'],
    // Four rows are a person's to judge: no score, no rate and no grade.
    ['效益指标', '30', '30', '0', '4', '30', null, null, null],
    ['满意度指标', '10', '10', '10', '0', '0', '10', '1', '优'],
  ]);
  expect(linesOf(budgetTable(facts))[0]).toEqual(['年度资金总额', '11.28', '11.28', '9.92', '0.879433']);
  const diners = linesOf(indicatorTable(facts)).find(([, , name]) => name === '就餐人数');
  expect(diners?.slice(3, 11)).toEqual(['10', '=20人', '17人', '8.5', '8.5', '8.5', '1.5', '按规则计算']);
});

test('the conclusion says how many P0 there are and how many rows are open before any points, what these rest on, and no total or grade of its own; right figures stand as the form writes them', () => {
  expect(conclusion(factsOf('canteen-2023'))).toBe(
    '“食堂经费”项目：项目全年预算数11.28万元，全年执行数9.92万元，预算执行率87.97%。' +
      '复核发现致命问题（P0）1项未改、重要问题（P1）1项未改；有4项指标待评定，分值共30分。' +
      '得分依据：按“安徽怀远 2023 年度项目支出自评”计算6项；4项尚未评定，不在得分之内。' +
      '可核定得分67.3分，待评定30分，允许的总分在91.3分至97.3分之间；总分和等级在评定之后确定（自评得分87.30分，等级“良”）。' +
      '其中：预算执行率权重10分、得分8.8分、得分率88.00%；产出指标权重50分、得分48.5分、得分率97.00%；' +
      '效益指标权重30分、可核定0分、待评定30分（4项）；满意度指标权重10分、得分10分、得分率100.00%。' +
      '主要扣分点：“就餐人数”扣1.5分；“预算执行率”扣1.2分。',
  );
});

test('displaced rows give no points, and the conclusion says so instead of a total', () => {
  const facts = factsOf('planning-2023');
  expect(facts.isDisplaced).toBe(true);
  expect(facts.levels).toEqual([]);
  // The budget block above the table stands where it should.
  const rows = facts.indicators.filter(({ cell }) => cell !== null);
  expect(rows.length).toBeGreaterThan(5);
  expect(
    rows.flatMap(({ reviewed, stated, weight }) => [reviewed, stated, weight]).every((points) => points === null),
  ).toBe(true);
  expect(conclusion(facts)).toContain('错位，未予计分');
  expect(conclusion(facts)).not.toContain('总分');
});

const scored = publishedForms.flatMap(({ name, snapshot }) =>
  reviewSnapshot(snapshot).forms.map((report) => ({ name, report, facts: formFacts(report) })),
);

test.each(scored)('$name: what its headings earned adds up to the reviewed total', ({ facts, report }) => {
  if (facts.reviewed === null || facts.isDisplaced || report.rubric.ceilings.length > 0) return;
  const points = sum(known(facts.levels.map(({ reviewed }) => reviewed)));
  expect(points.toFixed()).toBe(report.scores.totals.computedScore?.toFixed());
});

test('at least four published forms have a reviewed total to add up to', () => {
  expect(scored.filter(({ facts }) => facts.reviewed !== null).length).toBeGreaterThanOrEqual(4);
});

test.each(scored)('$name: facts are plain data that survive JSON', ({ facts }) => {
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
});

test('amounts in 元 become 万元 exactly, and a unit that is not named is said to be assumed', () => {
  const { report } = scored.find(({ name }) => name === 'canteen-2023')!;
  const budget = report.form.budget!;
  const inYuan = formFacts({ ...report, form: { ...report.form, budget: { ...budget, unit: '元' } } });
  expect([inYuan.budget, inYuan.executed]).toEqual(['0.001128', '0.000992']);
  const unnamed = formFacts({ ...report, form: { ...report.form, budget: { ...budget, unit: null } } });
  expect(unnamed.budget).toBe('11.28');
  expect(conclusion(unnamed)).toContain('未注明金额单位');
});

test('a missing total is said to be missing, and a ceiling explains why the parts exceed the total', () => {
  const open = factsOf('canteen-2023');
  const levels = open.levels.map((level) => ({ ...level, openCount: 0, reviewed: level.reviewed ?? '30' }));
  const indicators = open.indicators.map((row) => ({ ...row, basis: 'rule' as const }));
  const facts = { ...open, openCount: 0, levels, indicators };
  expect(conclusion({ ...facts, reviewed: '97.3', reviewedGrade: '优', fatal: 0, important: 0 })).toContain(
    '复核未发现致命问题（P0）。得分依据：按“安徽怀远 2023 年度项目支出自评”计算10项。经复核，总分97.3分，评级为“优”',
  );
  expect(conclusion({ ...facts, reviewed: null, reviewedGrade: null })).toContain('复核总分尚不能得出');
  expect(conclusion({ ...facts, reviewed: '89' })).toContain('各项得分之和为97.3分，因预算执行率过低，总分按89分封顶');
});

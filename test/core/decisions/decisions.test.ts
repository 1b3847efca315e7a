/** What the reviewer decides is data: the same review runs again, everything follows, and nothing else moves. */
import fc from 'fast-check';
import { plain } from '../../../src/core/exact';
import { executionBasisOf } from '../../../src/core/decisions/basis';
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import { formFacts, type FormFacts } from '../../../src/summary/formFacts';
import { problemsOf } from '../../../src/summary/problems';
import { rollUp, type RollUpRow } from '../../../src/summary/rollUp';
import { rollUpEntry } from '../../../src/summary/rollUpEntry';
import { publishedForm } from '../../forms';
import type { Decision } from '../../../src/core/decisions/decision';
import type { FormReport } from '../../../src/core/report/report';
import { toA1 } from '../../../src/core/sheet/cellRef';
import {
  explainedDecision,
  formOf,
  premiseDecision,
  review,
  rowOf,
  rows,
  ruleDecision,
  scoreDecision,
  unreadRule,
} from './decided';
import { createWords } from '../../../src/words';

const words = createWords('zh-CN');

const before = formOf(review());
const computed = (form: FormReport, name: string) => rowOf(form, name).computed?.toFixed() ?? null;
const fates = (form: FormReport) => form.decisions.map(({ fate }) => fate);
const editAt = (form: FormReport, name: string) =>
  form.plan.edits.filter(({ cell }) => toA1(cell) === toA1(rowOf(form, name).indicator.score!.cell.ref));

test('the fixture: four rows are open, one is settled and wrong', () => {
  expect(before.scores.indicators.map(({ certainty }) => certainty)).toEqual([
    'judgement',
    'judgement',
    'readings',
    'judgement',
    'settled',
  ]);
  expect(computed(before, '群众满意度')).toBe('18');
});

describe('a score given by the reviewer', () => {
  const given = formOf(review([scoreDecision(before, '服务能力', '16')]));

  test('settles the row, and totals, findings and plan follow from it', () => {
    expect(rowOf(given, '服务能力')).toMatchObject({
      certainty: 'settled',
      premises: [{ about: 'score', choice: 'given', source: 'decided' }],
      derivation: { key: 'score-given', facts: { score: '16', reason: '佐证材料不全' } },
    });
    expect(computed(given, '服务能力')).toBe('16');
    const { openCount, settledScore } = given.scores.totals;
    expect([openCount, plain(settledScore)]).toEqual([3, '34']);
    expect(given.findings).toContainEqual(
      expect.objectContaining({
        check: 'score-matches-rule',
        message: 'reviewed',
        severity: 'P1',
        found: 20,
        expected: 16,
      }),
    );
    expect(editAt(given, '服务能力')).toMatchObject([{ after: 16, recommended: true }]);
    expect(fates(given)).toEqual(['applied']);
  });

  test('leaves the total by the rules alone, which stands beside the reviewed one', () => {
    const { computedScore, ruledScore } = given.scores.totals;
    expect([plain(computedScore!), plain(ruledScore!)]).toEqual(['94', '98']);
    expect(before.scores.totals.ruledScore).toEqual(before.scores.totals.computedScore);
  });

  test('outranks what a rule settles; a broken rule stays as grave as it was', () => {
    const own = formOf(review([scoreDecision(before, '群众满意度', '15')]));
    expect(computed(own, '群众满意度')).toBe('15');
    const [finding] = own.findings.filter(({ check }) => check === 'score-matches-rule');
    expect(finding).toMatchObject({ severity: 'P0', message: 'reviewedBeside', expected: 15, facts: { ruled: '18' } });
  });

  test('is said to be the reviewer’s, with what the rule gives beside it; one that the rule gives keeps the sum of the rule', () => {
    const said = (score: string, reason?: string): string => {
      const own = formOf(review([scoreDecision(before, '群众满意度', score, reason)]));
      return words.findingText(own.findings.find(({ check }) => check === 'score-matches-rule')!).message;
    };
    expect(said('15', '问卷只有三份。')).toBe('“群众满意度”自评 20 分，复核评定 15 分：问卷只有三份；按规则为 18 分。');
    expect(said('18')).toBe('“群众满意度”得分 20，按规则应为 18，多 2。算式：81% ÷ 90% × 20 = 18.00');
  });

  test('survives inserted rows and a renamed sheet', () => {
    const moved = ['| 产出指标 | 数量指标 | 道路里程 | ≥3公里 | 3公里 | 0 | 0 | | |', ...rows];
    const form = formOf(review([scoreDecision(before, '服务能力', '16')], { rows: moved }));
    expect(computed(form, '服务能力')).toBe('16');
  });

  test('does not count once the row says something else, and is shown as not fitting', () => {
    const changed = rows.map((row) => row.replace('| 有所提升 | 有所提升 |', '| 有所提升 | 没有变化 |'));
    const form = formOf(review([scoreDecision(before, '服务能力', '16')], { rows: changed }));
    expect([computed(form, '服务能力'), fates(form)]).toEqual([null, ['changed']]);
  });

  test('outside the weight, or of a row that is not there any more, is kept and shown as not fitting', () => {
    expect(fates(formOf(review([scoreDecision(before, '服务能力', '21')])))).toEqual(['outside-weight']);
    const fewer = formOf(
      review([scoreDecision(before, '服务能力', '16')], { rows: rows.filter((_, line) => line !== 3) }),
    );
    expect(fates(fewer)).toEqual(['row-missing']);
  });

  test('of another project counts nowhere here, and is said to be elsewhere', () => {
    const decision = scoreDecision(before, '服务能力', '16');
    const sheet = review([decision], { project: '另一个项目' });
    expect([fates(formOf(sheet)), sheet.elsewhere]).toEqual([[], [decision]]);
  });
});

describe('a premise settled by the reviewer', () => {
  test('leaves the readings with that choice, decided instead of assumed', () => {
    expect(rowOf(before, '户均用量').readings.map((each) => each.computed?.toFixed())).toEqual(['20', '16.67']);
    const positive = formOf(review([premiseDecision(before, '户均用量', 'positive')]));
    expect([computed(positive, '户均用量'), fates(positive)]).toEqual(['20', ['applied']]);
    const reverse = formOf(review([premiseDecision(before, '户均用量', 'reverse')]));
    expect(computed(reverse, '户均用量')).toBe('16.67');
    expect(rowOf(reverse, '户均用量').premises).toContainEqual(
      expect.objectContaining({ about: 'direction', choice: 'reverse', source: 'decided' }),
    );
    expect(reverse.findings).toContainEqual(
      expect.objectContaining({ check: 'score-matches-rule', severity: 'P0', expected: 16.67 }),
    );
  });

  test('where the form answers the question itself is shown as not open', () => {
    expect(fates(formOf(review([premiseDecision(before, '群众满意度', 'reverse')])))).toEqual(['not-open']);
  });
});

describe('a rule written by the reviewer', () => {
  const means = '得分=实际完成值/年度指标值×分值';
  const form = formOf(review([ruleDecision(means)]));

  test('governs every row with that text, and behaves like a rule of the form', () => {
    expect([computed(form, '培训人数'), computed(form, '考核得分')]).toEqual(['16', '18']);
    expect(rowOf(form, '培训人数').rule).toMatchObject({ source: 'form', text: unreadRule, means });
    expect(rowOf(form, '培训人数').premises).toContainEqual(
      expect.objectContaining({ about: 'rule', choice: 'decided', source: 'decided', facts: { means } }),
    );
    expect(fates(form)).toEqual(['applied']);
  });

  test('is known again by its words, however they are spaced', () => {
    const spaced = rows.map((row) => row.replaceAll(unreadRule, `根据考核等次 折算计分　`));
    expect(computed(formOf(review([ruleDecision(means)], { rows: spaced })), '培训人数')).toBe('16');
  });

  test('that is not understood itself settles nothing, and says so', () => {
    const unread = formOf(review([ruleDecision('看情况给分')]));
    expect([computed(unread, '培训人数'), fates(unread)]).toEqual([null, ['not-understood']]);
  });
});

test('a text that speaks of points in a way nobody understood is never replaced by the profile', () => {
  const other = rows.map((row) => row.replaceAll(unreadRule, '按主管部门考核结果折算得分'));
  expect(rowOf(formOf(review([], { rows: other })), '培训人数')).toMatchObject({
    certainty: 'judgement',
    computed: null,
  });
});

describe('a finding passed after an explanation', () => {
  test('leaves the list, keeps its reason, and the written score stands everywhere', () => {
    const decision = explainedDecision(before, 'score-matches-rule', '群众满意度');
    const form = formOf(review([decision]));
    expect(
      form.findings.some(({ check, indicator }) => check === decision.check && indicator === decision.indicator),
    ).toBe(false);
    expect(form.accepted).toMatchObject([{ finding: { check: 'score-matches-rule', found: 20 }, decision }]);
    expect(rowOf(form, '群众满意度')).toMatchObject({ certainty: 'settled', decided: { how: 'explained' } });
    expect(computed(form, '群众满意度')).toBe('20');
    expect(editAt(form, '群众满意度')).toEqual([]);
    expect(form.scores.totals.computedScore!.minus(before.scores.totals.computedScore!).toFixed()).toBe('2');
    expect(form.allFindings.length).toBe(form.findings.length + 1);
  });

  test('about the form as a whole unticks what would overwrite it', () => {
    const short = rows.map((row) => row.replace('| 100 | 100 | | |', '| 100 | 97 | | |'));
    const open = formOf(review([], { rows: short }));
    const finding = open.findings.find(({ check }) => check === 'scores-reach-total')!;
    const total = (form: FormReport) => form.plan.edits.find(({ kind }) => kind === 'total');
    expect(toA1(finding.cells[0]!)).toBe(toA1(total(open)!.cell));
    const form = formOf(review([explainedDecision(open, 'scores-reach-total', null)], { rows: short }));
    expect([total(open)!.recommended, total(form)!.recommended]).toEqual([true, false]);
  });

  test('is open again when something else is found', () => {
    const decision = explainedDecision(before, 'score-matches-rule', '群众满意度');
    const changed = rows.map((row) => row.replace('| 81% | 20 | 20 |', '| 72% | 20 | 20 |'));
    const form = formOf(review([decision], { rows: changed }));
    expect(form.findings).toContainEqual(expect.objectContaining({ check: 'score-matches-rule', expected: 16 }));
    expect(fates(form)).toEqual(['changed']);
  });
});

describe('decisions that contradict each other', () => {
  test('are both told and none counts', () => {
    const pair = [scoreDecision(before, '服务能力', '16'), scoreDecision(before, '服务能力', '18')];
    const sheet = review(pair);
    expect(sheet.contradictions).toEqual([pair]);
    expect(computed(formOf(sheet), '服务能力')).toBeNull();
  });

  test('a written score that stands, and another one given, are such a pair', () => {
    const stands = explainedDecision(before, 'score-matches-rule', '群众满意度');
    const given = scoreDecision(before, '群众满意度', '15');
    const sheet = review([stands, given]);
    expect(sheet.contradictions).toEqual([[stands, given]]);
    expect(computed(formOf(sheet), '群众满意度')).toBe('18');
    // A score that does not count any more contradicts nothing.
    expect(review([stands, { ...given, basis: 'older' }]).contradictions).toEqual([]);
  });

  test('the same said twice is no contradiction', () => {
    const once = scoreDecision(before, '服务能力', '16');
    const sheet = review([once, { ...once, reason: '再次核对' }]);
    expect([sheet.contradictions, fates(formOf(sheet))]).toEqual([[], ['applied']]);
  });
});

describe('what is not decided', () => {
  const names = ['培训人数', '考核得分', '户均用量', '服务能力', '群众满意度'] as const;
  const decision: fc.Arbitrary<readonly [Decision, ReadonlySet<string>]> = fc.oneof(
    fc
      .record({ name: fc.constantFrom(...names), score: fc.nat({ max: 25 }) })
      .map(({ name, score }) => [scoreDecision(before, name, String(score)), new Set([name])] as const),
    fc
      .constantFrom('positive', 'reverse', 'equal')
      .map((choice) => [premiseDecision(before, '户均用量', choice), new Set(['户均用量'])] as const),
    fc
      .constantFrom('得分=实际完成值/年度指标值×分值', '每低于1人扣1分', '酌情得分')
      .map((means) => [ruleDecision(means), new Set(['培训人数', '考核得分'])] as const),
    fc.constant([explainedDecision(before, 'score-matches-rule', '群众满意度'), new Set(['群众满意度'])] as const),
    fc.constantFrom(...names).map(
      (name) =>
        [
          {
            kind: 'opinion',
            at: '',
            form: before.key,
            indicator: rowOf(before, name).indicator.key,
            opinion: '请补充佐证',
          },
          new Set<string>(),
        ] as const,
    ),
  );

  test('no decision changes: rows, their findings and their edits stay as they were', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 5 }), (made) => {
        const form = formOf(review(made.map(([one]) => one)));
        const touched = new Set(made.flatMap(([, rowNames]) => [...rowNames]));
        for (const score of before.scores.indicators) {
          const { key, name } = score.indicator;
          if (touched.has(name.text)) continue;
          expect(rowOf(form, name.text)).toEqual(score);
          const own = (report: FormReport) => [
            report.findings.filter(({ indicator }) => indicator === key),
            report.plan.edits.filter(({ indicator }) => indicator === key),
          ];
          expect(own(form)).toEqual(own(before));
        }
        if (touched.size === 0) expect(form.scores).toEqual(before.scores);
        // Every decision is accounted for: honoured, shown as not fitting, or one of a contradicting pair.
        expect(form.scores.totals.sumOfScores).toEqual(before.scores.totals.sumOfScores);
        expect(form.scores.totals.weight).toEqual(before.scores.totals.weight);
      }),
      { numRuns: 60 },
    );
  });

  test('no decision changes in the facts of the papers: neither its row and heading, nor what the unit wrote', () => {
    const facts = formFacts(before);
    /** What stands in the form, and no review says otherwise. */
    const written = ({
      budgetLines,
      grade,
      indicators,
      project,
      rate,
      rubric,
      stated,
      unit,
      written: figures,
      year,
    }: FormFacts) => [
      { budgetLines, grade, project, rate, rubric, stated, unit, figures, year },
      indicators.map(({ actual, cell, reason, target, weight, ...row }) => [
        cell,
        target,
        actual,
        weight,
        reason,
        row.stated,
      ]),
    ];
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 5 }), (made) => {
        const now = formFacts(formOf(review(made.map(([one]) => one))));
        const touched = new Set(made.flatMap(([, rowNames]) => [...rowNames]));
        expect(written(now)).toEqual(written(facts));
        for (const [place, row] of facts.indicators.entries()) {
          const own = now.indicators[place];
          // An opinion is told of its row and settles nothing in it.
          if (!touched.has(row.name)) expect({ ...own, opinion: '' }).toEqual(row);
          // A score that a person gives or lets stand is not what the rules give.
          if (!made.some(([{ kind }]) => kind === 'premise' || kind === 'rule')) expect(own?.ruled).toBe(row.ruled);
        }
        const isTouched = (level: string) =>
          facts.indicators.some(({ level1, name }) => level1 === level && touched.has(name));
        const untouched = ({ levels }: FormFacts) => levels.filter(({ name }) => !isTouched(name));
        expect(untouched(now)).toEqual(untouched(facts));
        const opinions = new Set(
          made.flatMap(([one]) => (one.kind === 'opinion' && one.indicator !== null ? [one.indicator] : [])),
        );
        expect(now.opinions).toHaveLength(opinions.size);
        if (touched.size === 0) expect({ ...now, opinions: [], indicators: facts.indicators }).toEqual(facts);
      }),
      { numRuns: 60 },
    );
  });

  test('no decision changes in a roll-up: forms of other projects keep their rows, this one what its unit wrote', () => {
    const otherRows = rows.map((line) => line.replace(unreadRule, '完成得满分，未完成不得分'));
    const rolled = (decisions: readonly Decision[]) => {
      const forms = ['农村道路养护', '学校食堂'].map((project, place) =>
        formOf(review(decisions, place === 0 ? { project } : { project, rows: otherRows })),
      );
      const problems = (form: FormReport) => problemsOf(form.findings.map((one) => ({ ...one, title: one.check })));
      return rollUp(
        forms.map((form) =>
          rollUpEntry({ path: '一.xlsx', sheet: form.form.sheetName }, formFacts(form), problems(form)),
        ),
      );
    };
    const undecided = rolled([]);
    const written = ({
      budget,
      department,
      executed,
      grade,
      initial,
      number,
      path,
      project,
      stated,
      unit,
    }: RollUpRow) => [...[budget, department, executed, grade, initial, number, path, project, stated, unit]];
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 5 }), (made) => {
        const { rows: now, totals } = rolled(made.map(([one]) => one));
        expect(now[1]).toEqual(undecided.rows[1]);
        expect(written(now[0]!)).toEqual(written(undecided.rows[0]!));
        expect([totals.forms, totals.stated]).toEqual([undecided.totals.forms, undecided.totals.stated]);
        expect(totals.openCount).toBe(now[0]!.openCount + now[1]!.openCount);
      }),
      { numRuns: 40 },
    );
  });

  test('every decision is accounted for: honoured, not fitting, contradicting, elsewhere, or the same said again', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 5 }), (made) => {
        const decisions = made.map(([one]) => one);
        const sheet = review(decisions);
        const told = new Set([
          ...formOf(sheet).decisions.map((each) => each.decision),
          ...sheet.contradictions.flat(),
          ...sheet.elsewhere,
        ]);
        const same = (left: Decision, right: Decision) =>
          JSON.stringify({ ...left, at: '' }) === JSON.stringify({ ...right, at: '' });
        for (const one of decisions) expect([...told].some((other) => same(one, other))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

test('a score given for the execution rate counts in totals and papers, and falls away once the amounts are others', () => {
  const { snapshot } = publishedForm('canteen-2023');
  const bare = formOf(reviewSnapshot(snapshot));
  const given: Decision = {
    ...{
      kind: 'score',
      at: '2026-03-01T08:00:00.000Z',
      form: bare.key,
      indicator: null,
      score: '8',
      reason: '按实际支付',
    },
    basis: executionBasisOf(bare.form.budget!),
  };
  const form = formOf(reviewSnapshot(snapshot, { decisions: [given] }));
  expect(form.scores.execution?.decided).toMatchObject({ how: 'given', reason: '按实际支付' });
  expect(form.scores.totals.settledScore.minus(bare.scores.totals.settledScore).toFixed()).toBe('-0.8');
  expect(formFacts(form).indicators[0]).toMatchObject({
    name: '预算执行率',
    reviewed: '8',
    ruled: '8.8',
    basis: 'given',
  });
  const [finding] = form.findings.filter(({ check }) => check === 'execution-score-matches-rule');
  expect(words.findingText(finding!).message).toMatch(
    /^预算执行率自评 [\d.]+ 分，复核评定 8 分：按实际支付；按规则为 8.8 分。$/u,
  );
  const other = formOf(reviewSnapshot(snapshot, { decisions: [{ ...given, basis: 'x' }] }));
  expect([other.scores.execution?.decided, other.decisions.map(({ fate }) => fate)]).toEqual([undefined, ['changed']]);
});

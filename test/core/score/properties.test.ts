/** What must hold for every form: order, limits, monotony, units, sums. */
import { cpuTime } from '../../support/cpuTime';
import fc from 'fast-check';
import { exact } from '../../../src/core/exact';
import { amountOf } from '../../../src/core/form/amountOf';
import { profiles } from '../../../src/core/rubric/profiles';
import { compileRule } from '../../../src/core/rubric/compileRule';
import { scoreForm } from '../../../src/core/score/scoreForm';
import { formOf, type IndicatorSpec } from '../../support/formBuilder';
import { ruleTexts } from '../../bench/ruleTexts';
import { scoreOne } from './scoreOne';

const number = fc.integer({ min: 0, max: 30000 }).map((hundredths) => hundredths / 100);
const weight = fc.integer({ min: 1, max: 60 }).map((halves) => halves / 2);
const sign = fc.constantFrom('≥', '≤', '=', '＞', '<', '');
const unit = fc.constantFrom('人', '%', '万元', '亩', '');
const rubric = fc.constantFrom(...profiles);
const words = fc.constantFrom(
  '是',
  '否',
  '完成',
  '未完成',
  '合格',
  '成效显著',
  '达成预期指标',
  '—',
  '',
  '及时',
  '1-2年',
  '2023年5月底前',
  '①≥3个；②5个',
  '#REF!',
);
const quantity = fc.tuple(sign, number, unit).map(([before, value, after]) => `${before}${value}${after}`);
const rule = fc.constantFrom(undefined, undefined, ...ruleTexts.map(({ text }) => text));

const spec: fc.Arbitrary<IndicatorSpec> = fc
  .record(
    {
      target: fc.oneof(quantity, words),
      actual: fc.oneof(quantity, words),
      weight,
      score: fc.option(number, { nil: null }),
      name: fc.constantFrom('新建桥涵', '投诉次数', '项目成本', '预算控制率', '群众满意度', '成本节约率'),
      rule,
      isExecutionRate: fc.boolean(),
    },
    { requiredKeys: ['target', 'actual', 'weight'] },
  )
  .map(({ rule: text, ...rest }) => (text === undefined ? rest : { ...rest, rule: text }));

describe('scores of any form', () => {
  it('never leave zero and the weight, and neither do the limits', () => {
    fc.assert(
      fc.property(fc.array(spec, { minLength: 1, maxLength: 6 }), rubric, (indicators, profile) => {
        const form = formOf({ indicators, budget: { budget: 100, executed: 87, weight: 10 } });
        for (const score of scoreForm(form, profile).indicators) {
          const most = amountOf(score.indicator.weight);
          const given = [score.computed, score.interval?.low, score.interval?.high, ...(score.admissible ?? [])];
          for (const each of given) {
            if (!each || !most) continue;
            expect(each.gte(0)).toBe(true);
            // A limit is rounded to two places, a weight is not.
            expect(each.lte(exact(most.toFixed(2)))).toBe(true);
          }
          expect(score.computed === null).toBe(score.leftOpen !== null);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.array(spec, { minLength: 2, maxLength: 6 }), rubric, (indicators, profile) => {
        // References name rows by their place, so they are left out.
        const own = indicators.filter((each) => !each.rule?.startsWith('同') && !each.rule?.startsWith('参照'));
        const named = own.map((each, index) => ({ ...each, name: `${each.name ?? '指标'}${index}` }));
        const points = (rows: readonly IndicatorSpec[]): ReadonlyMap<string, string | null> =>
          new Map(
            scoreForm(formOf({ indicators: rows }), profile).indicators.map((each) => [
              each.indicator.name.text,
              each.computed?.toFixed() ?? null,
            ]),
          );
        const forwards = points(named);
        const backwards = points([...named].reverse());
        expect(new Map([...backwards].sort())).toEqual(new Map([...forwards].sort()));
      }),
      { numRuns: 200 },
    );
  });

  it('rise with the actual where more is better, and fall where less is', () => {
    fc.assert(
      fc.property(sign, number, number, number, weight, rubric, (mark, target, one, other, most, profile) => {
        const at = (actual: number): ReturnType<typeof scoreOne> =>
          scoreOne({ name: '新建桥涵', target: `${mark}${target}座`, actual: `${actual}座`, weight: most }, profile);
        const low = at(Math.min(one, other));
        const high = at(Math.max(one, other));
        if (!low.computed || !high.computed) return;
        const isFalling = low.direction === 'reverse' || (target === 0 && (mark === '' || mark === '='));
        expect(isFalling ? high.computed.lte(low.computed) : high.computed.gte(low.computed)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('do not change when target and actual are written in another unit', () => {
    fc.assert(
      fc.property(sign, number, number, weight, rubric, (mark, target, actual, most, profile) => {
        const written = (scale: number, name: string): string | null =>
          scoreOne(
            {
              name: '新建道路',
              target: `${mark}${exact(target).times(scale).toFixed()}${name}`,
              actual: `${exact(actual).times(scale).toFixed()}${name}`,
              weight: most,
            },
            profile,
          ).computed?.toFixed() ?? null;
        expect(written(1000, '米')).toBe(written(1, '公里'));
      }),
      { numRuns: 200 },
    );
  });

  it('add up to the total: what is computed, and what was written where a rule leaves it to a person', () => {
    fc.assert(
      fc.property(fc.array(spec, { minLength: 1, maxLength: 6 }), rubric, (indicators, profile) => {
        const scores = scoreForm(formOf({ indicators }), profile);
        const parts = scores.indicators.map(({ computed, indicator }) => computed ?? amountOf(indicator.score));
        const known = parts.filter((part) => part !== null);
        const expected =
          known.length === parts.length ? known.reduce((total, part) => total.plus(part)).toFixed() : null;
        expect(scores.totals.computedScore?.toFixed() ?? null).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });
});

describe('any rule text', () => {
  const pieces = fc.constantFrom(
    '每',
    '晚',
    '一个月',
    '扣',
    '5分',
    '得满分',
    '，',
    '；',
    '。',
    '①',
    '②',
    '90%',
    '≥',
    '否则',
    '不得分',
    '预算执行率',
    '定性指标',
    '1.',
    '×',
    '分值',
    '按比例',
    '（',
    '）',
    '十',
    '半',
    '同上',
    '\n',
    '万',
    '档',
    '100-80%',
  );
  it('compiles without throwing, and every piece it keeps is in the text', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (words) => {
        const text = words.join('');
        const compiled = compileRule(text);
        for (const piece of [...compiled.understood, ...compiled.notUnderstood]) expect(text).toContain(piece);
        if (compiled.extent === 'wholly') expect(compiled.notUnderstood).toEqual([]);
        if (compiled.extent === 'partly') expect(compiled.notUnderstood).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('of any characters at all compiles without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(compileRule(text).text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('takes little time however long it is', () => {
    for (const unit of ['得', '①', '90%', '每晚一个月', '得5分', '预算执行率', 'A/B']) {
      const milliseconds = cpuTime(() => {
        compileRule(unit.repeat(30_000));
        compileRule(unit.repeat(Math.floor(2000 / unit.length)));
      });
      expect(milliseconds).toBeLessThan(2000);
    }
  });
});

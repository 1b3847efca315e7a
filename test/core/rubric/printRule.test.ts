/** A rule that is printed as Chinese compiles to the same rule: what a reviewer chose is a text like any other. */
import fc from 'fast-check';
import { exact } from '../../../src/core/exact';
import { compileRule } from '../../../src/core/rubric/compileRule';
import { printRule } from '../../../src/core/rubric/printRule';
import type { Award, ClausesRule, Limits, RuleCase, StepClause } from '../../../src/core/rubric/rule';
import { ruleCases } from '../../bench/ruleCases';
import { ruleTexts } from '../../bench/ruleTexts';

const plainOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('every rule of the corpus', () => {
  const read = [...ruleCases, ...ruleTexts].flatMap(({ text, isExecutionRate }) => {
    const context = { isExecutionRate: isExecutionRate ?? false };
    const { rule, isDoubtful } = compileRule(text, context);
    const printed = rule && !isDoubtful ? printRule(rule) : null;
    return printed === null ? [] : [{ text, rule, printed, context }];
  });

  it.each(read)('$text', ({ rule, printed, context }) => {
    const again = compileRule(printed, context);
    expect(plainOf(again.rule)).toEqual(plainOf(rule));
    expect(again.isDoubtful).toBe(false);
  });

  it('is nearly every rule', () => {
    expect(read.length).toBeGreaterThan(270);
  });
});

const points = fc
  .integer({ min: 1, max: 40 })
  .map((halves): Award => ({ kind: 'points', points: exact(halves).div(2) }));
const share = fc.integer({ min: 1, max: 19 }).map((parts): Award => ({ kind: 'share', share: exact(parts).div(20) }));
const award = fc.oneof(points, share);

/** Bands of one rate from the highest to the lowest, each end once. */
const cases: fc.Arbitrary<readonly RuleCase[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 20, max: 99 }), { minLength: 1, maxLength: 4 }),
    fc.array(award, { minLength: 6, maxLength: 6 }),
  )
  .map(([ends, awards]) => {
    const falling = [...ends].sort((left, right) => right - left).map((end) => exact(end).div(100));
    const limits = falling.map((from, index): Limits => {
      const to = falling[index - 1] ?? null;
      return { measure: 'actual', name: '合格率', from, includesFrom: true, to, includesTo: false, unit: '%' };
    });
    return limits.map((each, index): RuleCase => {
      const earning = awards[index] ?? { kind: 'points', points: exact(1) };
      return { condition: { kind: 'within', limits: each }, earning };
    });
  });

const step = (base: Limits): fc.Arbitrary<StepClause> =>
  fc.record({
    per: fc.constant('short' as const),
    size: fc.integer({ min: 1, max: 10 }).map((size) => exact(size)),
    unit: fc.constantFrom('%', '个百分点'),
    penalty: award,
    parts: fc.constantFrom('whole' as const, 'none' as const, null),
    base: fc.constant(base),
    atMost: fc.option(points, { nil: null }),
    words: fc.constant(''),
    cases: fc.constant(null),
  });

const rule: fc.Arbitrary<ClausesRule> = cases.chain((all) => {
  const last = all.at(-1)?.condition;
  const base = last?.kind === 'within' ? last.limits : null;
  if (!base) throw new Error('bands have limits');
  return fc.record({
    kind: fc.constant('clauses' as const),
    cases: fc.constant(all),
    steps: step(base).map((only) => [only]),
    vetoes: fc.constantFrom<readonly string[]>([], ['发生安全事故']),
    least: fc.option(points, { nil: null }),
    most: fc.option(points, { nil: null }),
  });
});

describe('any rule of bands and steps', () => {
  it('is the same after it was printed and read', () => {
    fc.assert(
      fc.property(rule, (written) => {
        const compiled = compileRule(printRule(written) ?? '');
        expect(plainOf(compiled.rule)).toEqual(plainOf(written));
        expect(compiled.extent).toBe('wholly');
      }),
      { numRuns: 300 },
    );
  });
});

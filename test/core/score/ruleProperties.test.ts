/** What must hold for scores by rule texts: within the weight, monotone where the text is, ends on both sides. */
import fc from 'fast-check';
import { exact } from '../../../src/core/exact';
import { ruleCases } from '../../bench/ruleCases';
import { scoreOne } from './scoreOne';

/** The computed points of a rate under a text. */
function pointsAt(rule: string, rate: number, weight: number, target = '≥90%'): number | null {
  const { computed } = scoreOne({ name: '设备合格率', rule, target, actual: `${rate}%`, weight });
  return computed ? Number(computed) : null;
}

const tenths = fc.integer({ min: 0, max: 1100 }).map((number) => number / 10);

describe('scores by a rule text', () => {
  it('never leave zero and the weight', () => {
    const texts = ruleCases.filter(({ isExecutionRate }) => !isExecutionRate);
    const rows = fc.constantFrom('≥90%', '100%', '≤100万元', '≥100个', '2023年6月底前', '合规', '0起');
    const actuals = fc.oneof(
      tenths.map((rate) => `${rate}%`),
      fc.constantFrom('80个', '130万元', '2023年9月10日', '合规', '2处不合规', '3起', '无', '较齐全', ''),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        rows,
        actuals,
        fc.integer({ min: 1, max: 30 }),
        (text, target, actual, weight) => {
          const score = scoreOne({ name: text.name, rule: text.text, target, actual, weight });
          const given = [score.computed, score.interval?.low, score.interval?.high, ...(score.admissible ?? [])];
          for (const each of given) if (each) expect(each.gte(0) && each.lte(weight)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('rise with the rate where the text does', () => {
    const rising = [
      '合格率≥90%得10分，每降低1个百分点扣0.5分，扣完为止。',
      '合格率≥95%得10分；80%≤合格率＜95%得6分；合格率＜80%不得分。',
      '合格率达到90%得满分，60%以下不得分，60%-90%之间采用插值法计分。',
      '合格率≥90%得10分；60%≤合格率＜90%，按合格率/90%×10计分；合格率＜60%不得分。',
      '完成100%得10分，完成80%以上得8分，完成60%以上得5分，60%以下不得分。',
      '合格率×分值。',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...rising), tenths, tenths, (rule, one, other) => {
        const low = pointsAt(rule, Math.min(one, other), 10, '100%');
        const high = pointsAt(rule, Math.max(one, other), 10, '100%');
        if (low !== null && high !== null) expect(high).toBeGreaterThanOrEqual(low);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['完成100%得10分，完成80%以上得8分，完成60%以上得5分，60%以下不得分。', '10'],
    ['完成率100%得10分；80%≤完成率＜100%得8分；完成率＜80%不得分。', '10'],
    ['完成率＝100%得满分，100%以下不得分。', '10'],
    ['完成60%以上得5分，完成80%以上得8分，完成100%得10分。', '10'],
    // What speaks of more than all gives it a meaning of its own.
    ['完成率＝100%得10分；80%以上得8分；完成率超过100%得6分。', '6'],
    ['合格率100%得10分；合格率80%以上得8分；80%以下不得分。', '8'],
  ])('have %s give 110 %% what its top step gives', (rule, points) => {
    const { computed } = scoreOne({ name: '任务完成率', rule, target: '100%', actual: '110%', weight: 10 });
    expect(computed?.toFixed() ?? null).toBe(points);
  });

  it('change exactly at the ends of bands, on the side that the sign says', () => {
    const ends = fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(ends, fc.boolean(), (some, isIncluded) => {
        const falling = [...some].sort((left, right) => right - left);
        const [above, below] = isIncluded ? ['≥', '＜'] : ['＞', '≤'];
        const bands = falling.map((end, index) => {
          const upper = falling[index - 1];
          const name =
            upper === undefined ? `合格率${above}${end}%` : `${end}%${isIncluded ? '≤' : '＜'}合格率${below}${upper}%`;
          return `${name}得${falling.length - index}分`;
        });
        const rule = `${[...bands, `合格率${below}${falling.at(-1) ?? 0}%不得分`].join('；')}。`;
        for (const [index, end] of falling.entries()) {
          const mine = falling.length - index;
          expect([rule, end, pointsAt(rule, end + 0.1, 10)]).toEqual([rule, end, mine]);
          expect([rule, end, pointsAt(rule, end - 0.1, 10)]).toEqual([rule, end, mine - 1]);
          expect([rule, end, pointsAt(rule, end, 10)]).toEqual([rule, end, isIncluded ? mine : mine - 1]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lose one penalty for every whole step, and say so where a part of one is left', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 30 }),
        (size, halves, missing) => {
          const penalty = halves / 2;
          const rule = `合格率≥90%得10分，每降低${size}个百分点扣${penalty}分，扣完为止。`;
          const points = pointsAt(rule, 90 - missing, 10);
          const steps = missing / size;
          const right = Math.max(0, 10 - steps * penalty);
          if (Number.isInteger(steps)) expect(points).toBe(right);
          else if (points !== null) expect(points).toBe(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('stay open where the text gives more than the row weighs', () => {
    const score = scoreOne({
      name: '合格率',
      rule: '合格率≥95%得8分，低于95%不得分。',
      target: '≥95%',
      actual: '96%',
      weight: 5,
    });
    expect(score.computed).toBeNull();
    expect(score.derivation).toMatchObject({ key: 'award-above-weight', facts: { weight: '5' } });
    expect(score.interval?.high.eq(exact(5))).toBe(true);
    const levels = { name: '资料', rule: '资料齐全得8分，较齐全得5分，不齐全不得分。', target: '齐全', actual: '齐全' };
    expect(scoreOne({ ...levels, weight: 8 }).computed?.toFixed()).toBe('8');
    expect(scoreOne({ ...levels, weight: 5 })).toMatchObject({
      computed: null,
      derivation: { key: 'award-above-weight', facts: { clause: '资料齐全得8分', weight: '5' } },
    });
  });
});

/** Whether a stated score is what the rule gives, for the eye; whether it is wrong is for the checks to say. */
import type { Exact } from '../../core/exact';
import { amountOf } from '../../core/form/amountOf';
import type { Reading } from '../../core/form/form';
import type { ScoreInterval } from '../../core/score/scores';

export type Agreement = 'agrees' | 'differs' | 'open';

/** What a rule gives: one score, limits, a few scores, or nothing. */
interface ByRule {
  readonly computed: Exact | null;
  readonly interval: ScoreInterval | null;
  readonly admissible?: readonly Exact[] | null;
}

/** Compares the score as written with what the rule gives; `open` where either is missing. */
export function agreementOf(stated: Reading | null, { admissible, computed, interval }: ByRule): Agreement {
  const score = amountOf(stated);
  if (!score) return computed ? 'differs' : 'open';
  if (computed?.eq(score)) return 'agrees';
  if (interval) {
    const { high, includesHigh, low } = interval;
    const isWithin = score.gte(low) && (includesHigh ? score.lte(high) : score.lt(high));
    return isWithin ? 'agrees' : 'differs';
  }
  if (admissible) return admissible.some((one) => one.eq(score)) ? 'agrees' : 'differs';
  return computed ? 'differs' : 'open';
}

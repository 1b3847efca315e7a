/** Fixed points, added or taken. */
import { greater, lesser, plain, zero } from '../../exact';
import type { AdjustmentRule } from '../../rubric/rule';
import { oneOf, type RuleOutcome } from '../outcome';
import type { Situation } from '../situation';

/** Fixed points: in a bonus or malus row they are the score, in an ordinary row they are added to or taken from it. */
export function applyAdjustment({ points }: AdjustmentRule, { isAdjustment, weight }: Situation): RuleOutcome {
  const facts = { points: plain(points) };
  if (isAdjustment) return oneOf([zero, points], 'adjustment-open', facts);
  const scores = points.lt(0) ? [weight, greater(zero, weight.plus(points))] : [zero, lesser(weight, points)];
  return oneOf(scores, 'adjustment-open', facts);
}

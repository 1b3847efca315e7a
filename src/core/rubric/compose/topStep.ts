/** 完成100%得10分，完成80%以上得8分: the top step of a ladder of completion holds what is above 100 % too. */
import { one } from '../../exact';
import type { Limits } from '../rule';
import { fixedAward, type Statement } from '../statements';
import { isNothing } from './items';

/** Limits with the statement that they belong to. */
export interface Placed {
  readonly statement: Statement;
  readonly limits: Limits;
}

/** Whether limits are exactly 100 % of what was to be done. */
function isAllDone({ from, measure, to, unit }: Limits): boolean {
  return measure === 'completion' && unit === '%' && from?.eq(one) === true && to?.eq(one) === true;
}

/** Whether limits are a step below 100 %: 80%以上, 60%-80%, 60%以下, 100%以下. */
function isLower({ from, includesTo, to, unit }: Limits): boolean {
  if (unit !== '%') return false;
  return to ? to.lt(one) || (to.eq(one) && !includesTo) : from?.lt(one) === true;
}

/** Whether a statement gives points of its own accord, and none by steps. */
function pays({ consequence, step }: Statement): boolean {
  if (consequence?.kind !== 'award' || step) return false;
  const award = fixedAward(consequence.award);
  const { verb } = consequence.award;
  return award !== null && !isNothing(award) && verb !== 'deduct' && verb !== 'add';
}

/** What speaks of doing too much gives 100 % a meaning of its own. */
const beyond = /超|大于|高于|偏离|偏差|误差/u;

/**
 * The limits of a text, where exactly 100 % of a completion with nothing but lower steps beside it is 100 % and more. A text
 * that speaks of what lies above 100 % keeps the equality, as does one without other steps.
 */
export function withTopStep(placed: readonly Placed[], statements: readonly Statement[]): readonly Placed[] {
  const [top, ...more] = placed.filter(({ limits, statement }) => isAllDone(limits) && pays(statement));
  const others = placed.filter((each) => each !== top);
  const isLadder = others.length > 0 && more.length === 0 && others.every(({ limits }) => isLower(limits));
  const speaksOfMore = statements.some(
    ({ heading, step, stepWords, words }) =>
      beyond.test(`${heading}${words}${stepWords}`) || (step !== null && step.per !== 'short'),
  );
  if (!top || !isLadder || speaksOfMore) return placed;
  return placed.map((each) =>
    each === top ? { ...each, limits: { ...each.limits, to: null, includesTo: false } } : each,
  );
}

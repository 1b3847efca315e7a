/**
 * What may be said of one row at a glance. The only place that turns certainty and verdict into 一致, 不一致 or 待评定, so
 * that no screen and no paper calls right what nobody could settle.
 */
import { zero } from '../exact';
import { amountOf } from '../form/amountOf';
import { executionVerdict, verdictOf } from './agreement';
import type { ExecutionScore, IndicatorScore } from './scores';

/** What the readings say of the written score; `missing`: none is written. */
type WrittenIs = 'right' | 'rounded' | 'question' | 'wrong' | 'missing';

/** Whether the score by the rule is settled, and what is said of the written one. */
export interface Standing {
  /** False: 待评定, whatever is written. */
  readonly isSettled: boolean;
  readonly written: WrittenIs;
}

/** Settled and right: the only standing that may be shown as 一致 and with a ✔. */
export function isConfirmed({ isSettled, written }: Standing): boolean {
  return isSettled && written === 'right';
}

/** The standing of an indicator. A displaced row is open, and nothing is said of what stands in it. */
export function standingOf(score: IndicatorScore): Standing {
  const { certainty, computed, indicator } = score;
  if (indicator.shift !== null) return { isSettled: false, written: 'right' };
  const isSettled = certainty === 'settled';
  if (amountOf(indicator.score)) return { isSettled, written: verdictOf(score).kind };
  // A bonus row with a dash claims nothing.
  const isNothing = indicator.isAdjustment && (computed === null || computed.eq(zero));
  return { isSettled, written: isNothing ? 'right' : 'missing' };
}

/** The standing of the execution rate of the budget block, whose amounts may be rounded. */
export function executionStanding(execution: ExecutionScore): Standing {
  const isSettled = execution.certainty === 'settled';
  if (!amountOf(execution.block.score)) return { isSettled, written: 'missing' };
  return { isSettled, written: executionVerdict(execution).kind };
}

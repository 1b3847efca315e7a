/** Without a budget above zero there is no execution rate. */
import { plain, zero } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { executionVerdict } from '../../score/agreement';
import type { ExecutionScore } from '../../score/scores';
import { defineCheck } from '../defineCheck';
import { halfStepOfRate } from '../shared/displayedStep';

/** Whether rate and score, as far as they are written, follow from the budget that was planned at first. */
function isByInitial(execution: ExecutionScore | null): boolean {
  if (!execution?.rateInterval) return false;
  const { block, rateInterval } = execution;
  const stated = amountOf(block.rate);
  const half = block.rate ? halfStepOfRate(block.rate.cell.text) : zero;
  const isRate = !stated || (stated.plus(half).gte(rateInterval.low) && stated.minus(half).lte(rateInterval.high));
  return isRate && executionVerdict(execution).kind === 'right';
}

export const budgetDenominatorPresent = defineCheck({
  id: 'budget-denominator-present',
  severity: 'P0',
  scope: 'budget',
  yieldsTo: ['cell-without-error', 'budget-parts-reach-total'],
  messages: { zero: ['budget', 'executed'], missing: ['executed'], byInitial: ['initial', 'executed'] },

  find({ form: { budget: block }, scores: { execution } }, report) {
    const whole = block?.lines.find(({ role }) => role === 'total');
    const executed = amountOf(whole?.executed ?? null);
    const reading = whole?.budget ?? whole?.initial ?? null;
    if (!block || !reading || !executed || reading.kind === 'error') return;
    const amount = amountOf(reading);
    if (amount?.gt(0)) return;
    // Nothing planned, nothing spent and nothing claimed: there is nothing to rate.
    const claimed = amountOf(block.rate) ?? amountOf(block.score);
    if (executed.lte(0) && !claimed?.gt(0)) return;
    // Rate and score cannot be right either; this explains them.
    const cells = [reading, block.rate, block.score].flatMap((one) => (one ? [one.cell.ref] : []));
    if (amount)
      report('zero', { cells, facts: { budget: plain(amount), executed: plain(executed) }, found: plain(amount) });
    else if (reading === whole?.budget && amountOf(whole.initial)?.gt(0) && isByInitial(execution)) {
      // The rate is taken of what was planned at first: as good as any while nothing says that it was changed.
      const facts = { initial: plain(amountOf(whole.initial) ?? executed), executed: plain(executed) };
      report('byInitial', { cells: [reading.cell.ref], facts, severity: 'P1', found: reading.cell.text });
    } else report('missing', { cells, facts: { executed: plain(executed) }, found: reading.cell.text });
  },
});

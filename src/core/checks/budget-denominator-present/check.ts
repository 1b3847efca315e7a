/** Without a budget above zero there is no execution rate. */
import { plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { defineCheck } from '../defineCheck';

export const budgetDenominatorPresent = defineCheck({
  id: 'budget-denominator-present',
  severity: 'P0',
  scope: 'budget',
  yieldsTo: ['cell-without-error', 'budget-parts-reach-total'],
  messages: { zero: ['budget', 'executed'], missing: ['executed'] },

  find({ form: { budget: block } }, report) {
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
    else report('missing', { cells, facts: { executed: plain(executed) }, found: reading.cell.text });
  },
});

/** The stated execution rate must be one that the amounts allow, given how they were rounded. */
import { hundred } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { defineCheck } from '../defineCheck';
import { areAmountsReadable } from '../shared/amounts';
import { halfStepOfRate } from '../shared/displayedStep';

export const executionRateMatchesAmounts = defineCheck({
  id: 'execution-rate-matches-amounts',
  severity: 'P0',
  scope: 'budget',
  yieldsTo: ['budget-denominator-present'],
  messages: { differs: ['stated', 'computed', 'low', 'high'] },

  find({ scores: { execution } }, report) {
    const reading = execution?.block.rate ?? null;
    const stated = amountOf(reading);
    if (!execution?.rate || !execution.rateInterval || !reading || !stated) return;
    if (!areAmountsReadable(execution.block)) return;

    // The stated rate was itself rounded, to the places that are displayed.
    const halfStep = halfStepOfRate(reading.cell.text);
    const { low, high } = execution.rateInterval;
    if (stated.plus(halfStep).gte(low) && stated.minus(halfStep).lte(high)) return;
    // More spent than planned, and the rate written as far as it earns points: the amounts have a finding of their own.
    if (stated.eq(1) && low.gt(1)) return;

    const percent = (ratio: typeof stated): string => `${ratio.times(hundred).toFixed(2)}%`;
    report('differs', {
      cells: [reading.cell.ref],
      facts: { stated: reading.cell.text, computed: percent(execution.rate), low: percent(low), high: percent(high) },
      score: execution,
      found: reading.cell.text,
      expected: percent(execution.rate),
    });
  },
});

/** The stated execution rate must be one that the amounts allow, given how they were rounded. */
import { hundred, plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { defineCheck } from '../defineCheck';
import { areAmountsReadable } from '../shared/amounts';
import { halfStepOfRate } from '../shared/displayedStep';
import { rateOfInitial } from '../shared/rateOfInitial';

export const executionRateMatchesAmounts = defineCheck({
  id: 'execution-rate-matches-amounts',
  severity: 'P0',
  scope: 'budget',
  yieldsTo: ['budget-denominator-present'],
  messages: {
    differs: ['stated', 'computed', 'low', 'high'],
    ofInitial: ['stated', 'computed', 'initial', 'budget'],
    ofInitialScored: ['stated', 'computed', 'initial', 'budget', 'score', 'due'],
  },

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
    const figures = { stated: reading.cell.text, computed: percent(execution.rate) };
    const remark = { score: execution, found: reading.cell.text, expected: percent(execution.rate) };
    const cells = [reading.cell.ref];
    const ofInitial = rateOfInitial(execution);
    if (!ofInitial) {
      report('differs', { ...remark, cells, facts: { ...figures, low: percent(low), high: percent(high) } });
      return;
    }
    const facts = { ...figures, initial: plain(ofInitial.initial), budget: plain(ofInitial.budget) };
    const score = amountOf(execution.block.score);
    // A score that follows from the wrong rate has no cause of its own.
    if (score && execution.block.score && execution.computed && execution.fromStatedRate?.eq(score)) {
      const both = { ...facts, score: plain(score), due: plain(execution.computed) };
      report('ofInitialScored', { ...remark, cells: [...cells, execution.block.score.cell.ref], facts: both });
    } else report('ofInitial', { ...remark, cells, facts });
  },
});

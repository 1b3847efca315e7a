/** The stated execution rate must be one that the amounts allow, given how they were rounded. */
import { hundred, plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { BudgetBlock, BudgetLine } from '../../form/form';
import { executionRateOf, totalLineOf } from '../../score/executionRate';
import { defineCheck, type Remark } from '../defineCheck';
import { areAmountsReadable } from '../shared/amounts';
import { halfStepOfRate } from '../shared/displayedStep';
import { rateOfInitial } from '../shared/rateOfInitial';

/** Whether the rate that a line states is one that its amounts allow, or the share of the whole that it may be instead. */
function isAllowed(block: BudgetBlock, line: BudgetLine): boolean {
  const whole = totalLineOf(block);
  const pairs: readonly Pick<BudgetLine, 'budget' | 'executed'>[] = [
    line,
    { executed: line.executed, budget: line.initial },
    { executed: line.executed, budget: whole?.budget ?? null },
    { executed: line.executed, budget: whole?.executed ?? null },
    { executed: line.budget, budget: whole?.budget ?? null },
  ];
  return pairs.some(
    ({ budget, executed }) =>
      // Without a budget the stated rate would be taken for granted.
      amountOf(budget)?.gt(0) &&
      executionRateOf({ ...block, rate: line.rate, lines: [{ ...line, role: 'total', budget, executed }] })?.usesStated,
  );
}

/** The parts of the funds whose own rate their amounts do not give in any way; capped at one is a way. */
function wrongParts(block: BudgetBlock): readonly Remark[] {
  return block.lines.flatMap((line) => {
    const { budget, executed, label, rate } = line;
    const [stated, planned, spent] = [rate, budget, executed].map((reading) => amountOf(reading ?? null));
    if (!rate || !stated || !planned?.gt(0) || !spent?.gte(0) || isAllowed(block, line)) return [];
    if (stated.eq(1) && spent.gt(planned)) return [];
    const computed = `${spent.div(planned).times(hundred).toFixed(2)}%`;
    const facts = {
      line: label.text,
      stated: rate.cell.text,
      executed: plain(spent),
      budget: plain(planned),
      computed,
    };
    return [{ cells: [rate.cell.ref], facts, found: rate.cell.text, expected: computed }];
  });
}

export const executionRateMatchesAmounts = defineCheck({
  id: 'execution-rate-matches-amounts',
  severity: 'P0',
  scope: 'budget',
  yieldsTo: ['budget-denominator-present'],
  messages: {
    differs: ['stated', 'computed', 'low', 'high'],
    ofInitial: ['stated', 'computed', 'initial', 'budget'],
    part: ['line', 'stated', 'executed', 'budget', 'computed'],
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
    if (stated.plus(halfStep).gte(low) && stated.minus(halfStep).lte(high)) {
      // What the column holds is sure where the total's own rate is right.
      for (const remark of wrongParts(execution.block)) report('part', { ...remark, severity: 'P1' });
      return;
    }
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

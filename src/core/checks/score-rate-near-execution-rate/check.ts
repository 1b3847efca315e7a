/** Points far ahead of the money that was spent are an alarm. */
import { type Exact, exact, hundred, lesser, plain, sum } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { Indicator } from '../../form/form';
import { defineCheck } from '../defineCheck';
import { lacksWeight, ordinary, sumOf } from '../shared/scored';

/** Where the rubric names no limit of its own. */
const usualLimit = exact('0.05');

/** The score, as far as the weight allows; more has a finding of its own. */
function capped({ score, weight }: Indicator): Exact | null {
  const full = amountOf(weight);
  const written = amountOf(score);
  return full && written && lesser(full, written);
}

export const scoreRateNearExecutionRate = defineCheck({
  id: 'score-rate-near-execution-rate',
  severity: 'P1',
  scope: 'totals',
  yieldsTo: ['budget-denominator-present', 'execution-rate-matches-amounts'],
  messages: { ahead: ['scoreRate', 'rate', 'beyond', 'limit'] },

  find({ form, rubric, scores: { execution } }, report) {
    const rate = execution?.rate;
    const rows = ordinary(form).filter(
      ({ isExecutionRate, score, weight }) => !isExecutionRate && amountOf(score) && amountOf(weight),
    );
    const weight = sumOf(rows.map((row) => row.weight));
    const score = sum(rows.flatMap((row) => capped(row) ?? []));
    const whole = execution?.block.lines.find(({ role }) => role === 'total');
    const cell = execution?.block.rate?.cell ?? whole?.executed?.cell;
    if (!rate?.gt(0) || !cell || !weight?.gt(0) || lacksWeight(ordinary(form))) return;
    const scoreRate = score.div(weight);
    const beyond = scoreRate.minus(rate).div(rate);
    const limit = rubric.alarms.scoreRateBeyondExecution ?? usualLimit;
    if (beyond.lte(limit)) return;
    const percent = (ratio: typeof rate): string => `${ratio.times(hundred).toFixed(2)}%`;
    report('ahead', {
      cells: [cell.ref],
      facts: {
        scoreRate: percent(scoreRate),
        rate: percent(rate),
        beyond: percent(beyond),
        limit: `${plain(limit.times(hundred))}%`,
      },
      found: percent(scoreRate),
    });
  },
});

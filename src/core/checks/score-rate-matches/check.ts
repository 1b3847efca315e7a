/** A stated score rate must be the score divided by its weight. */
import { exact, type Exact, hundred } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { CellReading } from '../../form/form';
import { defineCheck } from '../defineCheck';
import { halfStepOfRate } from '../shared/displayedStep';
import { hasHole, lacksWeight, ordinary } from '../shared/scored';

function percent(ratio: Exact): string {
  return `${ratio.times(hundred).toFixed(2)}%`;
}

/** Whether a score is a product of its 得分系数, which may itself be rounded by `half`, rounded as the score is displayed. */
function isRounded(product: Exact, half: Exact, score: CellReading): boolean {
  const places = /\.(\d+)/u.exec(score.cell.text)?.[1]?.length ?? 0;
  const written = amountOf(score);
  return (
    written !== null &&
    product
      .minus(written)
      .abs()
      .lte(
        exact(5)
          .div(exact(10).pow(places + 1))
          .plus(half),
      )
  );
}

function isNear(stated: Exact, text: string, rate: Exact): boolean {
  return stated.minus(rate).abs().lte(halfStepOfRate(text));
}

export const scoreRateMatches = defineCheck({
  id: 'score-rate-matches',
  severity: 'P0',
  scope: 'indicators',
  yieldsTo: [
    'cell-without-error',
    'weight-is-number',
    'score-present',
    'score-within-weight',
    'score-within-tier',
    'score-admissible',
    'score-matches-rule',
  ],
  messages: {
    differs: ['name', 'stated', 'computed', 'score', 'weight'],
    total: ['stated', 'computed', 'score', 'weight'],
  },

  findInRow({ indicator }, _, report) {
    const { coefficient, isAdjustment, key, name, score, scoreRate: rated, weight } = indicator;
    const scoreRate = rated ?? coefficient;
    const full = amountOf(weight);
    const written = amountOf(score);
    const stated = amountOf(scoreRate);
    if (isAdjustment || !full?.gt(0) || !written || !stated || !scoreRate) return;
    const rate = written.div(full);
    const { text } = scoreRate.cell;
    if (isNear(stated, text, rate)) return;
    if (scoreRate === coefficient && score && isRounded(stated.times(full), halfStepOfRate(text).times(full), score))
      return;
    report('differs', {
      cells: [scoreRate.cell.ref],
      indicator: key,
      facts: {
        name: name.text,
        stated: text,
        computed: percent(rate),
        score: written.toFixed(),
        weight: full.toFixed(),
      },
      found: text,
      expected: percent(rate),
    });
  },

  find({ form, scores: { totals } }, report) {
    const reading = form.total?.scoreRate;
    const stated = amountOf(reading ?? null);
    const whole = totals.weight;
    const written = totals.statedScore;
    const rows = ordinary(form);
    const isHoled = lacksWeight(rows) || hasHole(rows.map(({ score }) => score));
    if (!reading || !stated || !written || !whole?.gt(0) || isHoled) return;
    const rates = [written, totals.sumOfScores ?? written].map((points) => points.div(whole));
    const { text } = reading.cell;
    // A wrong total has its own check; a rate that fits the true sum is right.
    if (rates.some((rate) => isNear(stated, text, rate))) return;
    const computed = percent(written.div(whole));
    report('total', {
      cells: [reading.cell.ref],
      facts: { stated: text, computed, score: written.toFixed(), weight: whole.toFixed() },
      found: text,
      expected: computed,
    });
  },
});

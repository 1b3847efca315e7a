/** A score can neither exceed its weight nor be negative. */
import { plain, sum, zero } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { CellReading } from '../../form/form';
import { oneLine } from '../../form/reading';
import { defineCheck } from '../defineCheck';

export const scoreWithinWeight = defineCheck({
  id: 'score-within-weight',
  severity: 'P0',
  scope: 'indicators',
  yieldsTo: ['weight-is-number'],
  messages: {
    over: ['name', 'score', 'weight'],
    negative: ['name', 'score', 'weight'],
    sharedOver: ['label', 'score', 'weight', 'count'],
  },

  find({ form }, report) {
    const look = (
      name: string,
      weightReading: CellReading | null,
      scoreReading: CellReading | null,
      indicator?: string,
    ): void => {
      const weight = amountOf(weightReading);
      const score = amountOf(scoreReading);
      if (!scoreReading || !score) return;
      const limit = weight ?? null;
      const remark = {
        cells: [scoreReading.cell.ref],
        facts: { name, score: plain(score), weight: limit ? plain(limit) : '' },
        found: score.toNumber(),
        ...(indicator === undefined ? {} : { indicator }),
      };
      if (score.lt(zero)) report('negative', { ...remark, expected: 0 });
      else if (limit && score.gt(limit)) report('over', { ...remark, expected: limit.toNumber() });
    };

    for (const { isAdjustment, name, weight, score, key } of form.indicators) {
      // Bonus and malus rows carry their sign in the weight; their limits belong to the rule.
      if (!isAdjustment) look(name.text, weight, score, key);
    }
    for (const { covers, label, weight } of form.sharedWeights) {
      const rows = form.indicators.filter(({ key }) => covers.includes(key));
      const scores = rows.flatMap(({ score }) => (score && amountOf(score) ? [score] : []));
      const together = sum(scores.map((score) => amountOf(score) ?? zero));
      if (together.lte(weight)) continue;
      const facts = { label: oneLine(label), score: plain(together), weight: plain(weight), count: scores.length };
      const cells = [...scores.map(({ cell }) => cell.ref), label.ref];
      report('sharedOver', { cells, facts, severity: 'P1', found: plain(together) });
    }
    const total = form.budget?.lines.find(({ role }) => role === 'total');
    if (form.budget && total) look(total.label.text, form.budget.weight, form.budget.score);
  },
});

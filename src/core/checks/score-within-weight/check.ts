/** A score can neither exceed its weight nor be negative. */
import { plain, sum, zero } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { CellReading } from '../../form/form';
import { oneLine } from '../../form/reading';
import { defineCheck, type Remark } from '../defineCheck';

interface Scored {
  readonly name: string;
  readonly weight: CellReading | null;
  readonly score: CellReading | null;
}

/** Reports one score that lies outside of its weight. */
function hold(
  { name, score: reading, weight: full }: Scored,
  indicator: string | null,
  report: (message: 'over' | 'negative', remark: Remark) => void,
): void {
  const limit = amountOf(full);
  const score = amountOf(reading);
  if (!reading || !score) return;
  const isOver = limit !== null && score.gt(limit);
  if (!isOver && !score.lt(zero)) return;
  const remark = {
    cells: [reading.cell.ref],
    facts: { name, score: plain(score), weight: limit ? plain(limit) : '' },
    found: score.toNumber(),
    ...(indicator === null ? {} : { indicator }),
  };
  if (score.lt(zero)) report('negative', { ...remark, expected: 0 });
  else if (limit) report('over', { ...remark, expected: limit.toNumber() });
}

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

  findInRow({ indicator: { isAdjustment, key, name, score, weight } }, _, report) {
    // Bonus and malus rows carry their sign in the weight; their limits belong to the rule.
    if (!isAdjustment) hold({ name: name.text, weight, score }, key, report);
  },

  find({ form }, report) {
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
    if (form.budget && total) hold({ ...form.budget, name: total.label.text }, null, report);
  },
});

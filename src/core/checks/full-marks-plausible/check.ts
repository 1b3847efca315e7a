/** Full marks everywhere are rare enough to be looked at twice. */
import { hundred } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { defineCheck } from '../defineCheck';
import { ordinary } from '../shared/scored';

const fewest = 5;

export const fullMarksPlausible = defineCheck({
  id: 'full-marks-plausible',
  severity: 'P2',
  scope: 'totals',
  yieldsTo: ['score-present'],
  messages: { all: ['count'], allDespiteRate: ['count', 'rate'] },

  find({ form, scores: { execution } }, report) {
    const rows = ordinary(form).flatMap(({ score, weight }) => {
      const full = amountOf(weight);
      const written = amountOf(score);
      return full && written ? [{ isFull: written.gte(full) }] : [];
    });
    if (rows.length < fewest || rows.some(({ isFull }) => !isFull)) return;
    const cell = form.total?.score?.cell ?? form.columns.find(({ role }) => role === 'score')?.header;
    if (!cell) return;
    const count = rows.length;
    const rate = execution?.rate;
    if (rate?.lt(1)) {
      report('allDespiteRate', { cells: [cell.ref], facts: { count, rate: `${rate.times(hundred).toFixed(2)}%` } });
    } else report('all', { cells: [cell.ref], facts: { count } });
  },
});

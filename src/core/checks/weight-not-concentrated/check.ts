/** One indicator should not decide the whole result. */
import { exact, hundred, plain, sum } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { defineCheck } from '../defineCheck';
import { ordinary } from '../shared/scored';

const largestShare = exact('0.4');
/** With fewer indicators a large share is a matter of course. */
const fewest = 4;

export const weightNotConcentrated = defineCheck({
  id: 'weight-not-concentrated',
  severity: 'P2',
  scope: 'totals',
  ignoresScores: true,
  messages: { concentrated: ['name', 'weight', 'share', 'count'] },

  find({ form }, report) {
    const rows = ordinary(form).flatMap(({ key, name, weight }) => {
      const amount = amountOf(weight);
      return weight && amount?.gt(0) ? [{ key, name: name.text, amount, cell: weight.cell.ref }] : [];
    });
    if (rows.length < fewest) return;
    const whole = sum(rows.map(({ amount }) => amount));
    for (const { amount, cell, key, name } of rows) {
      const share = amount.div(whole);
      if (share.lt(largestShare)) continue;
      report('concentrated', {
        cells: [cell],
        indicator: key,
        facts: { name, weight: plain(amount), share: `${share.times(hundred).toFixed(0)}%`, count: rows.length },
        found: plain(amount),
      });
    }
  },
});

/** A subtotal row must be the sum of the rows above it. */
import { plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { Indicator, Reading } from '../../form/form';
import { defineCheck } from '../defineCheck';
import { hasHole, lacksWeight, sumOf } from '../shared/scored';

export const subtotalsMatch = defineCheck({
  id: 'subtotals-match',
  severity: 'P0',
  scope: 'totals',
  yieldsTo: ['cell-without-error'],
  messages: { weight: ['label', 'stated', 'sum', 'gap', 'count'], score: ['label', 'stated', 'sum', 'gap', 'count'] },

  find({ form }, report) {
    const byKey = new Map(form.indicators.map((indicator) => [indicator.key, indicator]));
    for (const { covers, label, score, weight } of form.subtotals) {
      const rows = covers.flatMap((key) => byKey.get(key) ?? []);
      const compare = (
        message: 'weight' | 'score',
        reading: Reading | null,
        partOf: (row: Indicator) => Reading | null,
      ): void => {
        const stated = amountOf(reading);
        const parts = rows.map(partOf);
        const found = hasHole(parts) ? null : sumOf(parts);
        if (!reading || !stated || !found || rows.length === 0 || stated.eq(found)) return;
        report(message, {
          cells: [reading.cell.ref],
          facts: {
            label: label.text.trim(),
            stated: plain(stated),
            sum: plain(found),
            gap: plain(stated.minus(found).abs()),
            count: rows.length,
          },
          found: plain(stated),
          expected: plain(found),
        });
      };
      if (!lacksWeight(rows)) compare('weight', weight, (row) => row.weight);
      compare('score', score, (row) => row.score);
    }
  },
});

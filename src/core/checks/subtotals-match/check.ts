/** A subtotal row must be the sum of the rows above it. */
import { type Exact, plain, sum } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { Indicator, CellReading } from '../../form/form';
import { defineCheck } from '../defineCheck';
import { sumAgreement, sumsOf } from '../../score/sums';
import { labelGapsOf } from '../shared/labelGaps';
import { hasHole, lacksWeight } from '../shared/scored';

export const subtotalsMatch = defineCheck({
  id: 'subtotals-match',
  severity: 'P0',
  scope: 'totals',
  yieldsTo: ['cell-without-error'],
  messages: {
    weight: ['label', 'stated', 'sum', 'gap', 'count'],
    score: ['label', 'stated', 'sum', 'gap', 'count'],
    rounded: ['label', 'stated', 'sum'],
  },

  find({ form, scores: { execution } }, report) {
    const gaps = labelGapsOf(form);
    // A heading over the same rows that is off by just this much has said it.
    const isExplained = (rows: readonly Indicator[], gap: Exact): boolean => {
      const above = gaps.filter((each) => each.rows.every((row) => rows.includes(row)));
      return above.length > 0 && sum(above.map(({ own }) => own)).eq(gap);
    };
    const byKey = new Map(form.indicators.map((indicator) => [indicator.key, indicator]));
    for (const { covers, label, score, weight } of form.subtotals) {
      const rows = covers.flatMap((key) => byKey.get(key) ?? []);
      const compare = (
        message: 'weight' | 'score',
        reading: CellReading | null,
        partOf: (row: Indicator) => CellReading | null,
      ): void => {
        const stated = amountOf(reading);
        const parts = rows.map(partOf);
        if (!reading || !stated || rows.length === 0 || hasHole(parts) || parts.every((part) => part === null)) return;
        const sums = sumsOf(parts);
        const own = message === 'weight' ? (execution?.weight ?? null) : amountOf(execution?.block.score ?? null);
        // A 合计 over all rows may count the execution rate in.
        const isWhole = rows.length === form.indicators.length && own !== null;
        const readings = isWhole ? [...sums, ...sums.map((total) => total.plus(own))] : sums;
        const agreement = sumAgreement(reading, readings, null);
        if (agreement === 'agrees') return;
        const found = sums[0] ?? stated;
        if (message === 'weight' && isExplained(rows, found.minus(stated))) return;
        const facts = { label: label.text.trim(), stated: plain(stated), sum: plain(found) };
        const remark = { cells: [reading.cell.ref], found: plain(stated), expected: plain(found) };
        if (agreement === 'rounded') {
          report('rounded', { ...remark, facts, severity: 'P2' });
          return;
        }
        const gap = plain(stated.minus(found).abs());
        report(message, { ...remark, facts: { ...facts, gap, count: rows.length } });
      };
      if (!lacksWeight(rows)) compare('weight', weight, (row) => row.weight);
      compare('score', score, (row) => row.score);
    }
  },
});

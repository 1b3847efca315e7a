/** The points taken off must be the weight less the score. */
import { plain, zero } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { CellReading } from '../../form/form';
import { defineCheck } from '../defineCheck';
import { hasHole, lacksWeight, ordinary, sumOf } from '../shared/scored';

/** Blank and dash say that nothing was taken off; some forms write the points with a minus sign. */
function takenOff(reading: CellReading): ReturnType<typeof amountOf> {
  return reading.kind === 'blank' || reading.kind === 'dash' ? zero : (amountOf(reading)?.abs() ?? null);
}

export const deductionMatches = defineCheck({
  id: 'deduction-matches',
  severity: 'P0',
  scope: 'totals',
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
    differs: ['name', 'stated', 'lost', 'weight', 'score'],
    empty: ['count', 'lost'],
    total: ['stated', 'lost'],
  },

  find({ form }, report) {
    const rows = ordinary(form).flatMap(({ deduction, key, name, score, weight }) => {
      const full = amountOf(weight);
      const written = amountOf(score);
      return deduction && full && written ? [{ deduction, full, written, key, name: name.text }] : [];
    });
    if (rows.length === 0) return;
    const lost = rows.reduce((running, { full, written }) => running.plus(full.minus(written)), zero);
    if (rows.length > 1 && rows.every(({ deduction }) => deduction.kind === 'blank')) {
      // One remark for a column that nobody filled in.
      const cells = rows.filter(({ full, written }) => !full.eq(written)).map(({ deduction }) => deduction.cell.ref);
      if (cells.length > 1) {
        report('empty', { cells, facts: { count: cells.length, lost: plain(lost) }, severity: 'P1' });
        return;
      }
    }
    for (const { deduction, full, key, name, written } of rows) {
      const stated = takenOff(deduction);
      const gap = full.minus(written);
      if (!stated || stated.eq(gap)) continue;
      report('differs', {
        cells: [deduction.cell.ref],
        indicator: key,
        facts: { name, stated: plain(stated), lost: plain(gap), weight: plain(full), score: plain(written) },
        found: plain(stated),
        expected: plain(gap),
      });
    }
    if (lacksWeight(ordinary(form)) || hasHole(ordinary(form).map(({ score }) => score))) return;
    const total = form.total?.deduction;
    const stated = amountOf(total ?? null)?.abs();
    const listed = sumOf(rows.map(({ deduction }) => deduction))?.abs();
    // Where a row is wrong, its own finding explains a total that adds up either way.
    if (!total || !stated || stated.eq(lost) || (listed && stated.eq(listed))) return;
    report('total', {
      cells: [total.cell.ref],
      facts: { stated: plain(stated), lost: plain(lost) },
      found: plain(stated),
      expected: plain(lost),
    });
  },
});

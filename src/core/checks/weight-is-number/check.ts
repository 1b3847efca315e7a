/** Every indicator that is scored needs a weight above zero. */
import { plain, zero } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { isAdjustmentLabel } from '../../form/vocabulary';
import { defineCheck } from '../defineCheck';

export const weightIsNumber = defineCheck({
  id: 'weight-is-number',
  severity: 'P0',
  scope: 'indicators',
  ignoresScores: true,
  yieldsTo: ['cell-without-error'],
  messages: { missing: ['name'], words: ['name', 'text'], notPositive: ['name', 'weight'], allMissing: ['count'] },

  find({ form, rubric }, report) {
    // A negative weight makes a malus row only where the form or its rules know such rows.
    const knowsMalus =
      rubric.adjustments !== null ||
      form.indicators.some(({ level1, level2 }) =>
        [level1, level2].some((label) => label && isAdjustmentLabel(label.text)),
      );
    const rows = form.indicators.flatMap(({ isAdjustment, key, name, weight }) =>
      weight && !(isAdjustment && knowsMalus) ? [{ key, name: name.text, weight }] : [],
    );
    const missing = rows.filter(({ weight: { kind } }) => kind === 'blank' || kind === 'dash');
    if (rows.length > 1 && missing.length === rows.length) {
      report('allMissing', { cells: rows.map(({ weight }) => weight.cell.ref), facts: { count: rows.length } });
      return;
    }
    for (const { key, name, weight } of rows) {
      const place = { cells: [weight.cell.ref], indicator: key };
      if (weight.kind === 'blank' || weight.kind === 'dash') report('missing', { ...place, facts: { name } });
      else if (weight.kind === 'not-a-number') {
        const { text } = weight.cell;
        report('words', { ...place, facts: { name, text }, found: text });
      } else {
        const amount = amountOf(weight);
        if (!amount || amount.gt(zero)) continue;
        report('notPositive', { ...place, facts: { name, weight: plain(amount) }, found: plain(amount) });
      }
    }
  },
});

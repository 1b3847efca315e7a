/** Where there is a target, the form must say what was reached. */
import { amountOf } from '../../form/amountOf';
import type { Form } from '../../form/form';
import { defineCheck, type Remark } from '../defineCheck';
import { listed } from '../shared/listed';
import { isUnsaid, needingTarget, weighed } from '../shared/wanting';

/** Points for a row that names neither what was wanted nor what was reached. */
function reportScoredWithout(form: Form, report: (message: 'scoredWithout', remark: Remark) => void): void {
  const rows = needingTarget(form).flatMap(({ actual, name, score, target }) =>
    actual && isUnsaid(actual) && isUnsaid(target) && amountOf(score)?.gt(0)
      ? [{ name: name.text, cell: actual.cell.ref }]
      : [],
  );
  if (rows.length === 0) return;
  const facts = { count: rows.length, names: listed(rows.map(({ name }) => name)) };
  report('scoredWithout', { cells: rows.map(({ cell }) => cell), facts });
}

export const actualPresent = defineCheck({
  id: 'actual-present',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['cell-without-error'],
  messages: { missing: ['name', 'target'], allMissing: ['count'], scoredWithout: ['count', 'names'] },

  find({ form }, report) {
    reportScoredWithout(form, report);
    const rows = weighed(form).filter(
      ({ actual, isExecutionRate, target }) => actual && target && !isUnsaid(target) && !isExecutionRate,
    );
    const missing = rows.filter(({ actual }) => isUnsaid(actual));
    if (missing.length > 1 && missing.length === rows.length) {
      const cells = missing.flatMap(({ actual }) => (actual ? [actual.cell.ref] : []));
      report('allMissing', { cells, facts: { count: missing.length } });
      return;
    }
    for (const { actual, key, name, target } of missing) {
      if (!actual) continue;
      report('missing', {
        cells: [actual.cell.ref],
        indicator: key,
        facts: { name: name.text, target: target?.cell.text.trim() ?? '' },
      });
    }
  },
});

/** Where there is a target, the form must say what was reached. */
import { defineCheck } from '../defineCheck';
import { isUnsaid, weighed } from '../shared/wanting';

export const actualPresent = defineCheck({
  id: 'actual-present',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['cell-without-error'],
  messages: { missing: ['name', 'target'], allMissing: ['count'] },

  find({ form }, report) {
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

/** A target must say what would count as reached. */
import type { Indicator } from '../../form/form';
import { defineCheck } from '../defineCheck';
import { isUnsaid, needingTarget, weighed } from '../shared/wanting';

/** Praise without a measure, before a percentage: 社会效益明显≥95%. */
const vagueLead = /明显|显著|较好|良好|逐步|进一步|大幅|有效|成效/u;
/** Names that no percentage measures: 经济效益, 达到的目标经济效益, 社会影响. */
const vagueName = /(?:效益|影响|作用|效果)(?:明显|显著)?$/u;

function isVague({ name, target }: Indicator): boolean {
  const value = target?.value;
  if (value?.kind !== 'quantity' || value.unit?.family !== 'ratio') return false;
  return vagueLead.test(value.lead) || vagueName.test(name.text.replace(/\s/gu, ''));
}

export const targetMeasurable = defineCheck({
  id: 'target-measurable',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['cell-without-error'],
  messages: { missing: ['name'], allMissing: ['count'], vague: ['name', 'target'] },

  find({ form }, report) {
    const needing = needingTarget(form).filter(({ target }) => target !== null);
    const missing = needing.filter(({ target }) => isUnsaid(target));
    if (missing.length > 1 && missing.length === needing.length) {
      const cells = missing.flatMap(({ target }) => (target ? [target.cell.ref] : []));
      report('allMissing', { cells, facts: { count: missing.length } });
      return;
    }
    for (const { key, name, target } of missing) {
      if (target) report('missing', { cells: [target.cell.ref], indicator: key, facts: { name: name.text } });
    }
    for (const row of weighed(form).filter(isVague)) {
      const text = row.target?.cell.text.trim() ?? '';
      report('vague', {
        cells: [row.target?.cell.ref ?? row.name.cell.ref],
        indicator: row.key,
        facts: { name: row.name.text, target: text },
        found: text,
        severity: 'P2',
      });
    }
  },
});

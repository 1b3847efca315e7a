/** A share of a whole ends at 100%. */
import { hundred, plain } from '../../exact';
import type { Entry } from '../../form/form';
import { defineCheck } from '../defineCheck';
import { isShareOfWhole } from '../shared/shares';
import { isWeighed } from '../shared/wanting';

export const percentagePossible = defineCheck({
  id: 'percentage-possible',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['cell-without-error', 'units-agree'],
  messages: { beyond: ['name', 'text'], negative: ['name', 'text'] },

  findInRow({ indicator }, _, report) {
    const { actual, key, name, target } = indicator;
    if (!isWeighed(indicator) || !isShareOfWhole(name.text)) return;
    const look = (entry: Entry | null): void => {
      const value = entry?.value;
      if (!entry || value?.kind !== 'quantity' || value.unit?.family !== 'ratio') return;
      const share = value.number.times(value.unit.scale).times(hundred);
      if (share.gte(0) && share.lte(hundred)) return;
      const text = entry.cell.text.trim();
      report(share.lt(0) ? 'negative' : 'beyond', {
        cells: [entry.cell.ref],
        indicator: key,
        facts: { name: name.text, text },
        found: `${plain(share)}%`,
      });
    };
    look(target);
    look(actual);
  },
});

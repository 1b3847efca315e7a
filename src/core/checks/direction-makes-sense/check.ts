/** The operator of a target must ask for less cost and more quality, not the other way round. */
import type { Indicator } from '../../form/form';
import { contradicts, directionOfOperator, directionOfSign, signOf } from '../../score/direction';
import { isUnwantedHigh, isWantedHigh } from '../../score/directionTerms';
import { defineCheck } from '../defineCheck';
import { weighed } from '../shared/wanting';

/** The operator of the target, or of the sign column beside it. */
function operatorOf(indicator: Indicator): ReturnType<typeof signOf> {
  const value = indicator.target?.value;
  return value?.kind === 'quantity' ? (value.comparator ?? signOf(indicator)) : null;
}

export const directionMakesSense = defineCheck({
  id: 'direction-makes-sense',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['cell-without-error'],
  messages: {
    costAtLeast: ['name', 'target'],
    qualityAtMost: ['name', 'target'],
    contradicts: ['name', 'target', 'sign'],
  },

  find({ form }, report) {
    for (const row of weighed(form)) {
      const operator = operatorOf(row);
      const asksForMore = operator === '≥' || operator === '>' || operator === 'positive';
      const asksForLess = operator === '≤' || operator === '<' || operator === 'reverse';
      if (!row.target) continue;
      const name = row.name.text;
      const target = row.target.cell.text.trim();
      const remark = { cells: [row.target.cell.ref], indicator: row.key, facts: { name, target }, found: target };
      const sign = directionOfSign(row);
      const written = directionOfOperator(row.target.value);
      if (sign && written && row.sign && contradicts(written, sign)) {
        const cells = [row.target.cell.ref, row.sign.ref];
        report('contradicts', { ...remark, cells, facts: { name, target, sign: row.sign.text.trim() } });
      } else if (asksForMore && isUnwantedHigh(name)) report('costAtLeast', remark);
      else if (asksForLess && isWantedHigh(name)) report('qualityAtMost', remark);
    }
  },
});

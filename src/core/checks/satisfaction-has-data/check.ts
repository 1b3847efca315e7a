/** How content people are must come from asking them. */
import { hundred } from '../../exact';
import { defineCheck } from '../defineCheck';
import { isSatisfaction } from '../shared/dimensions';
import { isWeighed } from '../shared/wanting';

export const satisfactionHasData = defineCheck({
  id: 'satisfaction-has-data',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['cell-without-error', 'actual-present', 'actual-measured', 'percentage-possible', 'units-agree'],
  messages: { words: ['name', 'target', 'actual'], onlyWords: ['name', 'actual'], perfect: ['name', 'actual'] },

  findInRow({ indicator }, _, report) {
    const { actual, key, name, target } = indicator;
    if (!actual || !isWeighed(indicator) || !isSatisfaction(indicator)) return;
    const { kind } = actual.value;
    const text = actual.cell.text.trim();
    const remark = { cells: [actual.cell.ref], indicator: key, found: text };
    const isWords = kind === 'qualitative' || kind === 'yes-no' || kind === 'grade';
    if (isWords && target?.value.kind === 'quantity') {
      report('words', { ...remark, facts: { name: name.text, target: target.cell.text.trim(), actual: text } });
    } else if (isWords) {
      report('onlyWords', { ...remark, facts: { name: name.text, actual: text }, severity: 'P2' });
    } else if (
      actual.value.kind === 'quantity' &&
      actual.value.unit?.family === 'ratio' &&
      actual.value.number.times(actual.value.unit.scale).times(hundred).eq(hundred)
    ) {
      report('perfect', { ...remark, facts: { name: name.text, actual: text }, severity: 'P2' });
    }
  },
});

/** An actual that repeats the operator of its target was not measured. */
import type { Value } from '../../value/value';
import { defineCheck } from '../defineCheck';
import { listed, separateAtMost } from '../shared/listed';
import { weighed } from '../shared/wanting';

/** Whether a value is a bound: ≥95%, >85%, ≤100%. "=100%" states a number. */
function isBound(value: Value): boolean {
  if (value.kind === 'several') return value.parts.some((part) => isBound(part.value));
  return value.kind === 'quantity' && value.comparator !== null && value.comparator !== '=';
}

export const actualMeasured = defineCheck({
  id: 'actual-measured',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['cell-without-error'],
  messages: { one: ['name', 'actual'], many: ['count', 'names'] },

  find({ form }, report) {
    const rows = weighed(form).flatMap(({ actual, key, name }) =>
      actual && isBound(actual.value)
        ? [{ key, name: name.text, cell: actual.cell.ref, text: actual.cell.text.trim() }]
        : [],
    );
    if (rows.length > separateAtMost) {
      report('many', {
        cells: rows.map(({ cell }) => cell),
        facts: { count: rows.length, names: listed(rows.map(({ name, text }) => `${name} ${text}`)) },
      });
      return;
    }
    for (const { cell, key, name, text } of rows) {
      report('one', { cells: [cell], indicator: key, facts: { name, actual: text }, found: text });
    }
  },
});

/** An actual that repeats the operator of its target was not measured. */
import type { Value } from '../../value/value';
import type { Form, Indicator } from '../../form/form';
import { saysNone } from '../../score/absence';
import { isWantedHigh } from '../../score/directionTerms';
import { defineCheck, type Remark } from '../defineCheck';
import { isSatisfaction } from '../shared/dimensions';
import { listed, separateAtMost } from '../shared/listed';
import { weighed } from '../shared/wanting';

/** Whether a value is a bound: ≥95%, >85%, ≤100%. "=100%" states a number. */
function isBound(value: Value): boolean {
  if (value.kind === 'several') return value.parts.some((part) => isBound(part.value));
  return value.kind === 'quantity' && value.comparator !== null && value.comparator !== '=';
}

/** 无 or 是 where a number of things or a share is wanted; 无 is none of what shall not be: 事故, ≤3起, 0. */
function isAnswer({ actual, name, target }: Indicator): boolean {
  if (actual?.value.kind !== 'yes-no' || target?.value.kind !== 'quantity') return false;
  const { comparator, number } = target.value;
  const asksForLess = comparator === '≤' || comparator === '<' || number.lte(0);
  return !asksForLess && (comparator === '≥' || comparator === '>' || isWantedHigh(name.text));
}

/** 已完成 against ≥1场: words where a number is asked for. */
function reportWords(form: Form, report: (message: 'words' | 'manyWords', remark: Remark) => void): void {
  const rows = weighed(form).flatMap((row) => {
    const { actual, isExecutionRate, key, name, target } = row;
    // Satisfaction in words has a check of its own.
    if (isSatisfaction(row)) return [];
    const isAsked = target?.value.kind === 'quantity' || target?.value.kind === 'range';
    const isWords = actual && (['qualitative', 'grade'].includes(actual.value.kind) || isAnswer(row));
    // 未发生 is as good as 0起.
    if (saysNone(target?.value ?? null, actual?.value ?? null)) return [];
    if (!isAsked || !isWords || isExecutionRate) return [];
    return [
      { key, name: name.text, cell: actual.cell.ref, actual: actual.cell.text.trim(), target: target.cell.text.trim() },
    ];
  });
  if (rows.length > separateAtMost) {
    const facts = { count: rows.length, names: listed(rows.map(({ actual, name }) => `${name} ${actual}`)) };
    report('manyWords', { cells: rows.map(({ cell }) => cell), facts });
    return;
  }
  for (const { actual, cell, key, name, target } of rows) {
    report('words', { cells: [cell], indicator: key, facts: { name, target, actual }, found: actual });
  }
}

export const actualMeasured = defineCheck({
  id: 'actual-measured',
  severity: 'P1',
  scope: 'indicators',
  ignoresScores: true,
  yieldsTo: ['cell-without-error'],
  messages: {
    one: ['name', 'actual'],
    many: ['count', 'names'],
    words: ['name', 'target', 'actual'],
    manyWords: ['count', 'names'],
  },

  find({ form }, report) {
    reportWords(form, report);
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

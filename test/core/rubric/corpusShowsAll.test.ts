/** The corpus of rule sentences shows every reader of phrases at work, and every kind of clause that a rule can hold. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadPhrase } from '../../../src/core/rubric/clauses/phrase';
import { compileRule } from '../../../src/core/rubric/compileRule';
import type { Condition, Earning, StepClause } from '../../../src/core/rubric/rule';
import { fold } from '../../../src/core/value/normalise';
import { ruleCases } from '../../bench/ruleCases';
import { ruleTexts } from '../../bench/ruleTexts';

const corpus = [...ruleCases, ...ruleTexts];
const texts = corpus.map(({ text }) => fold(text).text);
const clauses = join(__dirname, '../../../src/core/rubric/clauses');

/** What the files of clauses/ export as readers, by name. */
const readers = readdirSync(clauses).flatMap((file) =>
  Object.entries(jest.requireActual<Readonly<Record<string, unknown>>>(join(clauses, file))).filter(
    (entry): entry is [string, ReadPhrase] => /^read[A-Z]/u.test(entry[0]),
  ),
);

test('clauses/ has readers', () => {
  expect(readers.length).toBeGreaterThan(20);
});

test.each(readers)('%s reads something in a sentence of the corpus', (_, read) => {
  const isRead = (text: string): boolean => Array.from(text).some((__, at) => read(text, at, null) !== null);
  expect(texts.some(isRead)).toBe(true);
});

const rules = corpus.flatMap(({ isExecutionRate, text }) => {
  const { rule } = compileRule(text, { isExecutionRate: isExecutionRate ?? false });
  return rule?.kind === 'clauses' ? [rule] : [];
});

/** The kinds by name; one that is left out here does not compile. */
const conditions: Readonly<Record<Condition['kind'], true>> = {
  within: true,
  'by-date': true,
  words: true,
  otherwise: true,
};
const earnings: Readonly<Record<Earning['kind'], true>> = {
  points: true,
  share: true,
  between: true,
  less: true,
  more: true,
  formula: true,
  'in-proportion': true,
  interpolated: true,
  judgement: true,
};
const steps: Readonly<Record<StepClause['per'], true>> = {
  late: true,
  short: true,
  over: true,
  off: true,
  either: true,
  case: true,
  gain: true,
};

test.each([
  ['condition', conditions, rules.flatMap(({ cases }) => cases.map(({ condition }) => condition.kind))],
  ['earning', earnings, rules.flatMap(({ cases }) => cases.map(({ earning }) => earning.kind))],
  ['step', steps, rules.flatMap((rule) => rule.steps.map(({ per }) => per))],
])('every kind of %s stands in a rule of the corpus', (_, kinds, shown) => {
  expect([...new Set<string>(shown)].sort()).toEqual(Object.keys(kinds).sort());
});

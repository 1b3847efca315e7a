/** How far rule texts are understood, and how far the indicators of the published forms are scored: prints a table. */
import { plain } from '../../src/core/exact';
import { amountOf } from '../../src/core/form/amountOf';
import type { Form } from '../../src/core/form/form';
import { recognise } from '../../src/core/form/recognise';
import { compileRule } from '../../src/core/rubric/compileRule';
import type { CompiledRule } from '../../src/core/rubric/compiledRule';
import { inferRubric } from '../../src/core/rubric/inferRubric';
import { scoreForm } from '../../src/core/score/scoreForm';
import type { IndicatorScore } from '../../src/core/score/scores';
import { toA1 } from '../../src/core/sheet/cellRef';
import { fill } from '../../src/words/fill';
import { derivations } from '../../src/words/zh-CN/derivations';
import { publishedForms } from '../forms';
import { ruleCases } from './ruleCases';
import { ruleTexts } from './ruleTexts';
import { scoreRuleRow } from './scoreRuleRow';
import { notebookOf } from './notebook';

const { keep, say } = notebookOf('npm run bench:rules');

type Extent = CompiledRule['extent'];
const extents: readonly Extent[] = ['wholly', 'partly', 'not', 'no-rule'];

const sentences: Readonly<Record<string, string>> = derivations;

const forms = publishedForms.flatMap(({ name, snapshot }) => {
  const recognition = recognise(snapshot);
  return recognition.found ? recognition.forms.map((form) => ({ name, form })) : [];
});

/** The distinct rule texts of a form, notes included. */
function textsOf(form: Form): readonly { readonly text: string; readonly isExecutionRate: boolean }[] {
  const own = form.indicators.flatMap(({ rule, isExecutionRate }) =>
    rule && rule.text.trim() !== '' ? [{ text: rule.text, isExecutionRate }] : [],
  );
  return [...own, ...form.notes.map(({ text }) => ({ text, isExecutionRate: false }))];
}

function countExtents(compiled: readonly CompiledRule[]): readonly number[] {
  return extents.map((extent) => compiled.filter((each) => each.extent === extent).length);
}

const published = new Map(forms.flatMap(({ form }) => textsOf(form)).map((each) => [each.text, each]));
const publishedRules = [...published.values()].map((each) => compileRule(each.text, each));
const ownRules = ruleTexts.map(({ text, isExecutionRate }) =>
  compileRule(text, { isExecutionRate: isExecutionRate ?? false }),
);

function printRow(cells: readonly (string | number)[]): void {
  say(`| ${cells.join(' | ')} |`);
}

say('Rule texts (distinct)\n');
printRow(['', 'wholly', 'in part', 'not', 'no rule', 'sum']);
printRow(['---', '---:', '---:', '---:', '---:', '---:']);
printRow(['published forms', ...countExtents(publishedRules), publishedRules.length]);
printRow(['written for the bench', ...countExtents(ownRules), ownRules.length]);
const caseRules = ruleCases.map((each) => compileRule(each.text, each));
printRow(['written with points', ...countExtents(caseRules), caseRules.length]);

/** right: the points of the corpus · open: a person decides, and the points remain possible · wrong: neither. */
function verdictOf(rule: (typeof ruleCases)[number], row: (typeof rule.rows)[number]): 'right' | 'open' | 'wrong' {
  const { points, allows } = scoreRuleRow(rule, row);
  if (points !== null) return points === row.points ? 'right' : 'wrong';
  const must = row.points === null ? row.possible : [row.points];
  return must.every(allows) ? 'open' : 'wrong';
}

const verdicts = ruleCases.flatMap((rule) => rule.rows.map((row) => verdictOf(rule, row)));
say('\nRows under the texts written with points\n');
printRow(['right', 'open', 'wrong', 'sum']);
printRow(['---:', '---:', '---:', '---:']);
const counted = (['right', 'open', 'wrong'] as const).map(
  (verdict) => verdicts.filter((each) => each === verdict).length,
);
printRow([...counted, verdicts.length]);

/** Scored: one figure · bounded: narrower limits or a few scores · left: anything the weight allows. */
function fate({ computed, interval, admissible, indicator }: IndicatorScore): 'scored' | 'bounded' | 'left' {
  if (computed) return 'scored';
  if (admissible) return 'bounded';
  const weight = amountOf(indicator.weight);
  const isNarrow = interval && weight && (interval.low.gt(0) || interval.high.lt(weight) || !interval.includesHigh);
  return isNarrow ? 'bounded' : 'left';
}

say('\nIndicators of the published forms\n');
printRow(['form', 'profile', 'scored', 'bounded', 'left', 'stated', 'by the rules']);
printRow(['---', '---', '---:', '---:', '---:', '---:', '---:']);
const differences: string[] = [];
for (const { name, form } of forms) {
  const { rubric } = inferRubric(form);
  const { indicators, totals } = scoreForm(form, rubric);
  const count = (wanted: ReturnType<typeof fate>): number => indicators.filter((each) => fate(each) === wanted).length;
  const shown = (amount: typeof totals.weight): string => (amount ? plain(amount) : '–');
  const counts = [count('scored'), count('bounded'), count('left')];
  printRow([name, rubric.id, ...counts, shown(totals.statedScore), shown(totals.computedScore)]);
  for (const { indicator, computed, derivation } of indicators) {
    const written = amountOf(indicator.score);
    if (!computed || !written || computed.eq(written)) continue;
    const sum = fill(sentences[derivation.key] ?? '', derivation.facts);
    const cell = toA1(indicator.name.cell.ref);
    differences.push(`${name} ${cell} ${indicator.name.text}: ${plain(written)} → ${plain(computed)}（${sum}）`);
  }
}

say('\nDifferences between written and computed scores\n');
for (const difference of differences) say(`- ${difference}`);

say('\nPieces that were not understood\n');
for (const piece of [...publishedRules, ...ownRules, ...caseRules].flatMap((each) => each.notUnderstood))
  say(`- ${piece}`);
keep();

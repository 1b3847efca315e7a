/** What is counted over all forms of a workbook for its pictures: totals by range, P0 by kind, what is left to judge by unit. */
import { hundred, type Exact } from '../../core/exact';
import type { FormReport } from '../../core/report/report';
import type { Words } from '../../words/wordsOf';

/** How many forms lie in a range of totals, as stated and by the rules. */
export interface TotalsInRange {
  readonly name: string;
  readonly stated: number;
  readonly reviewed: number;
}

export interface Counted {
  readonly name: string;
  readonly count: number;
}

/** Lower ends of the ranges in points of a hundred: the national grades, those from 90 and from 60 halved. */
const lowerEnds = [95, 90, 80, 70, 60, 0];

/** A total in points of a hundred; null where the form gives none. */
function ofHundred(total: Exact | null, { rubric }: FormReport): Exact | null {
  return total && rubric.total.gt(0) ? total.times(hundred).div(rubric.total) : null;
}

/** The total by the rules, where nothing of the form is left to judge. */
function settledTotal({ form, scores }: FormReport): Exact | null {
  return scores.totals.openCount === 0 && !form.misalignment ? scores.totals.computedScore : null;
}

/** The totals of all forms by range, from the best down; last those without one, and those with something left to judge. */
export function totalsByRange(forms: readonly FormReport[], words: Words): readonly TotalsInRange[] {
  const stated = forms.map((form) => ofHundred(form.scores.totals.statedScore, form));
  const reviewed = forms.map((form) => ofHundred(settledTotal(form), form));
  const countIn = (totals: readonly (Exact | null)[], low: number, high: number | undefined): number =>
    totals.filter((total) => total?.gte(low) && (high === undefined || total.lt(high))).length;
  const ranges = lowerEnds.map((low, place) => {
    const high = lowerEnds[place - 1];
    const name =
      high === undefined
        ? words.say('rangeFrom', { low })
        : low === 0
          ? words.say('rangeBelow', { high })
          : words.say('rangeBetween', { low, high });
    return { name, stated: countIn(stated, low, high), reviewed: countIn(reviewed, low, high) };
  });
  const without = (totals: readonly (Exact | null)[]): number => totals.filter((total) => total === null).length;
  return [...ranges, { name: words.say('rangeNone'), stated: without(stated), reviewed: without(reviewed) }].filter(
    (range) => range.stated + range.reviewed > 0,
  );
}

/** So many are named; what is rarer is counted together. */
const namedAtMost = 8;

/** The most frequent first; beyond `namedAtMost` one entry for the rest. */
function mostFrequent(counts: ReadonlyMap<string, number>, words: Words): readonly Counted[] {
  const all = [...counts]
    .map(([name, count]) => ({ name, count }))
    .filter(({ count }) => count > 0)
    .sort((left, right) => right.count - left.count);
  const rest = all.slice(namedAtMost);
  if (rest.length < 2) return all;
  const count = rest.reduce((sum, one) => sum + one.count, 0);
  return [...all.slice(0, namedAtMost), { name: words.say('restOfThem', { n: rest.length }), count }];
}

function countedBy(entries: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [name, count] of entries) counts.set(name, (counts.get(name) ?? 0) + count);
  return counts;
}

/** How many P0 findings each check raised. */
export function fatalByKind(forms: readonly FormReport[], words: Words): readonly Counted[] {
  const fatal = forms.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'P0'));
  return mostFrequent(countedBy(fatal.map(({ check }) => [words.checkText(check).title, 1])), words);
}

/** The first of the texts that says something, without a label before it ("Unit: …"). */
function nameOf(texts: readonly (string | null | undefined)[], otherwise: string): string {
  const named = texts.map((text) => text?.replace(/^[^：:]{0,12}[：:]/u, '').trim());
  return named.find((text) => text !== undefined && text !== '') ?? otherwise;
}

/** How many rows that are left to judge each unit has; where all forms are of one unit, each project. */
export function openByUnit(forms: readonly FormReport[], words: Words): readonly Counted[] {
  const units = forms.map(({ form }) => nameOf([form.unit?.text, form.department?.text], form.sheetName));
  const projects = forms.map(({ form }) => nameOf([form.projectName], form.sheetName));
  const names = new Set(units).size > 1 ? units : projects;
  const counts = forms.map(({ scores }, index) => [names[index] ?? '', scores.totals.openCount] as const);
  return mostFrequent(countedBy(counts), words);
}

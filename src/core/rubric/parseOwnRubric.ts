/** Reads a profile that did not come with the add-in: it may not pass for one that did. */
import { fold } from '../value/normalise';
import type { RubricProblem } from './decoder';
import { parseRubric, type ParsedRubric, rubricToJson } from './parseRubric';
import { profiles } from './profiles';
import type { Rubric } from './rubric';

const nameOf = (text: string): string => fold(text).text.toLowerCase();

/** What of a built-in profile's name the rubric bears. */
function borrowedNames(rubric: Rubric): readonly RubricProblem[] {
  const bears = (path: 'id' | 'title'): boolean =>
    profiles.some((profile) => nameOf(profile[path]) === nameOf(rubric[path]));
  return (['id', 'title'] as const)
    .filter(bears)
    .map((path) => ({ path, key: 'built-in-name', facts: { name: rubric[path] } }));
}

/** The rubric under a name of its own: what it bears of a built-in's name gets an addition. */
export function withOwnName(rubric: Rubric, addition: { readonly id: string; readonly title: string }): Rubric {
  const borrowed = new Set(borrowedNames(rubric).map(({ path }) => path));
  return {
    ...rubric,
    id: borrowed.has('id') ? `${rubric.id}${addition.id}` : rubric.id,
    title: borrowed.has('title') ? `${rubric.title}${addition.title}` : rubric.title,
  };
}

/** The rubric, or all that is wrong with it; the whole of a built-in profile as it was exported is that profile. */
export function parseOwnRubric(source: unknown): ParsedRubric {
  const parsed = parseRubric(source);
  if (!parsed.ok) return parsed;
  const same = sameProfile(parsed.value);
  if (same) return { ok: true, value: same };
  const problems = borrowedNames(parsed.value);
  return problems.length === 0 ? parsed : { ok: false, problems };
}

/** The same for one that was kept in a file: where it bears a built-in's name it is read under one that says so. */
export function parseKeptRubric(source: unknown): ParsedRubric {
  const parsed = parseRubric(source);
  if (!parsed.ok) return parsed;
  const value =
    sameProfile(parsed.value) ?? withOwnName(parsed.value, { id: '-not-built-in', title: '（不是内置规则）' });
  return { ok: true, value };
}

/** The built-in profile that says the same, word for word, or null. */
function sameProfile(rubric: Rubric): Rubric | null {
  const text = JSON.stringify(rubricToJson(rubric));
  return profiles.find((profile) => JSON.stringify(rubricToJson(profile)) === text) ?? null;
}

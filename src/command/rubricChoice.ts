/** Which rubric `--rubric` names, and the same rubric again in a thread. */
import { existsSync, readFileSync } from 'node:fs';
import type { RubricProblem } from '../core/rubric/decoder';
import { parseOwnRubric } from '../core/rubric/parseOwnRubric';
import { profileById, profiles } from '../core/rubric/profiles';
import type { Rubric } from '../core/rubric/rubric';
import { isSystemError } from './disk/system';
import type { ThreadData } from './disk/threadRunner';

/** What `--rubric` names: data for threads, or the sentences that say what is wrong with it. */
export function readRubricChoice(
  named: string,
  sentenceOf: (problem: RubricProblem) => string,
): { readonly rubric: unknown } | { readonly problem: string } {
  if (profileById(named)) return { rubric: named };
  if (!existsSync(named)) {
    const ids = profiles.map(({ id, title }) => `  ${id}  ${title}`).join('\n');
    return { problem: `没有叫“${named}”的内置规则，也没有这个文件。内置规则：\n${ids}` };
  }
  let source: unknown;
  try {
    source = JSON.parse(readFileSync(named, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !isSystemError(error)) throw error;
    return { problem: `“${named}”不是能读的 JSON 文件。` };
  }
  const parsed = parseOwnRubric(source);
  if (parsed.ok) return { rubric: source };
  const lines = parsed.problems.map((problem) => `  ${problem.path}：${sentenceOf(problem)}`);
  return { problem: `“${named}”里的规则有 ${lines.length} 处问题：\n${lines.join('\n')}` };
}

/** The rubric of a thread's data, which was found sound before the thread was started; null: inferred. */
export function rubricOf({ rubric }: Pick<ThreadData, 'rubric'>): Rubric | null {
  if (rubric === null) return null;
  const built = typeof rubric === 'string' ? profileById(rubric) : null;
  if (built) return built;
  const parsed = parseOwnRubric(rubric);
  if (!parsed.ok) throw new Error('a thread was given a rubric that is not sound');
  return parsed.value;
}

/** The rubric that a user chose for a workbook, kept in it: a built-in profile by its id, or one of their own. */
import { parseRubric, rubricToJson } from '../../core/rubric/parseRubric';
import { profileById } from '../../core/rubric/profiles';
import type { Rubric } from '../../core/rubric/rubric';
import { isRecord, type Kept, readKept, textToKeep } from './kept';

/** The key under which the rubric is kept in the workbook. */
export const rubricKey = 'rubric';

/** The text to keep: the id of a built-in profile, or the whole of any other. */
export function textOfRubric(rubric: Rubric): string {
  return textToKeep(profileById(rubric.id) === rubric ? { profile: rubric.id } : { own: rubricToJson(rubric) });
}

/** Reads the kept rubric. */
export function readRubric(text: string | null): Kept<Rubric> {
  return readKept(text, (content) => {
    if (!isRecord(content)) return null;
    if (typeof content['profile'] === 'string') return profileById(content['profile']);
    const parsed = parseRubric(content['own']);
    return parsed.ok ? parsed.value : null;
  });
}

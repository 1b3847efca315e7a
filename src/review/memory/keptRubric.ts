/** The rubric that a user chose for a workbook, kept in it: a built-in profile by its id, or one of their own. */
import { parseKeptRubric } from '../../core/rubric/parseOwnRubric';
import { rubricToJson } from '../../core/rubric/parseRubric';
import { profileById } from '../../core/rubric/profiles';
import type { Rubric } from '../../core/rubric/rubric';
import type { PieceKind } from './signedMemory';

/** The key under which the rubric is kept in the workbook. */
export const rubricKey = 'rubric';

/** How it is kept: the id of a built-in profile, or the whole of any other. */
export const rubricKind: PieceKind<Rubric> = {
  key: rubricKey,
  fieldsOf: (rubric) => (profileById(rubric.id) === rubric ? { profile: rubric.id } : { own: rubricToJson(rubric) }),
  placeOf: () => rubricKey,
  read({ own, profile }) {
    if (typeof profile === 'string') return profileById(profile);
    const parsed = parseKeptRubric(own);
    return parsed.ok ? parsed.value : null;
  },
};

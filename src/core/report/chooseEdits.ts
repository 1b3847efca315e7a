/** The edits that a user picked, with the total that follows from them. */
import { exact, sum } from '../exact';
import type { Edit, Plan } from './edit';

/**
 * The picked edits of a plan. A total among them is the sum of the scores as they will stand after exactly these
 * edits, so that unticking a score never leaves a total that does not add up.
 */
export function chooseEdits({ edits, sumBefore }: Plan, ids: ReadonlySet<string>): readonly Edit[] {
  const picked = edits.filter(({ id }) => ids.has(id));
  if (sumBefore === null) return picked;
  const gains = picked.flatMap(({ gain }) => (gain === null ? [] : [exact(gain)]));
  const total = exact(sumBefore).plus(sum(gains)).toNumber();
  return picked
    .map((edit) => (edit.kind === 'total' ? { ...edit, after: total } : edit))
    .filter((edit) => edit.kind !== 'total' || edit.before.value !== total);
}

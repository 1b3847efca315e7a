/** The edits that a user picked, with the total that follows from them. */
import { exact, sum } from '../exact';
import { toA1 } from '../sheet/cellRef';
import type { Edit, Plan } from './edit';

/** A total is written with no more decimals than its scores are compared to. */
const places = 2;

/** Of alternatives for one cell only the first: a cell holds one value. */
function firstOfEachCell(edits: readonly Edit[]): readonly Edit[] {
  const taken = new Set<string>();
  return edits.filter(({ cell }) => {
    const address = toA1(cell);
    return taken.has(address) ? false : taken.add(address);
  });
}

/**
 * The picked edits of a plan. A total among them is the sum of the scores as they will stand after exactly these
 * edits, so that unticking a score never leaves a total that does not add up; a total above the full mark is left out.
 */
export function chooseEdits({ edits, mostTotal, sumBefore }: Plan, ids: ReadonlySet<string>): readonly Edit[] {
  const picked = firstOfEachCell(edits.filter(({ id }) => ids.has(id)));
  if (sumBefore === null) return picked;
  const gains = picked.flatMap(({ gain }) => (gain === null ? [] : [exact(gain)]));
  const total = exact(exact(sumBefore).plus(sum(gains)).toFixed(places));
  const isAbove = mostTotal !== undefined && total.gt(mostTotal);
  const after = total.toNumber();
  return picked
    .map((edit) => (edit.kind === 'total' ? { ...edit, after } : edit))
    .filter((edit) => edit.kind !== 'total' || (edit.before.value !== after && !isAbove));
}

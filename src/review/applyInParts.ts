/** Writes changes in one go, or, where the host says that it is too much at once, in halves. */
import type { Mark } from '../core/report/edit';
import { succeeded } from '../port/outcome';
import type { Applied, CellChange, Outcome, Remembrance, Workbook } from '../port/workbook';

/** What is to be written; `marks` null leaves marks alone. */
export interface PartedChanges {
  readonly edits: readonly CellChange[];
  readonly marks: readonly Mark[] | null;
  readonly remember?: Remembrance;
}

/**
 * Applies the changes. Each half is an apply of its own, so what the first wrote stands whatever becomes of the second;
 * the results then say how far it got. Marks come with the last part, so that they never speak of what was not reached.
 */
export async function applyInParts(
  workbook: Workbook,
  sheetId: string,
  changes: PartedChanges,
): Promise<Outcome<Applied>> {
  const whole = await workbook.apply(sheetId, changes);
  const { edits } = changes;
  if (whole.ok || whole.fault.kind !== 'too-large' || edits.length < 2) return whole;

  const middle = Math.ceil(edits.length / 2);
  const first = await applyInParts(workbook, sheetId, { ...changes, edits: edits.slice(0, middle), marks: null });
  if (!first.ok || first.value.brokenBy) return first;
  const second = await applyInParts(workbook, sheetId, { ...changes, edits: edits.slice(middle) });
  if (!second.ok) return succeeded({ ...first.value, brokenBy: second.fault });
  return succeeded(joined(first.value, second.value));
}

function joined(first: Applied, second: Applied): Applied {
  const isKept = [first.remembered, second.remembered].filter((kept) => kept !== undefined);
  return {
    ...second,
    results: [...first.results, ...second.results],
    ...(isKept.length > 0 ? { remembered: isKept.every(Boolean) } : {}),
  };
}

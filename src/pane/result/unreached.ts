/** How far an apply got that broke off. */
import type { Edit } from '../../core/report/edit';
import { sameContent } from '../../port/cellJudgement';
import type { Applied, EditResult } from '../../port/workbook';

function isUntouched({ before }: Edit, { now, outcome }: EditResult): boolean {
  return outcome === 'different' && sameContent(now, before);
}

/** The edits that were not reached: without a result, or, after a write that broke off, with the cell as it was. */
export function unreachedEdits(edits: readonly Edit[], { brokenBy, results }: Applied): readonly Edit[] {
  const resultOf = new Map(results.map((result) => [result.id, result]));
  return edits.filter((edit) => {
    const result = resultOf.get(edit.id);
    return !result || (brokenBy !== undefined && isUntouched(edit, result));
  });
}

/** What came with a file, for who has no memory of their own in it, as the command line: all of it is an offer. */
import type { SheetReport } from '../../core/report/report';
import { succeeded } from '../../port/outcome';
import type { Outcome, Workbook } from '../../port/workbook';
import { openJournal } from '../journalStore';
import { acceptedKind } from './accepted';
import { broughtOf, countBrought } from './brought';
import { rubricKind } from './keptRubric';
import { mappingKind } from './mappings';
import type { Seal } from './seal';
import { createStore } from './store';

/** A seal that knows nothing as its own, and signs nothing. */
const nobody: Seal = {
  sign() {
    throw new Error('nothing is kept here');
  },
  isOurs: () => false,
};

/** How many things came with a file, by kind. */
export interface BroughtCounts {
  readonly accepted: number;
  readonly columns: number;
  readonly rubrics: number;
  readonly applied: number;
}

/** Counts what came with a workbook; the acceptances are those of the sheets given. */
export async function countBroughtAlong(
  workbook: Workbook,
  sheets: readonly SheetReport[],
): Promise<Outcome<BroughtCounts>> {
  const store = createStore(workbook, nobody);
  const columns = await store.recall(mappingKind);
  if (!columns.ok) return columns;
  const rubric = await store.recall(rubricKind);
  if (!rubric.ok) return rubric;
  const journal = await openJournal(workbook, nobody);
  if (!journal.ok) return journal;
  const nothing = { kind: 'nothing' } as const;
  const forAll = broughtOf({ accepted: nothing, columns: columns.value, rubric: rubric.value, journal: journal.value });
  let accepted = 0;
  for (const { sheetId } of sheets) {
    const kept = await store.recall(acceptedKind(sheetId, []));
    if (!kept.ok) return kept;
    const none = { columns: nothing, rubric: nothing, journal: { state: 'defective' } } as const;
    accepted += countBrought(broughtOf({ ...none, accepted: kept.value }));
  }
  return succeeded({
    accepted,
    columns: forAll.columns.length,
    rubrics: forAll.rubrics.length,
    applied: forAll.applied.length,
  });
}

/** What came with a file, for who has no memory of their own in it, as the command line: all of it is an offer. */
import type { SheetReport } from '../../core/report/report';
import { succeeded } from '../../port/outcome';
import type { Outcome, Workbook } from '../../port/workbook';
import { openJournal } from '../journalStore';
import type { Decision } from '../../core/decisions/decision';
import { acceptedKind, explainedBy } from './accepted';
import { broughtOf, piecesOf } from './brought';
import { decisionKind } from './keptDecisions';
import { rubricKind } from './keptRubric';
import { mappingKind } from './mappings';
import { rememberedChoices } from './reviewing';
import type { Seal } from './seal';
import { foreign } from './signedMemory';
import { createStore } from './store';
import { recallStrays } from './strays';

/** A seal that knows nothing as its own, and signs nothing. */
const nobody: Seal = {
  sign() {
    throw new Error('nothing is kept here');
  },
  isOurs: () => false,
};

/** A seal that takes whatever was kept for its own: for who was told to take it up. */
const anybody: Seal = { ...nobody, isOurs: () => true };

/** The choices by what came with a workbook: decisions, rubric and columns, taken up because whoever runs the review said so. */
export function choicesBroughtAlong(workbook: Workbook): ReturnType<typeof rememberedChoices> {
  return rememberedChoices({ workbook, store: createStore(workbook, anybody), seal: anybody });
}

/** How many things came with a file, by kind. */
export interface BroughtCounts {
  /** Findings let pass, by older records and new ones. */
  readonly accepted: number;
  /** Every other decision: rules, premises, scores, opinions. */
  readonly decisions: number;
  readonly columns: number;
  readonly rubrics: number;
  readonly applied: number;
}

/** Counts what came with a workbook; the acceptances are those of the sheets given, and of sheets that are not there. */
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
  const decisions = await store.recall(decisionKind);
  if (!decisions.ok) return decisions;
  const older: Decision[] = [];
  for (const { forms, sheetId } of sheets) {
    const kept = await store.recall(acceptedKind(sheetId, []));
    if (!kept.ok) return kept;
    const acceptances = foreign(piecesOf(kept.value));
    older.push(
      ...explainedBy(
        acceptances,
        sheetId,
        forms.map(({ form }) => form),
      ),
    );
  }
  const strays = await recallStrays(store, workbook);
  if (!strays.ok) return strays;
  const forAll = broughtOf({
    columns: columns.value,
    rubric: rubric.value,
    decisions: decisions.value,
    older: { ours: [], foreign: older },
    strays: strays.value.flatMap((stray) => stray.decisions),
    journal: journal.value,
  });
  const passed = forAll.decisions.filter(({ kind }) => kind === 'explained').length;
  return succeeded({
    accepted: passed + forAll.strays.length,
    decisions: forAll.decisions.length - passed,
    columns: forAll.columns.length,
    rubrics: forAll.rubrics.length,
    applied: forAll.applied.length,
  });
}

/** Writes what the user picked of a plan and records it in the workbook's journal, and takes marks away again. */
import { chooseEdits } from '../core/report/chooseEdits';
import type { CellState, Plan } from '../core/report/edit';
import { isCellError } from '../core/sheet/snapshot';
import { toA1 } from '../core/sheet/cellRef';
import { applyInParts } from './applyInParts';
import { holdsPrint, journalKey, printOf, readJournal, withEntry, writeJournal, type JournalCell } from './journal';
import { forgetUnwritten, rewriteJournal } from './journalStore';
import { succeeded } from './outcome';
import type { Applied, EditResult, Outcome, PendingChange, Remembrance, Workbook } from './workbook';

/** What the user picked. */
export interface PlanChoice {
  /** Ids of the ticked edits; the rest of the plan is not written. */
  readonly editIds: readonly string[];
  /** Whether the cells of the findings are to be marked. */
  readonly marks: boolean;
}

/** What became of the record of an apply. */
export type ApplyRecord =
  /** Nothing was written to a cell, so there is nothing to take back. */
  | { readonly kind: 'nothing-written' }
  | {
      readonly kind: 'kept';
      /** What `revertApply` takes back. */
      readonly entryId: string;
      /** How many older applies can no longer be taken back, because the journal would have grown too large. */
      readonly dropped: number;
      /** Whether a text that is no journal stood in its place and was replaced. */
      readonly replacedDefective: boolean;
    }
  /** The host took the cells and not the journal: this apply cannot be taken back by the add-in. */
  | { readonly kind: 'not-kept' };

/** An apply with its record. */
export interface RecordedApply extends Applied {
  readonly record: ApplyRecord;
}

/**
 * Writes the picked edits and, if wanted, the marks; the adapter says of each cell what became of it. The journal is
 * put into the workbook in the same step as the cells and ahead of them, so that a connection that breaks leaves no
 * write unrecorded. `time` is when it is applied (ISO 8601), from the caller, as nothing here has a clock.
 */
export async function applyAndRecord(
  workbook: Workbook,
  plan: Plan,
  { editIds, marks }: PlanChoice,
  time: string,
): Promise<Outcome<RecordedApply>> {
  const { sheetId } = plan;
  const entryId = `${time} ${sheetId}`;
  let made: { readonly dropped: number; readonly replacedDefective: boolean } | null = null;
  const noted = { dropped: 0, replacedDefective: false };
  const remember: Remembrance = {
    key: journalKey,
    text({ sheetName, earlier, pending }) {
      const read = readJournal(earlier);
      const before = read.state === 'readable' ? read.journal : { entries: [], dropped: 0 };
      const entry = { id: entryId, time, sheetId, sheetName, marks, cells: pending.flatMap(journalCell) };
      const { text, journal } = writeJournal(withEntry(before, entry));
      noted.dropped += journal.dropped - before.dropped;
      noted.replacedDefective ||= read.state === 'defective';
      made = noted;
      return text;
    },
  };
  const applied = await applyInParts(workbook, sheetId, {
    edits: chooseEdits(plan, new Set(editIds)),
    marks: marks ? plan.marks : null,
    remember,
  });
  if (!applied.ok) {
    // The record may stand without a single cell; it is taken away where that can be seen.
    if (made) await forgetUnwritten(workbook, entryId);
    return applied;
  }
  const record = made ? await settledRecord(workbook, entryId, applied.value, made) : nothingWritten;
  return succeeded({ ...applied.value, record });
}

const nothingWritten: ApplyRecord = { kind: 'nothing-written' };

async function settledRecord(
  workbook: Workbook,
  entryId: string,
  { results, remembered }: Applied,
  made: { readonly dropped: number; readonly replacedDefective: boolean },
): Promise<ApplyRecord> {
  if (remembered === false) return { kind: 'not-kept' };
  // What the host made of a value is what must still stand when it is taken back.
  await rewriteJournal(workbook, entryId, (entry) => {
    const cells = entry.cells.map((cell) => asItStands(cell, results));
    return cells.every((cell, index) => cell === entry.cells[index]) ? null : { ...entry, cells };
  }, results.some(isOtherwise));
  return { kind: 'kept', entryId, ...made };
}

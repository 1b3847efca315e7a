/** Writes what the user picked of a plan into the user's own workbook, with a record by which it can be taken back. */
import type { CellState, Plan } from '../core/report/edit';
import { toA1 } from '../core/sheet/cellRef';
import { isCellError } from '../core/sheet/snapshot';
import { applyInParts } from './applyInParts';
import { changesOf, type PlanChoice } from './applyPlan';
import { sameContent } from '../port/cellJudgement';
import { journalKey, printOf, readJournal, withEntry, writeJournal, type JournalCell } from './journal';
import { changeEntry } from './journalStore';
import type { Seal } from './memory/seal';
import { succeeded } from '../port/outcome';
import { lookAtApplied } from './revertApply';
import type { Applied, EditResult, Outcome, PendingChange, Remembrance, Workbook } from '../port/workbook';

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
 * write unrecorded. `time` is when it is applied (ISO 8601), from the caller, as nothing here has a clock; two applies
 * to one sheet have different times.
 *
 * A fault means that nothing was written, or, when the connection broke, that nobody can say yet: `listApplied` and
 * `lookAtApplied` say it once the workbook can be read again.
 */
export async function applyAndRecord(
  workbook: Workbook,
  plan: Plan,
  choice: PlanChoice,
  time: string,
  seal: Seal,
): Promise<Outcome<RecordedApply>> {
  const { sheetId } = plan;
  const entryId = `${time} ${sheetId}`;
  const standing = new Map<string, CellState>();
  let dropped = 0;
  let replacedDefective = false;
  const remember: Remembrance = {
    key: journalKey,
    text({ sheetName, earlier, pending }) {
      const read = readJournal(earlier, seal);
      const before = read.state === 'readable' ? read.journal : { entries: [], dropped: 0 };
      const cells = pending.map(journalCell);
      const entry = { id: entryId, time, sheetId, sheetName, marks: choice.marks, cells };
      const { text, journal } = writeJournal(withEntry(before, entry), seal);
      for (const { cell, standing: state } of pending) standing.set(toA1(cell), state);
      dropped += journal.dropped - before.dropped;
      replacedDefective ||= read.state === 'defective';
      return text;
    },
  };
  const applied = await applyInParts(workbook, sheetId, { ...changesOf(plan, choice), remember });
  if (!applied.ok) {
    if (standing.size > 0) await forgetUnwritten(workbook, entryId, seal);
    return applied;
  }
  const { remembered, results } = applied.value;
  if (standing.size === 0) return succeeded({ ...applied.value, record: { kind: 'nothing-written' } });
  if (remembered === false) return succeeded({ ...applied.value, record: { kind: 'not-kept' } });
  await recordWhatStands(workbook, entryId, seal, results, standing);
  return succeeded({ ...applied.value, record: { kind: 'kept', entryId, dropped, replacedDefective } });
}

function journalCell({ cell, standing, after }: PendingChange): JournalCell {
  const { value, numberFormat } = standing;
  // An adapter refuses to write over an error value, so none is ever pending.
  if (isCellError(value)) throw new Error('an error value is about to be written over');
  return { cell, before: { value, numberFormat }, after: printOf(after), formatAfter: null };
}

/**
 * The record may stand although the batch broke before its first cell. Where the workbook can be read and holds every
 * cell as it was, the record is taken away; where it cannot, it stays, and taking it back finds nothing to do.
 */
async function forgetUnwritten(workbook: Workbook, entryId: string, seal: Seal): Promise<void> {
  const look = await lookAtApplied(workbook, entryId, seal);
  if (!look.ok || look.value.state !== 'found') return;
  if (look.value.cells.every(({ standing }) => standing === 'as-before')) {
    await changeEntry(workbook, entryId, seal, () => null);
  }
}

/** What the host made of a value is what must still stand to be taken back, so the record is put right where they differ. */
async function recordWhatStands(
  workbook: Workbook,
  entryId: string,
  seal: Seal,
  results: readonly EditResult[],
  standing: ReadonlyMap<string, CellState>,
): Promise<void> {
  const corrections = new Map<string, Pick<JournalCell, 'after' | 'formatAfter'> | Pick<JournalCell, 'formatAfter'>>();
  for (const { cell, outcome, now } of results) {
    const before = standing.get(toA1(cell));
    if (!before || sameContent(before, now)) continue;
    const formatAfter = now.numberFormat === before.numberFormat ? null : now.numberFormat;
    if (outcome === 'different' && now.formula === null && !isCellError(now.value)) {
      corrections.set(toA1(cell), { after: printOf(now.value), formatAfter });
    } else if (formatAfter !== null) corrections.set(toA1(cell), { formatAfter });
  }
  if (corrections.size === 0) return;
  // Should this fail, the cells count as changed since, and are left alone and named.
  await changeEntry(workbook, entryId, seal, (entry) => ({
    ...entry,
    cells: entry.cells.map((cell) => ({ ...cell, ...corrections.get(toA1(cell.cell)) })),
  }));
}

/** Takes an apply back: every cell that still holds what was written gets back what it held before. */
import type { CellState } from '../core/report/edit';
import { type CellRef, toA1 } from '../core/sheet/cellRef';
import { type SheetView, viewOf } from '../core/sheet/sheetView';
import type { Snapshot } from '../core/sheet/snapshot';
import { applyInParts } from './applyInParts';
import { holds } from '../port/cellJudgement';
import { holdsPrint, ownEntries, type JournalCell, type JournalEntry } from './journal';
import { changeEntry, openJournal } from './journalStore';
import type { Seal } from './memory/seal';
import { succeeded } from '../port/outcome';
import type { CellChange, EditResult, HostFault, Outcome, Workbook } from '../port/workbook';

/** One apply that can be taken back. */
export interface AppliedEntry {
  readonly entryId: string;
  /** As the caller of the apply said it (ISO 8601). */
  readonly time: string;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly cells: readonly CellRef[];
  readonly marks: boolean;
}

/** What the workbook says of earlier applies. */
export type AppliedList =
  | {
      readonly state: 'readable';
      /** The newest first. */
      readonly entries: readonly AppliedEntry[];
      /** How many older ones were dropped and cannot be taken back. */
      readonly dropped: number;
    }
  /** In the journal's place stands a text that is no journal. */
  | { readonly state: 'defective' };

/**
 * Lists what this installation applied to the workbook and has not taken back, this time or before it was saved and
 * opened again. What came with the file and was recorded elsewhere is none of it.
 */
export async function listApplied(workbook: Workbook, seal: Seal): Promise<Outcome<AppliedList>> {
  const opened = await openJournal(workbook, seal);
  if (!opened.ok) return opened;
  if (opened.value.state === 'defective') return succeeded({ state: 'defective' });
  const { journal } = opened.value;
  return succeeded({
    state: 'readable',
    entries: ownEntries(journal).map(appliedEntry).reverse(),
    dropped: journal.dropped,
  });
}

/** What a list says of an entry. */
export function appliedEntry({ cells, id, marks, sheetId, sheetName, time }: JournalEntry): AppliedEntry {
  return { entryId: id, time, sheetId, sheetName, marks, cells: cells.map(({ cell }) => cell) };
}

/** ours: what was written still stands · as-before: what was there before stands · changed: something else does. */
type AppliedStanding = 'ours' | 'as-before' | 'changed';

/** One cell of an apply as it stands now. */
interface AppliedCell {
  readonly cell: CellRef;
  readonly standing: AppliedStanding;
  readonly now: CellState;
}

/** An apply seen against the sheet, or why there is none to see. */
export type AppliedLook =
  | { readonly state: 'found'; readonly sheetId: string; readonly cells: readonly AppliedCell[] }
  | { readonly state: 'no-such-entry' }
  | { readonly state: 'defective' };

/** Says of every cell of an apply what stands in it now, such as after a connection that broke. */
export async function lookAtApplied(workbook: Workbook, entryId: string, seal: Seal): Promise<Outcome<AppliedLook>> {
  const found = await findEntry(workbook, entryId, seal);
  if (!found.ok) return found;
  if (found.value.state !== 'found') return succeeded(found.value);
  const { entry, snapshot } = found.value;
  return succeeded({ state: 'found', sheetId: snapshot.sheetId, cells: lookAtCells(entry, snapshot) });
}

/** What became of one cell when an apply was taken back. */
export interface RevertedCell {
  readonly cell: CellRef;
  /**
   * restored: holds again what it held · already: held that before this call · changed: holds something that was not
   * written by that apply, left alone · refused: must not be written now (locked, a formula, covered), left alone ·
   * different: does not hold what was wanted, because the host made something else of it or the write broke off.
   */
  readonly outcome: 'restored' | 'already' | 'changed' | 'refused' | 'different';
  readonly now: CellState;
  /** True where a number came back as its text, because the cell is formatted as text. */
  readonly asText?: true;
}

/** What taking an apply back did. */
export type Reverted =
  | {
      readonly state: 'reverted';
      readonly sheetId: string;
      readonly cells: readonly RevertedCell[];
      /** Whether the marks that the apply placed were taken off; false where it placed none or a later one did too. */
      readonly unmarked: boolean;
      /** Conditional formats that the host could neither read nor remove, some of them perhaps marks; left out: none. */
      readonly rulesLeft?: number;
      /** The fault that broke the write off after some of it; the cells say how far it got. Try again to go on. */
      readonly brokenBy: HostFault | null;
      /** The fault that kept the journal from being brought up to date; taking back again finds nothing left to do. */
      readonly journalFault: HostFault | null;
    }
  | { readonly state: 'no-such-entry' }
  | { readonly state: 'defective' };

/**
 * Takes an apply back, the last one or an earlier one, also after the workbook was saved and opened again. Cells that
 * changed since are left alone and named; they stay in the journal, so that the same can be tried again.
 */
export async function revertApply(workbook: Workbook, entryId: string, seal: Seal): Promise<Outcome<Reverted>> {
  const found = await findEntry(workbook, entryId, seal);
  if (!found.ok) return found;
  if (found.value.state !== 'found') return succeeded(found.value);
  const { entry, snapshot, isLastToMark } = found.value;
  const looks = lookAtCells(entry, snapshot);
  const edits = entry.cells.flatMap((cell, index) => {
    const look = looks[index];
    return look?.standing === 'ours' ? [restoration(cell, look.now)] : [];
  });
  const unmarks = entry.marks && isLastToMark;

  let results: readonly EditResult[] = [];
  let brokenBy: HostFault | null = null;
  let rulesLeft = 0;
  let isMarkLeft = false;
  if (edits.length > 0) {
    const applied = await applyInParts(workbook, snapshot.sheetId, { edits, marks: unmarks ? [] : null });
    if (!applied.ok) return applied;
    ({ results } = applied.value);
    brokenBy = applied.value.brokenBy ?? null;
    rulesLeft = applied.value.marksLeft?.rules ?? 0;
    isMarkLeft = unmarks && applied.value.marked !== 0;
  } else if (unmarks) {
    const unmarked = await workbook.unmark(snapshot.sheetId);
    if (!unmarked.ok) return unmarked;
    rulesLeft = unmarked.value.left ?? 0;
    isMarkLeft = (unmarked.value.standing ?? 0) > 0;
  }

  const resultAt = new Map(results.map((result) => [result.id, result]));
  const cells = looks.map(({ cell, now, standing }): RevertedCell => {
    if (standing === 'as-before') return { cell, outcome: 'already', now };
    if (standing === 'changed') return { cell, outcome: 'changed', now };
    const result = resultAt.get(toA1(cell));
    // Not reached: it still holds what was written.
    if (!result) return { cell, outcome: 'different', now };
    const outcome = result.outcome === 'written' ? 'restored' : result.outcome;
    return { cell, outcome, now: result.now, ...(result.asText ? { asText: true } : {}) };
  });
  const open = new Set(
    cells.filter(({ outcome }) => outcome !== 'restored' && outcome !== 'already').map(({ cell }) => toA1(cell)),
  );
  const left = entry.cells.filter(({ cell }) => open.has(toA1(cell)));
  // Marks go last, so after a write that broke off they are still there.
  const keepsMarks = entry.marks && (brokenBy !== null || isMarkLeft);
  const updated = await changeEntry(workbook, entryId, seal, (kept) =>
    left.length === 0 && !keepsMarks ? null : { ...kept, marks: keepsMarks, cells: left },
  );
  return succeeded({
    state: 'reverted',
    sheetId: snapshot.sheetId,
    cells,
    unmarked: unmarks && brokenBy === null && !isMarkLeft,
    ...(rulesLeft > 0 ? { rulesLeft } : {}),
    brokenBy,
    journalFault: updated.ok ? null : updated.fault,
  });
}

type FoundEntry =
  | {
      readonly state: 'found';
      readonly entry: JournalEntry;
      readonly snapshot: Snapshot;
      /** No later apply to that sheet placed marks. */
      readonly isLastToMark: boolean;
    }
  | { readonly state: 'no-such-entry' }
  | { readonly state: 'defective' };

async function findEntry(workbook: Workbook, entryId: string, seal: Seal): Promise<Outcome<FoundEntry>> {
  const opened = await openJournal(workbook, seal);
  if (!opened.ok) return opened;
  if (opened.value.state === 'defective') return succeeded({ state: 'defective' });
  const entries = ownEntries(opened.value.journal);
  const index = entries.findIndex(({ id }) => id === entryId);
  const entry = entries[index];
  if (!entry) return succeeded({ state: 'no-such-entry' });
  const read = await readSheetOf(workbook, entry);
  if (!read.ok) return read;
  const isLastToMark = !entries.slice(index + 1).some(({ marks, sheetId }) => marks && sheetId === entry.sheetId);
  return succeeded({ state: 'found', entry, snapshot: read.value, isLastToMark });
}

/** The sheet by its id; a host that gives ids anew when it opens a workbook still knows the name. */
async function readSheetOf(workbook: Workbook, { sheetId, sheetName }: JournalEntry): Promise<Outcome<Snapshot>> {
  const read = await workbook.read(sheetId);
  if (read.ok || read.fault.kind !== 'sheet-missing') return read;
  const sheets = await workbook.sheets();
  if (!sheets.ok) return sheets;
  const sameName = sheets.value.find(({ name }) => name === sheetName);
  return sameName ? workbook.read(sameName.id) : { ok: false, fault: { kind: 'sheet-missing', sheet: sheetName } };
}

function lookAtCells({ cells }: JournalEntry, snapshot: Snapshot): readonly AppliedCell[] {
  const view = viewOf(snapshot);
  return cells.map((cell) => lookAt(cell, view));
}

function lookAt({ cell, before, after, formatAfter }: JournalCell, view: SheetView): AppliedCell {
  const { value, formula, numberFormat } = view.at(cell.row, cell.column);
  const now = { value, formula, numberFormat };
  if (holdsPrint(now, after)) return { cell, standing: 'ours', now };
  const isAsBefore = holds(now, before.value) && (formatAfter === null || numberFormat === before.numberFormat);
  return { cell, standing: isAsBefore ? 'as-before' : 'changed', now };
}

/** The change that puts a cell back, as long as it holds what it holds now. */
function restoration({ cell, before, formatAfter }: JournalCell, now: CellState): CellChange {
  const change = { id: toA1(cell), cell, before: now, after: before.value };
  // A format that the user chose since stays.
  return formatAfter !== null && now.numberFormat === formatAfter
    ? { ...change, numberFormat: before.numberFormat }
    : change;
}

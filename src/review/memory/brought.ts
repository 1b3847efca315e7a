/** What came with a file and was not made on this installation: an offer that has no effect until it is adopted. */
import { checks } from '../../core/checks';
import type { Decision } from '../../core/decisions/decision';
import { answersTheSame } from '../../core/decisions/question';
import type { ColumnMapping } from '../../core/form/columnMapping';
import type { Rubric } from '../../core/rubric/rubric';
import { fingerprint } from '../../core/fingerprint';
import { broughtEntries, type JournalReading } from '../journal';
import { type AppliedEntry, appliedEntry } from '../revertApply';
import { type Kept, parseJson, readList } from './kept';
import type { Preferences } from './preferences';
import { foreign, ours, type Piece } from './signedMemory';

/** The offers of a workbook as seen from one of its sheets. */
export interface Brought {
  /** Of all its forms; of the records of before only those of this sheet. */
  readonly decisions: readonly Decision[];
  /** Records of before about sheets that are not in the workbook: they can have no effect. */
  readonly strays: readonly Decision[];
  readonly columns: readonly ColumnMapping[];
  /** One at most, unless several people kept one. */
  readonly rubrics: readonly Rubric[];
  /** Applies recorded elsewhere, the newest first. */
  readonly applied: readonly AppliedEntry[];
}

/** Nothing came with the file. */
export const nothingBrought: Brought = { decisions: [], strays: [], columns: [], rubrics: [], applied: [] };

/**
 * How many things came with the file.
 *
 * @internal tests count what a forged file brings
 */
export function countBrought({ applied, columns, decisions, rubrics, strays }: Brought): number {
  return decisions.length + strays.length + applied.length + columns.length + rubrics.length;
}

/** An explanation for a check that there is not can have no effect, and no name to show. */
export function isKnown(decision: Decision): boolean {
  return decision.kind !== 'explained' || checks.some(({ id }) => id === decision.check);
}

/** What is remembered of a workbook, as read. */
export interface WorkbookMemory {
  readonly decisions: Kept<readonly Piece<Decision>[]>;
  /** Older records of one sheet, in the shape of decisions. */
  readonly older: { readonly ours: readonly Decision[]; readonly foreign: readonly Decision[] };
  /** Older records of sheets that are not there. */
  readonly strays: readonly Decision[];
  readonly columns: Kept<readonly Piece<ColumnMapping>[]>;
  readonly rubric: Kept<readonly Piece<Rubric>[]>;
  readonly journal: JournalReading;
}

/** The pieces of what was read; none where there is nothing that can be read. */
export function piecesOf<T>(kept: Kept<readonly Piece<T>[]>): readonly Piece<T>[] {
  return kept.kind === 'value' ? kept.value : [];
}

/** The offers among what is remembered; what is settled by a decision of our own is none. */
export function broughtOf({ columns, decisions, journal, older, rubric, strays }: WorkbookMemory): Brought {
  const own = [...older.ours, ...ours(piecesOf(decisions))];
  const brought = [...older.foreign, ...foreign(piecesOf(decisions))];
  const headers = new Set(ours(piecesOf(columns)).map(({ signature }) => signature));
  return {
    decisions: brought.filter((one) => isKnown(one) && !own.some((other) => answersTheSame(other, one))),
    strays: strays.filter((one) => !own.some((other) => answersTheSame(other, one))),
    columns: foreign(piecesOf(columns)).filter(({ signature }) => !headers.has(signature)),
    rubrics: ours(piecesOf(rubric)).length > 0 ? [] : foreign(piecesOf(rubric)),
    applied: journal.state === 'readable' ? broughtEntries(journal.journal).map(appliedEntry).reverse() : [],
  };
}

/** The key of the preferences under which is kept which offers were turned down, as prints. */
const refusedKey = 'not-adopted';

/** The offers turned down longest ago are forgotten first; then they are made again. */
const mostRefused = 200;

const printOf = (sheetId: string, brought: Brought): string => fingerprint(JSON.stringify([sheetId, brought]));

function refused(preferences: Preferences): readonly string[] {
  const text = preferences.get(refusedKey);
  const read = text === null ? null : readList(parseJson(text), (one) => (typeof one === 'string' ? one : null));
  return read ?? [];
}

/** Whether the user turned these offers down. */
export function isRefused(preferences: Preferences, sheetId: string, brought: Brought): boolean {
  return refused(preferences).includes(printOf(sheetId, brought));
}

/** Keeps on this machine that these offers were turned down; the file is not touched. */
export function refuse(preferences: Preferences, sheetId: string, brought: Brought): void {
  const print = printOf(sheetId, brought);
  const others = refused(preferences).filter((one) => one !== print);
  preferences.set(refusedKey, JSON.stringify([print, ...others].slice(0, mostRefused)));
}

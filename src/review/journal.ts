/**
 * The journal of what was written, as a small text that stays in the workbook: of every cell what stood there before,
 * to put it back, and a print of what was written, to see whether it still stands. Nothing else of the user is kept.
 */
import { fromA1, toA1, type CellRef } from '../core/sheet/cellRef';
import type { CellState } from '../core/report/edit';
import { holds } from '../port/cellJudgement';
import { fingerprint } from '../core/fingerprint';
import { isRecord } from './memory/kept';
import type { Seal } from './memory/seal';
import type { CellChange } from '../port/workbook';

/** The key under which the journal is kept; another shape of it gets another key, so neither spoils the other. */
export const journalKey = 'journal-1';

/** The journal's size at most, in bytes of UTF-8: settings of a workbook are meant for little. */
const journalLimit = 99_000;

/** A value that can be put back. */
export type RestorableValue = CellChange['after'];

/** What was written: numbers, truth values and emptiness as they are, a text as its print. */
export type WrittenPrint = number | boolean | null | { readonly print: string };

/** One written cell. */
export interface JournalCell {
  readonly cell: CellRef;
  readonly before: { readonly value: RestorableValue; readonly numberFormat: string };
  readonly after: WrittenPrint;
  /** The number format after the write, where the write changed it; else null. */
  readonly formatAfter: string | null;
}

/** One apply. */
export interface JournalEntry {
  readonly id: string;
  /** When it was applied, as the caller says it (ISO 8601). */
  readonly time: string;
  readonly sheetId: string;
  readonly sheetName: string;
  /** Whether the apply also placed marks. */
  readonly marks: boolean;
  readonly cells: readonly JournalCell[];
  /** The entry as it stands in the text, where this installation did not sign it: then it restores nothing. */
  readonly brought?: Readonly<Record<string, unknown>>;
}

/** All applies that can be taken back, the oldest first. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
  /** How many older applies were dropped to keep the journal small; they can no longer be taken back. */
  readonly dropped: number;
}

/** What stands under the journal's key. */
export type JournalReading =
  | { readonly state: 'readable'; readonly journal: Journal }
  /** Somebody else's text, or a damaged one: nothing can be taken back by it. */
  | { readonly state: 'defective' };

const emptyJournal: Journal = { entries: [], dropped: 0 };

/** The print of a value. */
export function printOf(value: RestorableValue): WrittenPrint {
  return typeof value === 'string' ? { print: fingerprint(value) } : value;
}

/** Whether the cell holds what was written. */
export function holdsPrint(state: CellState, after: WrittenPrint): boolean {
  if (typeof after !== 'object' || after === null) return holds(state, after);
  return state.formula === null && typeof state.value === 'string' && fingerprint(state.value) === after.print;
}

/** The applies that this installation recorded itself. */
export function ownEntries({ entries }: Journal): readonly JournalEntry[] {
  return entries.filter(({ brought }) => brought === undefined);
}

/** The applies that came with the file: an offer. */
export function broughtEntries({ entries }: Journal): readonly JournalEntry[] {
  return entries.filter(({ brought }) => brought !== undefined);
}

/** The journal with everything in it our own. */
export function adoptedJournal({ dropped, entries }: Journal): Journal {
  return {
    dropped,
    entries: entries.map(({ id, time, sheetId, sheetName, marks, cells }) => ({
      id,
      time,
      sheetId,
      sheetName,
      marks,
      cells,
    })),
  };
}

/** Reads the text; no text is an empty journal, a text that is none is said to be defective. */
export function readJournal(text: string | null, seal: Seal): JournalReading {
  if (text === null) return { state: 'readable', journal: emptyJournal };
  const journal = decodeJournal(parsed(text), seal);
  return journal ? { state: 'readable', journal } : { state: 'defective' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/**
 * The journal with the entry at its end; what an earlier entry of that id holds is joined with it: of a cell in both,
 * the older state before and the newer after.
 */
export function withEntry({ entries, dropped }: Journal, entry: JournalEntry): Journal {
  const earlier = entries.find(({ brought, id }) => id === entry.id && brought === undefined);
  const others = entries.filter((one) => one !== earlier);
  if (!earlier) return { entries: [...others, entry], dropped };
  const cells = new Map(earlier.cells.map((cell) => [toA1(cell.cell), cell]));
  for (const cell of entry.cells) {
    const first = cells.get(toA1(cell.cell));
    cells.set(toA1(cell.cell), first ? { ...cell, before: first.before } : cell);
  }
  const joined = { ...entry, marks: earlier.marks || entry.marks, cells: [...cells.values()] };
  return { entries: [...others, joined], dropped };
}

/**
 * The journal as text. Where it is too large the oldest entries are dropped and counted; the last one always stays,
 * so its text may be longer than `limit`, which the host then refuses before anything is written.
 */
export function writeJournal(
  journal: Journal,
  seal: Seal,
  limit = journalLimit,
): { readonly text: string; readonly journal: Journal } {
  let kept = journal;
  for (;;) {
    const text = encodeJournal(kept, seal);
    if (kept.entries.length <= 1 || utf8Length(text) <= limit) return { text, journal: kept };
    kept = { entries: kept.entries.slice(1), dropped: kept.dropped + 1 };
  }
}

/** Bytes of a text in UTF-8. */
function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

/**
 * The shape of the text, short because it travels with every write. A cell is [address, value before, place of its
 * format, written, place of the format after where that changed]. The address is 0 for the cell below the one before;
 * a written text is its print in an array, so that it is no number by accident. Each entry is signed by itself, so that
 * what two installations recorded stands side by side.
 */
function encodeJournal({ entries, dropped }: Journal, seal: Seal): string {
  return JSON.stringify({ v: 1, dropped, entries: entries.map((entry) => entry.brought ?? signedEntry(entry, seal)) });
}

function signedEntry(entry: JournalEntry, seal: Seal): Readonly<Record<string, unknown>> {
  const fields = encodeEntry(entry);
  return { ...fields, seal: seal.sign(journalKey, fields) };
}

function encodeEntry({ id, time, sheetId, sheetName, marks, cells }: JournalEntry): Readonly<Record<string, unknown>> {
  const formats: string[] = [];
  const placeOf = (format: string): number => {
    const known = formats.indexOf(format);
    return known < 0 ? formats.push(format) - 1 : known;
  };
  const rows = cells.map(({ cell, before, after, formatAfter }, index) => {
    const address = isBelow(cell, cells[index - 1]?.cell) ? 0 : toA1(cell);
    const written = typeof after === 'object' && after !== null ? [after.print] : after;
    const row = [address, before.value, placeOf(before.numberFormat), written];
    return formatAfter === null ? row : [...row, placeOf(formatAfter)];
  });
  return { id, time, sheet: sheetId, name: sheetName, marks, formats, cells: rows };
}

function isBelow({ column, row }: CellRef, previous: CellRef | undefined): boolean {
  return previous?.column === column && previous.row === row - 1;
}

function decodeJournal(value: unknown, seal: Seal): Journal | null {
  if (!isRecord(value) || value['v'] !== 1 || !Array.isArray(value['entries'])) return null;
  const { dropped } = value;
  const entries = (value['entries'] as readonly unknown[]).map((entry) => decodeEntry(entry, seal));
  if (typeof dropped !== 'number' || !Number.isSafeInteger(dropped) || dropped < 0) return null;
  const whole = entries.flatMap((entry) => entry ?? []);
  return whole.length === entries.length ? { entries: whole, dropped } : null;
}

function decodeEntry(value: unknown, seal: Seal): JournalEntry | null {
  if (!isRecord(value)) return null;
  const { seal: signature, ...fields } = value;
  const { id, time, sheet, name, marks, formats, cells } = fields;
  if (typeof id !== 'string' || typeof time !== 'string' || typeof sheet !== 'string' || typeof name !== 'string') {
    return null;
  }
  if (typeof marks !== 'boolean' || !Array.isArray(formats) || !Array.isArray(cells)) return null;
  const decoded: JournalCell[] = [];
  for (const given of cells as readonly unknown[]) {
    const cell = decodeCell(given, formats, decoded.at(-1)?.cell);
    if (!cell) return null;
    decoded.push(cell);
  }
  const isOurs = seal.isOurs(journalKey, fields, signature);
  return { id, time, sheetId: sheet, sheetName: name, marks, cells: decoded, ...(isOurs ? {} : { brought: value }) };
}

// Excel's last cell is XFD1048576.
const addressPattern = /^[A-Z]{1,3}[1-9][0-9]{0,6}$/;

function decodeCell(value: unknown, formats: readonly unknown[], previous: CellRef | undefined): JournalCell | null {
  if (!Array.isArray(value)) return null;
  const [address, before, format, written, formatAfter] = value as readonly unknown[];
  const numberFormat = formatAt(formats, format);
  const cell = decodePlace(address, previous);
  if (!cell || numberFormat === null) return null;
  if (before !== null && typeof before !== 'string' && typeof before !== 'number' && typeof before !== 'boolean') {
    return null;
  }
  const after = decodePrint(written);
  const changed = formatAfter === undefined ? null : formatAt(formats, formatAfter);
  if (after === undefined || (formatAfter !== undefined && changed === null)) return null;
  return { cell, before: { value: before, numberFormat }, after, formatAfter: changed };
}

function decodePlace(address: unknown, previous: CellRef | undefined): CellRef | null {
  if (address === 0) return previous ? { ...previous, row: previous.row + 1 } : null;
  return typeof address === 'string' && addressPattern.test(address) ? fromA1(address) : null;
}

function formatAt(formats: readonly unknown[], place: unknown): string | null {
  const format = typeof place === 'number' ? formats[place] : null;
  return typeof format === 'string' ? format : null;
}

function decodePrint(written: unknown): WrittenPrint | undefined {
  if (written === null || typeof written === 'number' || typeof written === 'boolean') return written;
  if (!Array.isArray(written)) return undefined;
  const [print] = written as readonly unknown[];
  return typeof print === 'string' ? { print } : undefined;
}

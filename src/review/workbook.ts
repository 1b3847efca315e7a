/** The workbook as the rest of the add-in sees it: one port, several adapters, no Office words. */
import type { CellState, Edit, Mark } from '../core/report/edit';
import type { CellRef } from '../core/sheet/cellRef';
import type { CellValue, Snapshot } from '../core/sheet/snapshot';

/** A failure of Excel, of the file or of the connection; each has a sentence and a next step in `words`. */
export type HostFault =
  /** The page runs outside Excel. */
  | { readonly kind: 'not-in-excel' }
  /** The user is typing in a cell; nothing can be read or written until it is left. */
  | { readonly kind: 'cell-being-edited' }
  | { readonly kind: 'sheet-protected'; readonly sheet: string }
  /** The sheet was deleted, or the name or id is not of this workbook. */
  | { readonly kind: 'sheet-missing'; readonly sheet: string }
  /** A chart sheet or another kind that has no cells. */
  | { readonly kind: 'sheet-without-cells' }
  /** The workbook was opened read-only or in protected view. */
  | { readonly kind: 'read-only' }
  /** Another workbook is in front. */
  | { readonly kind: 'other-workbook-active' }
  /** This Excel lacks an interface that is needed; `needs` names it, such as "ExcelApi 1.13". */
  | { readonly kind: 'too-old'; readonly needs: string }
  /** More than Excel takes in one go. */
  | { readonly kind: 'too-large' }
  /** The connection to the workbook broke; what was done before stays done. */
  | { readonly kind: 'session-lost' }
  /** Excel is busy or refuses for now. */
  | { readonly kind: 'busy' }
  /** A file that is not an Excel workbook, is damaged or encrypted, or cannot be read or written. */
  | { readonly kind: 'not-a-workbook'; readonly path: string }
  | { readonly kind: 'file-encrypted'; readonly path: string }
  | { readonly kind: 'file-missing'; readonly path: string }
  | { readonly kind: 'file-not-writable'; readonly path: string }
  /** Anything else the host reported; `code` is for the diagnostics, never for the sentence. */
  | { readonly kind: 'unexpected'; readonly code: string };

/** Success with a value, or a host fault. Bugs are thrown, never turned into a fault. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: HostFault };

/** A sheet of the workbook, in tab order. */
export interface SheetEntry {
  readonly id: string;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  readonly isActive: boolean;
}

/** What an adapter is asked to do to one sheet. */
export interface Changes {
  readonly edits: readonly Edit[];
  /** The marks wanted; an earlier mark of this add-in on the sheet is replaced, null leaves marks alone. */
  readonly marks: readonly Mark[] | null;
}

/** What became of one edit. */
export interface EditResult {
  readonly id: string;
  readonly cell: CellRef;
  /**
   * written: read back equal · changed: the cell had changed since the review, left alone · refused: a formula,
   * a covered cell, a locked cell or a spill stands there, left alone · different: written, but read back otherwise.
   */
  readonly outcome: 'written' | 'changed' | 'refused' | 'different';
  /** What stands in the cell now. */
  readonly now: CellState;
}

/** What an apply did, cell by cell. */
export interface Applied {
  readonly results: readonly EditResult[];
  /** How many cells carry a mark now; null when marks were left alone. */
  readonly marked: number | null;
}

/** Something changed in a sheet, by the user or a co-author; never by this add-in itself. */
export interface SheetChange {
  readonly sheetId: string;
  /** A1 without the sheet's name, or null where the host does not say. */
  readonly address: string | null;
}

/** Where the user stands. */
export interface Selection {
  readonly sheetId: string;
  readonly cell: CellRef;
}

/** What the host can do, resolved once. */
export interface Capabilities {
  readonly host: 'excel' | 'file' | 'memory';
  /** Marks by conditional formats. */
  readonly canMark: boolean;
  /** Whether one Ctrl+Z takes a whole apply back. */
  readonly nativeUndo: boolean;
  /** For the diagnostics: platform, version, highest API level. */
  readonly details: Readonly<Record<string, string>>;
}

/** One call is one use of the host; adapters batch inside. */
export interface Workbook {
  capabilities(): Promise<Outcome<Capabilities>>;
  sheets(): Promise<Outcome<readonly SheetEntry[]>>;
  /** Reads one sheet, by id, or the active one. At most three round trips. */
  read(sheetId?: string): Promise<Outcome<Snapshot>>;
  /**
   * Re-reads the cells, leaves alone those that changed since or must not be written, writes the rest in one go,
   * reads back and says what became of each. Never throws away what it wrote before an error.
   */
  apply(sheetId: string, changes: Changes): Promise<Outcome<Applied>>;
  /** Removes every mark of this add-in from the sheet and says how many marks there were. */
  unmark(sheetId: string): Promise<Outcome<{ readonly removed: number }>>;
  /** Shows the sheet and selects the cell. */
  reveal(sheetId: string, cell: CellRef): Promise<Outcome<null>>;
  /** The cell that the user has selected: the first of several, the anchor of a merge. */
  selection(): Promise<Outcome<Selection>>;
  /** Tells of changes by others until the returned function is called. */
  watch(onChange: (change: SheetChange) => void): Promise<Outcome<() => void>>;
  /** A small text kept in the workbook under a key of ours; null where there is none. */
  recall(key: string): Promise<Outcome<string | null>>;
  /** Keeps (or, with null, forgets) a small text in the workbook. */
  remember(key: string, text: string | null): Promise<Outcome<null>>;
}

/** A plain value for a cell, as adapters compare and restore them. */
export type { CellState, CellValue };

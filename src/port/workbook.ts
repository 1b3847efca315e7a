/** The workbook as the rest of the add-in sees it: one port, several adapters, no Office words. */
import type { CellState, Mark } from '../core/report/edit';
import type { NewSheet } from '../core/sheet/bookSheet';
import type { OwnSheet } from '../core/sheet/ownSheet';
import type { CellRef } from '../core/sheet/cellRef';
import type { Snapshot } from '../core/sheet/snapshot';

/** A failure of Excel, of the file or of the connection; each has a sentence and a next step in `words`. */
export type HostFault =
  /** The page runs outside Excel. */
  | { readonly kind: 'not-in-excel' }
  /** The user is typing in a cell; nothing can be read or written until it is left. */
  | { readonly kind: 'cell-being-edited' }
  | { readonly kind: 'sheet-protected'; readonly sheet: string }
  /** Rows are filtered out among the cells, and Excel does not write there. */
  | { readonly kind: 'sheet-filtered'; readonly sheet: string }
  /** The sheet was deleted, or the name or id is not of this workbook. */
  | { readonly kind: 'sheet-missing'; readonly sheet: string }
  /** A chart sheet or another kind that has no cells. */
  | { readonly kind: 'sheet-without-cells' }
  /** Opened read-only or in protected view; or a sheet was to be added and the structure is protected. */
  | { readonly kind: 'read-only' }
  /** Another workbook is in front. */
  | { readonly kind: 'other-workbook-active' }
  /** A picture, a chart or another workbook is selected, so that there is no cell to speak of. */
  | { readonly kind: 'selection-without-cells' }
  /** The sheet is there and hidden, so that it cannot be shown without changing it. */
  | { readonly kind: 'sheet-hidden'; readonly sheet: string }
  /** A workbook of Excel 97-2003 (.xls): marks and what is remembered would not outlive saving. */
  | { readonly kind: 'compatibility-mode' }
  /** This Excel lacks an interface that is needed; `needs` names it, such as "ExcelApi 1.13". */
  | { readonly kind: 'too-old'; readonly needs: string }
  /** More than Excel takes in one go. */
  | { readonly kind: 'too-large' }
  /** The texts of the sheet are longer than may be worked through while somebody waits. */
  | { readonly kind: 'texts-too-long'; readonly sheet: string }
  /** The connection to the workbook broke; what was done before stays done. */
  | { readonly kind: 'session-lost' }
  /** Excel is busy or refuses for now. */
  | { readonly kind: 'busy' }
  /** A file of which nobody can tell what it is. */
  | { readonly kind: 'not-a-workbook'; readonly path: string }
  /** What the file is instead of a workbook, by its content and not by its name. */
  | { readonly kind: OtherFile; readonly path: string }
  /** `place` is the part and the word in it that cannot be: xl/worksheets/sheet1.xml row r="abc". */
  | { readonly kind: 'file-damaged'; readonly path: string; readonly place: string }
  | { readonly kind: 'file-encrypted'; readonly path: string }
  /** Beyond the limits within which a file is opened at all: far above any form, or unpacking to far more than it is. */
  | { readonly kind: 'file-too-large'; readonly path: string }
  | { readonly kind: 'file-missing'; readonly path: string }
  /** There, but not for us: no right to read it, another program holds it, or the disk fails. */
  | { readonly kind: 'file-not-readable'; readonly path: string }
  | { readonly kind: 'file-not-writable'; readonly path: string }
  /** Something stands where a new file was to be written; it was left as it is. */
  | { readonly kind: 'file-exists'; readonly path: string }
  /** Anything else the host reported; `code` is for the diagnostics, never for the sentence. */
  | { readonly kind: 'unexpected'; readonly code: string };

/** Files that are recognised and hold no table that could be read. */
export type OtherFile =
  | 'file-empty'
  /** A Word document of before 2007, or rich text. */
  | 'file-old-word'
  /** A web page or text without a table in it. */
  | 'file-without-table'
  | 'file-pdf'
  | 'file-image'
  | 'file-slides'
  /** An archive with other files in it. */
  | 'file-archive';

/** Success with a value, or a host fault. Bugs are thrown, never turned into a fault. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: HostFault };

/** A sheet of the workbook, in tab order. */
export interface SheetEntry {
  readonly id: string;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  readonly isActive: boolean;
}

/** One value for one cell: an edit of a plan is one, and so is what takes it back. */
export interface CellChange {
  /** Stable within one apply, to find its result. */
  readonly id: string;
  /** A merge anchor. */
  readonly cell: CellRef;
  /** What the cell must still hold for the change to be made. */
  readonly before: CellState;
  /**
   * Numbers and truth values are written as such, text as text whatever it looks like; only null empties a cell,
   * the empty text is refused.
   */
  readonly after: string | number | boolean | null;
  /** A number format to put back, in en-US codes, where a write of ours changed it; left out: formats stay. */
  readonly numberFormat?: string;
}

/** A change that is about to be made, with what stands in the cell at that moment. */
export interface PendingChange {
  readonly cell: CellRef;
  readonly standing: CellState;
  readonly after: CellChange['after'];
}

/** A small text to be kept in the workbook in the same step as the cells and ahead of them. */
export interface Remembrance {
  readonly key: string;
  /**
   * Makes the text from the one kept so far (null: none) and from what is about to be written. Asked once, and only
   * when something is to be written, so that no write stands without it.
   */
  readonly text: (moment: {
    readonly sheetName: string;
    readonly earlier: string | null;
    readonly pending: readonly PendingChange[];
  }) => string;
}

/** What an adapter is asked to do to one sheet. */
export interface Changes {
  readonly edits: readonly CellChange[];
  /** The marks wanted; an earlier mark of this add-in on the sheet is replaced, null leaves marks alone. */
  readonly marks: readonly Mark[] | null;
  readonly remember?: Remembrance;
}

/** What became of one edit. */
export interface EditResult {
  readonly id: string;
  readonly cell: CellRef;
  /**
   * written: read back equal · changed: the cell had changed since the review, left alone · refused: a formula,
   * a covered cell, a locked cell, an error value or a spill stands there, left alone · different: the cell does not
   * hold what was wanted, because the host made something else of it or the write broke off before it.
   */
  readonly outcome: 'written' | 'changed' | 'refused' | 'different';
  /** True where the cell is formatted as text and therefore holds the number as its text. */
  readonly asText?: true;
  /** What stands in the cell now. */
  readonly now: CellState;
}

/** What could not be done about marks although the cells were written. */
export interface MarksLeft {
  /** Conditional formats that the host can neither read nor remove; some may be marks of ours. */
  readonly rules: number;
  /** Cells that were to be marked and could not be. */
  readonly unplaced: number;
}

/** What an apply did, cell by cell. */
export interface Applied {
  /** One per edit, in their order; an edit without a result was not reached, and `brokenBy` says why. */
  readonly results: readonly EditResult[];
  /** How many cells carry a mark now; null when marks were left alone, or when it broke off and nobody can say. */
  readonly marked: number | null;
  /** What was left of marks; left out where nothing was. */
  readonly marksLeft?: MarksLeft;
  /** The fault that broke the write off after some of it; the results say how far it got. */
  readonly brokenBy?: HostFault;
  /** Whether the text to be remembered reads back as given; left out when none was to be kept. */
  readonly remembered?: boolean;
}

/** What became of removing marks. */
export interface Unmarked {
  /** Cells that they covered. */
  readonly removed: number;
  /** Conditional formats that are left because the host fails at them, some of them perhaps marks; left out: none. */
  readonly left?: number;
  /** Cells that still carry a mark, as far as the host could be asked; left out: none. */
  readonly standing?: number;
}

/** One of several sheets that were read in one go. */
export interface SheetReading {
  readonly sheetId: string;
  readonly outcome: Outcome<Snapshot>;
}

/** Says how a reading of several sheets goes, and asks whether to go on. */
export interface ReadingControl {
  /** Called for every sheet once it is read; the next one waits for the promise, so that a screen can be painted. */
  readonly onRead?: (reading: SheetReading) => void | Promise<void>;
  /** Asked before every round trip and every sheet; true ends the reading, and what was read so far is the result. */
  readonly isCancelled?: () => boolean;
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
   * Reads sheets in the order given, up to twenty a round trip after one that measures them. A sheet that cannot be
   * read is a fault of its own; a fault of the whole is one of the connection.
   */
  readMany(sheetIds: readonly string[], control?: ReadingControl): Promise<Outcome<readonly SheetReading[]>>;
  /**
   * Re-reads the cells, leaves alone those that changed since or must not be written, writes the rest in one go,
   * reads back and says what became of each. A fault means that nothing was written, or, when the connection broke,
   * that nobody can say yet: what was to be remembered was put ahead of the cells, and tells once it can be read.
   */
  apply(sheetId: string, changes: Changes): Promise<Outcome<Applied>>;
  /**
   * Writes a sheet of our own: a new one behind the others, or, where one of that name carries our mark, that one
   * anew. A sheet of the user by that name stays, and ours gets a counter: 名称（2）. With `renew` only sheets of these
   * ids may be written anew, if they carry our mark.
   */
  writeSheet(
    sheet: OwnSheet,
    renew?: readonly string[],
  ): Promise<Outcome<{ readonly sheetId: string; readonly name: string }>>;
  /**
   * Puts a sheet in behind the others, as it was read elsewhere; a name that is taken gets a counter, and what no name
   * may hold is left out of it. Where that breaks off after the sheet was added, the sheet is taken away again; if
   * that fails too, it stands there unfinished.
   */
  addSheet(sheet: NewSheet): Promise<Outcome<{ readonly sheetId: string; readonly name: string }>>;
  /**
   * Takes a sheet away with all that is in it. The caller knows that it was put in by this add-in and that nobody
   * changed it since; no adapter can tell.
   */
  removeSheet(sheetId: string): Promise<Outcome<null>>;
  /**
   * Removes every mark of this add-in from the sheet and says how many cells they covered, and how many conditional
   * formats the host can neither read nor remove (left out: none), of which some may be marks.
   */
  unmark(sheetId: string): Promise<Outcome<Unmarked>>;
  /** Shows the sheet and selects the cell. */
  reveal(sheetId: string, cell: CellRef): Promise<Outcome<null>>;
  /** The cell that the user has selected: the first of several, the anchor of a merge. */
  selection(): Promise<Outcome<Selection>>;
  /** Tells of changes by others until the returned function is called. */
  watch(onChange: (change: SheetChange) => void): Promise<Outcome<() => void>>;
  /** A small text kept in the workbook under a key of ours; null where there is none. */
  recall(key: string): Promise<Outcome<string | null>>;
  /** The keys of ours under which texts are kept in the workbook. */
  keptKeys(): Promise<Outcome<readonly string[]>>;
  /** Keeps (or, with null, forgets) a small text in the workbook. */
  remember(key: string, text: string | null): Promise<Outcome<null>>;
}

/** A plain value for a cell, as adapters compare and restore them. */
export type { CellState, Mark };

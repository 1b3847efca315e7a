/** The end of the line that holds the open workbook: opens it, answers everything that the port asks. */
import type { CellChange, Changes, Outcome, PendingChange, Workbook } from '../port/workbook';
import type { SheetLook } from '../port/sheetLook';
import { succeeded } from '../port/outcome';
import { openWorkbook, type AnyWorkbook } from './openWorkbook';

/** What is about to be written, as `Remembrance.text` is told it. */
interface AskedMoment {
  readonly sheetName: string;
  readonly earlier: string | null;
  readonly pending: readonly PendingChange[];
}

/** Changes as plain data: the text to be remembered is there already. */
export interface PlainChanges extends Omit<Changes, 'remember'> {
  readonly edits: readonly CellChange[];
  readonly remember?: { readonly key: string; readonly text: string };
}

/** What is known of a file once it is open. */
export interface Opening {
  /** The format that it was converted from; null for an .xlsx. */
  readonly convertedFrom: AnyWorkbook['convertedFrom'];
  /** Whether its dates count from 1904 instead of 1900. */
  readonly countsFrom1904: boolean;
}

/** The port as calls, and what belongs to the file beyond it. Calls other than `open` need an open workbook. */
export interface WorkbookCalls extends Pick<
  Workbook,
  | 'capabilities'
  | 'sheets'
  | 'read'
  | 'writeSheet'
  | 'addSheet'
  | 'removeSheet'
  | 'unmark'
  | 'recall'
  | 'keptKeys'
  | 'remember'
> {
  /** Opens the bytes of a file, which is called so in faults; what was open before is let go. */
  open(bytes: Uint8Array, path: string): Promise<Outcome<Opening>>;
  /** What `apply` would write and a text is to be remembered with, without writing it; null: nothing. */
  moment(sheetId: string, changes: Omit<Changes, 'remember'>, key: string): Promise<Outcome<AskedMoment | null>>;
  apply(sheetId: string, changes: PlainChanges): ReturnType<Workbook['apply']>;
  look(sheetId: string): Promise<Outcome<SheetLook>>;
  /** The workbook as a file, with everything that was changed so far. */
  bytes(): Promise<Uint8Array>;
}

/** Breaks an apply off at the question what to remember, which comes before anything is changed. */
class Asked extends Error {
  constructor(readonly moment: AskedMoment) {
    super('asked only');
  }
}

/** The calls, on a workbook that `open` opens. */
export function createWorkbookCalls(): WorkbookCalls {
  let opened: AnyWorkbook | null = null;
  const workbook = (): AnyWorkbook => {
    if (!opened) throw new Error('no workbook is open');
    return opened;
  };
  return {
    async open(bytes, path) {
      const outcome = await openWorkbook(bytes, { path });
      if (!outcome.ok) return outcome;
      opened = outcome.value;
      return succeeded({ convertedFrom: opened.convertedFrom, countsFrom1904: opened.countsFrom1904 });
    },
    capabilities: () => workbook().capabilities(),
    sheets: () => workbook().sheets(),
    read: (sheetId) => workbook().read(sheetId),
    async moment(sheetId, changes, key) {
      try {
        const ask = (moment: AskedMoment): never => {
          throw new Asked(moment);
        };
        const trial = await workbook().apply(sheetId, { ...changes, marks: null, remember: { key, text: ask } });
        return trial.ok ? succeeded(null) : trial;
      } catch (error) {
        if (error instanceof Asked) return succeeded(error.moment);
        throw error;
      }
    },
    apply(sheetId, { edits, marks, remember }) {
      const text = (): string => remember?.text ?? '';
      return workbook().apply(sheetId, {
        edits,
        marks,
        ...(remember ? { remember: { key: remember.key, text } } : {}),
      });
    },
    writeSheet: (sheet, renew) => workbook().writeSheet(sheet, renew),
    addSheet: (sheet) => workbook().addSheet(sheet),
    removeSheet: (sheetId) => workbook().removeSheet(sheetId),
    unmark: (sheetId) => workbook().unmark(sheetId),
    recall: (key) => workbook().recall(key),
    keptKeys: () => workbook().keptKeys(),
    remember: (key, text) => workbook().remember(key, text),
    look: (sheetId) => Promise.resolve(workbook().look(sheetId)),
    // A copy, because the line hands it over, and an unchanged workbook gives its own bytes.
    bytes: () => Promise.resolve(workbook().bytes().slice()),
  };
}

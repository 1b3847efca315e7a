/** What the page can have done for it. The composition root gives the real ones, tests give their own. */
import type { Severity } from '../core/checks/finding';
import type { Preferences } from '../review/memory/preferences';
import type { FileInBatch } from '../review/besideFiles';
import type { WorkbookReport } from '../review/reviewWorkbook';
import type { SheetLook } from '../port/sheetLook';
import type { Outcome, Workbook } from '../port/workbook';
import type { Locale } from '../words/locale';
import type { FileHandles } from './handles';

/** A file that was opened: what the port offers, and what only a file has. */
export interface OpenedFile {
  readonly workbook: Workbook;
  /** Whether it was another format, so that a copy is an .xlsx whatever the file is called. */
  readonly isConverted: boolean;
  look(sheetId: string): Promise<Outcome<SheetLook>>;
  /** The file with everything that was changed so far. */
  bytes(): Promise<Uint8Array>;
  /** Lets go of it; nothing of it may be used after. */
  close(): void;
}

/** What the pane is shown on. */
export interface ShownWorkbook {
  readonly workbook: Workbook;
  /** The batch that it is one of, so that the pane begins with its review; null: it is open by itself. */
  readonly batch: OpenBatch | null;
}

/** The batch of an open file. */
export interface OpenBatch {
  /** The open one. */
  readonly id: string;
  /** All that are reviewed, as they are when it is called. */
  readonly files: () => readonly FileInBatch[];
  /** Calls whenever all of them were held against each other anew, until the returned function is called. */
  readonly onHeld: (hear: () => void) => () => void;
}

/** A file of a batch with what its review came to. */
export interface SummedFile {
  /** By what the summary calls it. */
  readonly path: string;
  readonly reviewed: Outcome<WorkbookReport>;
}

/** A mean in points as plain decimal text, null where no form has the figure, and of how many forms it is. */
interface Mean {
  readonly value: string | null;
  readonly forms: number;
}

/** What all forms of a batch come to. */
export interface BatchTotals {
  readonly forms: number;
  /** Files and sheets of which no form came. */
  readonly unread: number;
  readonly stated: Mean;
  /** Of the forms in which nothing is 待评定. */
  readonly reviewed: Mean;
  /** How many rows are 待评定, and in how many forms. */
  readonly openCount: number;
  readonly openForms: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many forms have each grade, from the best down; null: without a grade. */
  readonly grades: readonly { readonly grade: string | null; readonly stated: number; readonly reviewed: number }[];
}

export interface WorkbenchServices {
  /** The user's settings, which the pane changes. */
  readonly preferences: Preferences;
  /** Calls after a setting was changed until the returned function is called. */
  readonly onSetting: (hear: () => void) => () => void;
  /** Files and folders that can be opened again on another visit; null where the browser has none. */
  readonly handles: FileHandles | null;
  /**
   * Faults: those of opening a file; file-missing where the browser cannot read it. `stop` gives it up, and it is
   * answered with a fault at once.
   */
  open(file: File, stop: AbortSignal): Promise<Outcome<OpenedFile>>;
  /** The sample form as a file, for somebody who has none at hand. */
  sample(): Promise<File>;
  /** The forms of a file, reviewed with what is remembered of them; the faults of opening one. */
  reviewFile(file: File): Promise<Outcome<WorkbookReport>>;
  /** The reports of all files, each held against what stands in the others; null where it was stopped. */
  holdTogether(
    files: readonly FileInBatch[],
    onProgress: (done: number) => void,
    isStopped: () => boolean,
  ): Promise<readonly WorkbookReport[] | null>;
  /** The summary workbook of the files, as the command line writes it. */
  summary(files: readonly SummedFile[]): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** The figures at the head of that summary. */
  totals(files: readonly SummedFile[]): Promise<BatchTotals>;
  /** Shows the pane in the element until the returned function is called. */
  showPane(element: HTMLElement, shown: ShownWorkbook, locale: Locale): Promise<() => void>;
  /** A clean copy of a file, as it may go back to the unit: without memory, marks and web-extension parts. */
  cleanCopy(name: string, bytes: Uint8Array): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Hands a file to the user. */
  download(name: string, bytes: Uint8Array | File): void;
}

/** What the pane can have done for it. The composition root gives the real ones, tests give their own. */
import type { LetterContent } from '../core/report/letterContent';
import type { LetterFields, TemplateProblem } from '../papers/letterWords';
import type { FileTables } from '../review/importSheets';
import type { Severity } from '../core/checks/finding';
import type { Preferences } from '../review/memory/preferences';
import type { ReviewedForm } from '../review/memory/reviewed';
import type { WorkbookReport } from '../review/reviewWorkbook';
import type { UseCases } from '../review/useCases';
import type { PaperManner, PaperWritten } from '../review/writePaper';
import type { Outcome, Workbook } from '../port/workbook';

/** A sheet of our own that is wanted: about one form, about the whole workbook, or about nothing at all. */
export type PaperRequest =
  | { readonly kind: 'report' | 'workpaper' | 'tables'; readonly form: ReviewedForm }
  | ({ readonly kind: 'letter' } & LetterRequest)
  | { readonly kind: 'roll-up'; readonly workbook: WorkbookReport }
  /** The sample form, for somebody who has none at hand. */
  | { readonly kind: 'sample' };

/** A letter's text as the user wants it: lines of a sheet, or a Word file of theirs. */
export interface LetterTemplate {
  /** Of the sheet or the file. */
  readonly name: string;
  /** Every line a paragraph; names in 【】 are slots. */
  readonly lines: readonly string[];
  /** The Word file that is filled; null: the lines are the template. */
  readonly bytes: Uint8Array | null;
}

/** What a letter to the unit is about. */
export interface LetterRequest {
  /** The forms with what of them goes into it, in their order; of one unit. */
  readonly forms: readonly ({ readonly form: ReviewedForm } & LetterContent)[];
  /** What fills its slots, by slot. */
  readonly fields: LetterFields;
  /** Null: the one of our own. */
  readonly template: LetterTemplate | null;
}

/** A sheet that can be a template. */
interface TemplateSheet {
  readonly sheetId: string;
  readonly name: string;
}

/** A letter as text, and what is missing in it. */
interface LetterDraft {
  readonly text: string;
  /** How many points it makes. */
  readonly points: number;
  /** The slots of the template that a writer can fill, in their order. */
  readonly slots: readonly string[];
  /** Names of slots that nobody filled. */
  readonly unfilled: readonly string[];
  /** What the forms themselves say, by slot. */
  readonly known: LetterFields;
}

export type PaperKind = PaperRequest['kind'];

/** A file to be saved. */
export interface CleanFile {
  /** With its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A check as the help lists it. */
interface CheckEntry {
  readonly id: string;
  readonly severity: Severity;
}

/** The papers that the pane offers. */
export interface PanePapers {
  /** Puts a sheet of our own into the workbook. */
  writePaper(request: PaperRequest, manner: PaperManner): Promise<Outcome<PaperWritten>>;
  /** The letter to the unit, in Chinese. */
  letter(request: LetterRequest): LetterDraft;
  /** The same letter as a Word document. */
  letterFile(request: LetterRequest): CleanFile;
  /** The sheets of the workbook, one of which may be a template. */
  templateSheets(): Promise<Outcome<readonly TemplateSheet[]>>;
  /** A sheet of the workbook as a template, every row a paragraph; or why it is none. */
  sheetTemplate(sheetId: string): Promise<Outcome<LetterTemplate | TemplateProblem>>;
  /** A Word file as a template, or why it is none. */
  wordTemplate(name: string, bytes: Uint8Array): LetterTemplate | TemplateProblem;
  /** The closing paragraph for a form, in Chinese. */
  conclusion(form: ReviewedForm): string;
}

/** The same verbs, of something that is fetched when it is first needed: every answer is a promise. */
export type Lazily<Verbs> = {
  readonly [Verb in keyof Verbs]: Verbs[Verb] extends (...asked: infer Asked) => infer Answer
    ? (...asked: Asked) => Promise<Awaited<Answer>>
    : never;
};

/** What of the workbook the pane asks directly. */
type AskedOfWorkbook = Pick<Workbook, 'capabilities' | 'unmark' | 'reveal' | 'selection' | 'watch'>;

/**
 * The verbs of the use cases, of the papers and of the workbook, declared there, and what only the pane needs. Every
 * call settles with an outcome; a rejection is a bug and reaches the error boundary.
 */
export interface PaneServices extends Lazily<UseCases>, Lazily<PanePapers>, Lazily<AskedOfWorkbook> {
  /**
   * Calls when what stands in the other files of a batch is not what the last review was held against, until the returned
   * function is called; never where there are no others.
   */
  readonly onElsewhere: (hear: () => void) => Promise<() => void>;
  /** Whether the workbook was opened to be reviewed: then the pane begins with it. */
  readonly opensReviewed: boolean;
  /** Version of this add-in, such as "1.0.0". */
  readonly version: string;
  readonly preferences: Preferences;
  /** Every check, in the order in which they run, with the severity that its findings usually have. */
  readonly checks: () => Promise<readonly CheckEntry[]>;
  /** The page of a check, in Markdown and in Chinese. */
  readonly helpOf: (check: string) => Promise<string>;
  /**
   * The open workbook as it may go back to the unit: without memory, marks and web-extension parts. Null where whoever
   * shows the pane offers it himself.
   */
  readonly cleanCopy: (() => Promise<Outcome<CleanFile>>) | null;
  /**
   * The tables of a file that the user chose, read here; nothing is sent. Null where whoever shows the pane opens files
   * himself.
   */
  readonly readTables: ((file: File) => Promise<Outcome<FileTables>>) | null;
  /** The tables of the file of the first round, read as well; null where no file can be read. */
  readonly readEarlier: ((file: File) => Promise<Outcome<FileTables>>) | null;
}

/** What the pane can have done for it. The composition root gives the real ones, tests give their own. */
import type { Finding } from '../core/checks/finding';
import type { ColumnMapping } from '../core/form/columnMapping';
import type { Plan } from '../core/report/edit';
import type { Rubric } from '../core/rubric/rubric';
import type { CellRef } from '../core/sheet/cellRef';
import type { RecordedApply } from '../review/applyAndRecord';
import type { PlanChoice } from '../review/applyPlan';
import type { Preferences } from '../review/memory/preferences';
import type { ReviewedForm, ReviewedSheet, Unreadable } from '../review/memory/reviewed';
import type { ColumnPick, ReadRubric } from '../review/memory/reviewer';
import type { AppliedList, Reverted } from '../review/revertApply';
import type { ReviewProgress, WorkbookReport } from '../review/reviewWorkbook';
import type { PaperManner, PaperWritten } from '../review/writePaper';
import type { Capabilities, Outcome, Selection, SheetChange, Unmarked } from '../port/workbook';

/** What to review: a sheet by its id, or the active one when left out. */
export interface ReviewRequest {
  readonly sheetId?: string;
}

/** A sheet of our own that is wanted: about one form, about the whole workbook, or about nothing at all. */
export type PaperRequest =
  | { readonly kind: 'report' | 'workpaper' | 'tables'; readonly form: ReviewedForm }
  | { readonly kind: 'roll-up'; readonly workbook: WorkbookReport }
  /** The sample form, for somebody who has none at hand. */
  | { readonly kind: 'sample' };

export type PaperKind = PaperRequest['kind'];

/** A file to be saved. */
export interface CleanFile {
  /** With its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Every call settles with an outcome; a rejection is a bug and reaches the error boundary. */
export interface PaneServices {
  /** Version of this add-in, such as "1.0.0". */
  readonly version: string;
  readonly preferences: Preferences;
  capabilities(): Promise<Outcome<Capabilities>>;
  review(request: ReviewRequest): Promise<Outcome<ReviewedSheet>>;
  /** Accepts or, with a null reason, no longer accepts a finding of the form at that place of the sheet. */
  accept(sheet: ReviewedSheet, form: number, finding: Finding, reason: string | null): Promise<Outcome<ReviewedSheet>>;
  /** Null: the row of the picks holds no words to know it by. */
  mapColumns(sheetId: string, picks: readonly ColumnPick[]): Promise<Outcome<ReviewedSheet | null>>;
  useMapping(sheetId: string, mapping: ColumnMapping): Promise<Outcome<ReviewedSheet>>;
  forgetMapping(sheetId: string, mapping: ColumnMapping): Promise<Outcome<ReviewedSheet>>;
  /** Keeps a rubric for the workbook; null leaves it to each form. */
  chooseRubric(rubric: Rubric | null): Promise<Outcome<null>>;
  /** Throws away what was kept and cannot be read. */
  forget(sheetId: string, part: Unreadable): Promise<Outcome<null>>;
  /** Makes our own what came with the file, and reviews with it. */
  adopt(sheet: ReviewedSheet): Promise<Outcome<ReviewedSheet>>;
  /** Turns down what came with the file, on this machine. */
  refuse(sheet: ReviewedSheet): Promise<Outcome<ReviewedSheet>>;
  /** The built-in rubrics, the default first. */
  rubrics(): Promise<readonly Rubric[]>;
  readRubric(text: string): Promise<ReadRubric>;
  rubricText(rubric: Rubric): Promise<string>;
  /** The page of a check, in Markdown and in Chinese. */
  helpOf(check: string): Promise<string>;
  reviewAll(
    onProgress: (progress: ReviewProgress) => void | Promise<void>,
    isCancelled: () => boolean,
  ): Promise<Outcome<WorkbookReport>>;
  apply(plan: Plan, choice: PlanChoice): Promise<Outcome<RecordedApply>>;
  /** What was applied to the workbook and not taken back. */
  listApplied(): Promise<Outcome<AppliedList>>;
  /** Takes an apply back. */
  revert(entryId: string): Promise<Outcome<Reverted>>;
  /** Puts a sheet of our own into the workbook. */
  writePaper(request: PaperRequest, manner: PaperManner): Promise<Outcome<PaperWritten>>;
  /** The closing paragraph for a form, in Chinese. */
  conclusion(form: ReviewedForm): Promise<string>;
  unmark(sheetId: string): Promise<Outcome<Unmarked>>;
  /**
   * The open workbook as it may go back to the unit: without memory, marks and web-extension parts. Null where whoever
   * shows the pane offers it himself.
   */
  readonly cleanCopy: (() => Promise<Outcome<CleanFile>>) | null;
  reveal(sheetId: string, cell: CellRef): Promise<Outcome<null>>;
  selection(): Promise<Outcome<Selection>>;
  /** Tells of changes by others until the returned function is called. */
  watch(onChange: (change: SheetChange) => void): Promise<Outcome<() => void>>;
}

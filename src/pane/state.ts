/** All that the pane knows, in one place, and what happens to it; how it changes then stands in `reduce/`. */
import type { Finding, Severity } from '../core/checks/finding';
import type { Edit } from '../core/report/edit';
import type { FormReport } from '../core/report/report';
import type { ReviewedForm, ReviewedSheet } from '../review/memory/reviewed';
import type { ReviewComparison } from './comparison';
import type { PaperKind } from './services';
import { asTheyCame, type SessionOrder } from './session/sessionOrder';
import { defaultSettings, type Settings } from './settings';
import type { Imported } from '../review/importSheets';
import type { ImportTakenBack, KnownImport } from '../review/takeBackImport';
import type { RecordedApply } from '../review/applyAndRecord';
import type { AppliedList, Reverted } from '../review/revertApply';
import type { ReviewProgress, WorkbookReport } from '../review/reviewWorkbook';
import type { PaperWritten } from '../review/writePaper';
import type { Capabilities, HostFault } from '../port/workbook';

export const views = ['findings', 'scores', 'write', 'report'] as const;
type View = (typeof views)[number];

/** What the pane shows below its buttons: the result of a review, or a page that is left by going back to it. */
export type Screen =
  | { readonly kind: 'result' }
  | { readonly kind: 'columns' }
  | { readonly kind: 'rubric' }
  | { readonly kind: 'workbook' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'import' }
  | { readonly kind: 'help' }
  | { readonly kind: 'check'; readonly check: string }
  /** One row, to be judged by a person; the key of its indicator, null: the execution rate of the fund block. */
  | { readonly kind: 'judge'; readonly indicator: string | null }
  /** The page of decisions: everything that was decided. */
  | { readonly kind: 'decisions' };

export const groupings = ['severity', 'indicator', 'check'] as const;
/** Which of the scores are listed. */
export const scoreFilters = ['all', 'differing', 'open'] as const;
export type ScoreFilter = (typeof scoreFilters)[number];

/** By what the findings are grouped. */
export type Grouping = (typeof groupings)[number];

export const severities: readonly Severity[] = ['P0', 'P1', 'P2'];

/** What the pane asked for. */
export type Task =
  | { readonly kind: 'connect' }
  /** `form`: which form of the sheet is wanted, from 0; `isLive`: set off by an edit and not by the user, who may be typing still. */
  | { readonly kind: 'review'; readonly sheetId: string | null; readonly isLive: boolean; readonly form?: number }
  | { readonly kind: 'apply' }
  | { readonly kind: 'unmark' }
  /** Accepting a finding, or taking that back. */
  | { readonly kind: 'accept' }
  | { readonly kind: 'review-all' }
  | { readonly kind: 'revert'; readonly entryId: string }
  | { readonly kind: 'list-applied' }
  /** Making a sheet of our own. */
  | { readonly kind: 'paper'; readonly paper: PaperKind }
  /** Reading a file and bringing its tables in, and taking them away again. */
  | { readonly kind: 'import' }
  | { readonly kind: 'take-back-import' }
  | { readonly kind: 'list-imports' }
  /** Keeping a rubric, a mapping, or throwing one away. */
  | { readonly kind: 'keep' }
  | { readonly kind: 'reveal' };

/** Tasks that the user waits for; one runs at a time. */
export type LongTask = Extract<
  Task,
  {
    readonly kind:
      | 'review'
      | 'review-all'
      | 'apply'
      | 'revert'
      | 'unmark'
      | 'accept'
      | 'keep'
      | 'paper'
      | 'import'
      | 'take-back-import';
  }
>;

/** Whether a task changes the workbook: then its answer counts however late it comes. */
export function isWritingTask({ kind }: LongTask): boolean {
  return kind !== 'review' && kind !== 'review-all';
}

/** A paper that was asked for, and what became of it. */
export interface PaperResult {
  readonly kind: PaperKind;
  readonly written: PaperWritten;
}

export interface PaneState {
  readonly running: LongTask | null;
  /** For how many seconds the host has not answered the running task; null until that is worth telling. */
  readonly silentFor: number | null;
  /** What the user no longer waits for; a task that writes stays here until its answer comes. */
  readonly abandoned: LongTask | null;
  /** The last failure and what failed, until it is dismissed or the next task begins. */
  readonly failure: { readonly task: Task; readonly fault: HostFault } | null;
  readonly capabilities: Capabilities | null;
  /** Whether the host tells of changes; null until that is known. */
  readonly isWatching: boolean | null;

  readonly settings: Settings;
  readonly screen: Screen;
  readonly report: ReviewedSheet | null;
  /**
   * The state that the first review will lead to if what was reviewed ahead still holds when it is asked for: its result
   * is drawn out of sight, so that showing it takes no time. Null where nothing was, or something changed since.
   */
  readonly rehearsal: PaneState | null;
  /** How long the last review took, in milliseconds; null before it. */
  readonly reviewTime: number | null;
  /** The findings of each form at the last review of each sheet, accepted ones too, by the sheet's id. */
  readonly earlier: Readonly<Record<string, readonly (readonly Finding[])[]>>;
  /** What changed since that review, by form; empty after the first review of a sheet. */
  readonly comparisons: readonly ReviewComparison[];
  /** Sheets changed since the report was read, and since the running review began; ids. */
  readonly changedSheets: readonly string[];
  readonly changedDuringReview: readonly string[];
  /** How many changes were told of so far. */
  readonly changes: number;
  /** How many live reviews could not be done at their time. */
  readonly postponed: number;

  readonly formIndex: number;
  readonly view: View;
  /** The one severity that is shown, or null for all. */
  readonly severity: Severity | null;
  readonly query: string;
  readonly grouping: Grouping;
  /** Whether the accepted findings are listed too. */
  readonly showsAccepted: boolean;
  /** Which of the lines shown, findings and bundles of them, has the keyboard. */
  readonly findingIndex: number;
  /** Keys of the lines that show more than a line. */
  readonly openLines: readonly string[];
  /** Which of the scores are listed, and which of those has the keyboard. */
  readonly scoreFilter: ScoreFilter;
  readonly scoreIndex: number;
  /** Whether all is shown of what the first line of the result sums up. */
  readonly showsDetails: boolean;
  /** The sheet in front, where it is another than the one of the result; an id. */
  readonly otherSheet: string | null;
  /** Whether something was written or taken back since the report was read. */
  readonly isBeforeWriting: boolean;
  /** Ids of edits that shall not be written. */
  readonly unticked: readonly string[];
  readonly wantsMarks: boolean;
  /** What the last apply did, until the next review or another form is shown. */
  readonly applied: RecordedApply | null;
  /** The edits that it was to write. */
  readonly appliedEdits: readonly Edit[];
  /** Earlier applies that can be taken back; null until they were asked for. */
  readonly history: AppliedList | null;
  /** What the last taking back did, until the next review. */
  readonly reverted: Reverted | null;
  /** How far the review of the workbook is, while it runs. */
  readonly progress: ReviewProgress | null;
  readonly workbook: WorkbookReport | null;
  /** By which column its forms stand in the table, and one after the other. */
  readonly sessionOrder: SessionOrder;
  /** Whether something changed in the workbook since that review of all of it began. */
  readonly isWorkbookStale: boolean;
  /** The last paper, until the next review. */
  readonly paper: PaperResult | null;
  /** What the last import did, and what the last taking back of one did; null before, and once another began. */
  readonly imported: Imported | null;
  readonly importTakenBack: ImportTakenBack | null;
  /** Imports that can be taken back; null until they were asked for. */
  readonly imports: readonly KnownImport[] | null;
  /** How many marks the last removal found; null when there was none since the last review. */
  readonly unmarked: number | null;
  /** Conditional formats that the last removal of marks had to leave, some of them perhaps marks. */
  readonly rulesLeft: number;
}

export const initialState: PaneState = {
  settings: defaultSettings,
  screen: { kind: 'result' },
  sessionOrder: asTheyCame,
  reviewTime: null,
  earlier: {},
  comparisons: [],
  grouping: 'severity',
  showsAccepted: false,
  running: null,
  silentFor: null,
  abandoned: null,
  failure: null,
  capabilities: null,
  isWatching: null,
  report: null,
  rehearsal: null,
  changedSheets: [],
  changedDuringReview: [],
  changes: 0,
  postponed: 0,
  formIndex: 0,
  view: 'findings',
  severity: null,
  query: '',
  findingIndex: 0,
  openLines: [],
  scoreFilter: 'all',
  scoreIndex: 0,
  showsDetails: false,
  otherSheet: null,
  isBeforeWriting: false,
  unticked: [],
  wantsMarks: true,
  applied: null,
  appliedEdits: [],
  history: null,
  reverted: null,
  progress: null,
  workbook: null,
  isWorkbookStale: false,
  paper: null,
  imported: null,
  importTakenBack: null,
  imports: null,
  unmarked: null,
  rulesLeft: 0,
};

export type PaneEvent =
  | { readonly type: 'connected'; readonly capabilities: Capabilities }
  | { readonly type: 'watching'; readonly works: boolean }
  | { readonly type: 'started'; readonly task: LongTask }
  /** The running task has had no answer for so long. */
  | { readonly type: 'kept-waiting'; readonly seconds: number }
  | { readonly type: 'waiting-continued' }
  | { readonly type: 'waiting-stopped' }
  | { readonly type: 'abandonment-dismissed' }
  /** The answer of a task that nobody waited for any more. */
  | { readonly type: 'answered-late'; readonly event: PaneEvent }
  | { readonly type: 'failed'; readonly task: Task; readonly fault: HostFault }
  | { readonly type: 'failure-dismissed' }
  /** `time`: how long it took, in milliseconds. */
  | { readonly type: 'reviewed'; readonly report: ReviewedSheet; readonly time: number }
  /** A review was done that nobody has asked for yet; nothing of it is shown. */
  | { readonly type: 'reviewed-ahead'; readonly report: ReviewedSheet }
  /** A review that nobody pressed for could not be done now; nothing is said of it. */
  | { readonly type: 'live-review-postponed' }
  | { readonly type: 'accepted'; readonly report: ReviewedSheet }
  | { readonly type: 'kept' }
  /** Where a form stands was said: nothing else about the workbook changes. */
  | { readonly type: 'state-said'; readonly report: ReviewedSheet }
  /** One of several forms was marked as returned; the next may follow. */
  | { readonly type: 'form-returned'; readonly report: ReviewedSheet }
  | { readonly type: 'session-sorted'; readonly order: SessionOrder }
  | { readonly type: 'settings-changed'; readonly settings: Settings }
  | { readonly type: 'screen-opened'; readonly screen: Screen }
  | { readonly type: 'grouping-picked'; readonly grouping: Grouping }
  | { readonly type: 'accepted-shown'; readonly shown: boolean }
  | { readonly type: 'sheet-changed'; readonly sheetId: string }
  | { readonly type: 'form-picked'; readonly index: number }
  | { readonly type: 'view-picked'; readonly view: View }
  | { readonly type: 'severity-picked'; readonly severity: Severity | null }
  | { readonly type: 'searched'; readonly query: string }
  | { readonly type: 'finding-reached'; readonly index: number }
  /** Opens a line of a list, or closes it again. */
  | { readonly type: 'line-toggled'; readonly key: string }
  | { readonly type: 'scores-filtered'; readonly filter: ScoreFilter }
  | { readonly type: 'score-reached'; readonly index: number }
  | { readonly type: 'details-shown'; readonly shown: boolean }
  /** Which sheet is in front was asked. */
  | { readonly type: 'sheet-in-front'; readonly sheetId: string }
  | { readonly type: 'edits-ticked'; readonly ids: readonly string[]; readonly ticked: boolean }
  /** Of the edits that are one choice this one and no other; null: none. */
  | { readonly type: 'reading-chosen'; readonly ids: readonly string[]; readonly id: string | null }
  | { readonly type: 'marks-switched'; readonly wanted: boolean }
  | { readonly type: 'applied'; readonly applied: RecordedApply; readonly edits: readonly Edit[] }
  | { readonly type: 'history-read'; readonly history: AppliedList }
  | { readonly type: 'reverted'; readonly reverted: Reverted }
  | { readonly type: 'imported'; readonly imported: Imported }
  | { readonly type: 'imports-listed'; readonly imports: readonly KnownImport[] }
  | { readonly type: 'import-taken-back'; readonly takenBack: ImportTakenBack }
  | { readonly type: 'paper-written'; readonly paper: PaperResult }
  | { readonly type: 'workbook-progressed'; readonly progress: ReviewProgress }
  | { readonly type: 'workbook-reviewed'; readonly workbook: WorkbookReport }
  | { readonly type: 'unmarked'; readonly removed: number; readonly left: number }
  | { readonly type: 'revealed'; readonly sheetId: string };

/** The form that is shown, or null where there is none. */
export function shownForm({ report, formIndex }: PaneState): ReviewedForm | null {
  return report?.forms[formIndex] ?? null;
}

/** Why the result no longer shows the sheet as it is; null while it does. */
export function staleness({ report, changedSheets, isBeforeWriting }: PaneState): 'edited' | 'written' | null {
  if (!report) return null;
  if (changedSheets.includes(report.sheetId)) return 'edited';
  return isBeforeWriting ? 'written' : null;
}

/** Whether nothing may be written now: something runs, or a write has had no answer yet. */
export function isHeld({ abandoned, running }: PaneState): boolean {
  return running !== null || (abandoned !== null && isWritingTask(abandoned));
}

/** How many findings of each severity a form has. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { P0: 0, P1: 0, P2: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** The ids of the ticked edits of a form's plan. */
export function tickedIds({ unticked }: PaneState, { plan }: FormReport): readonly string[] {
  return plan.edits.flatMap(({ id }) => (unticked.includes(id) ? [] : [id]));
}

/**
 * Whether reading a sheet empties Excel's undo: reading merged areas counts as a write there below ExcelApi 1.20, and there
 * is no other way to read them (office-js 5918, 3141, 2543).
 */
export function readingCostsUndo({ capabilities }: PaneState): boolean {
  return capabilities?.host === 'excel' && !capabilities.nativeUndo;
}

/** Whether the user has yet to be told of that. */
export function isReviewUndoNews(state: PaneState): boolean {
  return readingCostsUndo(state) && !state.settings.knowsReviewUndo;
}

/** How many cells would be marked. */
export function markedCellCount({ plan }: FormReport): number {
  return plan.marks.reduce((count, { cells }) => count + cells.length, 0);
}

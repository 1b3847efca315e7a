/** What becomes of the state when something was reviewed, or changed since. */
import { compareFindings } from '../comparison';
import type { ReviewedForm, ReviewedSheet } from '../../review/memory/reviewed';
import type { WorkbookReport } from '../../review/reviewWorkbook';
import type { LongTask, PaneEvent, PaneState, Screen } from '../state';
import { freshForm, notRecommended, untickedAgain } from './freshForm';
import type { Handlers } from './handlers';

const result: Screen = { kind: 'result' };

/**
 * What stays of what the user chose and was told, when the same form is reviewed again: someone who mends a form goes on
 * where they were. What was written is told on after a review that follows by itself.
 */
function kept(state: PaneState, form: ReviewedForm | undefined): Partial<PaneState> {
  const { applied, appliedEdits, openLines, paper, query, reverted, rulesLeft, running, scoreFilter, unmarked } = state;
  const isByItself = running?.kind === 'review' && running.isLive;
  return {
    severity: state.severity,
    ...{ openLines, query, scoreFilter },
    scoreIndex: state.scoreIndex,
    unticked: untickedAgain(state, form),
    findingIndex: Math.min(state.findingIndex, Math.max((form?.findings.length ?? 0) - 1, 0)),
    ...(isByItself ? { applied, appliedEdits, paper, reverted, rulesLeft, unmarked } : {}),
  };
}

/**
 * Whether the result is shown next: after a review that was pressed for, as such or with the sample form, and after
 * columns were named. A review that nobody pressed for leaves the page that is open.
 */
function leadsToResult({ running, screen }: PaneState): boolean {
  if (running?.kind === 'keep') return screen.kind === 'columns';
  return running?.kind === 'paper' || (running?.kind === 'review' && !running.isLive);
}

/** The list with an id that may be in it already. */
export const including = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids : [...ids, id];

/** The workbook with this sheet as it was reviewed last, so that the table of its forms says what is shown. */
function workbookWith({ workbook }: PaneState, report: ReviewedSheet): WorkbookReport | null {
  if (!workbook) return null;
  return {
    ...workbook,
    sheets: workbook.sheets.map((entry) =>
      entry.sheet.id === report.sheetId ? { ...entry, report: { ok: true, value: report } } : entry,
    ),
  };
}

/** What is shown after a review of the sheet. */
function reviewed(state: PaneState, event: Extract<PaneEvent, { readonly type: 'reviewed' }>): PaneState {
  const isSameSheet = state.report?.sheetId === event.report.sheetId;
  const wanted = state.running?.kind === 'review' ? state.running.form : undefined;
  const place = wanted ?? (isSameSheet ? state.formIndex : 0);
  const formIndex = place < event.report.forms.length ? place : 0;
  const before = state.earlier[event.report.sheetId];
  const { forms } = event.report;
  return {
    ...state,
    ...freshForm,
    unticked: notRecommended(forms[formIndex]),
    ...(isSameSheet && formIndex === state.formIndex ? kept(state, forms[formIndex]) : {}),
    running: null,
    otherSheet: null,
    isBeforeWriting: false,
    screen: leadsToResult(state) ? result : state.screen,
    report: event.report,
    rehearsal: null,
    workbook: workbookWith(state, event.report),
    reviewTime: event.time,
    earlier: { ...state.earlier, [event.report.sheetId]: forms.map(({ allFindings }) => allFindings) },
    comparisons: before ? forms.map(({ allFindings }, index) => compareFindings(before[index] ?? [], allFindings)) : [],
    changedSheets: state.changedDuringReview,
    formIndex,
    // Someone who mends a form keeps the view; another sheet begins with what is wrong.
    view: isSameSheet ? state.view : 'findings',
  };
}

/** The review that a press of the button sets off. */
const pressed: LongTask = { kind: 'review', sheetId: null, isLive: false };

export const afterReview: Handlers<
  | 'reviewed'
  | 'reviewed-ahead'
  | 'state-said'
  | 'form-returned'
  | 'accepted'
  | 'sheet-changed'
  | 'workbook-progressed'
  | 'workbook-reviewed'
> = {
  reviewed,
  'reviewed-ahead': (state, { report }) => ({
    ...state,
    // Where a result is shown, the next one is drawn in its place.
    rehearsal: state.report ? null : reviewed({ ...state, running: pressed }, { type: 'reviewed', report, time: 0 }),
  }),
  accepted: (state, event) => ({
    ...state,
    running: null,
    isWorkbookStale: true,
    report: event.report,
    workbook: workbookWith(state, event.report),
    unticked: untickedAgain(state, event.report.forms[state.formIndex]),
    findingIndex: Math.min(
      state.findingIndex,
      Math.max((event.report.forms[state.formIndex]?.findings.length ?? 0) - 1, 0),
    ),
  }),
  'state-said': (state, event) => ({
    ...state,
    running: null,
    report: event.report,
    workbook: workbookWith(state, event.report),
  }),
  'form-returned': (state, { report }) => ({
    ...state,
    // Another sheet may be shown than the one with the form.
    report: state.report?.sheetId === report.sheetId ? report : state.report,
    workbook: workbookWith(state, report),
  }),
  'sheet-changed': (state, event) => ({
    ...state,
    rehearsal: null,
    changes: state.changes + 1,
    isWorkbookStale: true,
    changedSheets: including(state.changedSheets, event.sheetId),
    changedDuringReview: including(state.changedDuringReview, event.sheetId),
  }),
  'workbook-progressed': (state, event) => ({ ...state, progress: event.progress }),
  'workbook-reviewed': (state, event) => ({
    ...state,
    running: null,
    progress: null,
    workbook: event.workbook,
    paper: null,
  }),
};

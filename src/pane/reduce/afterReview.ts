/** What becomes of the state when something was reviewed, or changed since. */
import { compareFindings } from '../comparison';
import type { LongTask, Screen } from '../state';
import { freshForm, notRecommended, untickedAgain } from './freshForm';
import type { Handlers } from './handlers';

const result: Screen = { kind: 'result' };

/** Whether a review was pressed for: as such, or with the sample form, whose making ends in one. */
function isAskedFor(running: LongTask | null): boolean {
  return running?.kind === 'paper' || (running?.kind === 'review' && !running.isLive);
}

/** The list with an id that may be in it already. */
export const including = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids : [...ids, id];

export const afterReview: Handlers<
  'reviewed' | 'accepted' | 'sheet-changed' | 'workbook-progressed' | 'workbook-reviewed'
> = {
  reviewed: (state, event) => {
    const isSameSheet = state.report?.sheetId === event.report.sheetId;
    const formIndex = isSameSheet && state.formIndex < event.report.forms.length ? state.formIndex : 0;
    const before = state.earlier[event.report.sheetId];
    const { forms } = event.report;
    return {
      ...state,
      ...freshForm,
      unticked: notRecommended(forms[formIndex]),
      // Someone who mends a form goes on where they were; what was unticked stays unticked.
      ...(isSameSheet && formIndex === state.formIndex
        ? {
            severity: state.severity,
            query: state.query,
            unticked: untickedAgain(state, forms[formIndex]),
            findingIndex: Math.min(state.findingIndex, Math.max((forms[formIndex]?.findings.length ?? 0) - 1, 0)),
          }
        : {}),
      running: null,
      // A review that nobody pressed for leaves the page that is open.
      screen: isAskedFor(state.running) ? result : state.screen,
      report: event.report,
      reviewTime: event.time,
      earlier: { ...state.earlier, [event.report.sheetId]: forms.map(({ allFindings }) => allFindings) },
      comparisons: before
        ? forms.map(({ allFindings }, index) => compareFindings(before[index] ?? [], allFindings))
        : [],
      changedSheets: state.changedDuringReview,
      formIndex,
      // Someone who mends a form keeps the view; another sheet begins with what is wrong.
      view: isSameSheet ? state.view : 'findings',
    };
  },
  accepted: (state, event) => ({
    ...state,
    running: null,
    isWorkbookStale: true,
    report: event.report,
    unticked: untickedAgain(state, event.report.forms[state.formIndex]),
    findingIndex: Math.min(
      state.findingIndex,
      Math.max((event.report.forms[state.formIndex]?.findings.length ?? 0) - 1, 0),
    ),
  }),
  'sheet-changed': (state, event) => ({
    ...state,
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

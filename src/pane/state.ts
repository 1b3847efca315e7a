/** All that the pane knows, in one place, and how it changes: pure, so that every screen can be tested as data. */
import { chooseEdits } from '../core/report/chooseEdits';
import type { Finding, Severity } from '../core/checks/finding';
import type { Edit } from '../core/report/edit';
import type { FormReport, SheetReport } from '../core/report/report';
import type { Applied, Capabilities, HostFault } from '../review/workbook';

export const views = ['findings', 'scores', 'write'] as const;
export type View = (typeof views)[number];

export const severities: readonly Severity[] = ['P0', 'P1', 'P2'];

/** What the pane asked for. */
export type Task =
  | { readonly kind: 'connect' }
  | { readonly kind: 'review'; readonly sheetId: string | null }
  | { readonly kind: 'apply' }
  | { readonly kind: 'unmark' }
  | { readonly kind: 'reveal' };

/** Tasks that the user waits for; one runs at a time. */
export type LongTask = Extract<Task, { readonly kind: 'review' | 'apply' | 'unmark' }>;

export interface PaneState {
  readonly running: LongTask | null;
  /** The last failure and what failed, until it is dismissed or the next task begins. */
  readonly failure: { readonly task: Task; readonly fault: HostFault } | null;
  readonly capabilities: Capabilities | null;
  /** Whether the host tells of changes; null until that is known. */
  readonly isWatching: boolean | null;

  readonly report: SheetReport | null;
  /** Sheets changed since the report was read, and since the running review began; ids. */
  readonly changedSheets: readonly string[];
  readonly changedDuringReview: readonly string[];

  readonly formIndex: number;
  readonly view: View;
  /** The one severity that is shown, or null for all. */
  readonly severity: Severity | null;
  readonly query: string;
  /** Which of the findings shown has the keyboard. */
  readonly findingIndex: number;
  /** Ids of edits that shall not be written. */
  readonly unticked: readonly string[];
  readonly wantsMarks: boolean;
  /** What the last apply did, until the next review or another form is shown. */
  readonly applied: Applied | null;
  /** How many marks the last removal found; null when there was none since the last review. */
  readonly unmarked: number | null;
}

export const initialState: PaneState = {
  running: null,
  failure: null,
  capabilities: null,
  isWatching: null,
  report: null,
  changedSheets: [],
  changedDuringReview: [],
  formIndex: 0,
  view: 'findings',
  severity: null,
  query: '',
  findingIndex: 0,
  unticked: [],
  wantsMarks: true,
  applied: null,
  unmarked: null,
};

export type PaneEvent =
  | { readonly type: 'connected'; readonly capabilities: Capabilities }
  | { readonly type: 'watching'; readonly works: boolean }
  | { readonly type: 'started'; readonly task: LongTask }
  | { readonly type: 'failed'; readonly task: Task; readonly fault: HostFault }
  | { readonly type: 'failure-dismissed' }
  | { readonly type: 'reviewed'; readonly report: SheetReport }
  | { readonly type: 'sheet-changed'; readonly sheetId: string }
  | { readonly type: 'form-picked'; readonly index: number }
  | { readonly type: 'view-picked'; readonly view: View }
  | { readonly type: 'severity-picked'; readonly severity: Severity | null }
  | { readonly type: 'searched'; readonly query: string }
  | { readonly type: 'finding-reached'; readonly index: number }
  | { readonly type: 'edits-ticked'; readonly ids: readonly string[]; readonly ticked: boolean }
  | { readonly type: 'marks-switched'; readonly wanted: boolean }
  | { readonly type: 'applied'; readonly applied: Applied }
  | { readonly type: 'unmarked'; readonly removed: number }
  | { readonly type: 'revealed' };

/** Choices that belong to one form of one review; they begin anew with another. */
const freshForm = {
  severity: null,
  query: '',
  findingIndex: 0,
  unticked: [],
  applied: null,
  unmarked: null,
} as const satisfies Partial<PaneState>;

const including = (ids: readonly string[], id: string): readonly string[] => (ids.includes(id) ? ids : [...ids, id]);

/** The state after an event. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'connected':
      return {
        ...state,
        capabilities: event.capabilities,
        failure: state.failure?.task.kind === 'connect' ? null : state.failure,
      };
    case 'watching':
      return { ...state, isWatching: event.works };
    case 'started':
      return {
        ...state,
        running: event.task,
        failure: null,
        changedDuringReview: event.task.kind === 'review' ? [] : state.changedDuringReview,
      };
    case 'failed':
      return {
        ...state,
        running: state.running?.kind === event.task.kind ? null : state.running,
        failure: { task: event.task, fault: event.fault },
      };
    case 'failure-dismissed':
      return { ...state, failure: null };
    case 'reviewed': {
      const isSameSheet = state.report?.sheetId === event.report.sheetId;
      const formIndex = isSameSheet && state.formIndex < event.report.forms.length ? state.formIndex : 0;
      return {
        ...state,
        ...freshForm,
        running: null,
        report: event.report,
        changedSheets: state.changedDuringReview,
        formIndex,
        // Someone who mends a form keeps the view; another sheet begins with what is wrong.
        view: isSameSheet ? state.view : 'findings',
      };
    }
    case 'sheet-changed':
      return {
        ...state,
        changedSheets: including(state.changedSheets, event.sheetId),
        changedDuringReview: including(state.changedDuringReview, event.sheetId),
      };
    case 'form-picked':
      return { ...state, ...freshForm, formIndex: event.index };
    case 'view-picked':
      return { ...state, view: event.view };
    case 'severity-picked':
      return { ...state, severity: event.severity, findingIndex: 0 };
    case 'searched':
      return { ...state, query: event.query, findingIndex: 0 };
    case 'finding-reached':
      return { ...state, findingIndex: event.index };
    case 'edits-ticked': {
      const others = state.unticked.filter((id) => !event.ids.includes(id));
      return { ...state, unticked: event.ticked ? others : [...others, ...event.ids] };
    }
    case 'marks-switched':
      return { ...state, wantsMarks: event.wanted };
    case 'applied':
      return { ...state, running: null, applied: event.applied, unmarked: null };
    case 'unmarked':
      return { ...state, running: null, unmarked: event.removed };
    case 'revealed':
      return state.failure?.task.kind === 'reveal' ? { ...state, failure: null } : state;
  }
}

/** The form that is shown, or null where there is none. */
export function shownForm({ report, formIndex }: PaneState): FormReport | null {
  return report?.forms[formIndex] ?? null;
}

/** Why the result no longer shows the sheet as it is; null while it does. */
export function staleness({ report, applied, changedSheets }: PaneState): 'edited' | 'written' | null {
  if (!report) return null;
  if (changedSheets.includes(report.sheetId)) return 'edited';
  const hasWritten = applied?.results.some(({ outcome }) => outcome === 'written' || outcome === 'different') ?? false;
  return hasWritten ? 'written' : null;
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

/** The edits that would be written now: the ticked ones, with the total that follows from them. */
export function chosenEdits(state: PaneState, form: FormReport): readonly Edit[] {
  return chooseEdits(form.plan, new Set(tickedIds(state, form)));
}

/** How many cells would be marked. */
export function markedCellCount({ plan }: FormReport): number {
  return plan.marks.reduce((count, { cells }) => count + cells.length, 0);
}

/** How the state of the pane changes: pure, so that every screen can be tested as data. */
import type { PaneEvent, PaneState } from '../state';
import { afterChoice } from './afterChoice';
import { afterImport } from './afterImport';
import { afterReview, including } from './afterReview';
import { afterTask } from './afterTask';
import { afterWriting } from './afterWriting';
import type { Handlers } from './handlers';

/** The answer counts; whatever runs or is shown by now goes on. */
function afterLateAnswer(state: PaneState, event: PaneEvent): PaneState {
  const { report, running } = state;
  if (event.type === 'reviewed' || event.type === 'accepted' || event.type === 'state-said') {
    // It may be older than what is shown, which is no longer fresh either.
    const changedSheets = report ? including(state.changedSheets, report.sheetId) : state.changedSheets;
    return { ...state, abandoned: null, changedSheets };
  }
  return { ...afterEvent(state, event), running, abandoned: null };
}

const handlers: Handlers<PaneEvent['type']> = {
  ...afterTask,
  ...afterReview,
  ...afterChoice,
  ...afterWriting,
  ...afterImport,
  'answered-late': (state, { event }) => afterLateAnswer(state, event),
};

function afterEvent(state: PaneState, event: PaneEvent): PaneState {
  // Each takes the events of its own type; that this is one of them, the compiler cannot follow.
  const after = handlers[event.type] as (state: PaneState, event: PaneEvent) => PaneState;
  return after(state, event);
}

/** The state after an event. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  const next = afterEvent(state, event);
  // Silence is of one task and ends with it.
  return next.running === state.running || next.silentFor === null ? next : { ...next, silentFor: null };
}

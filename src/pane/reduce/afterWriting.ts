/** What becomes of the state when the workbook was written to, or what was written is taken back. */
import type { Handlers } from './handlers';

export const afterWriting: Handlers<'applied' | 'history-read' | 'reverted' | 'paper-written' | 'unmarked'> = {
  applied: (state, event) => ({
    ...state,
    running: null,
    isWorkbookStale: true,
    applied: event.applied,
    appliedEdits: event.edits,
    reverted: null,
    unmarked: null,
    rulesLeft: 0,
  }),
  'history-read': (state, event) => ({
    ...state,
    history: event.history,
    failure: state.failure?.task.kind === 'list-applied' ? null : state.failure,
  }),
  reverted: (state, event) => ({
    ...state,
    running: null,
    isWorkbookStale: true,
    reverted: event.reverted,
    applied: null,
    appliedEdits: [],
    unmarked: null,
    rulesLeft: 0,
  }),
  'paper-written': (state, event) => ({ ...state, running: null, paper: event.paper }),
  unmarked: (state, event) => ({ ...state, running: null, unmarked: event.removed, rulesLeft: event.left }),
};

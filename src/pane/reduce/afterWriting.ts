/** What becomes of the state when the workbook was written to, or what was written is taken back. */
import type { Applied } from '../../port/workbook';
import type { Reverted } from '../../review/revertApply';
import type { Handlers } from './handlers';

/** Whether an apply changed a cell, or found one that others had changed: then the plan is one from before. */
function hasWritten({ results }: Applied): boolean {
  return results.some(({ outcome }) => outcome !== 'refused');
}

/** Whether a taking back changed a cell. */
function hasRestored(reverted: Reverted): boolean {
  return reverted.state === 'reverted' && reverted.cells.some(({ outcome }) => outcome === 'restored');
}

export const afterWriting: Handlers<'applied' | 'history-read' | 'reverted' | 'paper-written' | 'unmarked'> = {
  applied: (state, event) => ({
    ...state,
    running: null,
    isWorkbookStale: true,
    isBeforeWriting: state.isBeforeWriting || hasWritten(event.applied),
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
    isBeforeWriting: state.isBeforeWriting || hasRestored(event.reverted),
    reverted: event.reverted,
    applied: null,
    appliedEdits: [],
    unmarked: null,
    rulesLeft: 0,
  }),
  'paper-written': (state, event) => ({ ...state, running: null, paper: event.paper }),
  unmarked: (state, event) => ({ ...state, running: null, unmarked: event.removed, rulesLeft: event.left }),
};

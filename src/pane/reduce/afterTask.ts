/** What becomes of the state when the host is asked, answers, or does not. */
import type { Handlers } from './handlers';
import { isWritingTask } from '../state';

export const afterTask: Handlers<
  | 'connected'
  | 'watching'
  | 'started'
  | 'kept-waiting'
  | 'waiting-continued'
  | 'waiting-stopped'
  | 'abandonment-dismissed'
  | 'failed'
  | 'failure-dismissed'
  | 'live-review-postponed'
  | 'kept'
  | 'revealed'
> = {
  connected: (state, event) => ({
    ...state,
    capabilities: event.capabilities,
    failure: state.failure?.task.kind === 'connect' ? null : state.failure,
  }),
  watching: (state, event) => ({ ...state, isWatching: event.works }),
  started: (state, event) => ({
    ...state,
    running: event.task,
    abandoned: state.abandoned && isWritingTask(state.abandoned) ? state.abandoned : null,
    // What follows by itself takes away no message that nobody has read.
    failure: event.task.kind === 'review' && event.task.isLive ? state.failure : null,
    progress: null,
    paper: null,
    isWorkbookStale: event.task.kind === 'review-all' ? false : state.isWorkbookStale,
    changedDuringReview: event.task.kind === 'review' ? [] : state.changedDuringReview,
  }),
  'kept-waiting': (state, event) => ({ ...state, silentFor: event.seconds }),
  'waiting-continued': (state) => ({ ...state, silentFor: null }),
  'waiting-stopped': (state) => ({ ...state, running: null, progress: null, abandoned: state.running }),
  'abandonment-dismissed': (state) => ({ ...state, abandoned: null }),
  failed: (state, event) => ({
    ...state,
    running: state.running?.kind === event.task.kind ? null : state.running,
    failure: { task: event.task, fault: event.fault },
  }),
  'failure-dismissed': (state) => ({ ...state, failure: null }),
  'live-review-postponed': (state) => ({ ...state, running: null, postponed: state.postponed + 1 }),
  kept: (state) => ({ ...state, running: null }),
  revealed: (state, { sheetId }) => ({
    ...state,
    otherSheet: state.report && state.report.sheetId !== sheetId ? sheetId : null,
    failure: state.failure?.task.kind === 'reveal' ? null : state.failure,
  }),
};

/** Runs what takes long, one at a time, and tells the state what came of it; a rejected call is a bug and is raised. */
import type { Dispatch } from 'react';
import type { Outcome } from '../../port/workbook';
import { isWritingTask, type LongTask, type PaneEvent, type Task } from '../state';
import { Attempt } from './attempt';

/** One for each pane: it knows what runs, what is no longer awaited, and what failed last. */
export class Runner {
  private current: Attempt | null = null;
  /** A write that nobody waits for any more and that has not been answered: no other may begin. */
  private unanswered: Attempt | null = null;
  private again: () => void = () => undefined;

  constructor(
    readonly dispatch: Dispatch<PaneEvent>,
    private readonly raise: (error: unknown) => void,
  ) {}

  /** Asks for what the user does not wait for; `after` runs once the answer was told. */
  ask<T>(task: Task, call: () => Promise<Outcome<T>>, done: (value: T) => PaneEvent, after?: () => void): void {
    call().then((outcome) => {
      this.dispatch(this.settled(task, outcome, done, () => this.ask(task, call, done, after)));
      after?.();
    }, this.raise);
  }

  /** Runs a task that the user waits for; nothing happens while another runs, or may still write. */
  run<T>(task: LongTask, call: (attempt: Attempt) => Promise<Outcome<T>>, done: (value: T) => PaneEvent): void {
    if (this.current || (this.unanswered && isWritingTask(task))) return;
    const attempt = new Attempt(task, (seconds) => this.dispatch({ type: 'kept-waiting', seconds }));
    this.current = attempt;
    this.dispatch({ type: 'started', task });
    call(attempt)
      .finally(() => this.ended(attempt))
      .then((outcome) => this.tell(attempt, outcome, done, () => this.run(task, call, done)), this.raise);
  }

  /** Runs what yields a reviewed sheet, with the time that it takes. */
  review<Report extends Extract<PaneEvent, { readonly type: 'reviewed' }>['report']>(
    task: LongTask,
    call: () => Promise<Outcome<Report>>,
  ): void {
    const began = performance.now();
    this.run(task, call, (report) => ({ type: 'reviewed', report, time: performance.now() - began }));
  }

  /** No longer waits for the running task; what it writes is told when the host answers. */
  readonly stopWaiting = (): void => {
    const attempt = this.current;
    if (!attempt) return;
    attempt.isAbandoned = true;
    attempt.end();
    this.current = null;
    if (isWritingTask(attempt.task)) this.unanswered = attempt;
    this.dispatch({ type: 'waiting-stopped' });
  };

  /** Does again what failed last. */
  readonly retry = (): void => this.again();

  private ended(attempt: Attempt): void {
    attempt.end();
    if (this.current === attempt) this.current = null;
    if (this.unanswered === attempt) this.unanswered = null;
  }

  private tell<T>(
    { isAbandoned, task }: Attempt,
    outcome: Outcome<T>,
    done: (value: T) => PaneEvent,
    retry: () => void,
  ): void {
    // What was only read and no longer awaited is of no use.
    if (isAbandoned && !isWritingTask(task)) return;
    if (!outcome.ok && task.kind === 'review' && task.isLive) {
      this.dispatch({ type: 'live-review-postponed' });
      return;
    }
    const event = this.settled(task, outcome, done, retry);
    this.dispatch(isAbandoned ? { type: 'answered-late', event } : event);
  }

  private settled<T>(task: Task, outcome: Outcome<T>, done: (value: T) => PaneEvent, retry: () => void): PaneEvent {
    if (outcome.ok) return done(outcome.value);
    this.again = retry;
    return { type: 'failed', task, fault: outcome.fault };
  }
}

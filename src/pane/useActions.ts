/** Connects clicks to services and outcomes to events; a rejected call is a bug and is thrown into React. */
import { type Dispatch, useMemo, useRef } from 'react';
import { chooseEdits } from '../core/report/chooseEdits';
import { succeeded } from '../port/outcome';
import type { Outcome } from '../port/workbook';
import type { PaperWritten } from '../review/writePaper';
import type { Actions } from './context';
import type { PaneServices } from './services';
import { keepSettings } from './settings';
import { isWritingTask, type LongTask, type PaneEvent, type Task } from './state';
import { useRaise } from './useRaise';

/** The actions. `retry` does again what failed last; it can be told what that was from outside. */
export interface ActionsInUse {
  readonly actions: Actions;
  /** Reviews because something was edited: what the user did not press for may wait, and is not heard of then. */
  readonly reviewLive: (sheetId: string) => void;
  readonly connect: () => void;
}

/** After how long without an answer the user is told, in seconds; then again each time that it has doubled. */
const patience = 15;

/** One use of the host that the user waits for. */
class Attempt {
  isAbandoned = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waited = 0;

  constructor(
    readonly task: LongTask,
    private readonly tell: (seconds: number) => void,
  ) {
    this.heard();
  }

  /** The host gave a sign; patience begins anew. */
  heard(): void {
    this.waited = 0;
    this.wait(patience);
  }

  /** Nothing is awaited any more. */
  end(): void {
    clearTimeout(this.timer);
  }

  private wait(seconds: number): void {
    this.end();
    this.timer = setTimeout(() => {
      this.waited += seconds;
      this.tell(this.waited);
      this.wait(this.waited);
    }, seconds * 1000);
  }
}

/** Makes the actions over the services; they stay the same as long as these do. */
export function useActions(services: PaneServices, dispatch: Dispatch<PaneEvent>): ActionsInUse {
  const raise = useRaise();
  const current = useRef<Attempt | null>(null);
  /** A write that nobody waits for any more and that has not been answered: no other may begin. */
  const unanswered = useRef<Attempt | null>(null);
  const isCancelled = useRef(false);
  const again = useRef<() => void>(() => undefined);

  return useMemo(() => {
    const settled = <T>(
      task: Task,
      outcome: Outcome<T>,
      done: (value: T) => PaneEvent,
      retry: () => void,
    ): PaneEvent => {
      if (outcome.ok) return done(outcome.value);
      again.current = retry;
      return { type: 'failed', task, fault: outcome.fault };
    };

    const run = <T>(
      task: LongTask,
      call: (attempt: Attempt) => Promise<Outcome<T>>,
      done: (value: T) => PaneEvent,
    ): void => {
      if (current.current || (unanswered.current && isWritingTask(task))) return;
      const attempt = new Attempt(task, (seconds) => dispatch({ type: 'kept-waiting', seconds }));
      current.current = attempt;
      const isLive = task.kind === 'review' && task.isLive;
      dispatch({ type: 'started', task });
      call(attempt)
        .finally(() => {
          attempt.end();
          if (current.current === attempt) current.current = null;
          if (unanswered.current === attempt) unanswered.current = null;
        })
        .then((outcome) => {
          // What was only read and no longer awaited is of no use.
          if (attempt.isAbandoned && !isWritingTask(task)) return;
          if (!outcome.ok && isLive) dispatch({ type: 'live-review-postponed' });
          else {
            const event = settled(task, outcome, done, () => run(task, call, done));
            dispatch(attempt.isAbandoned ? { type: 'answered-late', event } : event);
          }
        }, raise);
    };

    /** A call that yields a reviewed sheet, with the time that it takes. */
    const review = (task: LongTask, call: () => ReturnType<PaneServices['review']>): void => {
      const began = performance.now();
      run(task, call, (report) => ({ type: 'reviewed', report, time: performance.now() - began }));
    };
    const keep: LongTask = { kind: 'keep' };
    const ofSheet = (sheetId: string | null) => services.review(sheetId === null ? {} : { sheetId });

    const connect = (): void => {
      services.capabilities().then((outcome) => {
        dispatch(
          settled({ kind: 'connect' }, outcome, (capabilities) => ({ type: 'connected', capabilities }), connect),
        );
      }, raise);
    };

    const actions: Actions = {
      review: (sheetId) => review({ kind: 'review', sheetId, isLive: false }, () => ofSheet(sheetId)),
      apply: ({ plan }, editIds, marks) =>
        run(
          { kind: 'apply' },
          () => services.apply(plan, { editIds, marks }),
          (applied) => {
            actions.listApplied();
            return { type: 'applied', applied, edits: chooseEdits(plan, new Set(editIds)) };
          },
        ),
      listApplied: () => {
        services.listApplied().then((outcome) => {
          dispatch(
            settled(
              { kind: 'list-applied' },
              outcome,
              (history) => ({ type: 'history-read', history }),
              actions.listApplied,
            ),
          );
        }, raise);
      },
      revert: (entryId) =>
        run(
          { kind: 'revert', entryId },
          () => services.revert(entryId),
          (reverted) => {
            actions.listApplied();
            return { type: 'reverted', reverted };
          },
        ),
      reviewAll: () => {
        isCancelled.current = false;
        run(
          { kind: 'review-all' },
          (attempt) =>
            services.reviewAll(
              (progress) => {
                if (attempt.isAbandoned) return undefined;
                attempt.heard();
                dispatch({ type: 'workbook-progressed', progress });
                // A turn for the screen and for clicks: a host that read many sheets at once has them all ready.
                return new Promise((resolve) => setTimeout(resolve));
              },
              () => isCancelled.current || attempt.isAbandoned,
            ),
          (workbook) => ({ type: 'workbook-reviewed', workbook }),
        );
      },
      cancelReviewAll: () => {
        isCancelled.current = true;
      },
      stopWaiting: () => {
        const attempt = current.current;
        if (!attempt) return;
        attempt.isAbandoned = true;
        attempt.end();
        current.current = null;
        if (isWritingTask(attempt.task)) unanswered.current = attempt;
        dispatch({ type: 'waiting-stopped' });
      },
      writePaper: (request, manner) => {
        const { kind } = request;
        run(
          { kind: 'paper', paper: kind },
          () => services.writePaper(request, manner),
          (written) => ({ type: 'paper-written', paper: { kind, written } }),
        );
      },
      trySample: (manner) => {
        // What was made once is not made again when what follows is tried again.
        let made: PaperWritten | null = null;
        run<PaneEvent>(
          { kind: 'paper', paper: 'sample' },
          async (attempt) => {
            const isLeft = (): boolean => attempt.isAbandoned;
            if (!made) {
              const written = await services.writePaper({ kind: 'sample' }, manner);
              if (!written.ok) return written;
              made = written.value;
            }
            const told = succeeded<PaneEvent>({ type: 'paper-written', paper: { kind: 'sample', written: made } });
            // Who no longer waits is told that it is there, and stays where they are.
            if (made.state === 'edited' || isLeft()) return told;
            attempt.heard();
            const shown = await services.reveal(made.sheetId, { row: 0, column: 0 });
            if (!shown.ok) return shown;
            const began = performance.now();
            const report = await services.review({ sheetId: made.sheetId });
            if (!report.ok) return report;
            const time = performance.now() - began;
            return isLeft() ? told : succeeded({ type: 'reviewed', report: report.value, time });
          },
          (event) => event,
        );
      },
      unmark: (sheetId) =>
        run(
          { kind: 'unmark' },
          () => services.unmark(sheetId),
          ({ removed }) => ({ type: 'unmarked', removed }),
        ),
      reveal: (sheetId, cell, then) => {
        services.reveal(sheetId, cell).then((outcome) => {
          const retry = (): void => actions.reveal(sheetId, cell, then);
          dispatch(settled({ kind: 'reveal' }, outcome, () => ({ type: 'revealed' }), retry));
          then?.();
        }, raise);
      },
      accept: (sheet, form, finding, reason) =>
        run(
          { kind: 'accept' },
          () => services.accept(sheet, form, finding, reason),
          (report) => ({ type: 'accepted', report }),
        ),
      mapColumns: (sheetId, picks, refused) => {
        const began = performance.now();
        run(
          keep,
          () => services.mapColumns(sheetId, picks),
          (report) => {
            if (report) return { type: 'reviewed', report, time: performance.now() - began };
            refused();
            return { type: 'kept' };
          },
        );
      },
      useMapping: (sheetId, mapping) => review(keep, () => services.useMapping(sheetId, mapping)),
      forgetMapping: (sheetId, mapping) => review(keep, () => services.forgetMapping(sheetId, mapping)),
      chooseRubric: (rubric, sheetId) => {
        if (sheetId === null) {
          run(
            keep,
            () => services.chooseRubric(rubric),
            () => ({ type: 'kept' }),
          );
          return;
        }
        review(keep, async () => {
          const kept = await services.chooseRubric(rubric);
          return kept.ok ? ofSheet(sheetId) : kept;
        });
      },
      forget: (sheetId, part) =>
        review(keep, async () => {
          const forgotten = await services.forget(sheetId, part);
          return forgotten.ok ? ofSheet(sheetId) : forgotten;
        }),
      adopt: (sheet) => review(keep, () => services.adopt(sheet)),
      refuse: (sheet) => review(keep, () => services.refuse(sheet)),
      changeSettings: (settings) => {
        keepSettings(services.preferences, settings);
        dispatch({ type: 'settings-changed', settings });
      },
      retry: () => again.current(),
    };
    return {
      actions,
      reviewLive: (sheetId) => review({ kind: 'review', sheetId, isLive: true }, () => ofSheet(sheetId)),
      connect,
    };
  }, [services, dispatch, raise]);
}

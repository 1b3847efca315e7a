/** Connects clicks to services and outcomes to events; a rejected call is a bug and is thrown into React. */
import { type Dispatch, useMemo, useRef } from 'react';
import type { Outcome } from '../review/workbook';
import type { Actions } from './context';
import type { PaneServices } from './services';
import { keepSettings } from './settings';
import type { LongTask, PaneEvent, Task } from './state';
import { useRaise } from './useRaise';

/** The actions. `retry` does again what failed last; it can be told what that was from outside. */
export interface ActionsInUse {
  readonly actions: Actions;
  /** Reviews because something was edited: what the user did not press for may wait, and is not heard of then. */
  readonly reviewLive: (sheetId: string) => void;
  readonly connect: () => void;
}

/** Makes the actions over the services; they stay the same as long as these do. */
export function useActions(services: PaneServices, dispatch: Dispatch<PaneEvent>): ActionsInUse {
  const raise = useRaise();
  const isBusy = useRef(false);
  const isCancelled = useRef(false);
  const again = useRef<() => void>(() => undefined);

  return useMemo(() => {
    const settle = <T>(task: Task, outcome: Outcome<T>, done: (value: T) => PaneEvent): void => {
      dispatch(outcome.ok ? done(outcome.value) : { type: 'failed', task, fault: outcome.fault });
    };

    const run = <T>(task: LongTask, call: () => Promise<Outcome<T>>, done: (value: T) => PaneEvent): void => {
      if (isBusy.current) return;
      isBusy.current = true;
      const isLive = task.kind === 'review' && task.isLive;
      if (!isLive) again.current = () => run(task, call, done);
      dispatch({ type: 'started', task });
      call()
        .finally(() => {
          isBusy.current = false;
        })
        .then((outcome) => {
          if (!outcome.ok && isLive) dispatch({ type: 'live-review-postponed' });
          else settle(task, outcome, done);
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
      again.current = connect;
      services.capabilities().then((outcome) => {
        settle({ kind: 'connect' }, outcome, (capabilities) => ({ type: 'connected', capabilities }));
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
            return { type: 'applied', applied };
          },
        ),
      listApplied: () => {
        services.listApplied().then((outcome) => {
          settle({ kind: 'list-applied' }, outcome, (history) => ({ type: 'history-read', history }));
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
          () =>
            services.reviewAll(
              (progress) => dispatch({ type: 'workbook-progressed', progress }),
              () => isCancelled.current,
            ),
          (workbook) => ({ type: 'workbook-reviewed', workbook }),
        );
      },
      cancelReviewAll: () => {
        isCancelled.current = true;
      },
      unmark: (sheetId) =>
        run(
          { kind: 'unmark' },
          () => services.unmark(sheetId),
          ({ removed }) => ({ type: 'unmarked', removed }),
        ),
      reveal: (sheetId, cell, then) => {
        again.current = () => actions.reveal(sheetId, cell, then);
        services.reveal(sheetId, cell).then((outcome) => {
          settle({ kind: 'reveal' }, outcome, () => ({ type: 'revealed' }));
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

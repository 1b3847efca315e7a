/** Connects clicks to services and outcomes to events; a rejected call is a bug and is thrown into React. */
import { type Dispatch, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Outcome } from '../review/workbook';
import type { Actions } from './context';
import type { PaneServices } from './services';
import type { LongTask, PaneEvent, Task } from './state';
import { useRaise } from './useRaise';

/** The actions, and the connection to the workbook that lasts as long as the pane. */
export function useActions(services: PaneServices, dispatch: Dispatch<PaneEvent>): Actions {
  const raise = useRaise();
  const isBusy = useRef(false);
  const again = useRef<() => void>(() => undefined);

  const connect = useCallback(() => {
    again.current = connect;
    services.capabilities().then((outcome) => {
      dispatch(
        outcome.ok
          ? { type: 'connected', capabilities: outcome.value }
          : { type: 'failed', task: { kind: 'connect' }, fault: outcome.fault },
      );
    }, raise);
  }, [services, dispatch, raise]);

  useEffect(connect, [connect]);

  useEffect(() => {
    let isOver = false;
    let stop: (() => void) | null = null;
    services
      .watch(({ sheetId }) => dispatch({ type: 'sheet-changed', sheetId }))
      .then((outcome) => {
        if (isOver) {
          if (outcome.ok) outcome.value();
          return;
        }
        if (outcome.ok) stop = outcome.value;
        dispatch({ type: 'watching', works: outcome.ok });
      }, raise);
    return () => {
      isOver = true;
      stop?.();
    };
  }, [services, dispatch, raise]);

  return useMemo(() => {
    const settle = <T>(task: Task, outcome: Outcome<T>, done: (value: T) => PaneEvent): void => {
      dispatch(outcome.ok ? done(outcome.value) : { type: 'failed', task, fault: outcome.fault });
    };

    const run = <T>(task: LongTask, call: () => Promise<Outcome<T>>, done: (value: T) => PaneEvent): void => {
      if (isBusy.current) return;
      isBusy.current = true;
      again.current = () => run(task, call, done);
      dispatch({ type: 'started', task });
      call()
        .finally(() => {
          isBusy.current = false;
        })
        .then((outcome) => settle(task, outcome, done), raise);
    };

    const actions: Actions = {
      review: (sheetId) =>
        run(
          { kind: 'review', sheetId },
          () => services.review(sheetId === null ? {} : { sheetId }),
          (report) => ({ type: 'reviewed', report }),
        ),
      apply: ({ plan }, editIds, marks) =>
        run(
          { kind: 'apply' },
          () => services.apply(plan, { editIds, marks }),
          (applied) => ({ type: 'applied', applied }),
        ),
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
      retry: () => again.current(),
    };
    return actions;
  }, [services, dispatch, raise]);
}

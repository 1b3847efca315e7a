/** Connects clicks to services and outcomes to events. */
import { type Dispatch, useMemo, useState } from 'react';
import type { Actions } from '../context';
import type { PaneServices } from '../services';
import type { PaneEvent } from '../state';
import { useRaise } from '../useRaise';
import { deciding } from './deciding';
import { importing } from './importing';
import { reviewing, reviewOf } from './reviewing';
import { Runner } from './runner';
import { writing } from './writing';

/** The actions. `retry` does again what failed last. */
export interface ActionsInUse {
  readonly actions: Actions;
  /** Reviews because something was edited: what the user did not press for may wait, and is not heard of then. */
  readonly reviewLive: (sheetId: string) => void;
  readonly connect: () => void;
}

/** Makes the actions over the services; they stay the same as long as these do. */
export function useActions(services: PaneServices, dispatch: Dispatch<PaneEvent>): ActionsInUse {
  const raise = useRaise();
  // Neither function ever changes.
  const [runner] = useState(() => new Runner(dispatch, raise));
  return useMemo(
    () => ({
      actions: {
        ...reviewing(runner, services),
        ...writing(runner, services),
        ...importing(runner, services),
        ...deciding(runner, services),
        stopWaiting: runner.stopWaiting,
        retry: runner.retry,
      },
      reviewLive: (sheetId) =>
        runner.review({ kind: 'review', sheetId, isLive: true }, () => reviewOf(services, sheetId)),
      connect: () =>
        runner.ask(
          { kind: 'connect' },
          () => services.capabilities(),
          (capabilities) => ({ type: 'connected', capabilities }),
        ),
    }),
    [services, runner],
  );
}

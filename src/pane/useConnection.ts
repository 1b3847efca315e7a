/** The connection to the workbook that lasts as long as the pane: what it can do, and what others change in it. */
import { type Dispatch, useEffect, useRef } from 'react';
import type { PaneServices } from './services';
import { type PaneEvent, type PaneState, staleness } from './state';
import type { ActionsInUse } from './useActions';
import { useRaise } from './useRaise';

/** How long nobody must have edited before a live review, in milliseconds. */
const pause = 900;

/** Connects, watches, reviews on opening and again after edits where the user wants it so. */
export function useConnection(
  services: PaneServices,
  state: PaneState,
  dispatch: Dispatch<PaneEvent>,
  { actions, connect, reviewLive }: ActionsInUse,
): void {
  const raise = useRaise();

  useEffect(connect, [connect]);

  useEffect(() => {
    let isOver = false;
    let stop: (() => void) | null = null;
    services
      .watch(({ sheetId }) => {
        if (!isOver) dispatch({ type: 'sheet-changed', sheetId });
      })
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

  const { capabilities, changes, report, running, settings } = state;
  const hasOpened = useRef(false);
  useEffect(() => {
    if (!capabilities || hasOpened.current) return;
    hasOpened.current = true;
    if (settings.reviewOnOpening) actions.review(null);
  }, [capabilities, settings.reviewOnOpening, actions]);

  // Every edit begins the pause anew; a review that could not be done is tried again after another.
  const sheetId = settings.liveReview && staleness(state) === 'edited' && !running ? (report?.sheetId ?? null) : null;
  useEffect(() => {
    if (sheetId === null) return undefined;
    const timer = setTimeout(() => reviewLive(sheetId), pause);
    return () => clearTimeout(timer);
  }, [sheetId, changes, reviewLive]);
}

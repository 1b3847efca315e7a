/** The connection to the workbook that lasts as long as the pane: what it can do, and what others change in it. */
import { type Dispatch, useEffect, useRef, useState } from 'react';
import type { PaneServices } from './services';
import { nextIdleTurn } from './idleTurn';
import { type PaneEvent, type PaneState, readingCostsUndo, staleness } from './state';
import type { ActionsInUse } from './actions/useActions';
import { useRaise } from './useRaise';

/** How long nobody must have edited before a live review, in milliseconds. */
const pause = 900;

/** Connects once the first screen is on the screen, watches, reviews on opening and again after edits where the user wants it so. */
export function useConnection(
  services: PaneServices,
  state: PaneState,
  dispatch: Dispatch<PaneEvent>,
  { actions, connect, reviewLive }: ActionsInUse,
  isSettled: boolean,
): void {
  const raise = useRaise();

  useEffect(() => {
    if (isSettled) connect();
  }, [isSettled, connect]);

  useEffect(() => {
    if (!isSettled) return undefined;
    let isOver = false;
    let stop: (() => void) | null = null;
    const hasEnded = (): boolean => isOver;
    const watch = async (): Promise<void> => {
      // React mounts twice in development. A host that counts no listeners would be deaf once the first one stopped,
      // so the first is never begun: by the next turn it is over.
      await Promise.resolve();
      if (hasEnded()) return;
      const outcome = await services.watch(({ sheetId }) => {
        if (!isOver) dispatch({ type: 'sheet-changed', sheetId });
      });
      // The effect may have ended while the host answered.
      if (hasEnded()) {
        if (outcome.ok) outcome.value();
        return;
      }
      if (outcome.ok) stop = outcome.value;
      dispatch({ type: 'watching', works: outcome.ok });
    };
    watch().catch(raise);
    return () => {
      isOver = true;
      stop?.();
    };
  }, [isSettled, services, dispatch, raise]);

  const { capabilities, changes, postponed, report, running, settings } = state;
  const { opensReviewed } = services;
  const hasOpened = useRef(false);
  useEffect(() => {
    if (!capabilities || hasOpened.current) return;
    hasOpened.current = true;
    if (settings.reviewOnOpening || opensReviewed) actions.review(null);
  }, [capabilities, settings.reviewOnOpening, opensReviewed, actions]);

  const knows = settings.knowsReview || report === null;
  useEffect(() => {
    if (!knows) actions.changeSettings({ ...settings, knowsReview: true });
  }, [knows, settings, actions]);

  // What was written is reviewed by itself, once; where that cannot be done, the button stays and says so.
  const written = staleness(state) === 'written' && !running ? (state.applied ?? state.reverted) : null;
  const reviewedAfter = useRef<object | null>(null);
  const writtenSheet = report?.sheetId ?? null;
  useEffect(() => {
    if (!written || writtenSheet === null || reviewedAfter.current === written) return;
    reviewedAfter.current = written;
    reviewLive(writtenSheet);
  }, [written, writtenSheet, reviewLive]);

  // Excel tells nobody which sheet is in front; it is asked when the user turns to the pane.
  const isIdle = report !== null && !running;
  useEffect(() => {
    if (!isIdle) return undefined;
    const ask = (): void => {
      services.selection().then((outcome) => {
        // A chart in front has no cells, and a cell that is being edited no answer: then nothing is said.
        if (outcome.ok) dispatch({ type: 'sheet-in-front', sheetId: outcome.value.sheetId });
      }, raise);
    };
    window.addEventListener('focus', ask);
    document.documentElement.addEventListener('pointerenter', ask);
    return () => {
      window.removeEventListener('focus', ask);
      document.documentElement.removeEventListener('pointerenter', ask);
    };
  }, [isIdle, services, dispatch, raise]);

  // The other files of a batch may be reviewed only after this one was opened: it is held against them again.
  const [news, setNews] = useState(0);
  useEffect(() => {
    let isOver = false;
    let stop: (() => void) | null = null;
    const listening = services
      .onElsewhere(() => setNews((count) => count + 1))
      .then((end) => {
        if (isOver) end();
        else stop = end;
      });
    listening.catch(raise);
    return () => {
      isOver = true;
      stop?.();
    };
  }, [services, raise]);
  const heldAfter = useRef(0);
  const heldSheet = isIdle ? report.sheetId : null;
  useEffect(() => {
    if (heldSheet === null || heldAfter.current === news) return;
    heldAfter.current = news;
    reviewLive(heldSheet);
  }, [news, heldSheet, reviewLive]);

  // Every edit begins the pause anew; a review that could not be done is tried again after another.
  const sheetId = settings.liveReview && staleness(state) === 'edited' && !running ? (report?.sheetId ?? null) : null;
  useEffect(() => {
    if (sheetId === null) return undefined;
    const timer = setTimeout(() => reviewLive(sheetId), pause);
    return () => clearTimeout(timer);
  }, [sheetId, changes, postponed, reviewLive]);

  // What is likely to be asked for next is reviewed in idle time, where reading costs the user nothing. The first time
  // at once, after edits when nobody edits any more.
  const isAwaited = report === null || (staleness(state) === 'edited' && !settings.liveReview);
  const looksAhead = settings.looksAhead && isAwaited && !running && capabilities !== null && !readingCostsUndo(state);
  const next = report?.sheetId;
  useEffect(() => {
    if (!looksAhead) return undefined;
    let isOver = false;
    const look = (): void => {
      services.lookAhead(nextIdleTurn, next).then((ahead) => {
        if (ahead && !isOver) dispatch({ type: 'reviewed-ahead', report: ahead });
      }, raise);
    };
    const timer = setTimeout(look, changes === 0 ? 0 : pause);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [looksAhead, next, changes, services, dispatch, raise]);
}

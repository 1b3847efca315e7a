/** What is kept for another visit: where the files of the batch were opened, never what is in them. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useRaise } from '../pane/useRaise';
import type { FileHandles, KeptPlace } from './handles';
import { type FileOrigin, placesOf, reopen } from './places';
import type { SessionItem } from './session';
import type { SessionActions } from './useSession';

/** The batch of the visit before. */
export interface LastVisit {
  /** How many files it had; 0: there is none. */
  readonly fileCount: number;
  /** Opens its files again. */
  readonly resume: () => void;
  /** Tries those again that could not be opened. */
  readonly retry: () => void;
  /** Keeps nothing of it, nor of the batch that is on the page. */
  readonly forget: () => void;
}

const originsOf = (items: readonly SessionItem[]): readonly FileOrigin[] => items.flatMap(({ origin }) => origin ?? []);

const isSame = (left: readonly FileOrigin[], right: readonly FileOrigin[]): boolean =>
  left.length === right.length && left.every((origin, place) => origin === right[place]);

/** Keeps the batch as it grows, and brings back the one that was kept. */
export function useLastVisit(handles: FileHandles | null, session: SessionActions): LastVisit {
  const { items, since, takeUp } = session;
  const { missing } = since;
  const raise = useRaise();
  const [places, setPlaces] = useState<readonly KeptPlace[]>([]);
  const isForgotten = useRef(false);
  const isOpening = useRef(false);
  const last = useRef<readonly FileOrigin[]>([]);

  useEffect(() => {
    handles?.recall().then(setPlaces, raise);
  }, [handles, raise]);

  useEffect(() => {
    const origins = [...originsOf(items), ...missing.map(({ origin }) => origin)];
    // A batch that was put down is over, and with it what was said of it.
    if (items.length === 0 && missing.length === 0) isForgotten.current = false;
    if (!handles || isForgotten.current || origins.length === 0 || isSame(origins, last.current)) return;
    last.current = origins;
    const now = placesOf(origins);
    handles.keep(now).then((isKept) => setPlaces(isKept ? now : []), raise);
  }, [handles, items, missing, raise]);

  const openAgain = useCallback(
    (wanted: readonly KeptPlace[]) => {
      // While the browser asks, the button is still there.
      if (isOpening.current) return;
      isOpening.current = true;
      reopen(wanted, originsOf(items))
        .then(takeUp)
        .finally(() => {
          isOpening.current = false;
        })
        .catch(raise);
    },
    [items, takeUp, raise],
  );
  return {
    fileCount: places.reduce((sum, { seen }) => sum + seen.length, 0),
    resume: useCallback(() => openAgain(places), [openAgain, places]),
    retry: useCallback(() => openAgain(placesOf(missing.map(({ origin }) => origin))), [openAgain, missing]),
    forget: useCallback(() => {
      isForgotten.current = items.length > 0 || missing.length > 0;
      last.current = [];
      setPlaces([]);
      handles?.keep([]).catch(raise);
    }, [handles, items, missing, raise]),
  };
}

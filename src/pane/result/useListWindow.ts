/**
 * Draws of a long list only what is on the screen and a little around it: thousands of cards laid out at once cost
 * seconds. Spaces as high as the cards that are left out keep the scroll bar true, and every drawn card says its place
 * among all. The browser's own search finds only what is drawn; the list has a search of its own, and is copied and
 * printed whole. Short lists are drawn whole.
 */
import { useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { rowGap } from '../theme';
import { ListWindow, type Moment } from './ListWindow';
import { type RowPiece, rowPieces, standsIn, topsOf } from './rowPlaces';

/** Up to how many rows a list is drawn whole. */
const wholeUpTo = 100;

export interface WindowedList {
  /** What is drawn of the rows from one place up to before another. */
  readonly pieces: (from: number, to: number) => readonly RowPiece[];
  /** For the element that holds all rows, and for that of each row; null where the list is drawn whole. */
  readonly refs: Pick<ListWindow, 'attach' | 'measure'> | null;
}

const whole = {
  subscribe: () => () => undefined,
  now: (): Moment | null => null,
};

/**
 * The window on `rows`, each an object of its own and about `rowHeight` pixels high; the row at place `current` is always
 * drawn, for the keyboard.
 */
export function useListWindow(rows: readonly object[], current: number, rowHeight: number): WindowedList {
  const isLong = rows.length > wholeUpTo;
  const [made, setMade] = useState<ListWindow | null>(null);
  // Made once it is needed, and kept: heights that were measured stay true when a filter was taken away.
  if (isLong && !made) setMade(new ListWindow(rowGap, rowHeight));
  const list = isLong ? made : null;
  const moment = useSyncExternalStore(list?.subscribe ?? whole.subscribe, list?.now ?? whole.now);
  const tops = useMemo(() => (moment ? topsOf(rows.map(moment.heightOf), rowGap) : null), [moment, rows]);
  useLayoutEffect(() => list?.arrange(rows, current));
  return {
    pieces: (from, to) =>
      rowPieces(
        tops ?? [],
        from,
        to,
        rowGap,
        (place) => !moment || !tops || place === current || standsIn(tops, place, moment.drawn),
      ),
    refs: list,
  };
}

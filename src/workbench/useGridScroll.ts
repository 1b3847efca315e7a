/** The scrolling of the grid: what of the sheet can be seen, and the selected cell brought into sight. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Area, CellRef } from '../core/sheet/cellRef';
import { sameArea, windowOf } from './gridWindow';
import { sizeOf } from './axis';
import { heads, type SheetPicture } from './picture';

type Scroller = RefObject<HTMLDivElement | null>;

/** What is drawn, and what to call when what can be seen has changed. */
interface Drawn {
  readonly drawn: Area;
  readonly look: () => void;
}

/** The cells that are drawn for what can be seen of the sheet now; kept up when the grid changes its size. */
export function useDrawn(scroller: Scroller, picture: SheetPicture): Drawn {
  const [drawn, setDrawn] = useState<Area>({ top: 0, left: 0, bottom: 0, right: 0 });
  const look = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const { clientHeight, clientWidth, scrollLeft, scrollTop } = element;
    // In pixels of the canvas without its heads.
    const next = windowOf(picture, {
      top: scrollTop,
      left: scrollLeft,
      bottom: scrollTop + clientHeight - heads.height,
      right: scrollLeft + clientWidth - heads.width,
    });
    setDrawn((before) => (sameArea(before, next) ? before : next));
  }, [picture, scroller]);
  useLayoutEffect(look, [look]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [look, scroller]);
  return { drawn, look };
}

/** A stretch along one axis, in pixels: where it starts, and how long it is. */
interface Stretch {
  readonly start: number;
  readonly size: number;
}

/** How far to scroll along one axis, as little as shows the stretch in the room there is. */
function scrollTo(scroll: number, room: number, { size, start }: Stretch, inTheMiddle: boolean): number {
  const isSeen = start >= scroll && start + Math.min(size, room) <= scroll + room;
  if (isSeen) return scroll;
  if (inTheMiddle) return start - Math.max(0, (room - size) / 2);
  return start < scroll ? start : start + Math.min(size, room) - room;
}

const stretchOf = (axis: SheetPicture['rows'], first: number, last: number): Stretch => ({
  start: axis.starts[first] ?? 0,
  size: sizeOf(axis, first, last),
});

function bringIntoSight(element: HTMLDivElement, { columns, rows }: SheetPicture, area: Area, inTheMiddle: boolean) {
  const { clientHeight, clientWidth, scrollLeft, scrollTop } = element;
  const down = stretchOf(rows, area.top, area.bottom);
  const along = stretchOf(columns, area.left, area.right);
  element.scrollTop = scrollTo(scrollTop, clientHeight - heads.height, down, inTheMiddle);
  element.scrollLeft = scrollTo(scrollLeft, clientWidth - heads.width, along, inTheMiddle);
}

/** Keeps the selected cell in sight; whenever `revealed` grows, it comes to the middle. */
export function useInSight(scroller: Scroller, picture: SheetPicture, selected: CellRef, revealed: number): void {
  const { column, row } = selected;
  const lastRevealed = useRef(revealed);
  useLayoutEffect(() => {
    const inTheMiddle = lastRevealed.current !== revealed;
    lastRevealed.current = revealed;
    if (scroller.current) bringIntoSight(scroller.current, picture, picture.areaOf({ row, column }), inTheMiddle);
  }, [scroller, picture, row, column, revealed]);
}

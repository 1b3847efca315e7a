/** Which cells of a sheet are drawn: those that can be seen, and a margin around them. */
import type { Area, CellRef } from '../core/sheet/cellRef';
import { sizeOf } from './axis';
import { anchorOf, placeAt, type SheetPicture } from './picture';

/** How much is drawn beyond what can be seen, in steps of rows or columns; a step drawn is one less to draw in a scroll. */
const margin = { rows: 8, columns: 4 } as const;

/** Rows and columns that are drawn for what is seen (pixels of the canvas without its heads), in whole steps, so that a scroll of a few pixels draws nothing. */
export function windowOf({ columns, rows }: SheetPicture, seen: Area): Area {
  const from = (place: number, step: number): number => Math.max(0, (Math.floor(place / step) - 1) * step);
  const to = (place: number, step: number, count: number): number =>
    Math.min(count - 1, (Math.floor(place / step) + 2) * step - 1);
  return {
    top: from(placeAt(rows, seen.top), margin.rows),
    bottom: to(placeAt(rows, seen.bottom), margin.rows, rows.count),
    left: from(placeAt(columns, seen.left), margin.columns),
    right: to(placeAt(columns, seen.right), margin.columns, columns.count),
  };
}

/** Whether two areas are the same cells. */
export const sameArea = (one: Area, other: Area): boolean =>
  one.top === other.top && one.left === other.left && one.bottom === other.bottom && one.right === other.right;

/** The cells to draw, by row: those of the window, anchors of merges that reach into it, and the selected one. */
export function cellsToDraw(
  picture: SheetPicture,
  window: Area,
  selected: CellRef,
): ReadonlyMap<number, readonly CellRef[]> {
  const byRow = new Map<number, Map<number, CellRef>>();
  const add = (cell: CellRef): void => {
    const { column, row } = anchorOf(picture, cell);
    const cells = byRow.get(row) ?? new Map<number, CellRef>();
    byRow.set(row, cells.set(column, { row, column }));
  };
  add(selected);
  for (const merge of picture.mergesIn(window)) add({ row: merge.top, column: merge.left });
  for (let row = window.top; row <= window.bottom; row += 1) {
    if (sizeOf(picture.rows, row) === 0) continue;
    for (let column = window.left; column <= window.right; column += 1) {
      if (sizeOf(picture.columns, column) > 0) add({ row, column });
    }
  }
  const inOrder = [...byRow].sort(([above], [below]) => above - below);
  return new Map(
    inOrder.map(([row, cells]) => [row, [...cells.values()].sort((left, right) => left.column - right.column)]),
  );
}

/** Where a key leads from the selected cell, as in a spreadsheet: arrows, Home and End, a page, and far with Control. */
import type { CellRef } from '../core/sheet/cellRef';
import { neighbourOf, placeAt, type SheetPicture } from './picture';

/** A key as it was pressed. */
export interface GridKey {
  readonly key: string;
  readonly isFar: boolean;
  /** Height of what can be seen, in pixels, for a page up or down. */
  readonly page: number;
}

/** Null at an edge. */
type Step = (picture: SheetPicture, from: CellRef, pressed: GridKey) => CellRef | null;

const firstShown = (axis: SheetPicture['rows']): number => placeAt(axis, 0);
const lastShown = (axis: SheetPicture['rows']): number => placeAt(axis, (axis.starts[axis.count] ?? 0) - 1);

/** The row that is so many pixels below, or above when negative. */
const rowAway = ({ rows }: SheetPicture, row: number, pixels: number): number =>
  placeAt(rows, Math.max(0, (rows.starts[row] ?? 0) + pixels));

const steps: Readonly<Record<string, Step>> = {
  ArrowDown: (picture, from, { isFar }) =>
    isFar ? { ...from, row: lastShown(picture.rows) } : neighbourOf(picture, from, 1, 0),
  ArrowUp: (picture, from, { isFar }) =>
    isFar ? { ...from, row: firstShown(picture.rows) } : neighbourOf(picture, from, -1, 0),
  ArrowRight: (picture, from, { isFar }) =>
    isFar ? { ...from, column: lastShown(picture.columns) } : neighbourOf(picture, from, 0, 1),
  ArrowLeft: (picture, from, { isFar }) =>
    isFar ? { ...from, column: firstShown(picture.columns) } : neighbourOf(picture, from, 0, -1),
  Home: ({ columns, rows }, from, { isFar }) => ({
    row: isFar ? firstShown(rows) : from.row,
    column: firstShown(columns),
  }),
  End: ({ columns, rows }, from, { isFar }) => ({
    row: isFar ? lastShown(rows) : from.row,
    column: lastShown(columns),
  }),
  PageDown: (picture, from, { page }) => ({ ...from, row: rowAway(picture, from.row, page) }),
  PageUp: (picture, from, { page }) => ({ ...from, row: rowAway(picture, from.row, -page) }),
};

/** The cell that a key leads to: null at an edge, undefined for a key that is not the grid's. */
export function cellAfterKey(picture: SheetPicture, from: CellRef, pressed: GridKey): CellRef | null | undefined {
  return steps[pressed.key]?.(picture, from, pressed);
}

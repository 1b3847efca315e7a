/** A snapshot as recognition reads it: through merges, each cell made once, upright or turned on its side. */
import type { Area } from '../sheet/cellRef';
import type { Snapshot } from '../sheet/snapshot';
import { isCellError, readingLimit } from '../sheet/snapshot';
import { rememberedOf } from '../remembered';
import { cellsOfReading, placeAmong } from './readAgain';
import { invisibleAt, visible } from '../sheet/invisible';
import { type Cell, viewOf } from '../sheet/sheetView';

/** Rows and columns of cells in sheet coordinates; in a turned grid, rows are the sheet's columns. */
export interface CellGrid extends Area {
  readonly isTurned: boolean;
  /** The cell, or the anchor of the merge it lies in; the same object each time. */
  at(row: number, column: number): Cell;
  /** The cell when it is an anchor and holds something, else null. */
  own(row: number, column: number): Cell | null;
  /** The anchors of a row that hold something, from left to right. */
  ownCells(row: number, left: number, right: number): readonly Cell[];
  /** Where the cell stands in this grid, with its merge. */
  place(cell: Cell): Area;
  isHiddenRow(row: number): boolean;
  isHiddenColumn(column: number): boolean;
}

/** Whether nothing is written in the cell; an error value is something. */
export function isBlank({ value }: Cell): boolean {
  if (typeof value !== 'string') return value === null;
  const words = value.trim();
  // A first sign that is seen settles it, and nearly always there is one.
  return words === '' || (invisibleAt(words, 0) > 0 && visible(words).trim() === '');
}

/** What the cell says: the words it holds, or what it shows. */
export function cellWords({ value, text }: Cell): string {
  if (typeof value === 'string') return visible(value).trim();
  if (isCellError(value)) return value.error;
  return text === '' && value !== null ? String(value) : text.trim();
}

/** The grid of a snapshot, made once; null when the sheet holds nothing. */
export const gridOf: (snapshot: Snapshot) => CellGrid | null = rememberedOf(makeGrid);

function makeGrid(snapshot: Snapshot): CellGrid | null {
  const { area } = snapshot;
  if (!area) return null;
  const view = viewOf(snapshot);
  const { top, left } = area;
  // Adapters clip before they read; a snapshot from elsewhere is held to the same limit.
  const bottom = Math.min(area.bottom, top + readingLimit.rows - 1, top + snapshot.values.length - 1);
  const right = Math.min(area.right, left + readingLimit.columns - 1);
  const read: Area = { top, left, bottom, right };
  const cells = cellsOfReading(snapshot, read, view);

  const at = (row: number, column: number): Cell => {
    const merge = view.mergeAt(row, column);
    const anchorRow = merge ? merge.top : row;
    const anchorColumn = merge ? merge.left : column;
    if (anchorRow < top || anchorRow > bottom || anchorColumn < left || anchorColumn > right) {
      return view.at(row, column);
    }
    return (cells[placeAmong(read, anchorRow, anchorColumn)] ??= view.at(anchorRow, anchorColumn));
  };
  const hiddenRows = new Set(snapshot.hiddenRows);
  const hiddenColumns = new Set(snapshot.hiddenColumns);
  const isHiddenRow = (row: number): boolean => hiddenRows.has(row);
  const isHiddenColumn = (column: number): boolean => hiddenColumns.has(column);
  const holdsSomething = (row: number, column: number): boolean => {
    const value = snapshot.values[row - top]?.[column - left] ?? null;
    return value !== null && value !== '';
  };

  return {
    ...{ ...read, isTurned: false, at, isHiddenRow, isHiddenColumn },
    own: (row, column) => ownOf(at, row, column),
    ownCells(row, from, to) {
      const own: Cell[] = [];
      for (let column = from; column <= to; column += 1) {
        // Most cells of a sheet are empty or plain; this spares making them.
        const cell = holdsSomething(row, column) ? ownOf(at, row, column) : null;
        if (cell) own.push(cell);
      }
      return own;
    },
    place: ({ ref, merge }) => merge ?? { top: ref.row, bottom: ref.row, left: ref.column, right: ref.column },
  };
}

function ownOf(at: CellGrid['at'], row: number, column: number): Cell | null {
  const cell = at(row, column);
  return cell.ref.row === row && cell.ref.column === column && !isBlank(cell) ? cell : null;
}

/** The same cells with rows and columns exchanged, for tables that have one column an indicator. */
export function turned(grid: CellGrid): CellGrid {
  return {
    ...{ top: grid.left, bottom: grid.right, left: grid.top, right: grid.bottom, isTurned: !grid.isTurned },
    at: (row, column) => grid.at(column, row),
    own: (row, column) => grid.own(column, row),
    ownCells(row, from, to) {
      const cells: Cell[] = [];
      for (let column = from; column <= to; column += 1) {
        const cell = grid.own(column, row);
        if (cell) cells.push(cell);
      }
      return cells;
    },
    place(cell) {
      const { top, left, bottom, right } = grid.place(cell);
      return { top: left, left: top, bottom: right, right: bottom };
    },
    isHiddenRow: (row) => grid.isHiddenColumn(row),
    isHiddenColumn: (column) => grid.isHiddenRow(column),
  };
}

/** A snapshot seen cell by cell, through its merges, in sheet coordinates. */
import type { Area, CellRef } from './cellRef';
import { cellKey } from './sheetSize';
import { visible } from './invisible';
import type { CellValue, Snapshot } from './snapshot';

/** A cell with everything that was read of it; for a covered cell, that of its merge's anchor. */
export interface Cell {
  /** The anchor: the cell itself, or the top left of the merge it lies in. */
  readonly ref: CellRef;
  readonly value: CellValue;
  /** As displayed, without signs that show nothing. */
  readonly text: string;
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly merge: Area | null;
}

/** Reads single cells of a snapshot. */
export interface SheetView {
  readonly snapshot: Snapshot;
  /** The cell, or its merge's anchor when it is covered; an empty cell outside what was read. */
  at(row: number, column: number): Cell;
  /** Whether the cell lies in a merge without being its anchor. */
  isCovered(row: number, column: number): boolean;
  /** The merge that the cell lies in. */
  mergeAt(row: number, column: number): Area | null;
}

/** Makes the view; merges are indexed once so that each look-up is constant. */
export function viewOf(snapshot: Snapshot): SheetView {
  const mergeByCell = new Map<number, Area>();
  const { area } = snapshot;
  for (const merge of snapshot.merges) {
    // A merge may run over whole columns; only what was read can be asked for.
    const bottom = Math.min(merge.bottom, area ? area.bottom : merge.top);
    const right = Math.min(merge.right, area ? area.right : merge.left);
    for (let row = merge.top; row <= bottom; row += 1) {
      for (let column = merge.left; column <= right; column += 1) mergeByCell.set(cellKey({ row, column }), merge);
    }
  }

  const mergeAt = (row: number, column: number): Area | null => mergeByCell.get(cellKey({ row, column })) ?? null;

  return {
    snapshot,
    mergeAt,
    isCovered(row, column) {
      const merge = mergeAt(row, column);
      return merge !== null && (merge.top !== row || merge.left !== column);
    },
    at(row, column) {
      const merge = mergeAt(row, column);
      const ref = merge ? { row: merge.top, column: merge.left } : { row, column };
      const line = area ? ref.row - area.top : -1;
      const place = area ? ref.column - area.left : -1;
      return {
        ref,
        value: snapshot.values[line]?.[place] ?? null,
        text: visible(snapshot.text[line]?.[place] ?? ''),
        formula: snapshot.formulas[line]?.[place] ?? null,
        numberFormat: snapshot.numberFormats[line]?.[place] ?? 'General',
        merge,
      };
    },
  };
}

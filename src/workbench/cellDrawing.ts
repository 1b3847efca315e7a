/** How a cell is drawn by its style and by what stands beside it: bold, lines, and how far its text runs on. */
import { cellKey } from '../core/sheet/sheetSize';
import { contains, type Area, type CellRef } from '../core/sheet/cellRef';
import type { Snapshot } from '../core/sheet/snapshot';
import type { CellAppearance, SheetLook } from '../port/sheetLook';
import { type Axis, sizeOf } from './axis';
import { lineCount } from './textLines';

/** Of one cell, or of a merge by its anchor. */
export interface CellDrawing extends Pick<CellAppearance, 'isBold' | 'align'> {
  /** Whether a line is drawn after it: by its own style, or by that of its neighbour. */
  readonly hasLine: { readonly right: boolean; readonly bottom: boolean };
  /**
   * How many pixels its text takes together with the empty cells over which it runs on; null where it stays in its cell.
   * Where a spreadsheet program would cut it off it wraps instead: what is to be read is never cut.
   */
  readonly runsOver: number | null;
}

const plainLook: CellAppearance = { isBold: false, wraps: false, align: null, lines: '' };

/** How the cells of a sheet are drawn; `areaOf` has the merge of a cell, or the cell alone. */
export function cellDrawingOf(
  snapshot: Snapshot,
  { cellLooks }: SheetLook,
  columns: Axis,
  areaOf: (cell: CellRef) => Area,
): (cell: CellRef) => CellDrawing {
  const { area, text, values } = snapshot;
  const looks = new Map(cellLooks.flatMap(({ cells, look }) => cells.map((key) => [key, look] as const)));
  const lookOf = (cell: CellRef): CellAppearance => looks.get(cellKey(cell)) ?? plainLook;
  const isMerged = (cell: CellRef): boolean => {
    const { bottom, left, right, top } = areaOf(cell);
    return top !== bottom || left !== right;
  };
  const textAt = (cell: CellRef): string =>
    area && contains(area, cell) ? (text[cell.row - area.top]?.[cell.column - area.left] ?? '') : '';
  const isNumber = ({ column, row }: CellRef): boolean =>
    area !== null && typeof values[row - area.top]?.[column - area.left] === 'number';

  const runsOver = (cell: CellRef): number | null => {
    const own = textAt(cell);
    const { align, wraps } = lookOf(cell);
    if (own === '' || wraps || own.includes('\n') || (align ?? 'left') !== 'left') return null;
    if (isNumber(cell) || isMerged(cell) || lineCount(own, sizeOf(columns, cell.column)) === 1) return null;
    for (let last = cell.column + 1; last < columns.count; last += 1) {
      const next = { row: cell.row, column: last };
      if (textAt(next) !== '' || isMerged(next)) return null;
      const room = sizeOf(columns, cell.column, last);
      if (lineCount(own, room) === 1) return room;
    }
    return null;
  };
  return (cell) => {
    const { align, isBold } = lookOf(cell);
    return { isBold, align, hasLine: linesAfter(areaOf(cell), lookOf), runsOver: runsOver(cell) };
  };
}

/** Whether a line is drawn after a cell or a merge: a line between two cells may be of either. */
function linesAfter(
  { bottom, left, right, top }: Area,
  lookOf: (cell: CellRef) => CellAppearance,
): CellDrawing['hasLine'] {
  const has = (row: number, column: number, side: string): boolean => lookOf({ row, column }).lines.includes(side);
  return {
    right: has(top, right, 'R') || has(top, right + 1, 'L'),
    bottom: has(bottom, left, 'B') || has(bottom + 1, left, 'T'),
  };
}

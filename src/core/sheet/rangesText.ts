/** Cells as people write them: runs of one column or one row as ranges, in the order in which each begins. */
import { areaToA1, type Area, type CellRef } from './cellRef';

/** Whether the cell follows the run below its last cell, or to the right of it. */
function extended({ bottom, left, right, top }: Area, { column, row }: CellRef): Area | null {
  if (left === right && column === left && row === bottom + 1) return { top, left, bottom: row, right };
  if (top === bottom && row === top && column === right + 1) return { top, left, bottom, right: column };
  return null;
}

/** The ranges of the cells: D9, D10, D11 and F3 are "D9:D11 F3". Every cell is named once, in the order given. */
export function rangesOf(cells: readonly CellRef[]): readonly string[] {
  const runs: Area[] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    const longer = last ? extended(last, cell) : null;
    if (longer) runs[runs.length - 1] = longer;
    else runs.push({ top: cell.row, left: cell.column, bottom: cell.row, right: cell.column });
  }
  return runs.map(areaToA1);
}

/** The ranges with spaces between them. */
export function rangesText(cells: readonly CellRef[]): string {
  return rangesOf(cells).join(' ');
}

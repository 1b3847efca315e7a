/** Which cells a merge covers: all of its area but the anchor; they show nothing of their own. */
import { contains, type Area, type CellRef } from './cellRef';

/** Whether one of the merges covers the cell from another anchor. */
export function isCovered({ row, column }: CellRef, merges: readonly Area[]): boolean {
  return merges.some((area) => contains(area, { row, column }) && (area.top !== row || area.left !== column));
}

/** The covered cells of an area, each as row × width + column counted from the area's corner. */
export function coveredCells(merges: readonly Area[], area: Area): ReadonlySet<number> {
  const width = area.right - area.left + 1;
  const covered = new Set<number>();
  for (const merge of merges) {
    for (let row = Math.max(merge.top, area.top); row <= Math.min(merge.bottom, area.bottom); row += 1) {
      for (let column = Math.max(merge.left, area.left); column <= Math.min(merge.right, area.right); column += 1) {
        const isAnchor = row === merge.top && column === merge.left;
        if (!isAnchor) covered.add((row - area.top) * width + column - area.left);
      }
    }
  }
  return covered;
}

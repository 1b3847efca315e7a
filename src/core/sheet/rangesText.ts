/** Cells as people write them: what stands together as one range, in the order in which each range begins. */
import { areaToA1, type Area, type CellRef } from './cellRef';

/** A range on its way, with the place of its first cell in the order given. */
interface Run {
  readonly area: Area;
  readonly from: number;
}

/** Cells of one column that follow each other become one, from the left column to the right one. */
function columnRuns(cells: readonly CellRef[]): readonly Run[] {
  const inOrder = cells
    .map((cell, from) => ({ ...cell, from }))
    .sort((left, right) => left.column - right.column || left.row - right.row || left.from - right.from);
  const runs: Run[] = [];
  for (const { column, from, row } of inOrder) {
    const last = runs.at(-1);
    if (last?.area.left === column && row <= last.area.bottom + 1)
      runs[runs.length - 1] = { area: { ...last.area, bottom: row }, from: Math.min(last.from, from) };
    else runs.push({ area: { top: row, left: column, bottom: row, right: column }, from });
  }
  return runs;
}

/** Runs beside each other over the same rows become one. */
function joined(runs: readonly Run[]): readonly Run[] {
  const rectangles = new Map<string, Run>();
  for (const { area, from } of runs) {
    const { bottom, right, top } = area;
    const keyAt = (column: number): string => `${top} ${bottom} ${column}`;
    const before = rectangles.get(keyAt(area.left - 1));
    rectangles.delete(keyAt(area.left - 1));
    rectangles.set(
      keyAt(right),
      before ? { area: { ...before.area, right }, from: Math.min(before.from, from) } : { area, from },
    );
  }
  return [...rectangles.values()];
}

/** The ranges of the cells: F3, D9, D10 and D11 are "F3 D9:D11". Every cell is named once. */
export function rangesOf(cells: readonly CellRef[]): readonly string[] {
  return [...joined(columnRuns(cells))].sort((left, right) => left.from - right.from).map(({ area }) => areaToA1(area));
}

/** The ranges for a Chinese sentence, from the top: "D9:D27、H2". */
export function listedRanges(cells: readonly CellRef[]): string {
  const inOrder = [...cells].sort((left, right) => left.row - right.row || left.column - right.column);
  return rangesOf(inOrder).join('、');
}

/** The ranges with spaces between them. */
export function rangesText(cells: readonly CellRef[]): string {
  return rangesOf(cells).join(' ');
}

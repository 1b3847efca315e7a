/**
 * The sheets that were read last. After a mend or a decision the same sheet is read again: a cell that still says the same
 * is the same object then, so that what was made of it need not be made again.
 */
import { Latest } from '../remembered';
import { type Area, contains } from '../sheet/cellRef';
import { isSameArea, isSameValue } from '../sheet/sameSnapshot';
import type { Cell } from '../sheet/sheetView';
import type { Snapshot } from '../sheet/snapshot';

/** A sheet as it was read; no function, since that would hold on to the reading before it. */
interface Read {
  readonly snapshot: Snapshot;
  /** The part that was read, and the cells made of it, row after row. */
  readonly area: Area;
  readonly cells: readonly (Cell | undefined)[];
}

/** Where a cell stands among those of an area. */
export function placeAmong({ left, right, top }: Area, row: number, column: number): number {
  return (row - top) * (right - left + 1) + column - left;
}

const lastRead = new Latest<Read>(8);

/** Larger sheets are read anew each time, so that little is kept. */
const mostCells = 30_000;

const nameOf = ({ sheetId, sheetName }: Snapshot): string => JSON.stringify([sheetId, sheetName]);

/** Whether a place of both readings says the same, but for merges. */
function isSamePlace(one: Snapshot, other: Snapshot, row: number, column: number): boolean {
  if (!one.area || !other.area) return false;
  const [line, otherLine] = [row - one.area.top, row - other.area.top];
  const [place, otherPlace] = [column - one.area.left, column - other.area.left];
  return (
    isSameValue(one.values[line]?.[place] ?? null, other.values[otherLine]?.[otherPlace] ?? null) &&
    one.text[line]?.[place] === other.text[otherLine]?.[otherPlace] &&
    one.formulas[line]?.[place] === other.formulas[otherLine]?.[otherPlace] &&
    one.numberFormats[line]?.[place] === other.numberFormats[otherLine]?.[otherPlace]
  );
}

/** The cells of the sheet as it was read before, each where it still says the same and lies in the same merge. */
export function cellsOfBefore(snapshot: Snapshot): (row: number, column: number, merge: Cell['merge']) => Cell | null {
  const before = lastRead.get(nameOf(snapshot));
  if (!before) return () => null;
  return (row, column, merge) => {
    const cell = contains(before.area, { row, column })
      ? before.cells[placeAmong(before.area, row, column)]
      : undefined;
    return cell && isSameArea(cell.merge, merge) && isSamePlace(before.snapshot, snapshot, row, column) ? cell : null;
  };
}

/** Keeps the cells for the next reading of the sheet, those too that are made later. */
export function keepForNext(snapshot: Snapshot, area: Area, cells: readonly (Cell | undefined)[]): void {
  const count = (area.bottom - area.top + 1) * (area.right - area.left + 1);
  if (count <= mostCells) lastRead.put(nameOf(snapshot), { snapshot, area, cells });
}

/**
 * A sheet that is read again, after a mend or a decision: a cell that still says the same is the same object as in the
 * reading before, so that what was made of it need not be made again. Whoever reads a sheet again says so; a batch, which
 * reads none twice, keeps none.
 */
import { type Area, contains } from '../sheet/cellRef';
import { isSameArea, isSameValue } from '../sheet/sameSnapshot';
import type { Cell, SheetView } from '../sheet/sheetView';
import type { Snapshot } from '../sheet/snapshot';

/** A sheet as it was read: the part that was read, and the cells made of it so far, row after row. */
interface Read {
  readonly snapshot: Snapshot;
  readonly area: Area;
  readonly cells: readonly (Cell | undefined)[];
}

/** Where a cell stands among those of an area. */
export function placeAmong({ left, right, top }: Area, row: number, column: number): number {
  return (row - top) * (right - left + 1) + column - left;
}

const reads = new WeakMap<Snapshot, Read>();
/** The reading before one that nothing was made of yet; not held any longer, lest each hold on to all before it. */
const readBefore = new WeakMap<Snapshot, Read>();

/** Says that the one snapshot is a later reading of the sheet that the other was read from. */
export function readsAgain(later: Snapshot, earlier: Snapshot): void {
  const read = reads.get(earlier) ?? readBefore.get(earlier);
  if (read && later !== earlier && !reads.has(later)) readBefore.set(later, read);
}

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

/** Puts in the cells of the reading before that still say the same and lie in the same merge. */
function takeOver(cells: (Cell | undefined)[], { area, snapshot }: Omit<Read, 'cells'>, view: SheetView): void {
  const before = readBefore.get(snapshot);
  readBefore.delete(snapshot);
  for (const cell of before?.cells ?? []) {
    if (!before || !cell || !contains(area, cell.ref)) continue;
    const { column, row } = cell.ref;
    const isSame = isSameArea(cell.merge, view.mergeAt(row, column));
    if (isSame && isSamePlace(before.snapshot, snapshot, row, column)) cells[placeAmong(area, row, column)] = cell;
  }
}

/** The cells of an area that are known from the reading before; those that are made later belong with them. */
export function cellsOfReading(snapshot: Snapshot, area: Area, view: SheetView): (Cell | undefined)[] {
  const cells: (Cell | undefined)[] = [];
  takeOver(cells, { area, snapshot }, view);
  reads.set(snapshot, { snapshot, area, cells });
  return cells;
}

/** Finds rows whose values stand beside the columns that their header names. */
import { type Exact, sum } from '../exact';
import type { Cell } from '../sheet/sheetView';
import type { BodyRow } from './bodyRows';
import type { Column, ColumnRole } from './form';
import { amountOf } from './amountOf';
import { type CellGrid, cellWords } from './grid';
import { pointsKind, readPoints } from './reading';

/** How far each displaced row stands to the right (or, below zero, to the left) of its header. */
export type Shifts = ReadonlyMap<number, number>;

const tried = [1, -1, 2, -2] as const;

interface Fit {
  /** Cells that cannot be what their column says. */
  readonly misfits: number;
  /** Cells that are just what their column says. */
  readonly matches: number;
}

/** A plain number of points; a percentage, an amount with a unit or words are none. */
function pointsIn(cell: Cell): Exact | null {
  const words = cellWords(cell);
  if (words.includes('%') || words.includes('％') || cell.numberFormat.includes('%')) return null;
  return amountOf(readPoints(cell));
}

function isFilled(cell: Cell): boolean {
  const kind = pointsKind(cell);
  // An error value says nothing of where it belongs.
  return kind !== 'blank' && kind !== 'dash' && kind !== 'error';
}

/** How well a row fits its header when each value is looked for `shift` columns further right. */
function fitOf(grid: CellGrid, row: number, indexOf: (role: ColumnRole) => number | null, shift: number): Fit {
  const cellOf = (role: ColumnRole): Cell | null => {
    const index = indexOf(role);
    return index === null ? null : grid.at(row, index + shift);
  };
  let [misfits, matches] = [0, 0];
  const weight = cellOf('weight');
  const score = cellOf('score');
  const full = weight && pointsIn(weight);
  const got = score && pointsIn(score);
  for (const [cell, number] of [
    [weight, full],
    [score, got],
  ] as const) {
    if (!cell) continue;
    if (number) matches += 1;
    else if (isFilled(cell)) misfits += 1;
  }
  if (full && got && (got.gt(full) || full.lte(0))) misfits += 1;
  const reason = cellOf('reason');
  if (reason && isFilled(reason) && pointsIn(reason)) misfits += 1;
  for (const role of ['target', 'actual'] as const) {
    const cell = cellOf(role);
    if (cell && isFilled(cell)) matches += 1;
  }
  return { misfits, matches };
}

/** The shift of one row, or null when it fits, or when nothing fits better. */
function shiftOf(grid: CellGrid, row: number, indexOf: (role: ColumnRole) => number | null): number | null {
  const isImpossible = (['weight', 'score'] as const).some((role) => {
    const index = indexOf(role);
    const cell = index === null ? null : grid.at(row, index);
    return cell !== null && typeof cell.value !== 'number' && isFilled(cell) && pointsIn(cell) === null;
  });
  if (!isImpossible) return null;
  const here = fitOf(grid, row, indexOf, 0);
  const wanted = (['weight', 'score'] as const).filter((role) => indexOf(role) !== null).length;
  const levels = (['level1', 'level2', 'level3'] as const).map((role) => indexOf(role));
  for (const shift of tried) {
    const target = indexOf('target');
    // Where the targets would be the names, the row did not move.
    if (target !== null && levels.includes(target + shift)) continue;
    const there = fitOf(grid, row, indexOf, shift);
    const allNumbers = (['weight', 'score'] as const).every((role) => {
      const index = indexOf(role);
      return index === null || pointsIn(grid.at(row, index + shift)) !== null;
    });
    if (there.misfits === 0 && allNumbers && there.matches > here.matches - wanted) return shift;
  }
  return null;
}

/** Values that slid to the left leave an empty score column and weights where the actuals should be. */
function slidLeft(grid: CellGrid, rows: readonly BodyRow[], indexOf: (role: ColumnRole) => number | null): boolean {
  const [actual, weight, score] = [indexOf('actual'), indexOf('weight'), indexOf('score')];
  if (actual === null || weight === null || score === null || weight - actual !== 1 || score - weight !== 1)
    return false;
  // The draft of a form has no scores yet; only then is this worth a look.
  if (rows.some(({ row }) => typeof grid.at(row, score).value === 'number')) return false;
  const triples = rows.map(({ row }) => [actual, weight, score].map((column) => grid.at(row, column)));
  const slid = triples.filter(([first, second, third]) => {
    const full = first && pointsIn(first);
    const got = second && pointsIn(second);
    return full && got && got.lte(full) && third && !pointsIn(third);
  });
  if (slid.length < 3 || slid.length * 10 < rows.length * 8) return false;
  const whole = sum(triples.flatMap(([first]) => (first && pointsIn(first)) ?? []));
  return whole.eq(100) || whole.eq(90);
}

/**
 * The displaced data rows. A row counts as displaced only when it cannot be right where it stands and is
 * wholly right beside it: words under the weight or the score, and plain numbers, the score no larger than
 * the weight, one or two columns off. So an odd cell in a normal form is never called a shift.
 */
export function findShifts(grid: CellGrid, rows: readonly BodyRow[], columns: readonly Column[]): Shifts {
  const byRole = new Map(columns.map(({ role, index }) => [role, index] as const));
  const indexOf = (role: ColumnRole): number | null => byRole.get(role) ?? null;
  const shifts = new Map<number, number>();
  if (indexOf('score') === null || (indexOf('weight') === null && indexOf('target') === null)) return shifts;
  const data = rows.filter(({ kind, cells }) => kind === 'data' && cells.length > 1);
  for (const { row } of data) {
    const shift = shiftOf(grid, row, indexOf);
    if (shift !== null) shifts.set(row, shift);
  }
  if (shifts.size === 0 && slidLeft(grid, data, indexOf)) for (const { row } of data) shifts.set(row, -1);
  return shifts;
}

/** What the cells of a column look like, for headings that are missing or say too little. */
import { type Exact, sum } from '../exact';
import type { Cell } from '../sheet/sheetView';
import { amountOf } from './amountOf';
import type { BodyRow } from './bodyRows';
import { type CellGrid, cellWords } from './grid';
import { pointsKind, readPoints } from './reading';

/** Counts over the data rows of a table. */
export interface ColumnShape {
  /** Data rows looked at. */
  readonly rows: number;
  /** Cells that hold something. */
  readonly filled: number;
  /** Plain numbers, typed as numbers or as text; no percentages. */
  readonly numbers: number;
  /** Words, including targets such as "≥95%". */
  readonly words: number;
  /** Signs such as ≥ or 定性 standing alone. */
  readonly signs: number;
  /** The sum of the plain numbers. */
  total(): Exact;
}

const lonelySign = /^(?:[=≥≤><＝＞＜]|>=|<=|定性|正向|反向|正向指标|反向指标|等于|大于等于|小于等于|大于|小于)$/u;

/** Looks at one column over the data rows; cells merged over several rows count once. */
export function shapeOf(grid: CellGrid, rows: readonly BodyRow[], column: number): ColumnShape {
  const points: Cell[] = [];
  let [looked, filled, words, signs] = [0, 0, 0, 0];
  for (const { row, kind } of rows) {
    if (kind !== 'data') continue;
    looked += 1;
    const cell = grid.own(row, column);
    if (!cell) continue;
    filled += 1;
    if (typeof cell.value === 'number') {
      points.push(cell);
      continue;
    }
    const said = cellWords(cell);
    const read = said.includes('%') || said.includes('％') ? 'not-a-number' : pointsKind(cell);
    if (read === 'text-number') points.push(cell);
    else if (lonelySign.test(said)) signs += 1;
    else if (read !== 'dash') words += 1;
  }
  return {
    ...{ rows: looked, filled, words, signs },
    numbers: points.length,
    total: () => sum(points.flatMap((cell) => amountOf(readPoints(cell)) ?? [])),
  };
}

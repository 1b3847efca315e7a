/** Single cells joined into blocks down a column, since every range costs about 430 bytes of a request. */
import type { Area, CellRef } from '../core/sheet/cellRef';

/** Cells joined into runs down a column, by column and row; each cell once. */
export function columnRuns(cells: readonly CellRef[]): readonly Area[] {
  const ordered = [...cells].sort((left, right) => left.column - right.column || left.row - right.row);
  const runs: Area[] = [];
  for (const { row, column } of ordered) {
    const last = runs.at(-1);
    if (last?.left === column && row <= last.bottom + 1) runs[runs.length - 1] = { ...last, bottom: row };
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  return runs;
}

// Up to here a range for each run is cheap enough.
const fewRuns = 12;
// Beyond this a hole costs more than a range of its own.
const longestHole = 60;

/**
 * Blocks to write the cells in. Few runs are a block each; many are joined over holes, which are to be written as
 * null: Excel leaves such a cell as it is. Nothing is joined where a merge lies, as a null over covered cells is
 * documented nowhere.
 */
export function writeBlocks(cells: readonly CellRef[], merges: readonly Area[]): readonly Area[] {
  const runs = columnRuns(cells);
  if (runs.length <= fewRuns) return runs;
  const blocks: Area[] = [];
  for (const run of runs) {
    const last = blocks.at(-1);
    const joined = last ? { ...last, bottom: run.bottom } : run;
    const isNear = last?.left === run.left && run.top - last.bottom - 1 <= longestHole;
    if (isNear && !merges.some((merge) => touches(merge, joined))) blocks[blocks.length - 1] = joined;
    else blocks.push(run);
  }
  return blocks;
}

function touches(left: Area, right: Area): boolean {
  return left.top <= right.bottom && left.bottom >= right.top && left.left <= right.right && left.right >= right.left;
}

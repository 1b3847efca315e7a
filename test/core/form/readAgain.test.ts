/** A sheet that is read again keeps the cells that say the same, and lets go of the reading before. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type CellGrid, gridOf } from '../../../src/core/form/grid';
import { readsAgain } from '../../../src/core/form/readAgain';
import type { Snapshot } from '../../../src/core/sheet/snapshot';
import { markedSheet } from '../../support/markedSheet';

const sheet = (score: string): Snapshot => markedSheet(`| 指标 | 得分 |\n| 培训人数 | ${score} |`).snapshot;

function gridAfter(snapshot: Snapshot, earlier: Snapshot): CellGrid {
  readsAgain(snapshot, earlier);
  const grid = gridOf(snapshot);
  if (!grid) throw new Error('the sheet has cells');
  return grid;
}

/** Reads every cell, as a review does. */
function readWhole(grid: CellGrid | null): void {
  for (let row = grid?.top ?? 0; row <= (grid?.bottom ?? -1); row += 1) grid?.ownCells(row, grid.left, grid.right);
}

test('a cell that says the same is the same object, one that was changed is not', () => {
  const [first, second] = [sheet('8'), sheet('9')];
  const before = gridOf(first);
  readWhole(before);
  const after = gridAfter(second, first);
  expect(after.at(1, 0)).toBe(before?.at(1, 0));
  expect(after.at(1, 1)).not.toBe(before?.at(1, 1));
  expect(after.at(1, 1).value).toBe(9);
});

test.each([
  ['the merge it lies in', { merges: [{ top: 1, left: 0, bottom: 1, right: 1 }] }],
  ['its text', { text: [[], ['培训的人数', '8']] }],
  ['its formula', { formulas: [[], ['=A1', null]] }],
  ['its number format', { numberFormats: [[], ['0.00', 'General']] }],
])('a cell is another one where %s is', (_, change: Partial<Snapshot>) => {
  const first = sheet('8');
  const before = gridOf(first);
  readWhole(before);
  expect(gridAfter({ ...sheet('8'), ...change }, first).at(1, 0)).not.toBe(before?.at(1, 0));
});

test('a reading of which nothing was made hands on the one before', () => {
  const [first, second, third] = [sheet('8'), sheet('9'), sheet('10')];
  const before = gridOf(first);
  readWhole(before);
  readsAgain(second, first);
  expect(gridAfter(third, second).at(1, 0)).toBe(before?.at(1, 0));
});

test('no reading holds on to those before it', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let last = sheet('0');
  readWhole(gridOf(last));
  const first = new WeakRef(last);
  for (let score = 1; score < 4; score += 1) {
    const next = sheet(String(score));
    readWhole(gridAfter(next, last));
    last = next;
  }
  // A weak reference holds until the turn is over.
  await new Promise((done) => setTimeout(done, 0));
  collect();
  expect(first.deref()).toBeUndefined();
  expect(gridOf(last)?.at(1, 1).value).toBe(3);
});

/** Findings about many rows: when they are told one by one, and how a list is shortened. */
import type { CellRef } from '../../sheet/cellRef';
import { rangesOf } from '../../sheet/rangesText';

/** Up to this many rows each get a finding of their own; more of the same are told in one. */
export const separateAtMost = 3;

const shownAtMost = 8;

/** Names for a sentence: "甲、乙、丙"; a long list ends with 等. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, shownAtMost).join('、');
  return names.length > shownAtMost ? `${shown}等` : shown;
}

/** Cells for a sentence: "D9:D27、F3"; a long list ends with 等. */
export function listedCells(cells: readonly CellRef[]): string {
  return listed(rangesOf(cells));
}

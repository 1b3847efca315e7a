/** Makes the text that is kept together with a write, alike for every adapter. */
import type { CellState } from '../core/report/edit';
import { valueAfter } from './cellJudgement';
import type { CellChange, Remembrance } from './workbook';

/** What an adapter knows at the moment of writing. */
export interface WritingMoment {
  readonly sheetName: string;
  /** The text kept so far; null where there is none. */
  readonly earlier: string | null;
  /** The changes that are about to be made. */
  readonly writes: readonly CellChange[];
  /** What stands in the cell of a change now. */
  readonly standing: (change: CellChange) => CellState;
}

/** The text to keep, or null where nothing is to be kept or nothing is to be written. */
export function textToRemember(
  remember: Remembrance | undefined,
  { sheetName, earlier, writes, standing }: WritingMoment,
): string | null {
  if (!remember || writes.length === 0) return null;
  const pending = writes.map((change) => ({
    cell: change.cell,
    standing: standing(change),
    after: valueAfter(change),
  }));
  return remember.text({ sheetName, earlier, pending });
}

/** Whether an edit may be made, judged alike by every adapter from what stands in the cell at the moment of writing. */
import type { CellState, Edit } from '../core/report/edit';
import { isCellError, type CellValue } from '../core/sheet/snapshot';

/** What stands in a cell at the moment of writing. */
export interface Standing {
  readonly state: CellState;
  /** Lies in a merge without being its anchor. */
  readonly isCovered: boolean;
  /** The sheet is protected and the cell's style locks it. */
  readonly isLocked: boolean;
  /** Filled by an array or spilling formula of another cell. */
  readonly isFilled: boolean;
}

/**
 * write: go on · standing: the cell already holds what was wanted, nothing need be written ·
 * changed: no longer what the review saw · refused: must never be written.
 */
export type Judgement = 'write' | 'standing' | 'changed' | 'refused';

/** Characters that one Excel cell holds at most (Excel specifications and limits). */
export const longestText = 32_767;

/** Judges one edit. */
export function judgeEdit(edit: Edit, standing: Standing): Judgement {
  const { state } = standing;
  if (state.formula !== null || standing.isCovered || standing.isLocked || standing.isFilled) return 'refused';
  const wanted = valueAfter(edit);
  if (typeof wanted === 'string' && wanted.length > longestText) return 'refused';
  if (typeof wanted === 'number' && !Number.isFinite(wanted)) return 'refused';
  if (sameValue(state.value, wanted)) return 'standing';
  return sameContent(state, edit.before) ? 'write' : 'changed';
}

/**
 * The value that the cell holds once the edit is made: numbers and text as they are, with line ends as Excel
 * keeps them ("\n"); the empty text empties the cell.
 */
export function valueAfter({ after }: Pick<Edit, 'after'>): string | number | null {
  if (typeof after === 'number') return after;
  const text = after.replace(/\r\n?/g, '\n');
  return text === '' ? null : text;
}

/**
 * Whether two states hold the same value and formula. A number format that somebody changed since is no reason
 * to leave a cell alone: nothing is lost by writing into it.
 */
export function sameContent(left: CellState, right: CellState): boolean {
  return left.formula === right.formula && sameValue(left.value, right.value);
}

/** Whether two values are the same and of the same kind; "8.5" is not 8.5. */
export function sameValue(left: CellValue, right: CellValue): boolean {
  if (isCellError(left) && isCellError(right)) return left.error === right.error;
  return left === right;
}

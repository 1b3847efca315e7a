/** Whether a change may be made, and what became of it, judged alike by every adapter from what stands in the cell. */
import type { CellState } from '../core/report/edit';
import { isCellError, type CellValue } from '../core/sheet/snapshot';
import type { CellChange, EditResult } from './workbook';

/** What stands in a cell at the moment of writing. */
export interface CellStanding {
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
const longestText = 32_767;

/** Judges one change. */
export function judgeEdit(change: CellChange, standing: CellStanding): Judgement {
  const { state } = standing;
  if (state.formula !== null || standing.isCovered || standing.isLocked || standing.isFilled) return 'refused';
  // An error value cannot be put back as a value, so it is never written over.
  if (isCellError(state.value)) return 'refused';
  const wanted = valueAfter(change);
  if (typeof wanted === 'string' && (wanted === '' || wanted.length > longestText)) return 'refused';
  if (typeof wanted === 'number' && !Number.isFinite(wanted)) return 'refused';
  if (isThere(change, state)) return 'standing';
  return sameContent(state, change.before) ? 'write' : 'changed';
}

/** The value that the cell holds once the change is made: text has its line ends as Excel keeps them ("\n"). */
export function valueAfter({ after }: Pick<CellChange, 'after'>): CellChange['after'] {
  return typeof after === 'string' ? after.replace(/\r\n?/g, '\n') : after;
}

/** Whether the cell holds everything that was wanted. */
function isThere(change: CellChange, state: CellState): boolean {
  const { numberFormat } = change;
  return holds(state, valueAfter(change)) && (numberFormat === undefined || numberFormat === state.numberFormat);
}

/** Whether the cell holds the value, a number also as its text where the cell is formatted as text. */
export function holds(state: CellState, wanted: CellValue): boolean {
  return state.formula === null && (sameValue(state.value, wanted) || isTextOf(state, wanted));
}

/**
 * Whether a cell formatted as text holds the text of a number: Excel makes text of whatever is put into such a cell,
 * with the fifteen digits that it shows.
 */
function isTextOf({ value, numberFormat }: CellState, wanted: CellValue): boolean {
  if (numberFormat !== '@' || typeof wanted !== 'number' || typeof value !== 'string' || value.trim() === '') {
    return false;
  }
  return Number(value) === Number(wanted.toPrecision(15));
}

/** What became of a change, from how it was judged and what stands in the cell now. */
export function resultOf(change: CellChange, judgement: Judgement, now: CellState): EditResult {
  const { cell, id } = change;
  if (judgement === 'changed' || judgement === 'refused') return { id, cell, outcome: judgement, now };
  const result = { id, cell, outcome: isThere(change, now) ? 'written' : 'different', now } as const;
  return isTextOf(now, valueAfter(change)) ? { ...result, asText: true } : result;
}

/**
 * Whether two states hold the same value and formula. A number format that somebody changed since is no reason
 * to leave a cell alone: nothing is lost by writing into it.
 */
export function sameContent(left: CellState, right: CellState): boolean {
  return left.formula === right.formula && sameValue(left.value, right.value);
}

/**
 * Whether two values are the same and of the same kind; "8.5" is not 8.5.
 * @internal the workbook in memory of the tests judges alike
 */
export function sameValue(left: CellValue, right: CellValue): boolean {
  if (isCellError(left) && isCellError(right)) return left.error === right.error;
  return left === right;
}

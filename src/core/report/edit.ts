/** What could be written to a sheet, as data: the core plans, an adapter applies. */
import type { Severity } from '../checks/finding';
import type { Premise } from '../score/premises';
import type { CellRef } from '../sheet/cellRef';
import type { CellValue } from '../sheet/snapshot';

/** What a cell held when it was read: enough to notice a change and to restore it. */
export interface CellState {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly numberFormat: string;
}

/** One value to be written into one cell. */
export interface Edit {
  /** Stable within a plan, for ticking. */
  readonly id: string;
  readonly kind: 'score' | 'execution-rate' | 'execution-score' | 'total' | 'note';
  /** A merge anchor. */
  readonly cell: CellRef;
  readonly before: CellState;
  /** A number is written as a number; text is written as text whatever it looks like. */
  readonly after: string | number;
  /** Why, as a message key with facts for `words`. */
  readonly because: { readonly key: string; readonly facts: Readonly<Record<string, string>> };
  /** Key of the indicator, or null. */
  readonly indicator: string | null;
  /**
   * By how many points the edit changes the sum of the scores, as plain decimal text; null where it changes none.
   * The total that is written follows from the edits that the user picks.
   */
  readonly gain: string | null;
  /**
   * Whether it is ticked unless the user says otherwise: only a score that is settled in every reading is, and nothing
   * that stands beside words of the user.
   */
  readonly recommended: boolean;
  /**
   * Where the row has several readings: the choices by which this edit's score follows. Such edits of one cell are
   * alternatives; of those that are picked the first is written.
   */
  readonly premises?: readonly Premise[];
}

/** Cells to be marked, one entry per severity. */
export interface Mark {
  readonly severity: Severity;
  readonly cells: readonly CellRef[];
}

/** Everything that could be written after a review; the user picks. */
export interface Plan {
  readonly sheetId: string;
  readonly edits: readonly Edit[];
  /** The sum of the scores as they are written now, as plain decimal text; null where there is none. */
  readonly sumBefore: string | null;
  /** The highest total that may be written, in points as plain decimal text; absent: no limit. */
  readonly mostTotal?: string;
  readonly marks: readonly Mark[];
}

/** A finding: something about the user's form that a reviewer must hear of. Data, never an exception. */
import type { Derivation, GoverningRule, ScoreReading } from '../score/scores';
import type { CellRef } from '../sheet/cellRef';

/** P0 致命: breaks arithmetic or the form's own rule · P1 重要: a reviewer must ask · P2 优化: advice. */
export type Severity = 'P0' | 'P1' | 'P2';

/** A figure or a quotation; figures of points and money come as plain decimal text or numbers. */
export type Fact = string | number;

/** A cell on another sheet of the workbook, or in another file; `sheetId` leads there within the workbook. */
export interface PlaceBeside {
  /** Null: the form's own workbook. */
  readonly file: string | null;
  readonly sheetName: string;
  readonly sheetId: string;
  readonly cell: CellRef;
}

/** One finding of one check. `words` turns check, message key and facts into sentences. */
export interface Finding {
  readonly check: string;
  readonly severity: Severity;
  /** The key of the check's message. */
  readonly message: string;
  readonly facts: Readonly<Record<string, Fact>>;
  /** Merge anchors; the first is where to jump. */
  readonly cells: readonly CellRef[];
  /** Key of the indicator it is about, or null for the form as a whole. */
  readonly indicator: string | null;
  /** The other cell that it is about, where that stands on another sheet than the form's, or in another file. */
  readonly beside?: PlaceBeside;
  readonly found: Fact | null;
  readonly expected: Fact | null;
  /** The sum and the rule behind it, where the finding is about a score; `words` offers the sum as {derivation}. */
  readonly derivation: Derivation | null;
  readonly rule: GoverningRule | null;
  /**
   * Where the answer depends on a premise: the ways to read it, the likeliest first, each with the premises in which they
   * differ; else empty. `words` offers them as {readings} and what must be confirmed as {ask}.
   */
  readonly readings: readonly ScoreReading[];
}

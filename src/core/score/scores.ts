/** What scoring yields: for every indicator a score with its sum and its rule, and the totals. */
import type { Exact } from '../exact';
import type { BudgetBlock, Indicator } from '../form/form';
import type { CellRef } from '../sheet/cellRef';

/** The rule that governed a score, and where it stands. */
export interface GoverningRule {
  readonly source: 'profile' | 'form';
  /** The rule in the words of its document or of the form's own cell. */
  readonly text: string;
  /** The form's cell, where the form states the rule itself. */
  readonly cell: CellRef | null;
  /** "财预〔2020〕10号 第十四条", where a profile states it. */
  readonly document: string | null;
  /** Pieces of the form's own text that could not be turned into a rule, word for word. */
  readonly notUnderstood: readonly string[];
}

/** A sum as a finance clerk would write it; `words` turns key and facts into a sentence. */
export interface Derivation {
  /** Names a sentence in the catalogue. */
  readonly key: string;
  /** Exact figures as plain decimal text, and quoted words. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Limits of an admissible score, in points. */
export interface ScoreInterval {
  readonly low: Exact;
  readonly high: Exact;
  readonly includesHigh: boolean;
}

/** How one indicator scores by its rule. */
export interface IndicatorScore {
  readonly indicator: Indicator;
  readonly rule: GoverningRule;
  /** The score by the rule, rounded, in points; null where the rule leaves it to a person. */
  readonly computed: Exact | null;
  /** The limits where a rule gives only limits (qualitative tiers); else null. */
  readonly interval: ScoreInterval | null;
  /** The only scores that an itemised rule can give, ascending; else null. */
  readonly admissible: readonly Exact[] | null;
  readonly derivation: Derivation;
  /** Why there is no computed score; null where there is one. */
  readonly leftOpen:
    | null
    | 'qualitative'
    | 'not-measurable'
    | 'actual-missing'
    | 'target-missing'
    | 'weight-missing'
    | 'units-differ'
    | 'rule-needs-person'
    | 'misaligned';
  /** actual ÷ target (positive) or target ÷ actual (reverse) as a ratio; null where there is none. */
  readonly completion: Exact | null;
  readonly direction: 'positive' | 'reverse' | 'equal' | null;
  /** What decided the direction. */
  readonly directionFrom: 'comparator' | 'sign-column' | 'words' | 'default' | null;
}

/** The execution rate and its score, from the amounts. */
export interface ExecutionScore {
  readonly block: BudgetBlock;
  /** executed ÷ budget as a ratio, unrounded; null where it cannot be had. */
  readonly rate: Exact | null;
  /** The rates that the rounding of the amounts allows, ratios. */
  readonly rateInterval: { readonly low: Exact; readonly high: Exact } | null;
  /** In points, rounded; null where the block carries no weight or no rate can be had. */
  readonly computed: Exact | null;
  /** Scores that the rounding of the amounts allows, in points. */
  readonly interval: ScoreInterval | null;
  readonly rule: GoverningRule;
  readonly derivation: Derivation;
}

/** Points of the whole form. Null: cannot be had. */
export interface Totals {
  /** Sum of all weights found, execution rate included, adjustments excluded. */
  readonly weight: Exact | null;
  /** What the form's total cell says. */
  readonly statedScore: Exact | null;
  /** Sum of the scores written, execution rate included. */
  readonly sumOfScores: Exact | null;
  /** Sum by the rules; the written score where a rule leaves it to a person. */
  readonly computedScore: Exact | null;
  readonly grade: string | null;
  readonly computedGrade: string | null;
}

/** All scores of one form under one rubric. */
export interface Scores {
  readonly indicators: readonly IndicatorScore[];
  readonly execution: ExecutionScore | null;
  readonly totals: Totals;
}

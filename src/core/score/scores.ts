/** What scoring yields: for every indicator a score with its sum and its rule, and the totals. */
import type { Exact } from '../exact';
import type { GivenScore } from '../decisions/formDecisions';
import type { BudgetBlock, Indicator } from '../form/form';
import type { CellRef } from '../sheet/cellRef';
import type { Premise } from './premises';

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
  /** What the reviewer wrote that the text means, where it is read by that. */
  readonly means?: string;
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

/**
 * How sure a score is.
 *
 * `settled`: every admissible reading gives it; only this may be called 一致 or be written unasked. Everything else is 待评定:
 * `readings`: the admissible readings give different scores, one premise decides · `interval`: one reading, which gives limits or a
 * few possible scores · `judgement`: the rule leaves everything within the weight to a person · `open`: the form lacks what the
 * rule needs (target, actual, weight, a common unit), or its row is displaced.
 */
export type Certainty = 'settled' | 'readings' | 'interval' | 'judgement' | 'open';

/** Why there is no computed score. */
export type LeftOpen =
  | 'qualitative'
  | 'not-measurable'
  | 'actual-missing'
  | 'target-missing'
  | 'weight-missing'
  /** Its weight is that of a row above, merged over both. */
  | 'weight-shared'
  | 'units-differ'
  | 'rule-needs-person'
  | 'readings-differ'
  | 'misaligned';

/** What one reading of a row gives: one choice for every premise that is only assumed. */
export interface ScoreReading {
  /** What it rests on, open or not; `byOpenPremises` leaves only those in which readings differ. */
  readonly premises: readonly Premise[];
  readonly rule: GoverningRule;
  /** The score in this reading, rounded, in points; null where the rule leaves it to a person even so. */
  readonly computed: Exact | null;
  /** The same before rounding: what a formula cell holds. */
  readonly unrounded: Exact | null;
  /** The limits where there is no score; null where nothing can be said. */
  readonly interval: ScoreInterval | null;
  /** The only scores that an itemised rule can give, ascending; else null. */
  readonly admissible: readonly Exact[] | null;
  readonly derivation: Derivation;
  readonly leftOpen: null | LeftOpen;
  /** Whether the target was met in this reading; null where that is open. */
  readonly met: boolean | null;
  readonly completion: Exact | null;
  readonly direction: 'positive' | 'reverse' | 'equal' | null;
  readonly directionFrom: 'comparator' | 'sign-column' | 'words' | 'default' | null;
}

/** How one indicator scores by its rule. Everything but `indicator` follows from `readings`. */
export interface IndicatorScore {
  readonly indicator: Indicator;
  readonly certainty: Certainty;
  /** What the likeliest reading rests on, whether open or not. */
  readonly premises: readonly Premise[];
  /** The admissible readings that differ in what they give, the likeliest first; at least one. */
  readonly readings: readonly [ScoreReading, ...ScoreReading[]];
  /**
   * Readings that nothing speaks for, and that still hold back an accusation: another place's profile, the other side of a
   * term of art. Looked for only where the written score is not the computed one.
   */
  readonly contrary: readonly ScoreReading[];
  /** The rule of the likeliest reading. */
  readonly rule: GoverningRule;
  /** The score in every admissible reading, rounded, in points; null where they differ or leave it to a person. */
  readonly computed: Exact | null;
  /** The limits that hold in every reading, where there is no computed score; null where nothing can be said. */
  readonly interval: ScoreInterval | null;
  /** The only scores that some reading can give, ascending; null where any score within the limits can be right. */
  readonly admissible: readonly Exact[] | null;
  readonly derivation: Derivation;
  /** Why there is no computed score; null where there is one. */
  readonly leftOpen: null | LeftOpen;
  /** Whether the target was met in every reading; null where that is open. */
  readonly met: boolean | null;
  /**
   * actual ÷ target (positive) or target ÷ actual (reverse) as a ratio in the likeliest reading; null where there is none.
   */
  readonly completion: Exact | null;
  /** The likeliest direction, and what decided it. */
  readonly direction: ScoreReading['direction'];
  readonly directionFrom: ScoreReading['directionFrom'];
  /** Where a person gave the score: everything above but `met` and `completion` says that score. */
  readonly decided?: Decided<IndicatorScore>;
}

/** A score that a person gave, with what the rule gives without it. */
interface Decided<Score> extends GivenScore {
  readonly byRule: Score;
}

/** What one profile gives for the execution rate of the budget block. */
export interface ExecutionReading extends ScoreReading {
  /** The scores around `computed` that the rounding of the amounts allows; null where there is none. */
  readonly byRounding: ScoreInterval | null;
}

/** The execution rate and its score, from the amounts. */
export interface ExecutionScore {
  readonly block: BudgetBlock;
  /** executed ÷ budget as a ratio, unrounded; null where it cannot be had. */
  readonly rate: Exact | null;
  /** The rates that the rounding of the amounts allows, ratios. */
  readonly rateInterval: { readonly low: Exact; readonly high: Exact } | null;
  /** In points, rounded; null where the block carries no weight, no rate can be had, or the profiles in question differ. */
  readonly computed: Exact | null;
  /** The same before rounding. */
  readonly unrounded: Exact | null;
  /** Scores that some reading and the rounding of the amounts allow, in points. */
  readonly interval: ScoreInterval | null;
  readonly certainty: Certainty;
  /** One for each profile that may be in force and gives another score, the likeliest first; at least one. */
  readonly readings: readonly [ExecutionReading, ...ExecutionReading[]];
  /** Those of profiles for which nothing speaks: they only hold back an accusation. */
  readonly contrary: readonly ExecutionReading[];
  /** In points: the block's own, or what the profile gives it where the block shows a score and no weight. */
  readonly weight: Exact | null;
  /** What the likeliest rule gives for the rate as the form states it, where the amounts do not allow that rate; in points. */
  readonly fromStatedRate: Exact | null;
  /** What the weight and the amounts rest on. */
  readonly premises: readonly Premise[];
  readonly rule: GoverningRule;
  readonly derivation: Derivation;
  /** Where a person gave the score. */
  readonly decided?: Decided<ExecutionScore>;
}

/** Points of the whole form. Null: cannot be had. */
export interface Totals {
  /** Sum of all weights found, execution rate included, adjustments excluded. */
  readonly weight: Exact | null;
  /** What the form's total cell says. */
  readonly statedScore: Exact | null;
  /** Sum of the scores written, execution rate included. */
  readonly sumOfScores: Exact | null;
  /** 复核: sum of what the rules and the reviewer give; the written score where both leave it open. */
  readonly computedScore: Exact | null;
  /** 按规则: the same without the scores that a person gave. */
  readonly ruledScore: Exact | null;
  /** 可核定: the sum of the settled scores, the execution rate's included, as far as a ceiling on the total lets it count. */
  readonly settledScore: Exact;
  /** 待评定: what the rows weigh whose score is not settled, and how many they are. */
  readonly openWeight: Exact;
  readonly openCount: number;
  /** 允许: the totals that the rules allow, from `low` to `high`; null where a limit cannot be had. */
  readonly allowed: { readonly low: Exact; readonly high: Exact } | null;
  readonly grade: string | null;
  readonly computedGrade: string | null;
}

/** All scores of one form under one rubric. */
export interface Scores {
  readonly indicators: readonly IndicatorScore[];
  readonly execution: ExecutionScore | null;
  readonly totals: Totals;
}

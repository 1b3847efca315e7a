/** A rubric is data: how points are given, by which document. Profiles differ by place and year. */
import type { Exact } from '../exact';
import type { Level, Rule, TierShare } from './rule';

/** Where a rule comes from, for people. */
interface RuleSource {
  /** The document's number or name: 财预〔2020〕10号. */
  readonly document: string;
  readonly clause: string;
  readonly year: number;
}

/** A named share of a weight, from `from` to `to`; ratios of the weight. `from` always belongs to the tier. */
export interface Tier extends TierShare {
  readonly name: string;
}

/** A grade and the least total, in points of a hundred, that earns it. */
export interface GradeStep {
  readonly grade: string;
  readonly from: Exact;
}

/** What a level-1 heading weighs, in points. */
interface LevelWeight {
  readonly name: string;
  readonly weight: Exact;
}

/** A rule with the words of its document. */
export interface StatedRule {
  readonly text: string;
  readonly clause: string;
  readonly rule: Rule;
}

/** How qualitative indicators score: by `tiers` of the rubric, or by named levels where there are some. */
interface QualitativeRule {
  readonly text: string;
  readonly clause: string;
  readonly levels: readonly Level[] | null;
  /**
   * 是/是, 合格/合格, 完成/完成: whether a target met in words earns the full weight (西夏: 完成值达到指标值，记满分)
   * or lies in the highest tier like any quality.
   */
  readonly equalWords: 'full' | 'tier';
}

/** What follows when an actual lies far above its target. `from` is actual ÷ target. */
export type OverCompletion =
  | { readonly kind: 'none' }
  /** To be annotated, to be explained, or to be shown for adjustment by hand: points stay. */
  | { readonly kind: 'annotate' | 'reason' | 'show'; readonly from: Exact }
  | { readonly kind: 'deduct'; readonly from: Exact; readonly points: Exact }
  /** Full weight × (from ÷ completion). */
  | { readonly kind: 'reduce'; readonly from: Exact };

/** A ceiling on the total where the execution rate (a ratio) lies below `below`; the lowest that applies counts. */
interface Ceiling {
  readonly below: Exact;
  readonly atMost: Exact;
}

/** When a form must state a reason; null: not asked for. Ratios. */
interface ReasonTriggers {
  readonly scoreBelowWeight: boolean;
  readonly actualBelowTarget: boolean;
  readonly completionFrom: Exact | null;
  readonly executionBelow: Exact | null;
  readonly budgetAdjustedBeyond: Exact | null;
}

/** When a reviewer looks twice; null: never. Ratios. */
interface Alarms {
  /** The score rate exceeds the execution rate by more than this, relative to it. */
  readonly scoreRateBeyondExecution: Exact | null;
  readonly unspentBeyond: Exact | null;
}

/** A rule profile. */
export interface Rubric {
  /** Stable: "national-2020", "huaiyuan-2023". */
  readonly id: string;
  readonly version: number;
  /** Chinese title as shown to people. */
  readonly title: string;
  readonly source: RuleSource;
  /** What all weights must add up to, in points. */
  readonly total: Exact;
  /** Usual weights of the level-1 headings, the execution rate included where it has one of its own. */
  readonly levels: readonly LevelWeight[];
  readonly quantitative: StatedRule;
  /** Where satisfaction has a rule of its own. */
  readonly satisfaction: StatedRule | null;
  readonly qualitative: QualitativeRule;
  /** The execution rate, in the budget block or in a row of its own. */
  readonly execution: StatedRule;
  readonly overCompletion: OverCompletion;
  readonly ceilings: readonly Ceiling[];
  readonly reasons: ReasonTriggers;
  readonly alarms: Alarms;
  /** Decimal places of a score; half is rounded up. */
  readonly rounding: { readonly places: number };
  /** How far bonus and malus rows may move the total, in points; null: there are none. */
  readonly adjustments: { readonly least: Exact; readonly most: Exact } | null;
  readonly tiers: readonly Tier[];
  readonly grades: readonly GradeStep[];
}

/** A rubric is data: how points are given, by which document. Profiles differ by place and year. */
import type { Exact } from '../exact';

/** Where a rule comes from, for people. */
export interface RuleSource {
  /** The document's number or name: 财预〔2020〕10号. */
  readonly document: string;
  readonly clause: string;
  readonly year: number;
}

/** A named share of a weight, from `from` to `to`; ratios of the weight. */
export interface Tier {
  readonly tier: 'achieved' | 'partly' | 'not';
  readonly name: string;
  readonly from: Exact;
  readonly to: Exact;
  /** Whether `to` itself belongs to the tier; `from` always does. */
  readonly includesTo: boolean;
}

/** A grade and the least total, in points of a hundred, that earns it. */
export interface GradeStep {
  readonly grade: string;
  readonly from: Exact;
}

/** A rule profile. Fields beyond these belong to the scoring rules and are added beside them. */
export interface Rubric {
  /** Stable: "national-2020", "huaiyuan-2023". */
  readonly id: string;
  readonly version: number;
  /** Chinese title as shown to people. */
  readonly title: string;
  readonly source: RuleSource;
  /** What all weights must add up to, in points. */
  readonly total: Exact;
  readonly tiers: readonly Tier[];
  readonly grades: readonly GradeStep[];
}

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

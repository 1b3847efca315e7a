/** The one language in which points are given: profiles are written in it, and rule texts of forms compile to it. */
import type { Exact } from '../exact';
import type { Comparator, PartialDate } from '../value/value';

/** Points that something earns or costs: a fixed number, or a share of the indicator's weight (a ratio). */
export type Award =
  { readonly kind: 'points'; readonly points: Exact } | { readonly kind: 'share'; readonly share: Exact };

/** How a missed reverse indicator scores; they disagree on every missed one. */
export type ReverseFormula =
  /** target ÷ actual × weight (怀远 note 3). */
  | 'ratio'
  /** (1 − (actual − target) ÷ target) × weight, nothing from twice the target. */
  | 'linear'
  /** (1 − |saving rate|) × weight with saving rate = (target − actual) ÷ target (泾源): the same sum, another name. */
  | 'saving';

/** Below this, nothing: the actual as a ratio ("满意度低于60%"), or actual ÷ target ("完成率低于60%"). */
export interface Floor {
  readonly of: 'actual' | 'completion';
  readonly below: Exact;
}

/** Target met → full weight; missed → in proportion. null: the text does not say it for that direction. */
export interface ProportionalRule {
  readonly kind: 'proportional';
  readonly positive: 'ratio' | null;
  readonly reverse: ReverseFormula | null;
  readonly floor: Floor | null;
}

/** A rate itself times the weight: 标准分×预算执行率, 按实际值计算得分. */
export interface ValueRule {
  readonly kind: 'value';
  readonly of: 'execution-rate' | 'actual';
  /** What the text calls it: 预算执行率, 资金到位率, 调查问卷满意度. */
  readonly name: string;
  /** From this value (a ratio) the full weight; null: only from 100 %. */
  readonly fullFrom: Exact | null;
  /** Below this value (a ratio) nothing. */
  readonly zeroBelow: Exact | null;
  /** Whether a target that is met earns the full weight whatever the value. */
  readonly fullWhenMet: boolean;
}

/** One band of values, ratios; null: open on that side. */
export interface Band {
  readonly from: Exact | null;
  readonly includesFrom: boolean;
  readonly to: Exact | null;
  readonly includesTo: boolean;
  /** What it earns; `by-value`: the value times that share of the weight. */
  readonly award: Award | { readonly kind: 'by-value'; readonly share: Exact };
}

/** Bands of a rate: ≥90% 得10分；90%>…≥80% 得5分；<80% 得0分. */
export interface BandsRule {
  readonly kind: 'bands';
  /** `other-rate`: one that no form carries, such as that of last year's funds; a person must supply it. */
  readonly of: 'execution-rate' | 'actual' | 'completion' | 'other-rate';
  readonly bands: readonly Band[];
}

/** …得满分，否则不得分. */
export interface AllOrNothingRule {
  readonly kind: 'all-or-nothing';
  /** When the full weight is earned, in the text's words. */
  readonly condition: string;
  /** The threshold inside the condition, where it names one: ≥98% → 0.98 as a ratio. */
  readonly threshold: { readonly comparator: Comparator; readonly number: Exact; readonly isRatio: boolean } | null;
  /** What the other case earns; null: the text does not say. */
  readonly otherwise: 'zero' | null;
  /** Things that forfeit the points and that only a person can know: 发生事故. */
  readonly vetoes: readonly string[];
}

/** A share of the weight for each of three tiers of quality. */
export interface TiersRule {
  readonly kind: 'tiers';
  readonly tiers: readonly TierShare[];
}

/** Shares of a weight from `from` (included) to `to`, ratios. */
export interface TierShare {
  readonly tier: 'achieved' | 'partly' | 'not';
  readonly from: Exact;
  readonly to: Exact;
  readonly includesTo: boolean;
}

/** 每晚一个月扣1分，扣完为止: full weight less a penalty for each step, never below zero. */
export interface StepsRule {
  readonly kind: 'steps';
  /** What a step counts: time after a deadline, the target being missed by a measure, or cases that a person counts. */
  readonly per: 'late' | 'short' | 'over' | 'case';
  /** How much makes a step, in `unit`. */
  readonly size: Exact;
  /** 天, 个月, 年, % …; 项, 次 for cases. */
  readonly unit: string;
  readonly penalty: Award;
  /** How many cases there can be, where the text lists them. */
  readonly cases: number | null;
}

/** One item that earns points on its own. */
export interface Item {
  readonly label: string;
  readonly award: Award;
}

/** Itemised points: ①…(1分)②…(2分). Whether an item is fulfilled needs a person. */
export interface ItemsRule {
  readonly kind: 'items';
  readonly items: readonly Item[];
  /** 每符合一项得2.5分, where the text does not say how many items there are. */
  readonly each: Award | null;
  /** Whether an item may earn a part of its points (按不符合比例扣分). */
  readonly isPartial: boolean;
  /** Whether a missed item that is measured earns in proportion (未达到按实际值计算得分). */
  readonly missedByRatio: boolean;
}

/** A named level and its points. */
export interface Level {
  readonly name: string;
  readonly award: Award;
}

/** 成效显著5分；一般4分；不明显3分. */
export interface LevelsRule {
  readonly kind: 'levels';
  readonly levels: readonly Level[];
}

/** A part of the weight with a rule of its own. */
export interface RulePart {
  /** What the part is about: 1年以内的资金. */
  readonly label: string;
  readonly share: Exact;
  readonly rule: Rule;
}

/** Several parts, each with its own rule; the score is their sum. */
export interface PartsRule {
  readonly kind: 'parts';
  readonly parts: readonly RulePart[];
}

/** Cost saving rate ≥ 0 → full weight; below → (1 − |rate|) × weight. */
interface SavingRule {
  readonly kind: 'saving';
}

/** A bonus or malus of a fixed number of points, outside the hundred: 直接扣减5分. */
export interface AdjustmentRule {
  readonly kind: 'adjustment';
  /** Signed. */
  readonly points: Exact;
}

/** 同效益指标得分计算方式. */
interface ReferenceRule {
  readonly kind: 'reference';
  /** The heading whose rule is meant: 效益指标. */
  readonly to: string;
}

/** One text with a part for quantitative and a part for qualitative indicators. */
export interface MixedRule {
  readonly kind: 'mixed';
  readonly quantitative: Rule | null;
  readonly qualitative: Rule | null;
}

/** What the number of a condition or of a step measures. */
export type Measure =
  /** The execution rate of the funds. */
  | 'execution-rate'
  /** What the row states as its actual: a rate, an amount, a time. */
  | 'actual'
  /** actual ÷ target. */
  | 'completion'
  /** |actual − target| ÷ target, or a deviation that the row states. */
  | 'deviation'
  /** How far the actual lies above the target, by the target. */
  | 'excess'
  /** How far it lies below. */
  | 'shortfall'
  /** Time after the deadline. */
  | 'lateness'
  /** A rate that no form carries. */
  | 'other-rate';

/** Limits of a value; null is open on that side. */
export interface Limits {
  readonly measure: Measure;
  /** What the text calls the value: 合格率, 户均增收; empty where it does not name it. */
  readonly name: string;
  readonly from: Exact | null;
  readonly includesFrom: boolean;
  readonly to: Exact | null;
  readonly includesTo: boolean;
  /** As written: 个月, 元, 公里; the numbers of "%" are ratios. Empty for bare numbers. */
  readonly unit: string;
}

/** A quantity in a written formula. */
type Variable =
  | { readonly kind: 'weight' }
  | { readonly kind: 'actual' }
  | { readonly kind: 'target' }
  | { readonly kind: 'executed' }
  | { readonly kind: 'budget' }
  /** A rate by its name: 质量达标率. */
  | { readonly kind: 'rate'; readonly name: string };

/** A formula as the text writes it out. */
export type Formula =
  | Variable
  | { readonly kind: 'number'; readonly number: Exact }
  | { readonly kind: 'absolute'; readonly of: Formula }
  | { readonly kind: 'sum' | 'difference' | 'product' | 'quotient'; readonly left: Formula; readonly right: Formula };

/** When a clause holds. */
export type Condition =
  | { readonly kind: 'within'; readonly limits: Limits }
  /** Done by a day that the text itself names. */
  | { readonly kind: 'by-date'; readonly by: PartialDate; readonly words: string }
  /** In the text's words: 按时完成, 较齐全, 发现弄虚作假. */
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'otherwise' };

/** What a clause earns. */
export type Earning =
  | Award
  /** A person chooses between the two: 得1.9-1分. */
  | { readonly kind: 'between'; readonly low: Award; readonly high: Award }
  /** The full points less something: 未按时报送扣2分. */
  | { readonly kind: 'less'; readonly by: Award }
  /** More than the other clauses give, within the weight: 获得表彰的加1分. */
  | { readonly kind: 'more'; readonly by: Award }
  | { readonly kind: 'formula'; readonly formula: Formula }
  /** 按比例得分: the value by what would have earned the full points. */
  | { readonly kind: 'in-proportion' }
  /** 插值法: between the points at both ends of the limits. */
  | { readonly kind: 'interpolated'; readonly low: Award; readonly high: Award }
  | { readonly kind: 'judgement' };

/** One clause of cases: when it holds, it gives the points. */
export interface RuleCase {
  readonly condition: Condition;
  readonly earning: Earning;
}

/** One step clause: every so much costs or earns so much. */
export interface StepClause {
  /** `off`: whichever way the target is missed; `gain`: what is done earns points. */
  readonly per: 'late' | 'short' | 'over' | 'off' | 'either' | 'case' | 'gain';
  /** How much makes a step, in `unit`. */
  readonly size: Exact;
  /** As written: 天, 个月, %, 个百分点, 公里, 处. */
  readonly unit: string;
  /** What a step costs, or earns for `gain`. */
  readonly penalty: Award;
  /** What a part of a step counts as: a whole one, none; null: the text does not say. */
  readonly parts: 'whole' | 'none' | null;
  /** From where the steps count; null: from the target. */
  readonly base: Limits | null;
  /** 最多扣3分: all steps together cost no more. */
  readonly atMost: Award | null;
  /** What is counted as a case, in the text's words: 不规范; empty for measures. */
  readonly words: string;
  /** How many cases there can be, where the text lists them. */
  readonly cases: number | null;
}

/**
 * Clauses read one after another. Order of force: a case that gives nothing → the other cases in the order of the
 * text → steps → the floor and the cap.
 */
export interface ClausesRule {
  readonly kind: 'clauses';
  readonly cases: readonly RuleCase[];
  readonly steps: readonly StepClause[];
  /** Things that forfeit the points and that only a person can know. */
  readonly vetoes: readonly string[];
  /** The score is never below this; null: zero. */
  readonly least: Award | null;
  /** The score is never above this; null: the weight. */
  readonly most: Award | null;
}

/** Left to a person, within zero and the weight. */
interface JudgementRule {
  readonly kind: 'judgement';
}

export type Rule =
  | ProportionalRule
  | ValueRule
  | BandsRule
  | AllOrNothingRule
  | TiersRule
  | StepsRule
  | ItemsRule
  | LevelsRule
  | PartsRule
  | SavingRule
  | AdjustmentRule
  | ReferenceRule
  | MixedRule
  | ClausesRule
  | JudgementRule;

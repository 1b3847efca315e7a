/** The one language in which points are given: profiles are written in it, and rule texts of forms compile to it. */
import type { Exact } from '../exact';
import type { Comparator } from '../value/value';

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
export interface SavingRule {
  readonly kind: 'saving';
}

/** A bonus or malus of a fixed number of points, outside the hundred: 直接扣减5分. */
export interface AdjustmentRule {
  readonly kind: 'adjustment';
  /** Signed. */
  readonly points: Exact;
}

/** 同效益指标得分计算方式. */
export interface ReferenceRule {
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

/** Left to a person, within zero and the weight. */
export interface JudgementRule {
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
  | JudgementRule;

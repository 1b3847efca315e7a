/** What the compiler makes of a rule text. */
import type { Exact } from '../exact';
import type { Rule } from './rule';
import type { Span } from './ruleText';

/** What a clause of a text does. */
export type ClauseKind =
  /** Full points, or points, under a condition on a number or a day. */
  | 'band'
  /** Points by words: a level, all or nothing. */
  | 'level'
  | 'otherwise'
  | 'step'
  | 'gain'
  /** Takes a fixed number of points for a fact. */
  | 'deduction'
  | 'bonus'
  /** Forfeits everything for a fact that only a person knows. */
  | 'veto'
  | 'formula'
  | 'proportion'
  | 'interpolation'
  | 'tiers'
  | 'items'
  | 'cap'
  | 'floor'
  | 'basis'
  | 'reference'
  | 'judgement'
  /** Says what a name means, or what is asked for; gives no points. */
  | 'definition'
  | 'requirement'
  | 'subject'
  /** Words that speak of no points. */
  | 'remark'
  /** Gives or takes points in a way that was not understood. */
  | 'unread';

/** One clause of a text. */
export interface CompiledClause {
  /** Where it stands in the text as the cell holds it. */
  readonly span: Span;
  /** Word for word. */
  readonly text: string;
  readonly kind: ClauseKind;
  /** Whether every figure, % and exception in it is in the rule. */
  readonly isRead: boolean;
  /** Where it was not read: which way it may move the points that the rest gives. `none`: it speaks of no points. */
  readonly moves: 'none' | 'up' | 'down' | 'either';
}

/** Something in the text that contradicts itself or the row's weight; the row stays open. */
export interface RuleProblem {
  /**
   * `limits-overlap`: a value may lie in both · `two-awards`: the same limits earn this and that · `award-above-weight`:
   * it gives more than the row weighs.
   */
  readonly kind: 'limits-overlap' | 'two-awards' | 'award-above-weight';
  /** The clauses' places in the text as the cell holds it. */
  readonly spans: readonly Span[];
  readonly texts: readonly string[];
}

/** A fixed number of points that a clause of a text gives; of a range, its upper end. */
export interface PlacedAward {
  /** The clause's place in the text as the cell holds it. */
  readonly span: Span;
  /** The clause, word for word. */
  readonly text: string;
  readonly points: Exact;
}

/** A rule text of a form, as far as it was understood. */
export interface CompiledRule {
  /** The text as the cell holds it. */
  readonly text: string;
  /** null where no rule was found in it. */
  readonly rule: Rule | null;
  /** The text clause by clause, in its order. */
  readonly clauses: readonly CompiledClause[];
  /** The pieces that the rule was made of, word for word. */
  readonly understood: readonly string[];
  /** The pieces that were not understood, word for word. */
  readonly notUnderstood: readonly string[];
  /**
   * wholly: every piece was understood · partly: some were not · not: the text gives points by a rule that was not
   * understood · no-rule: it does not speak of how points are given.
   */
  readonly extent: 'wholly' | 'partly' | 'not' | 'no-rule';
  /** Whether something that was not understood may move points, so that the rule may say more than was found. */
  readonly isDoubtful: boolean;
  /** Every fixed number of points that the rule gives; no steps, deductions or bonuses. */
  readonly awards: readonly PlacedAward[];
  /** Contradictions within the text; those with a row's weight are found by `besideWeight`. */
  readonly problems: readonly RuleProblem[];
}

/** What the compiler may know of the rows that a text governs. */
export interface CompileContext {
  /** Bands without a name ("≥90%得10分") are then of the execution rate. */
  readonly isExecutionRate: boolean;
}

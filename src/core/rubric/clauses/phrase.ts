/** The pieces of which clauses are made, and how they are read from a text. */
import type { Exact } from '../../exact';
import type { PartialDate } from '../../value/value';
import type { Award, Formula, TierShare } from '../rule';
import type { Span } from '../ruleText';

/** One end of limits; `isIncluded` is null where the text does not say it. */
export interface End {
  readonly at: Exact;
  readonly isIncluded: boolean | null;
}

/** A condition on a number: ≥90%, 80%（含）-90%, 10天以内, 100%. */
export interface LimitPhrase {
  readonly kind: 'limit';
  readonly low: End | null;
  readonly high: End | null;
  /** The numbers of "%" are ratios. */
  readonly unit: string;
  /** A number without a sign: it may be a value that is asked for, or only be named. */
  readonly isBare: boolean;
  /** Words that the limits themselves hold between their numbers: 80%≤执行率<90%. */
  readonly name: string;
}

/** What is given, taken or added. */
export interface AwardPhrase {
  readonly kind: 'award';
  readonly verb: 'earn' | 'deduct' | 'add' | null;
  /** Two where the text gives a range, the lower first. */
  readonly low: Award;
  readonly high: Award;
  readonly isFull: boolean;
  readonly isBracketed: boolean;
}

/** 每延期1个月, 每高于或低于1个百分点, 每发现一处, 少1次. */
export interface StepPhrase {
  readonly kind: 'step';
  readonly per: 'late' | 'short' | 'over' | 'off' | 'either' | 'case' | 'gain';
  readonly size: Exact;
  readonly unit: string;
  /** The verb as written. */
  readonly verb: string;
  /** Whether it starts with 每. */
  readonly isEach: boolean;
}

/** Limits of what all clauses together give or take. */
export interface CapPhrase {
  readonly kind: 'cap';
  readonly what: 'nothing-below' | 'deduction' | 'most' | 'least';
  readonly award: Award | null;
}

/** What a phrase says. */
export type Content =
  | LimitPhrase
  | AwardPhrase
  | StepPhrase
  | CapPhrase
  | { readonly kind: 'date'; readonly by: PartialDate }
  | { readonly kind: 'formula'; readonly formula: Formula; readonly other: Formula | null }
  /** A=B÷C×100%: says what a name means, and gives no points. */
  | { readonly kind: 'definition' }
  | { readonly kind: 'proportion'; readonly by: 'target' | 'value' | 'interpolation' | 'items' }
  | { readonly kind: 'otherwise' }
  | { readonly kind: 'tiers'; readonly tiers: readonly TierShare[] }
  /** 以上四项各得1分, 两项各占权重的50%. */
  | { readonly kind: 'counted'; readonly count: number; readonly award: Award }
  /** 以上三项. */
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'reference'; readonly to: string }
  | { readonly kind: 'judgement' }
  /** 若为正向指标, 定性指标: whom the sentence is about. */
  | { readonly kind: 'subject'; readonly of: 'quantitative' | 'qualitative' | 'positive' | 'reverse' }
  /** Sentences about weights and totals, which change no score. */
  | { readonly kind: 'aside' }
  /** A standard from which is counted: 以100%为标准. */
  | { readonly kind: 'basis'; readonly limit: LimitPhrase }
  /** 不足10%的按10%计: what a part of a step counts as. */
  | { readonly kind: 'part-steps'; readonly as: 'whole' | 'none'; readonly size: Exact; readonly unit: string }
  | { readonly kind: 'enumerator'; readonly sign: string }
  | { readonly kind: 'comma' | 'stop' | 'colon' | 'and' | 'or' | 'open' | 'close' }
  /** A word that changes what the clause says in a way that no reader knows: 减半, 除外, 另行. */
  | { readonly kind: 'exception' }
  /** A figure or an operator that no reader took. */
  | { readonly kind: 'figure' }
  | { readonly kind: 'words' };

type PhraseKind = Content['kind'];
export type ContentOf<Kind extends PhraseKind> = Extract<Content, { readonly kind: Kind }>;

/** A phrase with its place in the text. */
export type Phrase = Span & { readonly is: Content };

/** What a reader found, and the place after it. */
export interface Found {
  readonly to: number;
  readonly is: Content;
}

/**
 * Reads one kind of phrase at a place; null where it does not stand there. A reader looks at a bounded number of signs,
 * so that reading a text takes time in proportion to its length.
 */
export type ReadPhrase = (text: string, at: number, before: Phrase | null) => Found | null;

/** Matches a sticky pattern at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** What a folded text is cut into. */
import type { Exact } from '../../exact';
import type { Comparator, PartialDate, Unit } from '../value';

interface Place {
  /** Places in the folded text; `end` is after the token. */
  readonly from: number;
  readonly end: number;
}

/** A number with its unit. */
export interface AmountToken extends Place {
  readonly kind: 'amount';
  readonly number: Exact;
  readonly unit: Unit | null;
  readonly approximate: boolean;
  /** The digits as written, for years and days that only their neighbours give away. */
  readonly raw: string;
}
export interface DateToken extends Place {
  readonly kind: 'date';
  readonly on: PartialDate;
}
export interface ComparatorToken extends Place {
  readonly kind: 'comparator';
  readonly comparator: Comparator;
  /** A sign holds anywhere, a word only before (不低于) or after (以上) a number. */
  readonly by: 'sign' | 'before' | 'after';
}
interface BracketToken extends Place {
  readonly kind: 'bracket';
  readonly closed: boolean;
}
interface SeparatorToken extends Place {
  readonly kind: 'separator';
  readonly sign: ';' | ',';
}
/** Marks without content of their own. */
interface MarkToken extends Place {
  readonly kind: 'approximate' | 'to' | 'deadline' | 'not-later' | 'enumerator' | 'text' | 'unreadable';
}
export type Token = AmountToken | DateToken | ComparatorToken | BracketToken | SeparatorToken | MarkToken;

/** Whether the token is an amount or a date. */
export function isFigure(token: Token): token is AmountToken | DateToken {
  return token.kind === 'amount' || token.kind === 'date';
}

/** Limits of a total as people read them. */
import { type Exact, plain } from '../../core/exact';
import type { Words } from '../../words/wordsOf';

/** From low to high in points; one figure where both are the same. */
export function rangeText({ high, low }: { readonly low: Exact; readonly high: Exact }, words: Words): string {
  return low.eq(high) ? plain(low) : words.say('allowedRange', { low: plain(low), high: plain(high) });
}

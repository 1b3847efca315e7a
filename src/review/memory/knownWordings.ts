/**
 * Rule sentences that the reviewer wrote, for the next workbook with the same text: an offer, which nobody but the reviewer
 * takes up. Kept signed, the text of the form only as its print.
 */
import { type Decision, longestWords } from '../../core/decisions/decision';
import { ruleKey } from '../../core/decisions/formDecisions';
import { fingerprint } from '../../core/fingerprint';
import { keepOnShelf, onShelf, type Shelf } from './shelf';
import type { PieceKind } from './signedMemory';

/** A sentence for a text. */
interface KnownWording {
  /** The print of the text in one typography. */
  readonly print: string;
  /** What the reviewer wrote that it means. */
  readonly means: string;
}

const wordingsKey = 'wordings';

const wordingKind: PieceKind<KnownWording> = {
  key: wordingsKey,
  read: ({ means, print }) =>
    typeof print === 'string' && typeof means === 'string' && means.length <= longestWords.means
      ? { print, means }
      : null,
  fieldsOf: ({ means, print }) => ({ print, means }),
  placeOf: () => wordingsKey,
};

/** Ample for the rules of a place; the ones written longest ago go first. */
const mostWordings = 200;

/** What the reviewer last wrote for a rule text, in whatever workbook; null where nothing. */
export function knownWording(shelf: Shelf, text: string): string | null {
  const print = fingerprint(ruleKey(text));
  return onShelf(shelf, wordingKind).find((one) => one.print === print)?.means ?? null;
}

/** Keeps the sentence of a decision in front, in the place of an older one for the same text. */
export function keepWording(shelf: Shelf, decision: Decision): void {
  if (decision.kind !== 'rule') return;
  const print = fingerprint(decision.text);
  const others = onShelf(shelf, wordingKind).filter((one) => one.print !== print);
  keepOnShelf(shelf, wordingKind, [{ print, means: decision.means }, ...others].slice(0, mostWordings));
}

/** Forgets the sentence of a decision that was taken back; a newer one for the same text stands. */
export function forgetWording(shelf: Shelf, decision: Decision): void {
  if (decision.kind !== 'rule') return;
  const print = fingerprint(decision.text);
  const kept = onShelf(shelf, wordingKind);
  const others = kept.filter((one) => one.print !== print || one.means !== decision.means);
  if (others.length < kept.length) keepOnShelf(shelf, wordingKind, others);
}

/**
 * Rule sentences that the reviewer wrote, for the next workbook with the same text: an offer, which nobody but the reviewer
 * takes up. Kept signed, the text of the form only as its print.
 */
import { type Decision, longestWords } from '../../core/decisions/decision';
import { ruleKey } from '../../core/decisions/formDecisions';
import { fingerprint } from '../../core/fingerprint';
import { piecesOf } from './brought';
import type { Preferences } from './preferences';
import type { Seal } from './seal';
import { ours, type PieceKind, readPieces, signedPiece, textOfPieces } from './signedMemory';

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

/** Where they are kept, and by whom. */
interface Shelf {
  readonly preferences: Preferences;
  readonly seal: Seal;
}

/** Ample for the rules of a place; the ones written longest ago go first. */
const mostWordings = 200;

/** What this installation signed; what cannot be read is nothing. */
function wordingsOn({ preferences, seal }: Shelf): readonly KnownWording[] {
  return ours(piecesOf(readPieces(preferences.get(wordingsKey), wordingKind, seal)));
}

function keepAll({ preferences, seal }: Shelf, wordings: readonly KnownWording[]): void {
  const pieces = wordings.slice(0, mostWordings).map((one) => signedPiece(one, wordingKind, seal));
  preferences.set(wordingsKey, textOfPieces(pieces));
}

/** What the reviewer last wrote for a rule text, in whatever workbook; null where nothing. */
export function knownWording(shelf: Shelf, text: string): string | null {
  const print = fingerprint(ruleKey(text));
  return wordingsOn(shelf).find((one) => one.print === print)?.means ?? null;
}

/** Keeps the sentence of a decision in front, in the place of an older one for the same text. */
export function keepWording(shelf: Shelf, decision: Decision): void {
  if (decision.kind !== 'rule') return;
  const print = fingerprint(decision.text);
  const others = wordingsOn(shelf).filter((one) => one.print !== print);
  keepAll(shelf, [{ print, means: decision.means }, ...others]);
}

/** Forgets the sentence of a decision that was taken back; a newer one for the same text stands. */
export function forgetWording(shelf: Shelf, decision: Decision): void {
  if (decision.kind !== 'rule') return;
  const print = fingerprint(decision.text);
  const kept = wordingsOn(shelf);
  const others = kept.filter((one) => one.print !== print || one.means !== decision.means);
  if (others.length < kept.length) keepAll(shelf, others);
}

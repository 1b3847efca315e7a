/**
 * Cuts a folded text into figures (amounts and dates) and the signs and words around them; one pass, no way back. Each
 * kind of token has a reader of its own; they are asked in order, and the first that answers is right.
 */
import {
  approximateAfter,
  approximateBefore,
  deadlineAfter,
  deadlineBefore,
  protectedWords,
  signs,
  wordsAfter,
  wordsBefore,
} from '../comparators';
import { startsDate } from '../dates';
import { signsOf } from '../normalise';
import { Cursor, type TokenReader } from './cursor';
import { readDateToken } from './date';
import { circled, readEnumerator } from './enumerator';
import { readFraction, readNumber } from './number';
import { readNumeralToken } from './numeral';
import { isSeparator, readBracket, readSeparator } from './separator';
import type { Token } from './token';
import { readApproximate, readComparator, readNotLater, readProtectedWord, readTo, readWordAfter } from './words';

export { type AmountToken, type ComparatorToken, type DateToken, isFigure, type Token } from './token';

const readers: readonly TokenReader[] = [
  readEnumerator,
  readSeparator,
  readBracket,
  readDateToken,
  readProtectedWord,
  readWordAfter,
  readNotLater,
  readComparator,
  readApproximate,
  readTo,
  readFraction,
  readNumber,
  readNumeralToken,
];

/** The signs that words and marks start with; every other sign is plain text, and most signs are. */
const wordStarts = new Set(
  [
    signs,
    wordsBefore,
    wordsAfter,
    approximateBefore,
    approximateAfter,
    deadlineBefore,
    deadlineAfter,
    protectedWords,
  ].flatMap((words) => words.firstSigns),
);
const markStarts = new Set(signsOf(`${circled}(¥+-.—~至到半`));

function isPlainText(sign: string): boolean {
  return !wordStarts.has(sign) && !markStarts.has(sign) && !isSeparator(sign) && !startsDate(sign);
}

function readToken(cursor: Cursor): Token {
  for (const read of readers) {
    const token = read(cursor);
    if (token) return token;
  }
  return { kind: 'text', from: cursor.at, end: cursor.at + 1 };
}

/** Tokenises a folded text. */
export function tokenise(text: string): readonly Token[] {
  const cursor = new Cursor(text);
  while (cursor.at < text.length) {
    let plainEnd = cursor.at;
    while (plainEnd < text.length && isPlainText(text.charAt(plainEnd))) plainEnd += 1;
    if (plainEnd > cursor.at) cursor.takeText(plainEnd);
    else cursor.take(readToken(cursor));
  }
  return cursor.tokens;
}

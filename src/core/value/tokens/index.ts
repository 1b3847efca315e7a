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
import { dateStarts } from '../dates';
import { signsOf } from '../normalise';
import { Cursor, type TokenReader } from './cursor';
import { readDateToken } from './date';
import { circled, readEnumerator } from './enumerator';
import { readFraction, readNumber } from './number';
import { readNumeralToken } from './numeral';
import { readBracket, readSeparator, separatorSigns } from './separator';
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

/** The signs that words and marks start with, by their codes; every other sign is plain text, and most signs are. */
const starts = new Uint8Array(0x10000);
for (const sign of [
  ...[
    signs,
    wordsBefore,
    wordsAfter,
    approximateBefore,
    approximateAfter,
    deadlineBefore,
    deadlineAfter,
    protectedWords,
  ].flatMap((words) => words.firstSigns),
  ...signsOf(`${circled}(¥+-.—~至到半`),
  ...separatorSigns,
  ...dateStarts,
])
  starts[sign.charCodeAt(0)] = 1;

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
    while (plainEnd < text.length && starts[text.charCodeAt(plainEnd)] === 0) plainEnd += 1;
    if (plainEnd > cursor.at) cursor.takeText(plainEnd);
    else cursor.take(readToken(cursor));
  }
  return cursor.tokens;
}

/** What all steps of reading one text share: its tokens' places, and the pieces of its source. */
import { isDigit, isHan, isLatin, foldedPart, signsOf, sourceOf, type Folded } from './normalise';
import { isFigure, type Token } from './tokens';
import type { Value } from './value';

/** What all steps of one text share. */
export interface Reading {
  readonly folded: Folded;
  /** The source of the value that is being made. */
  readonly source: string;
  readonly depth: number;
}

export function readingWithin(reading: Reading, tokens: readonly Token[]): Reading {
  return { ...reading, source: pieceOf(reading, tokens) };
}

export function pieceOf({ folded }: Reading, tokens: readonly Token[]): string {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first && last ? sourceOf(folded, first.from, last.end) : '';
}

export function tokensText(tokens: readonly Token[], { folded }: Reading): string {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first && last ? folded.text.slice(first.from, last.end) : '';
}

export function hasFigure(tokens: readonly Token[]): boolean {
  return tokens.some(isFigure);
}

export function withoutOuterSeparators(tokens: readonly Token[]): readonly Token[] {
  let from = 0;
  let end = tokens.length;
  while (from < end && tokens[from]?.kind === 'separator') from += 1;
  while (end > from && tokens[end - 1]?.kind === 'separator') end -= 1;
  return tokens.slice(from, end);
}

/** Cuts tokens at those that `cuts` picks and leaves out the empty pieces. */
export function cut(tokens: readonly Token[], cuts: (token: Token) => boolean): readonly (readonly Token[])[] {
  const pieces: Token[][] = [[]];
  for (const token of tokens) {
    if (cuts(token)) pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces.map(withoutOuterSeparators).filter((piece) => piece.length > 0);
}

export function notUnderstood(reading: Reading, tokens: readonly Token[]): Value {
  return { kind: 'not-understood', piece: pieceOf(reading, tokens) || reading.source, source: reading.source };
}

/** Words before a figure without the separators at their edges. */
export function leadOf(tokens: readonly Token[], reading: Reading): string {
  return tokensText(withoutOuterSeparators(tokens), reading);
}

/** Whether there is nothing to read in the words: "±", "—". */
export function isSigns(words: string): boolean {
  return words !== '' && !signsOf(words).some((sign) => isHan(sign) || isLatin(sign) || isDigit(sign) || sign === '(');
}

export function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 1 && '。;,.!'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

export function inBrackets({ from, end }: Token, { folded }: Reading): Folded {
  return foldedPart(folded, from + 1, end - 1);
}

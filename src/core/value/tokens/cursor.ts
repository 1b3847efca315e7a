/** A place in a folded text and what was read before it; the readers of tokens look at it and move it nowhere. */
import { isDigit } from '../normalise';
import { isNumeral } from '../numbers';
import { approximateBefore, signs } from '../comparators';
import { isFigure, type Token } from './token';

/** As much of the words before an amount as says whether one is expected. */
const leadLength = 8;

/** For each opening bracket the place of its closing one; brackets that do not match have none. */
function matchBrackets(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '(') open.push(at);
    else if (sign === ')') {
      const from = open.pop();
      if (from !== undefined) closing.set(from, at);
    }
  }
  return closing;
}

/** Reads the token that starts where the cursor stands; null where none of its kind does. Plain text is a token too. */
export type TokenReader = (cursor: Cursor) => Token | null;

/** One pass through a text, no way back. */
export class Cursor {
  /** The place of the next sign. */
  at = 0;
  /** The number that the next enumerator has: ①, (2), 3. */
  nextEnumerator = 1;
  readonly tokens: Token[] = [];
  /** For each opening bracket that is closed, where. */
  readonly closing: ReadonlyMap<number, number>;
  /** The place after the last separator or enumerator. */
  private pieceStart = 0;

  constructor(readonly text: string) {
    this.closing = matchBrackets(text);
  }

  /** The sign at the cursor. */
  get sign(): string {
    return this.text.charAt(this.at);
  }

  /** The sign before the cursor; empty at the start. */
  get signBefore(): string {
    return this.text.charAt(this.at - 1);
  }

  get last(): Token | undefined {
    return this.tokens.at(-1);
  }

  get atPieceStart(): boolean {
    return this.at === this.pieceStart;
  }

  /** The plain text directly before the cursor, its last signs only. */
  get lead(): string {
    const { last } = this;
    return last?.kind === 'text' ? this.text.slice(Math.max(last.from, this.at - leadLength), this.at) : '';
  }

  get afterComparator(): boolean {
    const kind = this.last?.kind;
    return kind === 'comparator' || kind === 'approximate' || kind === 'to';
  }

  /** Whether a word such as 以上 can belong to what stands before. */
  get afterFigure(): boolean {
    const { last } = this;
    return last !== undefined && (isFigure(last) || last.kind === 'bracket' || last.kind === 'approximate');
  }

  /** Whether a number follows from a place on, if need be after 约 and a sign: 不少于约100, 低于(含)10. */
  figureAhead(place: number): boolean {
    const { text } = this;
    let ahead = place;
    for (let step = 0; step < 2; step += 1) {
      const word = approximateBefore.matchAt(text, ahead)?.word ?? signs.matchAt(text, ahead)?.word;
      if (word === undefined) break;
      ahead += word.length;
    }
    const sign = text.charAt(ahead);
    return isDigit(sign) || isNumeral(sign) || sign === '¥' || (sign === '-' && isDigit(text.charAt(ahead + 1)));
  }

  /** Takes a token and stands after it; plain text joins the plain text before it. */
  take(token: Token): void {
    if (token.kind === 'text') this.takeText(token.end);
    else this.tokens.push(token);
    this.at = token.end;
    if (token.kind === 'enumerator') this.nextEnumerator += 1;
    if (token.kind === 'enumerator' || token.kind === 'separator') this.pieceStart = token.end;
  }

  /** Takes plain text up to a place. */
  takeText(end: number): void {
    const { last } = this;
    if (last?.kind === 'text') this.tokens[this.tokens.length - 1] = { ...last, end };
    else this.tokens.push({ kind: 'text', from: this.at, end });
    this.at = end;
  }
}

/** The door of the room: from a cell, or a text, to what it means. Lists first, then clauses, then one figure. */
import type { Cell } from '../sheet/sheetView';
import { isCellError } from '../sheet/snapshot';
import { remembered } from '../remembered';
import { isRemark, joinsBySign, nextFigure, readFigure, readFigureAt } from './figure';
import { fold, sourceOf, type Folded } from './normalise';
import { readNumberCell } from './numberCell';
import { tailNegates } from './phrases';
import {
  cut,
  hasFigure,
  inBrackets,
  isSigns,
  leadOf,
  notUnderstood,
  readingWithin,
  withoutEnd,
  withoutOuterSeparators,
  type Reading,
} from './reading';
import { boundsOf, compoundOf, monthsOfYear } from './spans';
import { isFigure, tokenise, type Token } from './tokens';
import type { Value } from './value';
import { parseWords, wordsOnly } from './wording';

/** Brackets in brackets deeper than this are not read. */
const deepestBracket = 2;

/** Reads a cell: error values, booleans, numbers by their number format, and texts. */
export function parseValue(cell: Cell): Value {
  const { value, text } = cell;
  if (isCellError(value)) return { kind: 'error', source: text === '' ? value.error : text };
  if (value === null) return { kind: 'blank', source: text };
  if (typeof value === 'boolean') return { kind: 'yes-no', yes: value, source: text };
  if (typeof value === 'number') return readNumberCell(value, text, cell.numberFormat);
  return parseText(value);
}

/** Reads a target or an actual as a form writes it; never throws. */
export const parseText: (text: string) => Value = remembered((text) => parseFolded(fold(text), text, 0));

function parseFolded(folded: Folded, source: string, depth: number): Value {
  if (folded.text === '') return { kind: 'blank', source };
  // "#REF!" that was typed or pasted as text.
  if (folded.text.startsWith('#')) return { kind: 'not-understood', piece: source.trim(), source };
  const words = wordsOnly(folded.text, source);
  if (words) return words;
  const tokens = tokenise(folded.text);
  const [only] = tokens;
  const reading = { folded, source, depth };
  // "（95%）"; "[80%,100%]" is an interval, which no form's value is.
  if (only?.kind === 'bracket' && tokens.length === 1 && depth < deepestBracket && !folded.text.includes(',')) {
    return parseFolded(inBrackets(only, reading), source, depth + 1);
  }
  return parseEnumerated(tokens, reading);
}

function several(reading: Reading, values: readonly Value[]): Value {
  return {
    kind: 'several',
    parts: values.map((value) => ({ label: labelOf(value), value })),
    source: reading.source,
  };
}

/** The words before a part's figure, without a colon: "数量：5个" → 数量. */
function labelOf(value: Value): string {
  const lead = 'lead' in value ? (value.lead ?? '') : '';
  return lead.endsWith(':') ? lead.slice(0, -1) : lead;
}

/** ①…②…, 1.…2.…, 一是…二是…: each is a value of its own. */
function parseEnumerated(tokens: readonly Token[], reading: Reading): Value {
  const first = tokens.findIndex((token) => token.kind === 'enumerator');
  if (first < 0) return parseSentences(tokens, reading);
  const heading = withoutOuterSeparators(tokens.slice(0, first));
  const pieces = cut(tokens.slice(first), (token) => token.kind === 'enumerator');
  // Words before the first number only announce the list.
  const all = hasFigure(heading) ? [heading, ...pieces] : pieces;
  const [only] = all;
  if (!only) return { kind: 'not-understood', piece: reading.source, source: reading.source };
  if (all.length === 1) return parseSentences(only, reading);
  return several(
    reading,
    all.map((piece) => parseSentences(piece, readingWithin(reading, piece))),
  );
}

/** "A;B" is several values when there is a figure in it; words alone are one qualitative value. */
function parseSentences(tokens: readonly Token[], reading: Reading): Value {
  const pieces = cut(tokens, (token) => token.kind === 'separator' && token.sign === ';');
  if (pieces.length < 2 || !hasFigure(tokens)) return parseClauses(withoutOuterSeparators(tokens), reading);
  return several(
    reading,
    pieces.map((piece) => parseClauses(piece, readingWithin(reading, piece))),
  );
}

/** "A,B" is several values only when more than one of them has a figure. */
function parseClauses(tokens: readonly Token[], reading: Reading): Value {
  const pieces = cut(tokens, (token) => token.kind === 'separator');
  if (pieces.filter(hasFigure).length < 2) return parsePiece(tokens, reading);
  const bounds = boundsOf(tokens, reading);
  if (bounds) return bounds;
  return several(
    reading,
    pieces.map((piece) => parsePiece(piece, readingWithin(reading, piece))),
  );
}

/** One value, or several that stand side by side without a separator ("培训2期100人"). */
function parsePiece(tokens: readonly Token[], reading: Reading): Value {
  const unreadable = tokens.find((token) => token.kind === 'unreadable');
  if (unreadable) return notUnderstood(reading, [unreadable]);
  if (!hasFigure(tokens)) return parseWords(tokens, reading);
  const bounds = boundsOf(tokens, reading) ?? monthsOfYear(tokens, reading);
  if (bounds) return bounds;

  const values: Value[] = [];
  let start = 0;
  let at = tokens.findIndex(isFigure);
  while (at >= 0) {
    const found = readFigure(tokens, at, start, reading);
    const next = nextFigure(tokens, found.end);
    if (next >= 0 && joinsBySign(tokens.slice(found.end, next), reading)) {
      return notUnderstood(reading, tokens.slice(found.from, next + 1));
    }
    const following = next >= 0 ? readFigureAt(tokens, next) : null;
    // A plain date before an amount only says when: it joins the words before that amount.
    const saysWhen = found.value.kind === 'date' && following?.kind === 'amount';
    if (!saysWhen) {
      const tail = next < 0 ? tokens.slice(found.end) : [];
      const closed = withTail(found.value, tail, reading);
      if (closed.kind === 'not-understood') return { ...closed, source: reading.source };
      // "2035远景目标", "3大平台5个": a number that runs into words counts nothing.
      if (runsOn(closed, tokens[found.end])) return notUnderstood(reading, tokens.slice(found.from, found.end + 1));
      values.push(closed, ...bracketed(tail, reading));
      start = found.end;
    }
    at = next;
  }
  const [only] = values;
  if (only && values.length === 1) return { ...only, source: reading.source };
  return compoundOf(values, reading.source) ?? several(reading, values);
}

/** Gives a value the words after it; not understood where they turn its meaning round or hold a comparator. */
function withTail(value: Value, tail: readonly Token[], reading: Reading): Value {
  const words = leadOf(
    tail.filter((token) => token.kind !== 'bracket' || !readsBracket(token, reading)),
    reading,
  );
  if (tail.some((token) => token.kind === 'comparator' || token.kind === 'not-later'))
    return notUnderstood(reading, tail);
  if (tailNegates(words) || isSigns(withoutEnd(words).replace(/^[.!]$/, ''))) return notUnderstood(reading, tail);
  if (value.kind !== 'quantity' || words === '') return value;
  return { ...value, tail: words };
}

function runsOn(value: Value, next: Token | undefined): boolean {
  return value.kind === 'quantity' && value.unit === null && value.comparator === null && next?.kind === 'text';
}

/** Figures in brackets after a figure are values too, "10个（其中新建3个）"; a sum such as "（17/17）" stays a remark. */
function bracketed(tail: readonly Token[], reading: Reading): readonly Value[] {
  return tail.flatMap((token) => readBracket(token, reading) ?? []);
}

function readsBracket(token: Token, reading: Reading): boolean {
  return readBracket(token, reading) !== null;
}

function readBracket(token: Token, reading: Reading): Value | null {
  if (token.kind !== 'bracket' || isRemark(token, reading) || reading.depth >= deepestBracket) return null;
  const inside = inBrackets(token, reading);
  const value = parseFolded(inside, sourceOf(inside, 0, inside.text.length), reading.depth + 1);
  return value.kind === 'not-understood' ? null : value;
}

/** One figure with the words that belong to it: comparators, approximation, brackets, 前 and 内. */
import { leadNegates, namesOtherYear } from './phrases';
import { inBrackets, isSigns, leadOf, notUnderstood, pieceOf, type Reading } from './reading';
import { datesBetween, rangeBetween, yearsOf } from './spans';
import { isFigure, type AmountToken, type ComparatorToken, type DateToken, type Token } from './tokens';
import type { Comparator, Value } from './value';

const saying = /[\u4e00-\u9fffA-Za-z0-9]/u;
const hasDigit = /[0-9]/u;

/** A value made of one figure or a pair of figures, with the places of its words. */
interface Found {
  readonly value: Value;
  /** Index of its first token (comparators included) and of the one after its last. */
  readonly from: number;
  readonly end: number;
  readonly date: boolean;
}

export function readFigureAt(tokens: readonly Token[], at: number): AmountToken | DateToken | null {
  const token = tokens[at];
  return token && isFigure(token) ? token : null;
}

export function nextFigure(tokens: readonly Token[], from: number): number {
  for (let at = from; at < tokens.length; at += 1) if (readFigureAt(tokens, at)) return at;
  return -1;
}

/** "4710/5189", "3:1", "5×10": figures joined by nothing but signs make a sum or a ratio, which is not read. */
export function joinsBySign(between: readonly Token[], { folded }: Reading): boolean {
  const first = between[0];
  const last = between.at(-1);
  if (!first || !last) return false;
  if (between.some((token) => token.kind !== 'text' && token.kind !== 'to')) return false;
  const words = folded.text.slice(first.from, last.end);
  return !saying.test(words);
}

/** Reads the figure at a place, with the comparators around it and, if it is one, its range. */
export function readFigure(tokens: readonly Token[], at: number, start: number, reading: Reading): Found {
  let from = at;
  const before: ComparatorToken[] = [];
  let approximate = false;
  let due = false;
  for (; from > start; from -= 1) {
    const token = tokens[from - 1];
    if (token?.kind === 'comparator' && token.by !== 'after') before.unshift(token);
    else if (token?.kind === 'approximate') approximate = true;
    else if (token?.kind === 'not-later') due = true;
    else break;
  }
  let end = at + 1;
  let other: AmountToken | DateToken | null = null;
  if (tokens[end]?.kind === 'to') {
    let second = end + 1;
    if (tokens[second]?.kind === 'approximate') second += 1;
    other = readFigureAt(tokens, second);
    if (other) end = second + 1;
  }
  const after: ComparatorToken[] = [];
  let exclusive = false;
  for (; end < tokens.length; end += 1) {
    const token = tokens[end];
    if (token?.kind === 'comparator' && token.by === 'after') after.push(token);
    else if (token?.kind === 'approximate') approximate = true;
    else if (token?.kind === 'deadline') due = true;
    else if (token?.kind !== 'bracket') break;
    else if (saysExclusive(token, reading)) exclusive = true;
    else if (!isRemark(token, reading) || tokens[end + 1]?.kind !== 'comparator') break;
  }
  const figure = readFigureAt(tokens, at);
  const span = tokens.slice(from, end);
  const source = pieceOf(reading, tokens.slice(start, end));
  const leadTokens = tokens.slice(start, from);
  const lead = leadOf(leadTokens, reading);
  const fail = (): Found => ({
    value: { kind: 'not-understood', piece: pieceOf(reading, span), source },
    from,
    end,
    date: false,
  });
  if (!figure || leadTokens.some((token) => token.kind === 'comparator')) {
    return { ...fail(), value: notUnderstood(reading, leadTokens) };
  }
  const comparators = [...before, ...after];
  const leadPart = lead === '' ? {} : { lead };

  if (figure.kind === 'date' || other?.kind === 'date') {
    if (comparators.some((token) => token.comparator !== '=')) return fail();
    if (leadNegates(lead) || namesOtherYear(lead)) return { ...fail(), value: notUnderstood(reading, leadTokens) };
    const ends = other
      ? datesBetween(figure, other)
      : figure.kind === 'date'
        ? { first: figure.on, last: figure.on }
        : null;
    if (!ends) return fail();
    const { first, last } = ends;
    const value: Value = due
      ? { kind: 'deadline', by: last, ...leadPart, source }
      : other
        ? { kind: 'date-span', from: first, to: last, source }
        : { kind: 'date', on: last, ...leadPart, source };
    return { value, from, end, date: true };
  }

  if (due) return fail();
  if (other) {
    if (comparators.length > 0) return fail();
    const range = rangeBetween(figure, other);
    if (!range) return fail();
    const years = yearsOf(figure, other);
    const value: Value = years
      ? { kind: 'date-span', ...years, source }
      : { kind: 'range', ...range, ...leadPart, source };
    return { value, from, end, date: years !== null };
  }
  const comparator = combined(comparators, exclusive);
  if (comparator === undefined) return fail();
  // "项目-5%": a hyphen or a minus?
  if (lead.endsWith('-') || isSigns(lead))
    return { ...fail(), value: notUnderstood(reading, tokens.slice(start, end)) };
  if (comparator === null && leadNegates(lead)) return { ...fail(), value: notUnderstood(reading, leadTokens) };
  const { number, unit } = figure;
  const value: Value = {
    kind: 'quantity',
    comparator,
    number,
    unit,
    approximate: approximate || figure.approximate,
    lead,
    source,
  };
  return { value, from, end, date: false };
}

/**
 * What several comparators on one number say together: ≥ and 以上 agree, ≥ and 以下 do not.
 *
 * @returns null for none, undefined where they contradict each other.
 */
function combined(comparators: readonly ComparatorToken[], exclusive: boolean): Comparator | null | undefined {
  const [first, ...rest] = comparators;
  if (!first) return null;
  const strict = (comparator: Comparator): Comparator =>
    comparator === '≥' ? '>' : comparator === '≤' ? '<' : comparator;
  const direction = (comparator: Comparator): string =>
    comparator === '≥' || comparator === '>' ? 'up' : comparator === '=' ? 'equal' : 'down';
  // "控制在≤10%" and "超过90%以上": the sign, else the first word, says how strictly.
  if (rest.some((token) => direction(token.comparator) !== direction(first.comparator))) return undefined;
  const { comparator } = comparators.find((token) => token.by === 'sign') ?? first;
  return exclusive ? strict(comparator) : comparator;
}

/** Whether the brackets hold no figure of their own: （含）, （抽样）, （含80%）. */
export function isRemark(token: Token, reading: Reading): boolean {
  const { text } = inBrackets(token, reading);
  return text.startsWith('含') || !hasDigit.test(text);
}

/** （不含） makes a bound strict. */
function saysExclusive(token: Token, reading: Reading): boolean {
  return inBrackets(token, reading).text === '不含';
}

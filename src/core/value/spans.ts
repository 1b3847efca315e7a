/** Two figures that are one value: ranges, spans of time, two bounds on one thing, 1年6个月. */
import type { Exact } from '../exact';
import { isYear } from './dates';
import { tokensText, type Reading } from './reading';
import type { AmountToken, DateToken, Token } from './tokens';
import { amountIn, compareUnits } from './units';
import type { PartialDate, Unit, Value } from './value';

export function rangeBetween(
  first: AmountToken | DateToken,
  second: AmountToken | DateToken,
): { low: Exact; high: Exact; unit: Unit | null } | null {
  if (first.kind !== 'amount' || second.kind !== 'amount') return null;
  const unit = second.unit ?? first.unit;
  // "1-2年": the first number has the second's unit.
  const one = first.unit === null || unit === null ? first.number : exactAmount(first, unit);
  const two = second.number;
  if (!one) return null;
  // The direction of writing does not matter: 100-80%.
  return one.lte(two) ? { low: one, high: two, unit } : { low: two, high: one, unit };
}

function exactAmount(amount: AmountToken, unit: Unit): Exact | null {
  const relation = compareUnits(amount.unit, unit);
  return relation === 'same' || relation === 'scalable' ? amountIn(amount, unit) : null;
}

const noDate: PartialDate = { year: null, month: null, day: null };

/** 2021-2023 without a unit are years. */
export function yearsOf(
  first: AmountToken,
  second: AmountToken | DateToken,
): { from: PartialDate; to: PartialDate } | null {
  if (second.kind !== 'amount' || first.unit || second.unit) return null;
  const [from, to] = [Number(first.raw), Number(second.raw)];
  return isYear(from) && isYear(to) && from < to
    ? { from: { ...noDate, year: from }, to: { ...noDate, year: to } }
    : null;
}

/** Both ends of a span; what one leaves out the other lends: 3-5月, 8月2日-5日, 2021-2023年, 2023年1月-12月. */
export function datesBetween(
  first: AmountToken | DateToken,
  second: AmountToken | DateToken,
): { first: PartialDate; last: PartialDate } | null {
  if (first.kind === 'date' && second.kind === 'date') {
    const year = second.on.year ?? first.on.year;
    return { first: { ...first.on, year: first.on.year ?? second.on.year }, last: { ...second.on, year } };
  }
  if (first.kind === 'date' && second.kind === 'amount') {
    const number = Number(second.raw);
    const isDay = second.unit?.name === '日' && first.on.day !== null && number >= 1 && number <= 31;
    return isDay ? { first: first.on, last: { ...first.on, day: number } } : null;
  }
  if (first.kind === 'amount' && second.kind === 'date' && !first.unit) {
    const number = Number(first.raw);
    if (second.on.month === null) {
      return isYear(number) ? { first: { ...noDate, year: number }, last: second.on } : null;
    }
    return number >= 1 && number <= 12 && Number.isInteger(number)
      ? { first: { ...second.on, month: number, day: null }, last: second.on }
      : null;
  }
  return null;
}

/** 2023年3-5月: the year stands before a span of months. */
export function monthsOfYear(tokens: readonly Token[], reading: Reading): Value | null {
  const [year, from, to, until, ...rest] = tokens;
  if (year?.kind !== 'date' || year.on.year === null || year.on.month !== null) return null;
  if (from?.kind !== 'amount' || to?.kind !== 'to' || until?.kind !== 'date' || until.on.year !== null) return null;
  if (rest.some((token) => token.kind !== 'text')) return null;
  const span = datesBetween(from, { ...until, on: { ...until.on, year: year.on.year } });
  return span && { kind: 'date-span', from: span.first, to: span.last, source: reading.source };
}

/** "≥3个且≤5个", "60%≤x<80%" written as two bounds on one thing. Only bounds that include their number make a range. */
export function boundsOf(tokens: readonly Token[], reading: Reading): Value | null {
  const [least, above, name, below, most, ...more] = tokens;
  // "90%≤完成率≤100%"
  if (least?.kind === 'amount' && most?.kind === 'amount' && name?.kind === 'text' && more.length === 0) {
    const both = [above, below].every((token) => token?.kind === 'comparator' && token.comparator === '≤');
    const range = both ? rangeBetween(least, most) : null;
    if (range) return { kind: 'range', ...range, lead: tokensText([name], reading), source: reading.source };
  }
  const [low, lowAmount, ...rest] = tokens;
  if (low?.kind !== 'comparator' || lowAmount?.kind !== 'amount') return null;
  const joined = rest.filter((token) => token.kind !== 'separator');
  const skipped =
    joined[0]?.kind === 'text' && ['且', '并', '和', '并且', '同时'].includes(tokensText([joined[0]], reading)) ? 1 : 0;
  const [high, highAmount, ...none] = joined.slice(skipped);
  if (high?.kind !== 'comparator' || highAmount?.kind !== 'amount' || none.length > 0) return null;
  const signs = `${low.comparator}${high.comparator}`;
  const range = rangeBetween(signs === '≤≥' ? highAmount : lowAmount, signs === '≤≥' ? lowAmount : highAmount);
  if (!range || (signs !== '≥≤' && signs !== '≤≥')) return null;
  return { kind: 'range', ...range, source: reading.source };
}

/** 1年6个月: amounts of one measure, the larger unit first, are one amount in the smaller unit. */
export function compoundOf(values: readonly Value[], source: string): Value | null {
  const [large, small, ...rest] = values;
  if (large?.kind !== 'quantity' || small?.kind !== 'quantity' || rest.length > 0) return null;
  if (small.lead !== '' && small.lead !== '零' && small.lead !== '又') return null;
  if (small.comparator !== null || !large.unit || !small.unit) return null;
  if (compareUnits(large.unit, small.unit) !== 'scalable' || !large.unit.scale.gt(small.unit.scale)) return null;
  const inSmall = amountIn(large, small.unit);
  if (!inSmall) return null;
  return {
    ...large,
    ...(small.tail === undefined ? {} : { tail: small.tail }),
    number: inSmall.plus(small.number),
    unit: small.unit,
    approximate: large.approximate || small.approximate,
    source,
  };
}

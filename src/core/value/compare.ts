/** Compares a target with an actual: met, missed, or why that cannot be said. No points are given here. */
import { exact, type Exact } from '../exact';
import { dayNumber, daysIn } from './dates';
import { gradeScales, movementOf } from './phrases';
import { fold } from './normalise';
import { amountIn, compareUnits, type UnitRelation } from './units';
import type { Comparator, DateSpan, DateValue, Deadline, PartialDate, Quantity, Range, Unit, Value } from './value';

/** Whether a value without a sign is better when it is larger (`positive`) or smaller (`reverse`). */
export type Direction = 'positive' | 'reverse';

/** Why a comparison has no answer. */
type Undecided =
  /** One of the two says nothing: blank, a dash, an error, or not understood. */
  | 'nothing-to-compare'
  /** A number against a word, a date against a number. */
  | 'different-kinds'
  | 'different-units'
  /** A bare 0.95 or 1 where a percentage is meant: ratio or percent? */
  | 'ratio-or-percent'
  /** The one rises, the other falls: 提高5% against 降低1%. */
  | 'different-movement'
  /** The actual is a bound or a range that neither lies within the target nor outside of it (>85% against ≥95%), or near a vague one. */
  | 'bound-undecided'
  /** A date that is not exact enough: 2023年10月 against 2023年10月15日前. */
  | 'date-undecided'
  /** Words that only a person can weigh. */
  | 'words'
  /** Lists of different length. */
  | 'different-parts';

/** Numbers in the target's unit, or the actual's where the target has none. */
export interface FiguresComparison {
  readonly kind: 'met' | 'missed';
  readonly by: 'figures';
  /** What was asked for: one number twice, or the ends of a range. */
  readonly target: { readonly low: Exact; readonly high: Exact };
  /** The sign that was applied; for a bare target the one that the direction gives, for a range null. */
  readonly comparator: Comparator | null;
  /** What was reached: one number twice, or the ends of a range; a bound has its number. */
  readonly actual: { readonly low: Exact; readonly high: Exact };
  readonly unit: Unit | null;
  readonly units: UnitRelation;
  /** The actual is a bound (≥95%), not a measured number; it decides all the same. */
  readonly bound: boolean;
  /** One of the two is not meant exactly (余, 左右). */
  readonly approximate: boolean;
}
export interface DatesComparison {
  readonly kind: 'met' | 'missed';
  readonly by: 'dates';
  readonly due: PartialDate;
  readonly done: PartialDate;
  /** Days from due to done, negative when early; null where a date is not a whole day. */
  readonly daysLate: number | null;
}
interface WordsComparison {
  readonly kind: 'met' | 'missed';
  /** yes-no and grades by what they mean; `words` by being the same, or the negation of it, or a national tier. */
  readonly by: 'yes-no' | 'grade' | 'words' | 'tier';
}
interface PartsComparison {
  readonly kind: 'met' | 'missed';
  readonly by: 'parts';
  readonly parts: readonly Comparison[];
}
interface UnknownComparison {
  readonly kind: 'unknown';
  readonly because: Undecided;
}
export type Comparison = FiguresComparison | DatesComparison | WordsComparison | PartsComparison | UnknownComparison;

function unknown(because: Undecided): UnknownComparison {
  return { kind: 'unknown', because };
}

function verdict(met: boolean): 'met' | 'missed' {
  return met ? 'met' : 'missed';
}

/** Compares a target with an actual. Where the target has no sign, or "=", `direction` says which way is better. */
export function compareValues(target: Value, actual: Value, direction: Direction = 'positive'): Comparison {
  if (isSilent(target) || isSilent(actual)) return unknown('nothing-to-compare');
  if (target.kind === 'several' || actual.kind === 'several') return compareParts(target, actual, direction);
  if (isFigure(target) && isFigure(actual)) return compareFigures(target, actual, direction);
  if (isTime(target) && isTime(actual)) return compareDates(target, actual);
  if (target.kind === 'yes-no' && actual.kind === 'yes-no') {
    return { kind: verdict(target.yes === actual.yes), by: 'yes-no' };
  }
  if (target.kind === 'grade' && actual.kind === 'grade') {
    return compareGrades(target.grade, target.comparator ?? null, actual.grade);
  }
  if (actual.kind === 'qualitative' && actual.tier !== null) {
    return { kind: verdict(actual.tier === 'achieved'), by: 'tier' };
  }
  return isWords(target) && isWords(actual) ? compareWords(target, actual) : unknown('different-kinds');
}

function isSilent(value: Value): boolean {
  return value.kind === 'blank' || value.kind === 'dash' || value.kind === 'error' || value.kind === 'not-understood';
}
function isFigure(value: Value): value is Quantity | Range {
  return value.kind === 'quantity' || value.kind === 'range';
}
function isTime(value: Value): value is Deadline | DateValue | DateSpan {
  return value.kind === 'deadline' || value.kind === 'date' || value.kind === 'date-span';
}
function isWords(value: Value): boolean {
  return value.kind === 'qualitative' || value.kind === 'grade' || value.kind === 'yes-no';
}

/** Parts are compared by their labels where each has one of its own on both sides, else in order. */
function compareParts(target: Value, actual: Value, direction: Direction): Comparison {
  if (target.kind !== 'several' || actual.kind !== 'several') return unknown('different-parts');
  if (target.parts.length !== actual.parts.length) return unknown('different-parts');
  const byLabel = new Map(actual.parts.map((part) => [part.label, part]));
  const labelled = byLabel.size === actual.parts.length && target.parts.every((part) => byLabel.has(part.label));
  const parts = target.parts.map((part, index) => {
    const other = labelled ? byLabel.get(part.label) : actual.parts[index];
    return other ? compareValues(part.value, other.value, direction) : unknown('different-parts');
  });
  if (parts.some((part) => part.kind === 'missed')) return { kind: 'missed', by: 'parts', parts };
  const open = parts.find((part) => part.kind === 'unknown');
  return open ?? { kind: 'met', by: 'parts', parts };
}

/** The numbers a value allows; null is no limit on that side. */
interface Interval {
  readonly low: Exact | null;
  readonly high: Exact | null;
  readonly openLow: boolean;
  readonly openHigh: boolean;
}

function bounded(comparator: Comparator, number: Exact): Interval {
  const up = comparator === '≥' || comparator === '>';
  const down = comparator === '≤' || comparator === '<';
  return {
    low: down ? null : number,
    high: up ? null : number,
    openLow: comparator === '>',
    openHigh: comparator === '<',
  };
}

/** Whether `inner` lies wholly within `outer`. */
function isWithin(inner: Interval, outer: Interval): boolean {
  const low =
    outer.low === null ||
    (inner.low !== null && (inner.low.gt(outer.low) || (inner.low.eq(outer.low) && (!outer.openLow || inner.openLow))));
  const high =
    outer.high === null ||
    (inner.high !== null &&
      (inner.high.lt(outer.high) || (inner.high.eq(outer.high) && (!outer.openHigh || inner.openHigh))));
  return low && high;
}

/** Whether no number lies in both. */
function isApart(left: Interval, right: Interval): boolean {
  const below = (lower: Interval, upper: Interval): boolean =>
    lower.high !== null &&
    upper.low !== null &&
    (lower.high.lt(upper.low) || (lower.high.eq(upper.low) && (lower.openHigh || upper.openLow)));
  return below(left, right) || below(right, left);
}

interface Ends {
  readonly low: Exact;
  readonly high: Exact;
}

/** The numbers of a value in a unit. */
function endsIn(value: Quantity | Range, unit: Unit | null): Ends | null {
  if (value.kind === 'quantity') {
    const number = amountIn(value, unit);
    return number && { low: number, high: number };
  }
  const low = amountIn({ number: value.low, unit: value.unit }, unit);
  const high = amountIn({ number: value.high, unit: value.unit }, unit);
  return low && high && { low, high };
}

function compareFigures(target: Quantity | Range, actual: Quantity | Range, direction: Direction): Comparison {
  const units = compareUnits(target.unit, actual.unit);
  if (units === 'different') return unknown('different-units');
  const moves = [movementOf(target.lead ?? ''), movementOf(actual.lead ?? '')];
  if (moves.includes('rises') && moves.includes('falls')) return unknown('different-movement');
  const unit = target.unit ?? actual.unit;
  const wanted = endsIn(target, unit);
  const reached = endsIn(actual, unit);
  if (!wanted || !reached) return unknown('ratio-or-percent');

  const up = direction === 'positive';
  const sign = target.kind === 'quantity' ? target.comparator : null;
  const comparator = target.kind === 'range' ? null : sign === null || sign === '=' ? (up ? '≥' : '≤') : sign;
  const allowed: Interval = comparator
    ? bounded(comparator, wanted.low)
    : // Beyond the better end of a range more than enough was done.
      { low: up ? wanted.low : null, high: up ? null : wanted.high, openLow: false, openHigh: false };
  const own = actual.kind === 'quantity' ? actual.comparator : null;
  const possible: Interval = own ? bounded(own, reached.low) : { ...reached, openLow: false, openHigh: false };
  const met = isWithin(possible, allowed);
  // 近95% is somewhat less than 95%: it does not reach a target of 95%, and by how much it fails is open.
  if (met && comparator === '≥' && reached.low.eq(wanted.low) && fallsShort(actual)) return unknown('bound-undecided');
  if (!met && (!isApart(possible, allowed) || isAbout(target, wanted, reached))) return unknown('bound-undecided');
  return {
    kind: verdict(met),
    by: 'figures',
    target: wanted,
    comparator,
    actual: reached,
    unit,
    units,
    bound: own !== null && own !== '=',
    approximate: [target, actual].some((value) => value.kind === 'quantity' && value.approximate),
  };
}

/** 近, 接近, 将近: not quite the number that follows. */
function fallsShort(value: Quantity | Range): boolean {
  return value.kind === 'quantity' && value.approximate && /近/u.test(fold(value.source).text);
}

/** No rule says how far 约 reaches: what is off by no more than a tenth is for a person. */
const vagueness = exact('0.1');

/** Whether the target itself was not meant exactly (约200人, 30天左右) and the actual is near it; 余 and 多 only say more. */
function isAbout(target: Quantity | Range, wanted: Ends, reached: Ends): boolean {
  if (target.kind !== 'quantity' || !target.approximate || /[余多近]/u.test(fold(target.source).text)) return false;
  return [reached.low, reached.high].every((end) => end.minus(wanted.low).abs().lte(wanted.low.abs().times(vagueness)));
}

/** A date's first and last possible day, as day numbers; the year is lent by the other date where it is not written. */
function daysOf(date: PartialDate, lentYear: number): { readonly first: number; readonly last: number } {
  const year = date.year ?? lentYear;
  const firstMonth = date.month ?? 1;
  const lastMonth = date.month ?? 12;
  const day = (month: number, wanted: number): number => dayNumber(year, month, Math.min(wanted, daysIn(month, year)));
  return {
    first: day(firstMonth, date.day ?? 1),
    last: day(lastMonth, date.day ?? 31),
  };
}

/** A leap year, so that 29 February stands where neither date names a year. */
const anyYear = 2024;

function compareDates(target: Deadline | DateValue | DateSpan, actual: Deadline | DateValue | DateSpan): Comparison {
  const due = target.kind === 'deadline' ? target.by : target.kind === 'date' ? target.on : target.to;
  const done = actual.kind === 'deadline' ? actual.by : actual.kind === 'date' ? actual.on : actual.to;
  const limit = daysOf(due, done.year ?? anyYear);
  const end = daysOf(done, due.year ?? anyYear);
  const daysLate = limit.first === limit.last && end.first === end.last ? end.last - limit.last : null;
  const answer = (met: boolean): DatesComparison => ({ kind: verdict(met), by: 'dates', due, done, daysLate });
  // "10月前" is read by some as before October, by others as by its end: only what both agree on is decided.
  const strict = target.kind === 'deadline' && due.day === null ? limit.first - 1 : limit.last;
  const sameWords = target.kind === actual.kind && limit.first === end.first && limit.last === end.last;
  if (end.last <= strict || sameWords) return answer(true);
  const earliest = actual.kind === 'deadline' ? -Infinity : end.first;
  return earliest > limit.last ? answer(false) : unknown('date-undecided');
}

function compareGrades(wanted: string, comparator: Comparator | null, reached: string): Comparison {
  if (wanted === reached) return { kind: verdict(comparator !== '>' && comparator !== '<'), by: 'grade' };
  const scale = gradeScales.find((grades) => grades.includes(wanted) && grades.includes(reached));
  if (!scale) return unknown('words');
  const better = scale.indexOf(reached) < scale.indexOf(wanted);
  return { kind: verdict(comparator === '≤' || comparator === '<' ? !better : better), by: 'grade' };
}

const negations = ['不', '未', '没有', '没', '未能', '未完全', '不够', '未按', '未全部', '不能'];

/** The same words are met, their negation is missed; other words are for a person. */
function compareWords(target: Value, actual: Value): Comparison {
  const wanted = fold(target.source).text;
  const reached = fold(actual.source).text;
  if (wanted === reached) return { kind: 'met', by: 'words' };
  return negations.some((negation) => reached === negation + wanted)
    ? { kind: 'missed', by: 'words' }
    : unknown('words');
}

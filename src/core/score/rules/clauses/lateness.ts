/** How late something is, by the calendar: whole days, weeks, months, quarters, years. */
import { exact, zero, type Exact } from '../../../exact';
import { dayNumber, daysIn } from '../../../value/dates';
import { amountIn, unitNamed } from '../../../value/units';
import type { PartialDate } from '../../../value/value';
import type { Situation } from '../../situation';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const lateWords = /延期|延迟|延后|推迟|逾期|超期|滞后|延误|拖延|迟|晚/u;
const earlyWords = /提前|提早/u;

/** A whole day; 月底 is written as 31 and means the last one. */
function dayOf({ year, month, day }: PartialDate, otherYear: number | null): Day | null {
  const known = year ?? otherYear;
  if (known === null || month === null || day === null) return null;
  return { year: known, month, day: Math.min(day, daysIn(month, known)) };
}

/** The day so many months later; `keepsEnd`: the end of a month stays the end of a month. */
function monthsLater({ year, month, day }: Day, months: number, keepsEnd: boolean): Day {
  const index = year * 12 + (month - 1) + months;
  const then = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  const last = daysIn(then.month, then.year);
  const isEnd = keepsEnd && day === daysIn(month, year);
  return { ...then, day: isEnd ? last : Math.min(day, last) };
}

const numberOf = ({ year, month, day }: Day): number => dayNumber(year, month, day);

/** Months from one day to a later one; a part of a month counts by its days. */
function monthsBetween(due: Day, done: Day, keepsEnd: boolean): Exact {
  let months = (done.year - due.year) * 12 + (done.month - due.month);
  if (numberOf(monthsLater(due, months, keepsEnd)) > numberOf(done)) months -= 1;
  const start = numberOf(monthsLater(due, months, keepsEnd));
  const end = numberOf(monthsLater(due, months + 1, keepsEnd));
  return exact(months).plus(exact(numberOf(done) - start).div(end - start));
}

/** How many months a unit of the calendar has; null for days and weeks. */
function monthsOf(unit: string): number | null {
  if (/季/u.test(unit)) return 3;
  if (/年/u.test(unit)) return 12;
  return /月/u.test(unit) ? 1 : null;
}

/**
 * The time after the deadline in a unit, as every reading of the calendar gives it; zero where there is none, null
 * where it cannot be told: dates without a day, working days.
 */
export function latenessIn(unit: string, situation: Situation): readonly Exact[] | null {
  const { comparison, actual, target } = situation;
  if (actual?.kind === 'quantity' && actual.comparator === null && !actual.approximate) {
    if (earlyWords.test(actual.lead)) return [zero];
    if (lateWords.test(actual.lead) || (lateWords.test(situation.name) && target?.kind !== 'deadline')) {
      const late = amountIn(actual, unitNamed(unit));
      return late && actual.unit ? [late] : null;
    }
  }
  if (comparison.kind === 'unknown') return null;
  if (comparison.by === 'dates') return datesLate(unit, situation);
  if (comparison.kind === 'met') return [zero];
  if (target?.kind !== 'quantity' || actual?.kind !== 'quantity' || actual.approximate) return null;
  const wanted = amountIn(target, unitNamed(unit));
  const reached = amountIn(actual, unitNamed(unit));
  const isTime = ['time', 'month', 'working-day'].includes(actual.unit?.family ?? '');
  return wanted && reached && isTime ? [reached.minus(wanted)] : null;
}

function datesLate(unit: string, { comparison }: Situation): readonly Exact[] | null {
  if (comparison.kind === 'unknown' || comparison.by !== 'dates') return null;
  if (comparison.kind === 'met') return [zero];
  const { due, done, daysLate } = comparison;
  if (daysLate === null || /工作日|时|分/u.test(unit)) return null;
  const months = monthsOf(unit);
  if (months === null) return [exact(daysLate).div(/周|星期/u.test(unit) ? 7 : 1)];
  const from = dayOf(due, done.year);
  const to = dayOf(done, due.year);
  // Without any year February may have 28 days or 29.
  if (!from || !to) return null;
  const both = [true, false].map((keepsEnd) => monthsBetween(from, to, keepsEnd).div(months));
  return both;
}

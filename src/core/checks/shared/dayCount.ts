/** Days between dates as people write them. */
import { dayNumber, daysIn } from '../../value/dates';
import type { PartialDate } from '../../value/value';

/**
 * The day number of a date; a missing year is taken from `year`, and `2023年5月底` (day 31) from the length of the
 * month. null where month or day is not said.
 */
export function dayNumberOf({ year, month, day }: PartialDate, otherYear: number): number | null {
  if (month === null || day === null) return null;
  const ownYear = year ?? otherYear;
  return dayNumber(ownYear, month, Math.min(day, daysIn(month, ownYear)));
}

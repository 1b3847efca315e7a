/** The rows that points are given for, and what is counted over them. */
import type { Exact } from '../../exact';
import { sum } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { Form, Indicator, Reading } from '../../form/form';

/** Rows within the hundred: all but bonus and malus rows. */
export function ordinary(form: Form): readonly Indicator[] {
  return form.indicators.filter(({ isAdjustment }) => !isAdjustment);
}

/** The sum of readings; blanks and dashes count nothing; null where a cell holds words or an error. */
export function sumOf(readings: readonly (Reading | null)[]): Exact | null {
  const isReadable = readings.every((reading) => reading?.kind !== 'error' && reading?.kind !== 'not-a-number');
  return isReadable ? sum(readings.flatMap((reading) => amountOf(reading) ?? [])) : null;
}

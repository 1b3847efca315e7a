/** The rows that points are given for, and what is counted over them. */
import type { Exact } from '../../exact';
import { sum } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { Form, Indicator, CellReading } from '../../form/form';

/** Rows within the hundred: all but bonus and malus rows. */
export function ordinary(form: Form): readonly Indicator[] {
  return form.indicators.filter(({ isAdjustment }) => !isAdjustment);
}

/**
 * Whether a cell that a sum needs holds no number. Such a cell has a finding of its own, and a sum over the hole would
 * only repeat it. Rows that share a merged cell have no reading of their own and are no holes.
 */
export function hasHole(readings: readonly (CellReading | null)[]): boolean {
  return readings.some((reading) => reading !== null && amountOf(reading) === null);
}

/** Whether a weight is missing or not above zero. */
export function lacksWeight(rows: readonly Indicator[]): boolean {
  return rows.some(({ weight }) => weight !== null && !amountOf(weight)?.gt(0));
}

/** The sum of readings; blanks and dashes count nothing; null where a cell holds words or an error. */
export function sumOf(readings: readonly (CellReading | null)[]): Exact | null {
  const isReadable = readings.every((reading) => reading?.kind !== 'error' && reading?.kind !== 'not-a-number');
  return isReadable ? sum(readings.flatMap((reading) => amountOf(reading) ?? [])) : null;
}

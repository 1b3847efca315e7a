/** The number in a reading, however it was typed. */
import type { Exact } from '../exact';
import type { CellReading } from './form';

/** The number, or null for a blank, a dash, an error or words. */
export function amountOf(reading: CellReading | null): Exact | null {
  return reading && (reading.kind === 'number' || reading.kind === 'text-number') ? reading.value : null;
}

/** Sums as a reader may form them: of the numbers that cells hold, or of those that they show. */
import { exact, sum, type Exact } from '../exact';
import { amountOf } from '../form/amountOf';
import type { CellReading } from '../form/form';
import { agreementWith, writtenAmounts, type Agreement } from './agreement';

/** Scores are compared to two decimals; more in a cell come from a formula. */
const places = 2;

/** The sums that the parts can have, each once: as stored, as shown, each rounded before it is added. */
export function sumsOf(parts: readonly (CellReading | null)[]): readonly Exact[] {
  const stored = parts.flatMap((part) => amountOf(part) ?? []);
  const shown = parts.flatMap((part) => writtenAmounts(part).at(-1) ?? []);
  const rounded = stored.map((amount) => amount.round(places));
  const sums = [stored, shown, rounded].map((amounts) => sum(amounts));
  return sums.filter((total, place) => sums.findIndex((other) => other.eq(total)) === place);
}

const order: readonly Agreement[] = ['agrees', 'rounded', 'over', 'under'];

/**
 * How a stated sum agrees with its parts in the best of all readings: it may be stored, shown, or rounded once more.
 *
 * @param full what it can be at most: rounding never makes full marks of less.
 */
export function sumAgreement(stated: CellReading, sums: readonly Exact[], full: Exact | null): Agreement {
  const found = sums.flatMap((total) =>
    writtenAmounts(stated).map((amount) => agreementWith(amount, exact(total.toFixed(places)), total, full)),
  );
  return order.find((agreement) => found.includes(agreement)) ?? 'agrees';
}

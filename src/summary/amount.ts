/** Figures on their way to a table: plain decimal text that survives JSON, with exact arithmetic on it. */
import { exact, hundred, plain, sum, type Exact } from '../core/exact';

/** A figure as plain decimal text, in the unit of its column; null where it cannot be had. */
export type Amount = string | null;

export function amountText(amount: Exact | null): Amount {
  return amount && plain(amount);
}

export function exactOf(amount: Amount): Exact | null {
  return amount === null ? null : exact(amount);
}

/** The figures that can be had. */
export function known(amounts: readonly Amount[]): readonly Exact[] {
  return amounts.flatMap((amount) => exactOf(amount) ?? []);
}

/** The sum of the figures that can be had, or null where there is none. */
export function sumKnown(amounts: readonly Amount[]): Amount {
  const figures = known(amounts);
  return figures.length === 0 ? null : plain(sum(figures));
}

/** part ÷ whole as a ratio, rounded half up to six decimals; null without a positive whole. */
export function ratioText(part: Amount, whole: Amount): Amount {
  const [above, below] = [exactOf(part), exactOf(whole)];
  return above && below?.gt(0) ? plain(above.div(below).round(6)) : null;
}

/** A ratio as a percentage with two decimals: "0.8797" → "87.97%". */
export function fixedPercentText(ratio: string): string {
  return `${exact(ratio).times(hundred).toFixed(2)}%`;
}

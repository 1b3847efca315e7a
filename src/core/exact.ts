/**
 * Exact decimal numbers for points, money and rates.
 *
 * Products are formed before quotients and quotients keep forty decimals, so a result that
 * terminates is exact, and one that does not can never be rounded to the wrong side.
 */
import { Decimal, type Operand } from './decimal';

/** An immutable decimal number. */
export type Exact = Decimal;

/** Anything that can be taken as a decimal without guessing. */
export type ExactSource = Operand;

/**
 * Makes a decimal of a number or of a plain decimal string.
 *
 * Numbers are taken at fifteen significant digits, which is what Excel itself shows and compares:
 * the cell that displays 0.3 but holds 0.30000000000000004 is 0.3.
 *
 * @throws Error when the source is not a finite decimal number; callers parse first.
 */
export function exact(source: ExactSource): Exact {
  return Decimal.of(typeof source === 'number' ? shownDigits(source) : source);
}

/** The number at fifteen digits, as text, since rounding may leave the range of numbers. */
function shownDigits(number: number): number | string {
  if (Number.isInteger(number) && Math.abs(number) < 1e15) return number;
  const shortest = String(number);
  return shortest.length <= 15 ? shortest : number.toPrecision(15);
}

export const zero: Exact = exact(0);
export const one: Exact = exact(1);
export const hundred: Exact = exact(100);

/** The sum of any number of decimals; zero for none. */
export function sum(numbers: readonly Exact[]): Exact {
  return numbers.reduce((running, number) => running.plus(number), zero);
}

/** The smaller of two decimals. */
export function lesser(left: Exact, right: Exact): Exact {
  return left.lte(right) ? left : right;
}

/** The larger of two decimals. */
export function greater(left: Exact, right: Exact): Exact {
  return left.gte(right) ? left : right;
}

/** The shortest plain decimal notation: 8.50 → "8.5", 10.00 → "10". */
export function plain(number: Exact): string {
  const text = number.toFixed();
  return text === '-0' ? '0' : text;
}

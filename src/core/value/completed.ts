/** Joins a value with the sign and the unit that some layouts keep in columns of their own (指标性质, 度量单位). */
import { signs, wordsAfter, wordsBefore } from './comparators';
import { fold, signsOf } from './normalise';
import { unitNamed } from './units';
import type { Comparator, Unit, Value } from './value';

/** The comparator that the cell of a sign column names; null for 定性, 正向 and everything else. */
export function comparatorNamed(text: string): Comparator | null {
  const words = fold(text).text;
  return signs.meaningOf(words) ?? wordsBefore.meaningOf(words) ?? wordsAfter.meaningOf(words);
}

/** The unit that the cell of a unit column names; null where it is empty or a dash. */
export function unitOfColumn(text: string): Unit | null {
  const words = fold(text).text;
  return signsOf(words).every((sign) => '-—/'.includes(sign)) ? null : unitNamed(words);
}

/**
 * Gives a number the sign and unit of its row's own columns. What the value itself states stays; other kinds of
 * values stay as they are.
 */
export function completed(value: Value, sign: string, unit: string): Value {
  if (value.kind === 'quantity') {
    return { ...value, comparator: value.comparator ?? comparatorNamed(sign), unit: value.unit ?? unitOfColumn(unit) };
  }
  return value.kind === 'range' ? { ...value, unit: value.unit ?? unitOfColumn(unit) } : value;
}

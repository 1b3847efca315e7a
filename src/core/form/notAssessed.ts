/** Rows of which the unit itself says that they are not assessed. */
import { zero } from '../exact';
import { amountOf } from './amountOf';
import type { Indicator } from './form';
import { isBlank, cellWords } from './grid';
import { isPlaceholder, saysNothing } from './vocabulary';

/** Whether the weight and the score of a row give it points, or it says nothing at all of them. */
function hasPoints({ score, weight }: Pick<Indicator, 'weight' | 'score'>): boolean {
  return [weight, score].some((reading) => {
    if (reading?.kind === 'not-a-number') return !saysNothing(cellWords(reading.cell));
    return reading?.kind === 'error' || amountOf(reading)?.eq(zero) === false;
  });
}

/** A row of which the unit says that it is not assessed: "/" or 无 for target and actual, and no points. */
export function isNotAssessed(indicator: Indicator): boolean {
  const { actual, name, score, target, weight } = indicator;
  if (hasPoints(indicator)) return false;
  const isNameless = isPlaceholder(name.text) || saysNothing(name.text);
  const values = [target, actual].filter((entry) => entry !== null);
  const isEmpty = values.every(({ cell }) => saysNothing(cellWords(cell)));
  // 无 as target and actual of a row with a name may be a target of none; only where points are refused it is not.
  const isRefused = [weight, score].some((reading) => reading !== null && reading.kind !== 'blank');
  const isMarked = values.some(({ cell }) => !isBlank(cell));
  return isEmpty && values.length > 0 && (isNameless || (isRefused && isMarked));
}

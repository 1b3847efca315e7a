/** Forms that stand apart from the rest of their batch: a hint where to look first, never a verdict. */
import { exact, plain, type Exact } from '../core/exact';
import { exactOf, type Amount } from './amount';
import type { RollUpEntry } from './rollUpEntry';

/**
 * score / execution: outside the fences that Tukey draws one and a half interquartile ranges beyond the quartiles ·
 * grade: the review leads to another grade than the form. Scores in points, rates as ratios.
 */
export type Outlier =
  | {
      readonly kind: 'score' | 'execution';
      readonly row: number;
      readonly value: string;
      readonly low: string;
      readonly high: string;
    }
  | { readonly kind: 'grade'; readonly row: number; readonly from: string; readonly to: string };

/** Fewer figures have no quartiles worth the name. */
const fewest = 8;
const reach = exact('1.5');

/** The quartile of sorted figures between two neighbours, as QUARTILE.INC gives it. */
function quartile(sorted: readonly Exact[], quarters: 1 | 3): Exact {
  const place = exact(quarters)
    .times(sorted.length - 1)
    .div(4);
  const below = Math.floor(place.toNumber());
  const [lower = exact(0), upper = lower] = [sorted[below], sorted[below + 1]];
  return lower.plus(upper.minus(lower).times(place.minus(below)));
}

function beyondFences(kind: 'score' | 'execution', amounts: readonly Amount[]): readonly Outlier[] {
  const figures = amounts.flatMap((amount, place) => {
    const value = exactOf(amount);
    return value ? [{ row: place + 1, value }] : [];
  });
  if (figures.length < fewest) return [];
  const sorted = figures.map(({ value }) => value).sort((left, right) => left.cmp(right));
  const [first, third] = [quartile(sorted, 1), quartile(sorted, 3)];
  const margin = third.minus(first).times(reach);
  const [low, high] = [first.minus(margin), third.plus(margin)];
  return figures
    .filter(({ value }) => value.lt(low) || value.gt(high))
    .map(({ row, value }) => ({ kind, row, value: plain(value), low: plain(low), high: plain(high) }));
}

/** The outliers, by kind and then by row. */
export function outliersOf(entries: readonly RollUpEntry[]): readonly Outlier[] {
  const grades = entries.flatMap(({ grade, reviewedGrade }, place): readonly Outlier[] =>
    grade !== null && reviewedGrade !== null && grade !== reviewedGrade
      ? [{ kind: 'grade', row: place + 1, from: grade, to: reviewedGrade }]
      : [],
  );
  return [
    ...grades,
    ...beyondFences(
      'score',
      entries.map(({ reviewed, stated }) => reviewed ?? stated),
    ),
    ...beyondFences(
      'execution',
      entries.map(({ rate }) => rate),
    ),
  ];
}

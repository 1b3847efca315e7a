/** The one place where scores are rounded. */
import { exact, type Exact } from '../exact';
import type { Rubric } from '../rubric/rubric';

/** A score rounded half up to the places that the rubric states; sums before it are exact. */
export function roundScore(score: Exact, { rounding }: Pick<Rubric, 'rounding'>): Exact {
  return exact(writtenScore(score, { rounding }));
}

/** The same as text with all its places: 8.5 → "8.50". */
export function writtenScore(score: Exact, { rounding }: Pick<Rubric, 'rounding'>): string {
  return score.toFixed(rounding.places);
}

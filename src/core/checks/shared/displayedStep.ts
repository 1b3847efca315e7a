/** How finely a rate is displayed, which says by how much it may have been rounded. */
import { exact, type Exact } from '../../exact';

/** A bare number above this is meant in percent. */
const largestRatio = 5;

/** Half of the last displayed place of a rate, as a ratio: "87.97%" → 0.00005, "0.88" → 0.005, "1" → 0.005. */
export function halfStepOfRate(text: string): Exact {
  const folded = text.normalize('NFKC').trim();
  const places = /\.(\d+)/u.exec(folded)?.[1]?.length ?? 0;
  const isPercent = folded.includes('%') || Number(folded) > largestRatio;
  // A bare ratio is never meant coarser than a hundredth.
  return exact(5).div(exact(10).pow(isPercent ? places + 3 : Math.max(places, 2) + 1));
}

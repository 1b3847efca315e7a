/** How exactly figures are written, and whether two of them are one figure written more and less exactly. */
import { type Exact, exact, plain } from '../../exact';

/** The decimals of a figure; a zero at the end of what was written is not known any longer. */
export const decimalPlaces = (figure: Exact): number => plain(figure).split('.')[1]?.length ?? 0;

/** Whether two figures are one, as exactly as the coarser of them is written: rounded or cut off. */
export function isOneAsWritten(one: Exact, other: Exact): boolean {
  const places = Math.min(decimalPlaces(one), decimalPlaces(other));
  return one
    .minus(other)
    .abs()
    .lt(exact(1).div(exact(10).pow(places)));
}

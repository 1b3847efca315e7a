/** From one row that is left to a person to the next. */
import { openPlaces } from '../../core/report/openPlaces';
import type { FormReport } from '../../core/report/report';

/**
 * What is open before and after a place, whether that is still open or not; going on from the last begins at the first.
 * Undefined: nothing else is open.
 */
export function neighboursOf(
  report: FormReport,
  indicator: string | null,
): { readonly previous: string | null | undefined; readonly next: string | null | undefined } {
  const order: readonly (string | null)[] = [null, ...report.scores.indicators.map((score) => score.indicator.key)];
  const at = order.indexOf(indicator);
  const others = openPlaces(report).filter((key) => key !== indicator);
  const before = others.filter((key) => order.indexOf(key) < at);
  const after = others.filter((key) => order.indexOf(key) > at);
  const either = (first: readonly (string | null)[], then: readonly (string | null)[], place: number) =>
    first.length > 0 ? first.at(place) : then.at(place);
  return { previous: either(before, after, -1), next: either(after, before, 0) };
}

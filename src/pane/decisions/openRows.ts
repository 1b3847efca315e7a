/** The rows that are left to a person, as a list of work. */
import type { FormReport } from '../../core/report/report';
import type { IndicatorScore } from '../../core/score/scores';
import { carriesPoints, executionPoints } from '../../core/score/totals';

/** The rows that are left to a person, in the order of the form; those that earn nothing are not asked about. */
function openRows({ form, scores }: FormReport): readonly IndicatorScore[] {
  if (form.misalignment) return [];
  return scores.indicators.filter(
    ({ certainty, indicator, leftOpen }) =>
      certainty !== 'settled' && indicator.shift === null && leftOpen !== 'weight-missing',
  );
}

/** What is left to a person by its key; null: the execution rate of the fund block, which stands above the rows. */
export function openPlaces(report: FormReport): readonly (string | null)[] {
  const { execution } = report.scores;
  const isOpen =
    execution !== null &&
    !report.form.misalignment &&
    carriesPoints(execution) &&
    execution.weight !== null &&
    executionPoints(execution).settled === null;
  return [...(isOpen ? [null] : []), ...openRows(report).map(({ indicator }) => indicator.key)];
}

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

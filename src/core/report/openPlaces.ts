/** What of a form is left to a person: the list of work of whoever reviews it. */
import type { IndicatorScore } from '../score/scores';
import { carriesPoints, executionPoints } from '../score/totals';
import type { FormReport } from './report';

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

/** The rows that are left to a person, as a list of work. */
import type { FormReport } from '../../core/report/report';
import type { IndicatorScore } from '../../core/score/scores';

/** The rows that are left to a person, in the order of the form; those that earn nothing are not asked about. */
export function openRows({ form, scores }: FormReport): readonly IndicatorScore[] {
  if (form.misalignment) return [];
  return scores.indicators.filter(
    ({ certainty, indicator, leftOpen }) =>
      certainty !== 'settled' && indicator.shift === null && leftOpen !== 'weight-missing',
  );
}

/** The open rows before and after one, whether that one is still open or not; going on from the last begins at the first. */
export function neighboursOf(
  report: FormReport,
  indicator: string,
): { readonly previous: string | null; readonly next: string | null } {
  const order = report.scores.indicators.map((score) => score.indicator.key);
  const at = order.indexOf(indicator);
  const others = openRows(report).flatMap((score) => (score.indicator.key === indicator ? [] : [score.indicator.key]));
  const before = others.filter((key) => order.indexOf(key) < at);
  const after = others.filter((key) => order.indexOf(key) > at);
  return { previous: before.at(-1) ?? after.at(-1) ?? null, next: after[0] ?? before[0] ?? null };
}

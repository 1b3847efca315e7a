/** Makes the figures of a form follow from each other: scores from rules, sums from scores. */
import { exact, type Exact, sum, zero } from '../../../src/core/exact';
import { amountOf } from '../../../src/core/form/amountOf';
import type { CellReading } from '../../../src/core/form/form';
import type { IndicatorScore } from '../../../src/core/score/scores';
import type { SheetDraft } from './sheetDraft';

/** A score that the governing rule admits in its likeliest reading: the computed one, else the best one it leaves open. */
function admittedScore({ indicator, readings }: IndicatorScore): Exact | null {
  const { admissible, computed, interval } = readings[0];
  if (computed) return computed;
  const best = admissible?.at(-1);
  if (best) return best;
  if (interval) {
    return interval.includesHigh ? interval.high : exact(interval.low.plus(interval.high).div(2).toFixed(1));
  }
  return amountOf(indicator.weight);
}

function write(draft: SheetDraft, reading: CellReading | null, points: Exact | null): void {
  if (reading && points) draft.set(reading.cell.ref, points.toNumber());
}

/** Sums, deductions and rates follow from the scores as they are written. */
export function settle(draft: SheetDraft): void {
  const { form, rubric, scores } = draft.review();
  let lost = zero;
  for (const { coefficient, deduction, isAdjustment, score, scoreRate, weight } of form.indicators) {
    const full = amountOf(weight);
    const written = amountOf(score);
    if (isAdjustment || !full || !written) continue;
    const gap = full.minus(written);
    lost = lost.plus(gap);
    if (deduction) draft.set(deduction.cell.ref, gap.eq(0) ? null : gap.toNumber());
    if (scoreRate && full.gt(0)) draft.setRate(scoreRate.cell.ref, written.div(full).toNumber());
    if (coefficient && full.gt(0)) draft.set(coefficient.cell.ref, Number(written.div(full).toFixed(4)));
  }
  const byKey = new Map(form.indicators.map((row) => [row.key, row]));
  for (const { extents, score, weight } of form.subtotals) {
    const rows = (extents[0] ?? []).flatMap((key) => byKey.get(key) ?? []);
    write(draft, score, sum(rows.flatMap((row) => amountOf(row.score) ?? [])));
    write(draft, weight, sum(rows.flatMap((row) => amountOf(row.weight) ?? [])));
  }
  const unwritten = form.budget?.weight && !form.budget.score ? (scores.execution?.computed ?? zero) : zero;
  const total = scores.totals.sumOfScores?.plus(unwritten) ?? null;
  if (form.total?.score?.cell.ref !== form.total?.label.ref) write(draft, form.total?.score ?? null, total);
  const grade = form.notes.find(({ text }) => text.startsWith('自评等级：'));
  const earned = total && [...rubric.grades].sort((a, b) => b.from.cmp(a.from)).find(({ from }) => total.gte(from));
  if (grade && earned) draft.set(grade.ref, `自评等级：${earned.grade}`);
  if (form.total?.deduction) draft.set(form.total.deduction.cell.ref, lost.toNumber());
  const whole = scores.totals.weight;
  if (form.total?.scoreRate && whole?.gt(0) && total) {
    draft.setRate(form.total.scoreRate.cell.ref, total.div(whole).toNumber());
  }
}

/** Every score is one that its rule admits; then the sums. */
export function rescore(draft: SheetDraft): void {
  const { scores } = draft.review();
  for (const score of scores.indicators) {
    const { indicator } = score;
    if (!indicator.isAdjustment) write(draft, indicator.score, admittedScore(score));
  }
  if (scores.execution) write(draft, scores.execution.block.score, scores.execution.computed);
  settle(draft);
}

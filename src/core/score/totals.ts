/** The points of the whole form: weights, stated total, sum of written scores, sum by the rules, grades. */
import { greater, lesser, sum, zero, type Exact } from '../exact';
import { amountOf } from '../form/amountOf';
import type { Form, CellReading } from '../form/form';
import type { Rubric } from '../rubric/rubric';
import { executionVerdict } from './agreement';
import { weightOf } from './situation';
import type { ExecutionScore, IndicatorScore, ScoreInterval, Totals } from './scores';

/** The grade that a total earns, or null. */
export function gradeOf(total: Exact | null, { grades }: Rubric): string | null {
  return total ? (grades.find(({ from }) => total.gte(from))?.grade ?? null) : null;
}

function sumOrNull(amounts: readonly (Exact | null)[]): Exact | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : sum(known);
}

/** The score written; a bonus or malus row with a dash adds nothing. */
export function writtenOf(score: CellReading | null, isAdjustment: boolean): Exact | null {
  return amountOf(score) ?? (isAdjustment ? zero : null);
}

/** The score of the execution rate by the rule: the written one where the rounding of the amounts allows it. */
function executionPart(execution: ExecutionScore): Exact | null {
  const { block, computed } = execution;
  const written = amountOf(block.score);
  if (!computed) return written;
  return written && executionVerdict(execution).kind === 'right' ? written : computed;
}

/** Whether the block's rate carries points of its own: not where its row holds the totals of the whole form. */
export function carriesPoints({ block, premises, weight }: ExecutionScore): boolean {
  if (premises.some(({ choice }) => choice === 'form-totals')) return false;
  return weight !== null || amountOf(block.score) !== null;
}

function computedTotal(
  indicators: readonly IndicatorScore[],
  execution: ExecutionScore | null,
  rubric: Rubric,
): Exact | null {
  const parts = indicators.map(
    ({ indicator, computed }) => computed ?? writtenOf(indicator.score, indicator.isAdjustment),
  );
  if (execution && carriesPoints(execution)) parts.push(executionPart(execution));
  const known = parts.filter((part) => part !== null);
  if (known.length === 0 || known.length < parts.length) return null;
  return underCeiling(sum(known), execution, rubric);
}

/** What the rule gives, whatever a person decided. */
function byRule<Score extends { readonly decided?: { readonly byRule: Score } }>(score: Score): Score {
  return score.decided?.byRule ?? score;
}

/** No more than an execution rate so low allows. */
function underCeiling(total: Exact, execution: ExecutionScore | null, { ceilings }: Rubric): Exact {
  const rate = execution?.rate;
  const inForce = rate ? ceilings.filter(({ below }) => rate.lt(below)) : [];
  return inForce.reduce((lowest, { atMost }) => lesser(lowest, atMost), total);
}

/** The points of one row: settled, or open within limits. */
export interface RowPoints {
  /** Null: 待评定. */
  readonly settled: Exact | null;
  /** What the row weighs; zero for a bonus or malus row, which lies outside the hundred, and where nothing says it. */
  readonly weight: Exact;
  /** What the row can give; where it is settled, that alone. Null: anything, as nothing says what it weighs. */
  readonly limits: { readonly low: Exact; readonly high: Exact } | null;
}

function rowPoints(
  settled: Exact | null,
  weight: Exact | null,
  interval: ScoreInterval | null,
  isAdjustment: boolean,
): RowPoints {
  const whole = weight && { low: lesser(zero, weight), high: greater(zero, weight) };
  const limits = settled ? { low: settled, high: settled } : weight && (interval ?? whole);
  return {
    settled,
    weight: isAdjustment ? zero : (weight ?? zero),
    limits: limits && { low: limits.low, high: limits.high },
  };
}

/** The points of an indicator. */
export function pointsOf({ certainty, computed, indicator, interval, leftOpen }: IndicatorScore): RowPoints {
  // The points of a merged weight are those of its first row.
  if (leftOpen === 'weight-shared') return { settled: zero, weight: zero, limits: { low: zero, high: zero } };
  const settled = certainty === 'settled' ? computed : null;
  return rowPoints(settled, weightOf(indicator), interval, indicator.isAdjustment);
}

/** The points of the execution rate in the budget block. */
export function executionPoints(execution: ExecutionScore): RowPoints {
  const settled = execution.certainty === 'settled' ? executionPart(execution) : null;
  return rowPoints(settled, execution.weight, execution.interval, false);
}

/** Rows added up: what is settled, what is open, and what they can come to; `allowed` is null where a limit cannot be had. */
export function addUp(
  rows: readonly RowPoints[],
): Pick<Totals, 'settledScore' | 'openWeight' | 'openCount' | 'allowed'> {
  const open = rows.filter(({ settled }) => settled === null);
  const bounded = rows.flatMap(({ limits }) => limits ?? []);
  return {
    settledScore: sum(rows.flatMap(({ settled }) => settled ?? [])),
    openWeight: sum(open.map(({ weight }) => weight)),
    openCount: open.length,
    allowed:
      bounded.length === rows.length
        ? { low: sum(bounded.map(({ low }) => low)), high: sum(bounded.map(({ high }) => high)) }
        : null,
  };
}

/** What is settled, what is open, and the totals that the rules allow. */
function certaintyOf(
  indicators: readonly IndicatorScore[],
  execution: ExecutionScore | null,
  rubric: Rubric,
): ReturnType<typeof addUp> {
  const rows = indicators.map(pointsOf);
  if (execution && carriesPoints(execution)) rows.push(executionPoints(execution));
  const { allowed, settledScore, ...known } = addUp(rows);
  const capped = (total: Exact): Exact => underCeiling(total, execution, rubric);
  return {
    ...known,
    settledScore: capped(settledScore),
    allowed: allowed && { low: capped(allowed.low), high: capped(allowed.high) },
  };
}

/** The grades that the allowed totals can earn, which are one where the grade is settled; null where no limit can be had. */
export function allowedGrades(
  { allowed }: Pick<Totals, 'allowed'>,
  rubric: Rubric,
): { readonly worst: string; readonly best: string } | null {
  const [worst, best] = [gradeOf(allowed && allowed.low, rubric), gradeOf(allowed && allowed.high, rubric)];
  return worst !== null && best !== null ? { worst, best } : null;
}

/** The totals of a form whose rows were scored. */
export function totalsOf(
  form: Form,
  rubric: Rubric,
  indicators: readonly IndicatorScore[],
  execution: ExecutionScore | null,
): Totals {
  const statedScore = amountOf(form.total?.score ?? null);
  if (form.misalignment) {
    // Sums over displaced columns would add up the wrong figures.
    const grade = gradeOf(statedScore, rubric);
    const open = { settledScore: zero, openWeight: zero, openCount: form.indicators.length, allowed: null };
    return {
      weight: null,
      statedScore,
      sumOfScores: null,
      computedScore: null,
      ruledScore: null,
      grade,
      computedGrade: null,
      ...open,
    };
  }
  const rows = form.indicators.filter(({ isAdjustment }) => !isAdjustment);
  const weights = [...rows.map(weightOf), ...form.sharedWeights.map(({ weight }) => weight), execution?.weight ?? null];
  const written = form.indicators.map(({ score }) => amountOf(score));
  const sumOfScores = sumOrNull([
    ...written,
    execution && carriesPoints(execution) ? amountOf(execution.block.score) : null,
  ]);
  const computedScore = computedTotal(indicators, execution, rubric);
  const isByRule = !execution?.decided && indicators.every(({ decided }) => !decided);
  return {
    weight: sumOrNull(weights),
    statedScore,
    sumOfScores,
    computedScore,
    ruledScore: isByRule
      ? computedScore
      : computedTotal(indicators.map(byRule), execution && byRule(execution), rubric),
    grade: gradeOf(statedScore ?? sumOfScores, rubric),
    computedGrade: gradeOf(computedScore, rubric),
    ...certaintyOf(indicators, execution, rubric),
  };
}

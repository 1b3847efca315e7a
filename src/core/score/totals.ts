/** The points of the whole form: weights, stated total, sum of written scores, sum by the rules, grades. */
import { lesser, sum, zero, type Exact } from '../exact';
import { amountOf } from '../form/amountOf';
import type { Form, Reading } from '../form/form';
import type { Rubric } from '../rubric/rubric';
import { executionAgreement } from './agreement';
import { weightOf } from './situation';
import type { ExecutionScore, IndicatorScore, Totals } from './scores';

/** The grade that a total earns, or null. */
export function gradeOf(total: Exact | null, { grades }: Rubric): string | null {
  return total ? (grades.find(({ from }) => total.gte(from))?.grade ?? null) : null;
}

function sumOrNull(amounts: readonly (Exact | null)[]): Exact | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : sum(known);
}

/** The score written; a bonus or malus row with a dash adds nothing. */
export function writtenOf(score: Reading | null, isAdjustment: boolean): Exact | null {
  return amountOf(score) ?? (isAdjustment ? zero : null);
}

/** The score of the execution rate by the rule: the written one where the rounding of the amounts allows it. */
export function executionPart(execution: ExecutionScore): Exact | null {
  const { block, computed } = execution;
  const written = amountOf(block.score);
  if (!computed) return written;
  return written && executionAgreement(execution) === 'agrees' ? written : computed;
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
  const total = sum(known);
  const rate = execution?.rate;
  const ceilings = rate ? rubric.ceilings.filter(({ below }) => rate.lt(below)) : [];
  return ceilings.reduce((lowest, { atMost }) => lesser(lowest, atMost), total);
}

/** What is settled, what is open, and the totals that the rules allow. */
function certaintyOf(
  indicators: readonly IndicatorScore[],
  execution: ExecutionScore | null,
): Pick<Totals, 'settledScore' | 'openWeight' | 'openCount' | 'allowed'> {
  const rows = indicators.map(({ certainty, computed, indicator, interval }) => ({
    settled: certainty === 'settled' ? computed : null,
    weight: indicator.isAdjustment ? zero : (weightOf(indicator) ?? zero),
    interval,
    isWeighed: weightOf(indicator) !== null,
  }));
  if (execution && carriesPoints(execution)) {
    const settled = execution.certainty === 'settled' ? executionPart(execution) : null;
    const { interval, weight } = execution;
    rows.push({ settled, weight: weight ?? zero, interval, isWeighed: weight !== null });
  }
  const open = rows.filter(({ settled }) => settled === null);
  const settledScore = sum(rows.flatMap(({ settled }) => settled ?? []));
  // A row without a weight may give anything.
  const isBounded = open.every(({ isWeighed }) => isWeighed);
  const low = sum(open.map(({ interval }) => interval?.low ?? zero));
  const high = sum(open.map(({ interval, weight }) => interval?.high ?? weight));
  return {
    settledScore,
    openWeight: sum(open.map(({ weight }) => weight)),
    openCount: open.length,
    allowed: isBounded ? { low: settledScore.plus(low), high: settledScore.plus(high) } : null,
  };
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
    return { weight: null, statedScore, sumOfScores: null, computedScore: null, grade, computedGrade: null, ...open };
  }
  const rows = form.indicators.filter(({ isAdjustment }) => !isAdjustment);
  const weights = [...rows.map(weightOf), ...form.sharedWeights.map(({ weight }) => weight), execution?.weight ?? null];
  const written = form.indicators.map(({ score }) => amountOf(score));
  const sumOfScores = sumOrNull([
    ...written,
    execution && carriesPoints(execution) ? amountOf(execution.block.score) : null,
  ]);
  const computedScore = computedTotal(indicators, execution, rubric);
  return {
    weight: sumOrNull(weights),
    statedScore,
    sumOfScores,
    computedScore,
    grade: gradeOf(statedScore ?? sumOfScores, rubric),
    computedGrade: gradeOf(computedScore, rubric),
    ...certaintyOf(indicators, execution),
  };
}

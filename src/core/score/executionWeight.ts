/** What the execution rate weighs: the block's own weight, or what follows where the block does not say it. */
import { sum, type Exact } from '../exact';
import { amountOf } from '../form/amountOf';
import type { BudgetBlock, Form } from '../form/form';
import type { Rubric } from '../rubric/rubric';
import { regulated, stated, type Premise } from './premises';
import { weightOf } from './situation';

/** A weight with what it rests on; null where the rate carries no points. */
export interface ExecutionWeight {
  readonly weight: Exact | null;
  readonly premises: readonly Premise[];
}

function rowWeights(form: Form): Exact | null {
  const own = form.indicators.filter(({ isAdjustment }) => !isAdjustment).map(weightOf);
  const weights = [...own, ...form.sharedWeights.map(({ weight }) => weight)];
  const known = weights.filter((weight) => weight !== null);
  return known.length === 0 ? null : sum(known);
}

function carriesScore({ score }: BudgetBlock): boolean {
  return amountOf(score) !== null;
}

/** What a profile gives the execution rate; null where it has no part for it. */
export function usualWeightOf({ levels }: Rubric): Exact | null {
  return levels.find(({ name }) => name.includes('执行'))?.weight ?? null;
}

/** The weight of the execution rate. */
export function executionWeightOf(form: Form, rubric: Rubric): ExecutionWeight {
  const { budget } = form;
  if (!budget) return { weight: null, premises: [] };
  if (budget.formTotals) {
    // 100 and 98 beside the funds are the totals of the whole form.
    return { weight: null, premises: [stated('amounts', 'form-totals', budget.formTotals.weight.cell.ref)] };
  }
  const own = amountOf(budget.weight);
  if (own) return { weight: own, premises: [] };
  // A score without a weight: the profile's, where it is exactly what the rows leave.
  const usual = usualWeightOf(rubric);
  const rows = rowWeights(form);
  if (!carriesScore(budget) || !usual || !rows?.plus(usual).eq(rubric.total)) return { weight: null, premises: [] };
  const clause = `${rubric.source.document} ${rubric.execution.clause}`.trim();
  return { weight: usual, premises: [regulated('amounts', 'usual-weight', clause, { weight: usual.toFixed() })] };
}

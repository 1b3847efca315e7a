/** Totals of the whole form that stand in its head or in the row of the funds, and rates that stand twice. */
import { hundred, sum } from '../exact';
import { amountOf } from './amountOf';
import type { BudgetBlock, Form, Indicator, TotalRow } from './form';

/** 自评总分 in the head is the stated total of a form without a row for it. */
export function totalInHead({ head }: Pick<Form, 'head'>): TotalRow | null {
  if (!head.score) return null;
  const { label, reading } = head.score;
  return { label, weight: null, score: reading, scoreRate: null, deduction: null };
}

/** No execution rate weighs as much. */
const heavierThanAnyRate = 50;

/**
 * Takes the totals of the whole form out of the row of the funds, where a unit typed them: its weight is that of all
 * rows together, or the stated total, and more than an execution rate can weigh.
 */
export function withoutFormTotals(
  budget: BudgetBlock | null,
  indicators: readonly Indicator[],
  total: TotalRow | null,
): BudgetBlock | null {
  const weight = amountOf(budget?.weight ?? null);
  if (!budget?.weight || !weight?.gt(heavierThanAnyRate)) return budget;
  const rows = indicators.filter(({ isAdjustment }) => !isAdjustment);
  const whole = sum(rows.flatMap((row) => amountOf(row.weight) ?? []));
  const stated = amountOf(total?.weight ?? null);
  if (!weight.eq(whole) && !stated?.eq(weight) && !weight.eq(hundred)) return budget;
  return { ...budget, weight: null, score: null, formTotals: { weight: budget.weight, score: budget.score } };
}

/** With a score for the execution rate in the budget block, a row of that name is an ordinary indicator. */
export function withoutSecondRate(indicators: readonly Indicator[], budget: BudgetBlock | null): readonly Indicator[] {
  if (!amountOf(budget?.weight ?? null)) return indicators;
  return indicators.map((indicator) =>
    indicator.isExecutionRate ? { ...indicator, isExecutionRate: false } : indicator,
  );
}

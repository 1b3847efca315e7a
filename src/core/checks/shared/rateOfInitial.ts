/** An execution rate that was taken of 年初预算数 where 全年预算数 is another amount. */
import type { Exact } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { executionRateOf, totalLineOf } from '../../score/executionRate';
import type { ExecutionScore } from '../../score/scores';

/** The two budgets, where the stated rate is that of the first one and the amounts do not allow it; else null. */
export function rateOfInitial({
  block,
}: Pick<ExecutionScore, 'block'>): { readonly initial: Exact; readonly budget: Exact } | null {
  const line = totalLineOf(block);
  const initial = amountOf(line?.initial ?? null);
  const budget = amountOf(line?.budget ?? null);
  if (!line || !initial?.gt(0) || !budget?.gt(0) || initial.eq(budget) || !amountOf(block.rate)) return null;
  const asInitial = executionRateOf({ ...block, lines: [{ ...line, budget: line.initial }] });
  const asStated = executionRateOf(block);
  return asInitial?.usesStated && asInitial.interval && !asStated?.usesStated ? { initial, budget } : null;
}

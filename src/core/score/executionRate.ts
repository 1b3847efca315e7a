/** The execution rate from the amounts of the budget block, with the rates that their rounding allows. */
import { exact, lesser, greater, hundred, zero, type Exact } from '../exact';
import { amountOf } from '../form/amountOf';
import type { BudgetBlock, BudgetLine } from '../form/form';

/** executed ÷ budget, as ratios. */
export interface ExecutionRate {
  readonly executed: Exact | null;
  readonly budget: Exact | null;
  /** From the amounts, unrounded; from the form's own rate where the amounts cannot be had. */
  readonly rate: Exact;
  /** The form's own rate where the amounts allow it, else `rate`: what the score is computed from. */
  readonly used: Exact;
  readonly usesStated: boolean;
  /** null where the amounts cannot be had. */
  readonly interval: { readonly low: Exact; readonly high: Exact } | null;
}

/** Forms give amounts to at least two decimals; whole ones are taken to be exact to two as well. */
const usualPlaces = 2;

function placesOf(amount: Exact): number {
  const text = amount.toFixed();
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** Half of the last place to which both amounts are written. */
function halfStep(executed: Exact, budget: Exact): Exact {
  const places = Math.max(usualPlaces, placesOf(executed), placesOf(budget));
  return exact(5).div(exact(10).pow(places + 1));
}

/** The line whose amounts make the rate: 年度资金总额, or the only line. */
export function totalLineOf({ lines }: BudgetBlock): BudgetLine | null {
  return lines.find(({ role }) => role === 'total') ?? (lines.length === 1 ? (lines[0] ?? null) : null);
}

/** Half of the last place that a percentage shows: "87.97%" → 0.00005. */
function shownHalfStep(text: string): Exact {
  const decimals = /[.．](\d+)/u.exec(text)?.[1]?.length ?? 0;
  return exact(5).div(exact(10).pow(decimals + 3));
}

/** 1 万元 is 10000 元. */
const apart = exact(10000);

/** Whether one amount is the other, or nearly so, only in 元 under 万元; a stated rate that fits the amounts speaks against it. */
export function areInDifferentUnits(executed: Exact, budget: Exact, stated: Exact | null): boolean {
  if (executed.lte(0) || budget.lte(0)) return false;
  const ratio = executed.div(budget);
  const isFar = [ratio.times(apart), ratio.div(apart)].some((each) => each.gte('0.3') && each.lte('1.3'));
  return isFar && greater(executed, budget).gte(apart) && !(stated?.lt('0.01') && ratio.lt(1));
}

/** The execution rate, or null where neither amounts nor a stated rate can be had. */
export function executionRateOf(block: BudgetBlock): ExecutionRate | null {
  const line = totalLineOf(block);
  const executed = line ? amountOf(line.executed) : null;
  const budget = line ? (amountOf(line.budget) ?? amountOf(line.initial)) : null;
  const stated = amountOf(block.rate);
  if (!executed || !budget || budget.lte(0) || executed.lt(0)) {
    const isUsable = stated !== null && stated.gte(0) && !(budget && budget.lte(0));
    return isUsable ? { executed, budget, rate: stated, used: stated, usesStated: true, interval: null } : null;
  }
  if (areInDifferentUnits(executed, budget, stated)) return null;
  const half = halfStep(executed, budget);
  const rate = executed.div(budget);
  const interval = {
    low: greater(zero, executed.minus(half)).div(budget.plus(half)),
    high: budget.gt(half) ? executed.plus(half).div(budget.minus(half)) : rate,
  };
  const shown = block.rate ? shownHalfStep(block.rate.cell.text) : zero;
  const usesStated = stated !== null && stated.plus(shown).gte(interval.low) && stated.minus(shown).lte(interval.high);
  return { executed, budget, rate, used: usesStated ? stated : rate, usesStated, interval };
}

/** A ratio as a percentage: 0.879433 → "87.94%"; trailing zeros are dropped. */
export function percentText(ratio: Exact): string {
  return `${exact(ratio.times(hundred).toFixed(2)).toFixed()}%`;
}

/** A rate that earns points: never above one. */
export function cappedRate(rate: Exact): Exact {
  return lesser(exact(1), rate);
}

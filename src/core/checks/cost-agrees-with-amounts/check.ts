/** What the project cost as a whole must be what was spent on it, as the fund block says. */
import { type Exact, exact, plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { Indicator } from '../../form/form';
import type { Cell } from '../../sheet/sheetView';
import { areInDifferentUnits, totalLineOf } from '../../score/executionRate';
import { amountIn, unitNamed } from '../../value/units';
import type { Value } from '../../value/value';
import { defineCheck } from '../defineCheck';
import { isOneAsWritten } from '../shared/asWritten';
import { ordinary } from '../shared/scored';

/** The cost of the whole project; what is bought or paid for a part of it has no total to agree with. */
const wholeCost =
  /^(?:本?项目|资金|工程|年度|全年|实际)*(?:总成本|总支出|总费用|总造价|总投资|总经费|成本总额|支出总额|(?:成本|支出|费用|投资)总(?:额|量|数)|项目(?:实施)?(?:成本|支出|经费)(?:控制)?(?:数|额|总额|金额)?)(?:控制)?(?:数|额|金额|情况)?$/u;
/** 总投资 and 造价 may run over several years. */
const overYears = /投资|造价/u;

/** A value in 万元; null where it is no amount of money. */
function moneyOf(value: Value | undefined, unit: Cell | null): Exact | null {
  if (value?.kind !== 'quantity') return null;
  const own = value.unit ?? unitNamed(unit?.text.trim() ?? '');
  if (own?.family !== 'money' || own.per) return null;
  return amountIn({ number: value.number, unit: own }, unitNamed('万元'));
}

/** The amount of an actual in 万元; null where it is no plain amount of money. */
function costOf({ actual, name, unit }: Indicator): Exact | null {
  const value = actual?.value;
  if (!wholeCost.test(name.text.replace(/[\s（(].*$/u, '')) || value?.kind !== 'quantity' || value.approximate)
    return null;
  return value.comparator === null || value.comparator === '=' ? moneyOf(value, unit) : null;
}

/** Whether the target allows more than the money of the year, so that other years or other givers may pay for it too. */
function isBeyondBudget({ target, unit }: Indicator, budgets: readonly Exact[]): boolean {
  const allowed = moneyOf(target?.value, unit);
  return allowed !== null && budgets.length > 0 && budgets.every((budget) => allowed.gt(budget));
}

export const costAgreesWithAmounts = defineCheck({
  id: 'cost-agrees-with-amounts',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['cell-without-error', 'units-agree', 'budget-amounts-plausible'],
  messages: {
    above: ['name', 'actual', 'executed', 'gap'],
    below: ['name', 'actual', 'executed', 'gap'],
  },

  find({ form }, report) {
    const { budget } = form;
    const line = budget && totalLineOf(budget);
    const amount = amountOf(line?.executed ?? null);
    if (!budget?.unit || !line?.executed || !amount?.gt(0)) return;
    const inTenThousands = (money: Exact): Exact => (budget.unit === '万元' ? money : money.div(10000));
    const executed = inTenThousands(amount);
    const budgets = [line.budget, line.initial].flatMap((reading) => amountOf(reading) ?? []).map(inTenThousands);
    const rows = ordinary(form).flatMap((row) => {
      const cost = costOf(row);
      return cost && row.actual ? [{ row, cost, actual: row.actual }] : [];
    });
    // Of several each may be the cost of a part.
    const [only, ...others] = rows;
    if (!only || others.length > 0 || isOneAsWritten(only.cost, executed)) return;
    const { actual, cost, row } = only;
    if (areInDifferentUnits(cost, executed, null)) return;
    const gap = plain(exact(cost.minus(executed).abs().toFixed(4)));
    report(cost.gt(executed) ? 'above' : 'below', {
      cells: [actual.cell.ref, line.executed.cell.ref],
      indicator: row.key,
      facts: { name: row.name.text, actual: actual.cell.text.trim(), executed: plain(executed), gap },
      found: actual.cell.text.trim(),
      ...(overYears.test(row.name.text) || isBeyondBudget(row, budgets) ? { severity: 'P2' as const } : {}),
    });
  },
});

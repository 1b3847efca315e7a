/** Amounts that can be read, and that a reviewer must still ask about: more spent than planned, 元 under 万元. */
import { exact, plain, type Exact } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { BudgetBlock, Form } from '../../form/form';
import { amountIn, unitNamed } from '../../value/units';
import { areInDifferentUnits, totalLineOf } from '../../score/executionRate';
import { defineCheck, type Remark } from '../defineCheck';

/** 1 万元 is 10000 元. */
const apart = exact(10000);

/** The money that the rows name, in 万元: 项目总成本 ≤100万元, 98万元. */
function moneyOfRows({ indicators }: Form): readonly { readonly text: string; readonly amount: Exact }[] {
  const entries = indicators.flatMap(({ actual, target }) => [target, actual]);
  return entries.flatMap((target) => {
    const value = target?.value;
    if (!target || value?.kind !== 'quantity' || value.unit?.family !== 'money' || value.unit.per) return [];
    const amount = amountIn(value, unitNamed('万元'));
    return amount?.gt(0) ? [{ text: target.cell.text.trim(), amount }] : [];
  });
}

/** Whether one amount is the other, only in 元. */
function isSameInYuan(amount: Exact, other: Exact): boolean {
  const ratio = amount.div(other).div(apart);
  // A hundred million and more, ten thousand times what the form itself names as the cost.
  return amount.gte(apart) && ratio.gte('0.8') && ratio.lte('1.25');
}

const columns = [
  ['initial', '年初预算数'],
  ['budget', '全年预算数'],
  ['executed', '全年执行数'],
] as const;

/** Nothing is planned and nothing is spent below zero; what was taken back belongs into a note. */
function reportNegative({ lines }: BudgetBlock, report: (message: 'negative', remark: Remark) => void): void {
  for (const line of lines) {
    for (const [column, title] of columns) {
      const reading = line[column];
      const amount = amountOf(reading);
      if (!reading || !amount?.lt(0)) continue;
      const facts = { column: title, amount: plain(amount) };
      report('negative', { cells: [reading.cell.ref], facts, found: plain(amount) });
    }
  }
}

export const budgetAmountsPlausible = defineCheck({
  id: 'budget-amounts-plausible',
  severity: 'P1',
  scope: 'budget',
  yieldsTo: ['cell-without-error', 'budget-parts-reach-total', 'budget-denominator-present'],
  messages: {
    overspent: ['budget', 'executed', 'over'],
    overspentFull: ['budget', 'executed', 'over', 'score'],
    unit: ['amount', 'unit', 'target'],
    unitWithin: ['budget', 'executed'],
    negative: ['column', 'amount'],
  },

  find({ form }, report) {
    const { budget: block } = form;
    if (block) reportNegative(block, report);
    const line = block ? totalLineOf(block) : null;
    const planned = line?.budget ?? line?.initial ?? null;
    const budget = amountOf(planned);
    const executed = amountOf(line?.executed ?? null);
    if (!block || !line || !planned || !budget?.gt(0)) return;
    if (line.executed && executed && areInDifferentUnits(executed, budget, amountOf(block.rate))) {
      report('unitWithin', {
        cells: [line.executed.cell.ref, planned.cell.ref],
        facts: { budget: plain(budget), executed: plain(executed) },
        found: plain(executed),
      });
      return;
    }
    if (executed?.gt(budget) && line.executed) {
      const facts = { budget: plain(budget), executed: plain(executed), over: plain(executed.minus(budget)) };
      const cells = [line.executed.cell.ref, planned.cell.ref];
      const [full, score] = [amountOf(block.weight), amountOf(block.score)];
      // The rate earns full marks from 100 % on, and yet more was spent than there was.
      if (block.score && full?.gt(0) && score?.gte(full)) {
        const all = { ...facts, score: plain(score) };
        report('overspentFull', { cells: [...cells, block.score.cell.ref], facts: all, found: plain(executed) });
      } else report('overspent', { cells, facts, found: plain(executed) });
    }
    if (block.unit !== '万元') return;
    const named = moneyOfRows(form).find(({ amount }) => isSameInYuan(budget, amount));
    if (!named) return;
    report('unit', {
      cells: [planned.cell.ref],
      facts: { amount: plain(budget), unit: block.unit, target: named.text },
      found: plain(budget),
    });
  },
});

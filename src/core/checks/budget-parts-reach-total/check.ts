/** The parts of the budget must add up to the total amount that is stated above them. */
import { type Exact, exact, plain, sum } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { BudgetLine } from '../../form/form';
import { defineCheck } from '../defineCheck';

/** The columns, with the name that forms give them. */
const columns = [
  ['initial', '年初预算数'],
  ['budget', '全年预算数'],
  ['executed', '全年执行数'],
] as const;
/** A part of each kind makes the list complete; with fewer, 其中 names only some of the parts. */
const allParts = ['fiscal', 'carried-over', 'other'] as const;

function placesOf(number: Exact): number {
  return plain(number).split('.')[1]?.length ?? 0;
}

/** How far amounts of these decimals may miss their sum by rounding alone; nothing for whole or one-decimal amounts. */
function slackOf(amounts: readonly Exact[]): Exact {
  const places = Math.max(...amounts.map(placesOf));
  return places < 2
    ? exact(0)
    : exact(5)
        .div(exact(10).pow(places + 1))
        .times(amounts.length);
}

/** Whether the parts of a column are its total. */
function addsUp(whole: BudgetLine, parts: readonly BudgetLine[], column: (typeof columns)[number][0]): boolean {
  const total = amountOf(whole[column]);
  const amounts = parts.flatMap((part) => amountOf(part[column]) ?? []);
  return total?.gt(0) === true && sum(amounts).eq(total);
}

export const budgetPartsReachTotal = defineCheck({
  id: 'budget-parts-reach-total',
  severity: 'P0',
  scope: 'budget',
  yieldsTo: ['cell-without-error'],
  messages: {
    short: ['column', 'total', 'sum', 'gap'],
    over: ['column', 'total', 'sum', 'gap'],
    rounded: ['column', 'total', 'sum', 'gap'],
  },

  find({ form: { budget } }, report) {
    const whole = budget?.lines.find(({ role }) => role === 'total');
    const parts = budget?.lines.filter(({ role }) => role !== 'total') ?? [];
    if (!whole || parts.length === 0) return;
    // Two lines of one role may be an amount and its own parts, which would count twice; they stand side by side where
    // some column adds up with both.
    const isRepeated = new Set(parts.map(({ role }) => role)).size < parts.length;
    if (isRepeated && !columns.some(([column]) => addsUp(whole, parts, column))) return;
    const isComplete = allParts.every((role) => parts.some((part) => part.role === role));

    for (const [column, title] of columns) {
      const reading = whole[column];
      const total = amountOf(reading);
      const readings = parts.map((part: BudgetLine) => part[column]);
      const amounts = readings.flatMap((part) => amountOf(part) ?? []);
      const isReadable = readings.every((part) => part?.kind !== 'error' && part?.kind !== 'not-a-number');
      if (!reading || !total || amounts.length === 0 || !isReadable) continue;
      const found = sum(amounts);
      const gap = total.minus(found).abs();
      if (gap.eq(0) || (found.lt(total) && !isComplete)) continue;
      const remark = {
        cells: [reading.cell.ref, ...readings.flatMap((part) => (part ? [part.cell.ref] : []))],
        facts: { column: title, total: plain(total), sum: plain(found), gap: plain(gap) },
        found: plain(total),
        expected: plain(found),
      };
      if (gap.lte(slackOf([total, ...amounts]))) report('rounded', { ...remark, severity: 'P2' });
      else report(found.lt(total) ? 'short' : 'over', remark);
    }
  },
});

/** The parts of the budget must add up to the total amount that is stated above them. */
import { type Exact, exact, plain, sum } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { BudgetLine } from '../../form/form';
import { defineCheck, type Remark } from '../defineCheck';
import { decimalPlaces } from '../shared/asWritten';

/** The columns, with the name that forms give them. */
const columns = [
  ['initial', '年初预算数'],
  ['budget', '全年预算数'],
  ['executed', '全年执行数'],
] as const;
/** A part of each kind makes the list complete; with fewer, 其中 names only some of the parts. */
const allParts = ['fiscal', 'carried-over', 'other'] as const;

/** How far amounts of these decimals may miss their sum by rounding alone; nothing for whole or one-decimal amounts. */
function slackOf(amounts: readonly Exact[]): Exact {
  const places = Math.max(...amounts.map(decimalPlaces));
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

interface Gap {
  readonly side: 'short' | 'over';
  /** Whether rounding alone explains it. */
  readonly areRounded: boolean;
  readonly remark: Remark;
  /** For a sentence about several columns. */
  readonly figures: string;
}

/** By what the parts of a column miss its total; null where they reach it, or nobody can say. */
function gapIn(
  whole: BudgetLine,
  parts: readonly BudgetLine[],
  column: (typeof columns)[number][0],
  title: string,
  isComplete: boolean,
): Gap | null {
  const reading = whole[column];
  const total = amountOf(reading);
  const readings = parts.map((part) => part[column]);
  const amounts = readings.flatMap((part) => amountOf(part) ?? []);
  const isReadable = readings.every((part) => part?.kind !== 'error' && part?.kind !== 'not-a-number');
  if (!reading || !total || amounts.length === 0 || !isReadable) return null;
  const found = sum(amounts);
  const gap = total.minus(found).abs();
  if (gap.eq(0) || (found.lt(total) && !isComplete)) return null;
  const remark = {
    cells: [reading.cell.ref, ...readings.flatMap((part) => (part ? [part.cell.ref] : []))],
    facts: { column: title, total: plain(total), sum: plain(found), gap: plain(gap) },
    found: plain(total),
    expected: plain(found),
  };
  const figures = `${title} ${plain(total)}（分项合计 ${plain(found)}）`;
  const areRounded = gap.lte(slackOf([total, ...amounts]));
  return { side: found.lt(total) ? 'short' : 'over', areRounded, remark, figures };
}

export const budgetPartsReachTotal = defineCheck({
  id: 'budget-parts-reach-total',
  severity: 'P0',
  scope: 'budget',
  yieldsTo: ['cell-without-error'],
  messages: {
    short: ['column', 'total', 'sum', 'gap'],
    over: ['column', 'total', 'sum', 'gap'],
    shortInMany: ['figures'],
    overInMany: ['figures'],
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

    const gaps = columns.flatMap(([column, title]) => gapIn(whole, parts, column, title, isComplete) ?? []);
    for (const { areRounded, remark } of gaps) if (areRounded) report('rounded', { ...remark, severity: 'P2' });
    for (const side of ['short', 'over'] as const) {
      const [first, ...others] = gaps.filter((gap) => !gap.areRounded && gap.side === side);
      if (!first) continue;
      // A part that was left out, or counted twice, is missed in every column: one cause.
      const all = [first, ...others];
      if (others.length === 0) report(side, first.remark);
      else
        report(`${side}InMany`, {
          cells: all.flatMap(({ remark: { cells } }) => cells),
          facts: { figures: all.map(({ figures }) => figures).join('、') },
          found: all.map(({ remark: { found } }) => found).join('、'),
        });
    }
  },
});

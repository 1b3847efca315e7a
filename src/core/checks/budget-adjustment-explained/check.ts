/** A budget that was changed by much needs a word of explanation. */
import { exact, type Exact, hundred, plain, sum, zero } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { Form } from '../../form/form';
import { defineCheck, type Examined, type Remark } from '../defineCheck';
import { isPrompt } from '../shared/prompts';
import { spoken } from '../shared/spoken';
import { withoutSpaces } from '../../signs';

/** Where the rubric names no limit of its own. */
const usualLimit = exact('0.3');
const explanation =
  /(?:预算|资金|指标|经费)[^。；;，,]{0,12}(?:调整|追加|调增|调减|压减|收回|核减|增加|减少|统筹)|(?:追加|调增|调减|压减|核减|收回)[^。；;，,]{0,8}(?:预算|资金|指标|经费)/u;

/** 年中发生预算调整的，应单独说明理由: a form that asks for the reasons of every change. */
const asksForEvery = /预算(?:发生)?调整[^。；;]{0,20}(?:说明|理由|原因)/u;
/** 预算执行率未达到90%的需说明原因. */
const asksBelow = /执行率[^。；;]{0,8}(?:未达到?|低于|不足|小于|不到)(\d{1,3})[%％][^。；;]{0,10}(?:说明|原因)/u;

/** Whether the form says anything about the change; its rules ("权重可做适当调整") are no explanation. */
function isExplained({ budget, goals, indicators, notes }: Form): boolean {
  const reasons = indicators.flatMap(({ reason, remark }) => [reason, remark]);
  const own = budget?.reason && isPrompt(budget.reason.text) ? null : (budget?.reason ?? null);
  const said = notes.filter(({ text }) => !asksForEvery.test(withoutSpaces(text)));
  return [own, goals.achieved, ...said, ...reasons].some((cell) => cell && explanation.test(withoutSpaces(cell.text)));
}

/** What the form says beside the amounts and below the table, spaces left out. */
function demandsOf({ budget, notes }: Form): readonly string[] {
  return [budget?.reason ?? null, ...notes].flatMap((cell) => (cell ? [withoutSpaces(cell.text)] : []));
}

/** Whether the column for reasons holds an answer: not nothing, and not the words of the template. */
function isAnswered({ budget }: Form): boolean {
  const text = spoken(budget?.reason ?? null);
  return text !== '' && !asksForEvery.test(text) && !asksBelow.test(text) && !isPrompt(text);
}

/** Reasons that the form itself asks for, in a column of its own beside the amounts. */
function reportAskedFor(
  { form, scores: { execution } }: Examined,
  report: (message: 'askedFor' | 'rateAskedFor', remark: Remark) => void,
): boolean {
  const reason = form.budget?.reason;
  const whole = form.budget?.lines.find(({ role }) => role === 'total');
  if (!reason || isAnswered(form)) return false;
  const demands = demandsOf(form);
  const limit = demands.map((text) => asksBelow.exec(text)?.[1]).find((digits) => digits !== undefined);
  const rate = execution?.rate;
  if (rate && limit !== undefined && rate.times(hundred).lt(limit)) {
    const facts = { rate: `${rate.times(hundred).toFixed(2)}%`, limit: `${limit}%` };
    report('rateAskedFor', { cells: [reason.ref], facts });
  }
  const [initial, budget] = [amountOf(whole?.initial ?? null), amountOf(whole?.budget ?? null)];
  const isAsked = demands.some((text) => asksForEvery.test(text));
  if (!isAsked || !initial?.gte(0) || !budget?.gt(0) || initial.eq(budget) || isExplained(form)) return false;
  const facts = { initial: plain(initial), budget: plain(budget), change: plain(budget.minus(initial)) };
  const severity = initial.eq(0) ? 'P2' : 'P1';
  report('askedFor', { severity, cells: [reason.ref, ...(whole?.budget ? [whole.budget.cell.ref] : [])], facts });
  return true;
}

/** What was carried over from the year before and came on top of the first budget: the table itself says whence it is. */
function carriedOver({ budget }: Form): Exact {
  const lines = (budget?.lines ?? []).filter(({ role }) => role === 'carried-over');
  return sum(lines.map((line) => (amountOf(line.budget) ?? zero).minus(amountOf(line.initial) ?? zero)));
}

export const budgetAdjustmentExplained = defineCheck({
  id: 'budget-adjustment-explained',
  severity: 'P1',
  scope: 'budget',
  yieldsTo: ['budget-parts-reach-total', 'budget-denominator-present'],
  messages: {
    raised: ['initial', 'budget', 'change', 'limit'],
    cut: ['initial', 'budget', 'change', 'limit'],
    fromNothing: ['budget'],
    askedFor: ['initial', 'budget', 'change'],
    rateAskedFor: ['rate', 'limit'],
  },

  find(examined, report) {
    const { form, rubric } = examined;
    if (reportAskedFor(examined, report)) return;
    const whole = form.budget?.lines.find(({ role }) => role === 'total');
    const initial = amountOf(whole?.initial ?? null);
    const budget = amountOf(whole?.budget ?? null);
    if (!whole?.budget || !initial || !budget || initial.lt(0) || budget.lte(0) || isExplained(form)) return;
    const cells = [whole.budget.cell.ref, ...(whole.initial ? [whole.initial.cell.ref] : [])];
    const carried = carriedOver(form);
    if (carried.gt(0) && carried.eq(budget.minus(initial))) return;
    if (initial.eq(0)) {
      report('fromNothing', { cells, facts: { budget: plain(budget) }, severity: 'P2' });
      return;
    }
    const limit = rubric.reasons.budgetAdjustedBeyond ?? usualLimit;
    const change = budget.minus(initial).div(initial);
    if (change.abs().lte(limit)) return;
    report(change.gt(0) ? 'raised' : 'cut', {
      cells,
      facts: {
        initial: plain(initial),
        budget: plain(budget),
        change: `${change.abs().times(hundred).toFixed(1)}%`,
        limit: `${plain(limit.times(hundred))}%`,
      },
      found: plain(budget),
    });
  },
});

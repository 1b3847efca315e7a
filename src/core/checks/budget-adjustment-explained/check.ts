/** A budget that was changed by much needs a word of explanation. */
import { exact, hundred, plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { Form } from '../../form/form';
import { defineCheck } from '../defineCheck';

/** Where the rubric names no limit of its own. */
const usualLimit = exact('0.3');
const explanation =
  /(?:预算|资金|指标|经费)[^。；;，,]{0,12}(?:调整|追加|调增|调减|压减|收回|核减|增加|减少|统筹)|(?:追加|调增|调减|压减|核减|收回)[^。；;，,]{0,8}(?:预算|资金|指标|经费)/u;

/** Whether the form says anything about the change; its rules ("权重可做适当调整") are no explanation. */
function isExplained({ goals, indicators, notes }: Form): boolean {
  const reasons = indicators.flatMap(({ reason, remark }) => [reason, remark]);
  return [goals.achieved, ...notes, ...reasons].some((cell) => cell && explanation.test(cell.text.replace(/\s/gu, '')));
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
  },

  find({ form, rubric }, report) {
    const whole = form.budget?.lines.find(({ role }) => role === 'total');
    const initial = amountOf(whole?.initial ?? null);
    const budget = amountOf(whole?.budget ?? null);
    if (!whole?.budget || !initial || !budget || initial.lt(0) || budget.lte(0) || isExplained(form)) return;
    const cells = [whole.budget.cell.ref, ...(whole.initial ? [whole.initial.cell.ref] : [])];
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

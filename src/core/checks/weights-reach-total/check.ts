/** All weights together must give the total that the rubric asks for. */
import { type Exact, plain, sum } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { Form } from '../../form/form';
import type { Rubric } from '../../rubric/rubric';
import { usualWeightOf } from '../../score/executionWeight';
import { defineCheck } from '../defineCheck';
import { labelGapsOf } from '../shared/labelGaps';
import { weightsOfWhole } from '../shared/wholeWeight';

/**
 * Whether a total of its own leaves just what the execution rate usually weighs, and the funds say no weight: 总分 90 is then
 * the rows', and the ten points of the rate are counted outside of the form.
 */
function leavesRate({ budget, total }: Form, rubric: Rubric, found: Exact): boolean {
  const usual = usualWeightOf(rubric);
  const isWritten = amountOf(total?.weight ?? null)?.eq(found) === true;
  return budget !== null && !amountOf(budget.weight) && isWritten && usual?.eq(rubric.total.minus(found)) === true;
}

export const weightsReachTotal = defineCheck({
  id: 'weights-reach-total',
  severity: 'P0',
  scope: 'totals',
  ignoresScores: true,
  messages: {
    short: ['sum', 'gap', 'total', 'count'],
    over: ['sum', 'gap', 'total', 'count'],
    besideRate: ['sum', 'gap', 'total', 'count'],
    inFundRow: ['weight', 'total'],
  },

  find({ form, rubric, scores }, report) {
    const { total } = rubric;
    const misplaced = form.budget?.formTotals;
    if (misplaced) {
      const { score, weight } = misplaced;
      const written = amountOf(weight);
      report('inFundRow', {
        cells: [weight.cell.ref, ...(score ? [score.cell.ref] : [])],
        facts: { weight: written ? plain(written) : weight.cell.text, total: plain(total) },
        severity: 'P1',
        found: weight.cell.text,
      });
    }
    const whole = weightsOfWhole({ form, scores });
    if (!whole) return;
    const { found } = whole;
    // What the rows leave may be the weight of the rate, in whose place the total was typed.
    if (found.eq(total) || (misplaced && found.lt(total))) return;

    // Headings that are off by just this much say where it comes from.
    const gaps = labelGapsOf(form);
    if (gaps.length > 0 && sum(gaps.map(({ own }) => own)).eq(found.minus(total))) return;

    const stated = form.total?.weight?.cell.ref;
    const remark = {
      cells: [...(stated ? [stated] : []), ...whole.cells],
      facts: {
        sum: plain(found),
        gap: plain(found.minus(total).abs()),
        total: plain(total),
        count: whole.cells.length,
      },
      found: found.toNumber(),
      expected: total.toNumber(),
    };
    if (leavesRate(form, rubric, found)) {
      report('besideRate', { ...remark, severity: 'P1' });
      return;
    }
    report(found.lt(total) ? 'short' : 'over', {
      ...remark,
      // Without a column of weights the points of a part may stand where nobody looked for them.
      ...(form.columns.some(({ role }) => role === 'weight') ? {} : { severity: 'P1' as const }),
    });
  },
});

/** All weights together must give the total that the rubric asks for. */
import { plain, sum } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { defineCheck } from '../defineCheck';
import { labelGapsOf } from '../shared/labelGaps';
import { weightsOfWhole } from '../shared/wholeWeight';

export const weightsReachTotal = defineCheck({
  id: 'weights-reach-total',
  severity: 'P0',
  scope: 'totals',
  messages: {
    short: ['sum', 'gap', 'total', 'count'],
    over: ['sum', 'gap', 'total', 'count'],
    inFundRow: ['weight', 'total'],
  },

  find({ form, rubric: { total }, scores }, report) {
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
    report(found.lt(total) ? 'short' : 'over', {
      cells: [...(stated ? [stated] : []), ...whole.cells],
      facts: {
        sum: plain(found),
        gap: plain(found.minus(total).abs()),
        total: plain(total),
        count: whole.cells.length,
      },
      found: found.toNumber(),
      expected: total.toNumber(),
      // Without a column of weights the points of a part may stand where nobody looked for them.
      ...(form.columns.some(({ role }) => role === 'weight') ? {} : { severity: 'P1' as const }),
    });
  },
});

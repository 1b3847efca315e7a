/** All weights together must give the total that the rubric asks for. */
import { plain, sum, zero } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { Indicator } from '../../form/form';
import { defineCheck } from '../defineCheck';
import { ordinary } from '../shared/scored';

/** Whether a row without a weight of its own shares the merged weight cell of a row above it. */
function isSharedFromAbove(rows: readonly Indicator[], place: number): boolean {
  const line = rows[place]?.line ?? -1;
  const above = rows
    .slice(0, place)
    .reverse()
    .find(({ weight }) => weight !== null)?.weight?.cell.merge;
  return above ? above.top < line && above.bottom >= line : false;
}

export const weightsReachTotal = defineCheck({
  id: 'weights-reach-total',
  severity: 'P0',
  scope: 'totals',
  messages: {
    short: ['sum', 'gap', 'total', 'count'],
    over: ['sum', 'gap', 'total', 'count'],
    inFundRow: ['weight', 'total'],
  },

  find({ form, rubric: { total }, scores: { execution } }, report) {
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
    const rows = ordinary(form);
    const counted = rows.map(({ weight }) => weight);
    // A missing, unreadable or zero weight has its own check; a sum over a hole would only repeat it.
    const isHole = (place: number): boolean => {
      const reading = counted[place] ?? null;
      return reading ? !amountOf(reading)?.gt(0) : !isSharedFromAbove(rows, place);
    };
    if (counted.length === 0 || counted.some((_, place) => isHole(place))) return;

    const own = execution?.weight ?? null;
    const readings = [...counted, own && form.budget ? form.budget.weight : null].flatMap((reading) => {
      const weight = amountOf(reading);
      return reading && weight ? [{ weight, cell: reading.cell.ref }] : [];
    });
    // A weight that the block does not write follows from the profile.
    const unwritten = own && !amountOf(form.budget?.weight ?? null) ? own : zero;
    const found = sum([...readings.map(({ weight }) => weight), unwritten]);
    // What the rows leave may be the weight of the rate, in whose place the total was typed.
    if (found.eq(total) || (misplaced && found.lt(total))) return;

    const stated = form.total?.weight?.cell.ref;
    report(found.lt(total) ? 'short' : 'over', {
      cells: [...(stated ? [stated] : []), ...readings.map(({ cell }) => cell)],
      facts: {
        sum: plain(found),
        gap: plain(found.minus(total).abs()),
        total: plain(total),
        count: readings.length,
      },
      found: found.toNumber(),
      expected: total.toNumber(),
    });
  },
});

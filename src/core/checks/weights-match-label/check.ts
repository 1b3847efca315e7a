/** A weight that a heading states must be the sum of the weights under it. */
import { plain, sum } from '../../exact';
import { defineCheck } from '../defineCheck';
import { labelGapsOf } from '../shared/labelGaps';
import { weightsOfWhole } from '../shared/wholeWeight';

export const weightsMatchLabel = defineCheck({
  id: 'weights-match-label',
  severity: 'P0',
  scope: 'totals',
  ignoresScores: true,
  yieldsTo: ['weight-is-number'],
  messages: {
    differs: ['label', 'stated', 'sum', 'gap', 'count'],
    differsAndWhole: ['label', 'stated', 'sum', 'gap', 'count', 'whole', 'total'],
    own: ['name', 'stated', 'weight'],
    ownAndWhole: ['name', 'stated', 'weight', 'whole', 'total'],
  },

  find(examined, report) {
    const { form, rubric } = examined;
    const gaps = labelGapsOf(form);
    const found = weightsOfWhole(examined)?.found ?? null;
    // One cause, one finding: where the headings are off by what the whole is off, the last of them says so.
    const isCause = found && !found.eq(rubric.total) && sum(gaps.map(({ own }) => own)).eq(found.minus(rubric.total));
    const inWhole = isCause ? { whole: plain(found), total: plain(rubric.total) } : null;
    for (const [place, gap] of gaps.entries()) {
      const { isOwn, label, rows, stated } = gap;
      const weights = rows.flatMap(({ weight }) => (weight ? [weight.cell.ref] : []));
      const remark = { found: plain(gap.found), expected: plain(stated) };
      const whole = place === gaps.length - 1 ? inWhole : null;
      const [row] = rows;
      if (isOwn && row) {
        const facts = { name: label.text, stated: plain(stated), weight: plain(gap.found) };
        const own = { ...remark, cells: [...weights, label.cell.ref], indicator: row.key };
        if (whole) report('ownAndWhole', { ...own, facts: { ...facts, ...whole } });
        else report('own', { ...own, facts });
        continue;
      }
      const cells = [label.cell.ref, ...weights];
      const figures = { stated: plain(stated), sum: plain(gap.found), gap: plain(gap.gap.abs()) };
      const facts = { label: label.text, ...figures, count: rows.length };
      if (whole) report('differsAndWhole', { ...remark, cells, facts: { ...facts, ...whole } });
      else report('differs', { ...remark, cells, facts });
    }
  },
});

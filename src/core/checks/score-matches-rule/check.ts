/** A written score must be the one that the governing rule gives. */
import { exact, plain, type Exact } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { defineCheck } from '../defineCheck';

/** Whether the written score is the computed one, only rounded more coarsely: to one decimal or to whole points. */
function isCoarselyRounded(written: Exact, computed: Exact): boolean {
  return [0, 1].some((places) => exact(computed.toFixed(places)).eq(written));
}

export const scoreMatchesRule = defineCheck({
  id: 'score-matches-rule',
  severity: 'P0',
  scope: 'indicators',
  yieldsTo: ['weight-is-number', 'score-within-weight'],
  messages: {
    over: ['name', 'score', 'computed', 'gap'],
    under: ['name', 'score', 'computed', 'gap'],
    rounded: ['name', 'score', 'computed'],
  },

  find({ scores }, report) {
    for (const score of scores.indicators) {
      const { indicator, computed } = score;
      const written = amountOf(indicator.score);
      if (!computed || !written || !indicator.score || written.eq(computed)) continue;
      const remark = {
        cells: [indicator.score.cell.ref],
        indicator: indicator.key,
        score,
        found: written.toNumber(),
        expected: computed.toNumber(),
      };
      const facts = { name: indicator.name.text, score: plain(written), computed: plain(computed) };
      if (isCoarselyRounded(written, computed)) report('rounded', { ...remark, facts, severity: 'P2' });
      else {
        const gap = plain(written.minus(computed).abs());
        report(written.gt(computed) ? 'over' : 'under', { ...remark, facts: { ...facts, gap } });
      }
    }
  },
});

/** The score of the execution rate must be one that the rule gives for the amounts, given how they were rounded. */
import { plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { defineCheck } from '../defineCheck';
import { areAmountsReadable } from '../shared/amounts';

export const executionScoreMatchesRule = defineCheck({
  id: 'execution-score-matches-rule',
  severity: 'P0',
  scope: 'budget',
  yieldsTo: ['budget-denominator-present', 'score-within-weight'],
  messages: { over: ['score', 'computed', 'gap'], under: ['score', 'computed', 'gap'], rounded: ['score', 'computed'] },

  find({ scores: { execution } }, report) {
    const reading = execution?.block.score ?? null;
    const written = amountOf(reading);
    if (!execution?.computed || !reading || !written || !areAmountsReadable(execution.block)) return;
    const { computed, interval } = execution;
    const isAllowed = interval ? written.gte(interval.low) && written.lte(interval.high) : written.eq(computed);
    if (isAllowed) return;

    const remark = {
      cells: [reading.cell.ref],
      score: execution,
      found: written.toNumber(),
      expected: computed.toNumber(),
    };
    const facts = { score: plain(written), computed: plain(computed) };
    if (written.eq(computed.toFixed(1)) || written.eq(computed.toFixed(0))) {
      report('rounded', { ...remark, facts, severity: 'P2' });
      return;
    }
    report(written.gt(computed) ? 'over' : 'under', {
      ...remark,
      facts: { ...facts, gap: plain(written.minus(computed).abs()) },
    });
  },
});

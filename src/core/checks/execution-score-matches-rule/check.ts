/** The score of the execution rate must be one that the rule gives for the amounts, given how they were rounded. */
import { plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { executionAgreement } from '../../score/agreement';
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
    const { computed } = execution;
    const agreement = executionAgreement(execution);
    if (agreement === 'agrees') return;

    const remark = {
      cells: [reading.cell.ref],
      score: execution,
      found: written.toNumber(),
      expected: computed.toNumber(),
    };
    const facts = { score: plain(written), computed: plain(computed) };
    if (agreement === 'rounded') {
      report('rounded', { ...remark, facts, severity: 'P2' });
      return;
    }
    report(written.gt(computed) ? 'over' : 'under', {
      ...remark,
      facts: { ...facts, gap: plain(written.minus(computed).abs()) },
    });
  },
});

/** The score of the execution rate must be one that a profile which may be in force gives, given how the amounts were rounded. */
import { plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { executionVerdict } from '../../score/agreement';
import { isOtherwise } from '../../score/givenScore';
import { defineCheck } from '../defineCheck';
import { areAmountsReadable } from '../shared/amounts';
import { rateOfInitial } from '../shared/rateOfInitial';

export const executionScoreMatchesRule = defineCheck({
  id: 'execution-score-matches-rule',
  severity: 'P0',
  scope: 'budget',
  yieldsTo: ['budget-denominator-present', 'score-within-weight'],
  messages: {
    over: ['score', 'computed', 'gap'],
    under: ['score', 'computed', 'gap'],
    reviewed: ['score', 'computed'],
    reviewedBeside: ['score', 'computed', 'ruled'],
    rounded: ['score', 'computed'],
    inNoReading: ['score', 'computed'],
    question: ['score', 'computed'],
  },

  find({ scores: { execution } }, report) {
    const reading = execution?.block.score ?? null;
    const written = amountOf(reading);
    const computed = execution?.readings[0].computed;
    if (!execution || !computed || !reading || !written || !areAmountsReadable(execution.block)) return;
    const verdict = executionVerdict(execution);
    if (verdict.kind === 'right') return;
    // The rate was taken of the first budget, and the score follows from it: the rate has said so.
    if (execution.computed && execution.fromStatedRate?.eq(written) && rateOfInitial(execution)) return;

    const { decided } = execution;
    const otherwise = decided && isOtherwise(decided) ? decided : null;
    const summed = decided && !otherwise ? decided.byRule : execution;
    const [{ derivation }] = summed.readings;
    const remark = {
      cells: [reading.cell.ref],
      score: { derivation, rule: execution.rule },
      found: written.toNumber(),
      verdict,
    };
    const facts = { score: plain(written), computed: plain(computed) };
    // What a person gave is never said to be what the rule gives; where no rule is broken the unit must hear of it as well.
    if (otherwise) {
      const ruled = otherwise.byRule.computed;
      const breaksRule = executionVerdict(otherwise.byRule).kind === 'wrong';
      const said = { ...remark, facts, expected: computed.toNumber(), severity: breaksRule ? 'P0' : 'P1' } as const;
      if (ruled) report('reviewedBeside', { ...said, facts: { ...facts, ruled: plain(ruled) } });
      else report('reviewed', said);
    } else if (verdict.kind === 'question') report('question', { ...remark, facts });
    else if (!execution.computed && verdict.kind === 'wrong') report('inNoReading', { ...remark, facts });
    else {
      const expected = computed.toNumber();
      const gap = plain(written.minus(computed).abs());
      if (verdict.kind === 'rounded') report('rounded', { ...remark, facts, expected });
      else report(written.gt(computed) ? 'over' : 'under', { ...remark, facts: { ...facts, gap }, expected });
    }
  },
});

/** A written score must be the one that the governing rule gives, in one of the ways in which the row can be read. */
import { plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { verdictOf } from '../../score/agreement';
import { isOtherwise } from '../../score/givenScore';
import { defineCheck } from '../defineCheck';

export const scoreMatchesRule = defineCheck({
  id: 'score-matches-rule',
  severity: 'P0',
  scope: 'indicators',
  yieldsTo: ['weight-is-number', 'direction-makes-sense', 'score-within-weight'],
  messages: {
    over: ['name', 'score', 'computed', 'gap'],
    under: ['name', 'score', 'computed', 'gap'],
    rounded: ['name', 'score', 'computed'],
    reviewed: ['name', 'score', 'computed'],
    reviewedBeside: ['name', 'score', 'computed', 'ruled'],
    inNoReading: ['name', 'score', 'computed'],
    question: ['name', 'score', 'computed'],
  },

  findInRow(score, _, report) {
    const { computed, indicator, readings } = score;
    const written = amountOf(indicator.score);
    if (!written || !indicator.score) return;
    const verdict = verdictOf(score);
    if (verdict.kind === 'right') return;
    const likeliest = readings[0].computed;
    // Limits that every reading shares have checks of their own.
    if (readings.length === 1 && !computed && (verdict.kind === 'wrong' || score.admissible)) return;
    const { decided } = score;
    const otherwise = decided && isOtherwise(decided) ? decided : null;
    const summed = decided && !otherwise ? decided.byRule : score;
    const facts = { name: indicator.name.text, score: plain(written), computed: likeliest ? plain(likeliest) : '' };
    const remark = {
      cells: [indicator.score.cell.ref],
      indicator: indicator.key,
      facts,
      score: computed ? summed : { derivation: readings[0].derivation, rule: score.rule },
      found: written.toNumber(),
      verdict,
    };
    // What a person gave is never said to be what the rule gives; where no rule is broken the unit must hear of it as well.
    if (otherwise) {
      const ruled = otherwise.byRule.computed;
      const breaksRule = verdictOf(otherwise.byRule).kind === 'wrong';
      const said = { ...remark, expected: otherwise.score.toNumber(), severity: breaksRule ? 'P0' : 'P1' } as const;
      if (ruled) report('reviewedBeside', { ...said, facts: { ...facts, ruled: plain(ruled) } });
      else report('reviewed', said);
    } else if (verdict.kind === 'question') report('question', remark);
    else if (!computed && verdict.kind === 'wrong') report('inNoReading', remark);
    else if (likeliest) {
      const expected = likeliest.toNumber();
      const gap = plain(written.minus(likeliest).abs());
      if (verdict.kind === 'rounded') report('rounded', { ...remark, expected });
      else report(written.gt(likeliest) ? 'over' : 'under', { ...remark, facts: { ...facts, gap }, expected });
    }
  },
});

/** Where the rule gives only limits for what the actual says, the score must lie within them. */
import { plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { verdictOf } from '../../score/agreement';
import { defineCheck } from '../defineCheck';

export const scoreWithinTier = defineCheck({
  id: 'score-within-tier',
  severity: 'P0',
  scope: 'indicators',
  yieldsTo: ['weight-is-number', 'score-present', 'score-within-weight', 'deadline-met'],
  messages: {
    over: ['name', 'actual', 'score', 'low', 'high'],
    under: ['name', 'actual', 'score', 'low', 'high'],
  },

  findInRow(score, _, report) {
    const { admissible, computed, indicator, interval } = score;
    const written = amountOf(indicator.score);
    if (computed || admissible || !interval || !written || !indicator.score) return;
    const verdict = verdictOf(score);
    if (verdict.kind !== 'wrong' || score.readings.length > 1) return;
    const { high, low } = interval;
    const isOver = verdict.against === 'over';
    report(isOver ? 'over' : 'under', {
      cells: [indicator.score.cell.ref],
      indicator: indicator.key,
      facts: {
        name: indicator.name.text,
        actual: indicator.actual?.cell.text.trim() ?? '',
        score: plain(written),
        low: plain(low),
        high: plain(high),
      },
      score,
      verdict,
      found: plain(written),
      expected: `${plain(low)}–${plain(high)}`,
      // An actual that only repeats the target may be the target's wording, where the unit itself gives less.
      ...(!isOver && score.derivation.key === 'tier-equal-words' ? { severity: 'P1' as const } : {}),
    });
  },
});

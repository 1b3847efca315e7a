/** An itemised rule can only give certain scores. */
import { plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import { verdictOf } from '../../score/agreement';
import { defineCheck } from '../defineCheck';
import { listed } from '../shared/listed';

export const scoreAdmissible = defineCheck({
  id: 'score-admissible',
  severity: 'P0',
  scope: 'indicators',
  yieldsTo: ['weight-is-number', 'score-present', 'score-within-weight', 'deadline-met', 'score-within-tier'],
  messages: {
    impossible: ['name', 'score', 'admissible', 'rule'],
    unlessInPart: ['name', 'score', 'admissible', 'rule'],
  },

  findInRow(score, _, report) {
    const { admissible, computed, indicator, rule } = score;
    const written = amountOf(indicator.score);
    if (computed || !admissible || !written || !indicator.score) return;
    const verdict = verdictOf(score);
    if (verdict.kind === 'right' || verdict.kind === 'rounded' || score.readings.length > 1) return;
    const possible = listed(admissible.map(plain));
    report(verdict.kind === 'wrong' ? 'impossible' : 'unlessInPart', {
      cells: [indicator.score.cell.ref],
      indicator: indicator.key,
      facts: { name: indicator.name.text, score: plain(written), admissible: possible, rule: rule.text },
      score,
      verdict,
      found: plain(written),
      expected: possible,
    });
  },
});

/** Work that was finished after its deadline cannot keep full marks. */
import { amountOf } from '../../form/amountOf';
import { compareValues, type DatesComparison, type Comparison } from '../../value/compare';
import { defineCheck } from '../defineCheck';
import { isWeighed } from '../shared/wanting';

/** The first comparison of dates that was missed, also inside of a list. */
function missedDate(comparison: Comparison): DatesComparison | null {
  if (comparison.kind !== 'missed') return null;
  if (comparison.by === 'dates') return comparison;
  if (comparison.by !== 'parts') return null;
  return comparison.parts.map(missedDate).find((part) => part !== null) ?? null;
}

export const deadlineMet = defineCheck({
  id: 'deadline-met',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['score-within-weight'],
  messages: { late: ['name', 'target', 'actual', 'score'], lateByDays: ['name', 'target', 'actual', 'score', 'days'] },

  findInRow(scored, _, report) {
    const { indicator } = scored;
    const { actual, key, name, score, target, weight } = indicator;
    // Where the rule gives one score for being late, the comparison with it says more.
    if (scored.computed || !isWeighed(indicator)) return;
    const full = amountOf(weight);
    const written = amountOf(score);
    if (!target || !actual || !score || !written || (full && written.lt(full))) return;
    const missed = missedDate(compareValues(target.value, actual.value));
    if (!missed) return;
    const facts = {
      name: name.text,
      target: target.cell.text.trim(),
      actual: actual.cell.text.trim(),
      score: written.toFixed(),
    };
    const limits = scored.interval;
    const remark = {
      cells: [actual.cell.ref],
      indicator: key,
      found: facts.actual,
      // The governing rule itself leaves no full marks.
      ...(limits && full && (limits.high.lt(full) || !limits.includesHigh) ? { severity: 'P0' as const } : {}),
      score: scored,
    };
    if (missed.daysLate === null) report('late', { ...remark, facts });
    else report('lateByDays', { ...remark, facts: { ...facts, days: missed.daysLate } });
  },
});

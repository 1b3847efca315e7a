/** Three tiers of quality: 100-80%(含)、80-50%(含)、50-0%. */
import { one, zero } from '../../exact';
import type { TierShare } from '../rule';
import { matchesOf, ratioOf, wholeSentence, type ReadIdiom } from '../ruleText';

const interval = /(\d+)%?(?:\(含[^)]*\))?[-—~至到](\d+)%?(?:\(含[^)]*\))?/u;
const names: readonly TierShare['tier'][] = ['achieved', 'partly', 'not'];

/** Exactly three intervals that cover the weight without a gap. */
export const readTiers: ReadIdiom = (text) => {
  if (!/档|分值区间|达成|定性/u.test(text)) return null;
  const found = matchesOf(text, interval).map(({ from, to, groups }) => {
    const ends = [ratioOf(groups[1] ?? '0'), ratioOf(groups[2] ?? '0')].sort((left, right) => left.cmp(right));
    return { span: { from, to }, low: ends[0] ?? zero, high: ends[1] ?? zero };
  });
  if (found.length !== names.length) return null;
  const ordered = [...found].sort((left, right) => right.high.cmp(left.high));
  const isClosed = ordered.every(({ high }, index) => high.eq(ordered[index - 1]?.low ?? one));
  if (!isClosed || !ordered.at(-1)?.low.eq(0)) return null;
  const tiers = names.map((tier, index): TierShare => {
    const { low, high } = ordered[index] ?? { low: zero, high: zero };
    return { tier, from: low, to: high, includesTo: index === 0 };
  });
  return { rule: { kind: 'tiers', tiers }, spans: found.map(({ span }) => wholeSentence(text, span)) };
};

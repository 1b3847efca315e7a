/** Three tiers of quality: 100%-80%（含）、80%-60%（含）、60%-0%. */
import { one, zero } from '../../exact';
import type { TierShare } from '../rule';
import { ratioOf } from '../ruleText';
import { matchAt, type ReadPhrase } from './phrase';

const interval = '(\\d{1,3})%?(?:\\(含[^)]{0,8}\\))?[-—~至到]{1,2}(\\d{1,3})%?(?:\\(含[^)]{0,8}\\))?';
const three = new RegExp(`${interval}[、,;和]${interval}[、,;和]{1,2}${interval}`, 'uy');
const names: readonly TierShare['tier'][] = ['achieved', 'partly', 'not'];

/** Three intervals in a row that cover the weight without a gap. */
export const readTiers: ReadPhrase = (text, at) => {
  const match = matchAt(three, text, at);
  if (!match || text.charAt(at + match[0].length) === '分') return null;
  const ends = match.slice(1).map((each) => ratioOf(each));
  const intervals = names.map((_, index) => {
    const pair = ends.slice(index * 2, index * 2 + 2).sort((left, right) => left.cmp(right));
    return { low: pair[0] ?? zero, high: pair[1] ?? zero };
  });
  const ordered = [...intervals].sort((left, right) => right.high.cmp(left.high));
  const isClosed = ordered.every(({ high }, index) => high.eq(ordered[index - 1]?.low ?? one));
  if (!isClosed || !ordered.at(-1)?.low.eq(0)) return null;
  const tiers = names.map((tier, index): TierShare => {
    const { low, high } = ordered[index] ?? { low: zero, high: zero };
    return { tier, from: low, to: high, includesTo: index === 0 };
  });
  return { to: at + match[0].length, is: { kind: 'tiers', tiers } };
};

/** Limits by three tiers of quality. */
import { plain, zero, type Exact } from '../../exact';
import type { TierShare } from '../../rubric/rule';
import { anything, between, open, unsaid, type RuleOutcome } from '../outcome';
import type { Situation } from '../situation';
import { bothTexts, openComparison } from './facts';

function tierInterval({ from, to, includesTo }: TierShare, weight: Exact): ReturnType<typeof between> {
  return between(from.times(weight), to.times(weight), includesTo);
}

function tierOutcome(
  tier: TierShare,
  situation: Situation,
  key: 'tier-named' | 'tier-equal-words' | 'tier-negated',
): RuleOutcome {
  const { weight } = situation;
  const interval = tierInterval(tier, weight);
  return open('qualitative', interval, key, {
    ...bothTexts(situation),
    low: plain(interval.low),
    high: plain(interval.high),
  });
}

/** The limits of the tier that the actual names or that its words equal; never a score. */
export function applyTiers(tiers: readonly TierShare[], situation: Situation): RuleOutcome {
  const { actual, comparison, weight, sort } = situation;
  if (sort === 'quantity') return unsaid;
  if (!actual || actual.kind === 'blank' || actual.kind === 'dash') return openComparison(situation);
  const named = (name: TierShare['tier']): TierShare | undefined => tiers.find(({ tier }) => tier === name);
  const own = actual.kind === 'qualitative' && actual.tier ? named(actual.tier) : undefined;
  if (own) return tierOutcome(own, situation, 'tier-named');
  const achieved = named('achieved');
  if (comparison.kind === 'met' && achieved) return tierOutcome(achieved, situation, 'tier-equal-words');
  if (comparison.kind === 'missed' && achieved) {
    const below: TierShare = { tier: 'not', from: zero, to: achieved.from, includesTo: false };
    return tierOutcome(below, situation, 'tier-negated');
  }
  return open('qualitative', anything(weight), 'tier-open', bothTexts(situation));
}

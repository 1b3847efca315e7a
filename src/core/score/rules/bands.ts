/** Bands of a rate. */
import { lesser, plain, type Exact } from '../../exact';
import type { Band, BandsRule } from '../../rubric/rule';
import { cappedRate, percentText } from '../executionRate';
import { anything, open, scored, type RuleOutcome } from '../outcome';
import type { Situation } from '../situation';
import { joinedOutcome } from './clauses';
import { isOfTarget, ratesOf } from './clauses/measured';
import { worth, pointsText, opennessOf, executionValue } from './facts';

function isInBand(value: Exact, { from, includesFrom, to, includesTo }: Band): boolean {
  const aboveFrom = !from || value.gt(from) || (includesFrom && value.eq(from));
  const belowTo = !to || value.lt(to) || (includesTo && value.eq(to));
  return aboveFrom && belowTo;
}

function bandText({ from, includesFrom, to, includesTo }: Band): string {
  const low = from ? `${includesFrom ? '≥' : '>'}${percentText(from)}` : '';
  const high = to ? `${includesTo ? '≤' : '<'}${percentText(to)}` : '';
  return [low, high].filter((end) => end !== '').join('、');
}

function bandWorth({ award }: Band, value: Exact, weight: Exact): Exact {
  return award.kind === 'by-value' ? cappedRate(value).times(award.share).times(weight) : worth(award, weight);
}

/** The rate, as every reading of the row gives it; empty where it cannot be had. */
function bandValues({ of }: BandsRule, situation: Situation): readonly Exact[] {
  if (of === 'execution-rate') {
    const rate = executionValue(situation);
    return rate ? [rate] : [];
  }
  return ratesOf(of, '', situation);
}

/** The award of the band that the rate lies in; a rate in none is for a person, since the text does not speak of it. */
export function applyBands(rule: BandsRule, situation: Situation): RuleOutcome {
  const { weight } = situation;
  const [value, other] = bandValues(rule, situation);
  if (!value) {
    const because =
      rule.of === 'execution-rate'
        ? 'actual-missing'
        : rule.of === 'other-rate'
          ? 'rule-needs-person'
          : opennessOf(situation);
    return open(because, anything(weight), 'open-band-value-missing', { weight: plain(weight) });
  }
  const first = inBand(rule, value, situation);
  const ends = rule.bands.flatMap(({ from, to }) => [from, to]);
  return other && !isOfTarget(ends, situation) ? joinedOutcome(first, inBand(rule, other, situation)) : first;
}

function inBand(rule: BandsRule, value: Exact, situation: Situation): RuleOutcome {
  const { weight } = situation;
  const band = rule.bands.find((candidate) => isInBand(value, candidate));
  if (!band) {
    const facts = { actual: percentText(value), weight: plain(weight) };
    return open('rule-needs-person', anything(weight), 'clauses-gap', facts);
  }
  const above = rule.bands.find(({ award }) => award.kind === 'points' && award.points.gt(weight));
  if (above && weight.gt(0)) {
    const facts = { clause: bandText(above), weight: plain(weight) };
    return open('rule-needs-person', anything(weight), 'award-above-weight', facts);
  }
  const score = lesser(weight, bandWorth(band, value, weight));
  const facts = { rate: percentText(value), band: bandText(band), score: pointsText(situation, score) };
  if (band.award.kind !== 'by-value') return scored(score, 'band', facts);
  return scored(score, 'band-by-value', { ...facts, weight: plain(weight.times(band.award.share)) });
}

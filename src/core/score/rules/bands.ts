/** Bands of a rate. */
import { lesser, plain, type Exact } from '../../exact';
import type { Band, BandsRule } from '../../rubric/rule';
import { cappedRate, percentText } from '../executionRate';
import { anything, open, scored, unsaid, type Outcome } from '../outcome';
import type { Situation } from '../situation';
import { worth, pointsText, opennessOf, actualRatio, executionValue } from './facts';

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

function bandValue({ of }: BandsRule, situation: Situation): Exact | null {
  switch (of) {
    case 'execution-rate':
      return executionValue(situation);
    case 'actual':
      return actualRatio(situation);
    case 'completion':
      return situation.completion;
    case 'other-rate':
      return null;
  }
}

/** The award of the band that the rate lies in; `unsaid` where it lies in none. */
export function applyBands(rule: BandsRule, situation: Situation): Outcome {
  const { weight } = situation;
  const value = bandValue(rule, situation);
  if (!value) {
    const because =
      rule.of === 'execution-rate'
        ? 'actual-missing'
        : rule.of === 'other-rate'
          ? 'rule-needs-person'
          : opennessOf(situation);
    return open(because, anything(weight), 'open-band-value-missing', { weight: plain(weight) });
  }
  const band = rule.bands.find((candidate) => isInBand(value, candidate));
  if (!band) return unsaid;
  const score = lesser(weight, bandWorth(band, value, weight));
  const facts = { rate: percentText(value), band: bandText(band), score: pointsText(situation, score) };
  if (band.award.kind !== 'by-value') return scored(score, 'band', facts);
  return scored(score, 'band-by-value', { ...facts, weight: plain(weight.times(band.award.share)) });
}

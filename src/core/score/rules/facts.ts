/** What every rule needs to read of a situation and to write into a sum. */
import { exact, plain, sum, type Exact } from '../../exact';
import type { Award } from '../../rubric/rule';
import type { Unit, Value } from '../../value/value';
import type { FactsOf } from '../derivationKeys';
import { cappedRate } from '../executionRate';
import { anything, open, type RuleOutcome } from '../outcome';
import { writtenScore } from '../rounding';
import type { Situation } from '../situation';

/** The points that an award is worth under a weight. */
export function worth(award: Award, weight: Exact): Exact {
  return award.kind === 'points' ? award.points : award.share.times(weight);
}

/** A number as the form would write it, with its unit where that belongs to the figure. */
export function figure(number: Exact, unit: Unit | null): string {
  const text = exact(number.toFixed(6)).toFixed();
  return unit?.family === 'ratio' ? `${text}${unit.name}` : text;
}

/** Points with all the places of the rubric: 8.5 → "8.50". */
export function pointsText(situation: Situation, score: Exact): string {
  return writtenScore(score, situation.rubric);
}

/** Points as a list: 0、1、2. */
export function listOf(amounts: readonly Exact[]): string {
  return amounts.map(plain).join('、');
}

/** A value as the form writes it. */
export function sourceText(value: Value | null): string {
  return value ? value.source.trim() : '';
}

/** Target and actual as the form writes them, with the weight. */
export function bothTexts({ target, actual, weight }: Situation): FactsOf<'met-in-words'> {
  return { target: sourceText(target), actual: sourceText(actual), weight: plain(weight) };
}

/** Why nothing was compared, in the terms of the report. */
export function opennessOf({
  target,
  actual,
  comparison,
  sort,
}: Situation): NonNullable<Extract<RuleOutcome, { kind: 'open' }>['because']> {
  const isEmpty = (value: Value | null): boolean => !value || value.kind === 'blank' || value.kind === 'dash';
  // A layout without a column for targets has nothing to compare with: its rules are for people.
  if (!target) return 'rule-needs-person';
  if (isEmpty(target)) return 'target-missing';
  if (isEmpty(actual)) return 'actual-missing';
  if (comparison.kind === 'unknown' && comparison.because === 'different-units') return 'units-differ';
  return sort === 'quality' || sort === 'fact' ? 'qualitative' : 'not-measurable';
}

/** Left open because target and actual cannot be compared. */
export function openComparison(situation: Situation): RuleOutcome {
  const because = opennessOf(situation);
  return open(because, anything(situation.weight), `open-${because}`, bothTexts(situation));
}

/** A ratio that the actual states: 95% → 0.95; null where it is no rate or only a bound. */
export function actualRatio({ actual }: Situation): Exact | null {
  if (actual?.kind !== 'quantity' || actual.unit?.family !== 'ratio' || actual.unit.per) return null;
  if (actual.comparator !== null && actual.comparator !== '=') return null;
  return actual.number.times(actual.unit.scale);
}

/** The execution rate: of the budget block, else as the row states it; spending more than the budget earns no more. */
export function executionValue(situation: Situation): Exact | null {
  const rate = situation.execution?.used ?? actualRatio(situation);
  return rate && cappedRate(rate);
}

/**
 * Whether points by words are items that add up and not levels of which one holds: together they make the weight, and
 * none of them makes it alone.
 */
export function isItemised(scores: readonly Exact[], weight: Exact): boolean {
  const paid = scores.filter((score) => score.gt(0));
  return paid.length >= 2 && sum(paid).eq(weight) && paid.every((score) => score.lt(weight));
}

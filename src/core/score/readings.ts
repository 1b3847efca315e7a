/** Reads one row in every way that its premises allow, and says what holds in all of them. */
import { greater, lesser, plain, zero, type Exact } from '../exact';
import type { Indicator } from '../form/form';
import type { Rubric } from '../rubric/rubric';
import { ascending, derivation } from './outcome';
import type { Premise } from './premises';
import { roundScore } from './rounding';
import type { Ruled } from './governing';
import type { Certainty, Derivation, IndicatorScore, LeftOpen, ScoreInterval, ScoreReading } from './scores';
import type { Situation } from './situation';

/** Within zero and the weight; a malus within the weight and zero. */
function capped(score: Exact, weight: Exact): Exact {
  return lesser(greater(score, lesser(zero, weight)), greater(zero, weight));
}

/** The limits as they are compared with a written score. */
export function roundInterval(interval: ScoreInterval | null, rubric: Rubric): ScoreInterval | null {
  return interval && { ...interval, low: roundScore(interval.low, rubric), high: roundScore(interval.high, rubric) };
}

/** What one reading gives, from what its rule yielded. */
export function readingOf(
  situation: Situation,
  { governing, outcome }: Ruled,
  premises: readonly Premise[],
): ScoreReading {
  const { comparison, completion, directed, rubric, sort, weight } = situation;
  const isScored = outcome.kind === 'scored';
  const isOpen = outcome.kind === 'open';
  const hasDirection = sort === 'quantity';
  const unrounded = isScored ? capped(outcome.score, weight) : null;
  return {
    premises,
    rule: governing,
    computed: unrounded && roundScore(unrounded, rubric),
    unrounded,
    interval: isOpen ? roundInterval(outcome.interval, rubric) : null,
    admissible: isOpen ? (outcome.admissible?.map((score) => roundScore(score, rubric)) ?? null) : null,
    derivation:
      outcome.kind === 'unsaid' ? derivation('no-rule-applies', { weight: plain(weight) }) : outcome.derivation,
    leftOpen: isOpen ? outcome.because : null,
    met: comparison.kind === 'unknown' ? null : comparison.kind === 'met',
    completion,
    direction: hasDirection ? directed.direction : null,
    directionFrom: hasDirection ? directed.from : null,
  };
}

function isSameAmount(left: Exact | null, right: Exact | null): boolean {
  return left && right ? left.eq(right) : left === right;
}

/** Whether two readings give the same: the same score, or the same limits and possible scores. */
export function givesTheSame(left: ScoreReading, right: ScoreReading): boolean {
  if (left.computed || right.computed) return isSameAmount(left.computed, right.computed);
  const [a, b] = [left.admissible, right.admissible];
  const isSameList = a && b ? a.length === b.length && a.every((score, place) => score.eq(b[place] ?? zero)) : a === b;
  return (
    isSameList &&
    isSameAmount(left.interval?.low ?? null, right.interval?.low ?? null) &&
    isSameAmount(left.interval?.high ?? null, right.interval?.high ?? null) &&
    left.interval?.includesHigh === right.interval?.includesHigh
  );
}

/** Of readings that give the same only the likeliest. */
export function distinct<Given extends ScoreReading>(readings: readonly Given[]): readonly Given[] {
  return readings.filter((reading, place) => readings.findIndex((other) => givesTheSame(other, reading)) === place);
}

function isSameFacts(left: Premise['facts'], right: Premise['facts']): boolean {
  if (left === right) return true;
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}

function isSamePremise(left: Premise, right: Premise): boolean {
  return (
    left === right ||
    (left.about === right.about && left.choice === right.choice && isSameFacts(left.facts, right.facts))
  );
}

/** The readings with only those premises in which they differ: what a person would have to decide. */
export function byOpenPremises(readings: readonly ScoreReading[]): readonly ScoreReading[] {
  if (readings.length === 1) return readings.map((reading) => ({ ...reading, premises: [] }));
  const isShared = (premise: Premise): boolean =>
    readings.every(({ premises }) => premises.some((other) => isSamePremise(other, premise)));
  return readings.map((reading) => ({ ...reading, premises: reading.premises.filter((each) => !isShared(each)) }));
}

function joined(left: ScoreInterval, right: ScoreInterval): ScoreInterval {
  const high = greater(left.high, right.high);
  const includesHigh = [left, right].some((each) => each.includesHigh && each.high.eq(high));
  return { low: lesser(left.low, right.low), high, includesHigh };
}

/** The limits that hold whatever the reading. */
function hull(readings: readonly [ScoreReading, ...ScoreReading[]]): ScoreInterval | null {
  const all = readings.map(({ computed, interval }) =>
    computed ? { low: computed, high: computed, includesHigh: true } : interval,
  );
  return all.reduce((whole, own) => whole && own && joined(whole, own));
}

function possibleScores(readings: readonly ScoreReading[]): readonly Exact[] | null {
  const lists = readings.map(({ admissible, computed }) => (computed ? [computed] : admissible));
  return lists.some((list) => list === null) ? null : ascending(lists.flatMap((list) => list ?? []));
}

const lacking: readonly LeftOpen[] = [
  'actual-missing',
  'target-missing',
  'weight-missing',
  'units-differ',
  'not-measurable',
  'misaligned',
];

/** Whether limits leave out something that the weight allows. */
function isNarrower({ high, includesHigh, low }: ScoreInterval, weight: Exact): boolean {
  return low.gt(lesser(zero, weight)) || high.lt(greater(zero, weight)) || !includesHigh;
}

function certaintyOf({ admissible, computed, interval, leftOpen }: ScoreReading, weight: Exact | null): Certainty {
  if (computed) return 'settled';
  if (admissible || (interval && weight && isNarrower(interval, weight))) return 'interval';
  return leftOpen !== null && lacking.includes(leftOpen) ? 'open' : 'judgement';
}

/** One value that all share; null where they differ. */
function agreed<Value>(values: readonly Value[]): Value | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/** The score of a row from its readings, as `settleReadings` takes them. */
export function settle(
  indicator: Indicator,
  weight: Exact | null,
  all: readonly [ScoreReading, ...ScoreReading[]],
  contrary: readonly ScoreReading[],
): IndicatorScore {
  return { indicator, ...settleReadings(weight, all, contrary) };
}

/**
 * What holds in all readings of one thing that earns points.
 *
 * @param all admissible readings, the likeliest first; those that give the same as a likelier one are dropped.
 * @param contrary readings that only hold back an accusation.
 */
export function settleReadings(
  weight: Exact | null,
  all: readonly [ScoreReading, ...ScoreReading[]],
  contrary: readonly ScoreReading[],
): Omit<IndicatorScore, 'indicator' | 'decided'> {
  const [likeliest] = all;
  const rest = all.length === 1 ? [] : distinct(all).slice(1);
  const readings = [likeliest, ...rest] as const;
  const isOpen = rest.length > 0;
  // Written out: most rows have one reading, and this is made for every row.
  return {
    certainty: isOpen ? 'readings' : certaintyOf(likeliest, weight),
    premises: likeliest.premises,
    readings,
    contrary,
    rule: likeliest.rule,
    computed: isOpen ? null : likeliest.computed,
    interval: isOpen ? hull(readings) : likeliest.interval,
    admissible: isOpen ? possibleScores(readings) : likeliest.admissible,
    derivation: isOpen ? differing(readings, weight) : likeliest.derivation,
    leftOpen: isOpen ? 'readings-differ' : likeliest.leftOpen,
    met: agreed(all.map((reading) => reading.met)),
    completion: likeliest.completion,
    direction: likeliest.direction,
    directionFrom: likeliest.directionFrom,
  };
}

/** That there are several ways to read a row, with their scores. */
function differing(readings: readonly ScoreReading[], weight: Exact | null): Derivation {
  const scores = readings.map(({ computed, interval }) =>
    computed ? plain(computed) : interval ? `${plain(interval.low)}–${plain(interval.high)}` : '?',
  );
  const facts = { count: String(readings.length), scores: scores.join('、'), weight: weight ? plain(weight) : '' };
  return derivation('readings-differ', facts);
}

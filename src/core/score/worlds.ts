/** The worlds of a row: every combination of choices for its open premises, the likeliest first. */
import { hundred, exact } from '../exact';
import type { Indicator } from '../form/form';
import type { Rubric } from '../rubric/rubric';
import { fold } from '../value/normalise';
import { percent, unitNamed } from '../value/units';
import type { Comparator, Qualitative, Quantity, Unit, Value } from '../value/value';
import { withNoneAsZero } from './absence';
import { directionsOf, signOf, type DirectionReading } from './direction';
import { assumed, type Premise } from './premises';
import type { RuleDirection } from './ruleDirection';
import { scalesOf, type ScaleReading } from './scales';
import { sortOf, type TargetSort, type World } from './situation';

/** A world with the premises in which it differs from others of its row. */
export interface PremisedWorld {
  readonly world: World;
  /** What it rests on: the first of a row has all, open or not. */
  readonly premises: readonly Premise[];
  /** Whether something speaks for it; else it only holds back an accusation. */
  readonly standing: 'admissible' | 'contrary';
}

/** A quantity with the comparator and the unit that columns of their own give it. */
function completed(value: Value | null, comparator: Comparator | null, unit: Unit | null): Value | null {
  if (value?.kind !== 'quantity') return value;
  return { ...value, comparator: value.comparator ?? comparator, unit: value.unit ?? unit };
}

interface Pair {
  readonly target: Value | null;
  readonly actual: Value | null;
  readonly sort: TargetSort;
  readonly premise: Premise | null;
  readonly isUnknown: boolean;
}

/** 完成 as an amount: the whole of it. */
function wholeOf(target: Value): Quantity {
  return {
    kind: 'quantity',
    comparator: null,
    number: hundred,
    unit: percent,
    approximate: false,
    lead: '',
    source: target.source,
  };
}

const doneWords = /^(?:按时|按期|如期|及时|全部|全面|已|均|已经|按计划|足额)*(?:完成|完工|竣工|建成|办结|到位)/u;
const doneLead = /^(?:已|已经|实际|总体|累计|工程|任务)*(?:完成|完工|建成|达到|达|到位)?(?:率|进度)?(?:为|:)?$/u;

/** 完成 against 完成80%: four fifths of the amount, or a target that was met in part. */
function partlyDone(target: Value | null, actual: Value | null, sort: TargetSort): readonly Pair[] | null {
  if (
    sort !== 'fact' ||
    !target ||
    actual?.kind !== 'quantity' ||
    target.kind === 'yes-no' ||
    target.kind === 'grade'
  ) {
    return null;
  }
  const isShare = actual.unit?.family === 'ratio' && actual.unit.scale.eq(percent.scale) && actual.comparator === null;
  if (!isShare || !doneWords.test(fold(target.source).text) || !doneLead.test(actual.lead)) return null;
  const facts = { actual: actual.source.trim() };
  const amount: Pair = {
    target: wholeOf(target),
    actual,
    sort: 'quantity',
    premise: assumed('sort', 'amount', facts),
    isUnknown: false,
  };
  // All of it is all of it in either reading.
  if (actual.number.gte(exact(100))) return [amount];
  const partly: Qualitative = { kind: 'qualitative', tier: 'partly', source: actual.source };
  return [amount, { ...amount, target, actual: partly, sort: 'quality', premise: assumed('sort', 'degree', facts) }];
}

function pairsOf(indicator: Indicator, unit: Unit | null): readonly Pair[] {
  const sign = signOf(indicator);
  const comparator = sign === 'positive' || sign === 'reverse' || sign === 'qualitative' ? null : sign;
  const target = completed(indicator.target?.value ?? null, comparator, unit);
  const sort = sortOf(target, indicator);
  const actual = withNoneAsZero(target, indicator.actual?.value ?? null);
  const partly = partlyDone(target, actual, sort);
  if (partly) return partly;
  const scales: readonly ScaleReading[] = scalesOf(indicator.name.text, target, actual);
  const whole = completed(actual, null, unit);
  return scales.map(({ premise, isUnknown, ...scale }) => ({
    target: scale.target,
    actual: premise ? scale.actual : scale.actual === actual ? whole : scale.actual,
    sort,
    premise,
    isUnknown,
  }));
}

function isFigured(value: Value | null): boolean {
  return value?.kind === 'quantity' || value?.kind === 'range' || value?.kind === 'several';
}

/** Where a premise has several choices they are all named; a settled one is named in the first world only. */
function premisesOf(direction: DirectionReading, pair: Pair, sort: TargetSort): readonly Premise[] {
  return [...(sort === 'quantity' ? [direction.premise] : []), ...(pair.premise ? [pair.premise] : [])];
}

/**
 * The worlds of a row under one profile, the likeliest first; most rows have exactly one.
 *
 * Directions are gone through last, so that the likeliest direction comes first for every meaning of the figures.
 */
export function worldsOf(
  indicator: Indicator,
  rubric: Rubric,
  byRule: () => RuleDirection | null,
): readonly [PremisedWorld, ...PremisedWorld[]] {
  const unit = unitNamed(fold(indicator.unit?.text ?? '').text);
  const pairs = pairsOf(indicator, unit);
  const all = directionsOf(indicator, indicator.target?.value ?? null, unit, byRule);
  // Only figures have a better side.
  const directions = pairs.some(({ sort, target }) => sort === 'quantity' && isFigured(target)) ? all : all.slice(0, 1);
  const worlds = directions.flatMap((direction) =>
    pairs.map((pair): PremisedWorld => {
      // 完成 as an amount is done in full or in part: it has no other direction.
      const isWhole = pair.premise?.about === 'sort';
      const directed: DirectionReading = isWhole
        ? { direction: 'positive', from: 'words', premise: pair.premise, standing: 'admissible' }
        : direction;
      return {
        world: {
          rubric,
          directed: { direction: directed.direction, from: directed.from },
          target: pair.target,
          actual: pair.actual,
          sort: pair.sort,
          isIncomparable: pair.isUnknown,
        },
        premises: isWhole ? [pair.premise] : premisesOf(direction, pair, pair.sort),
        standing: direction.standing,
      };
    }),
  );
  const [first, ...rest] = worlds;
  if (!first) throw new Error('A row has at least one world');
  return [first, ...rest];
}

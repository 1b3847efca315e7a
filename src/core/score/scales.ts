/** The units in which a bare number can be meant: 2950000 against ≤300万元, 20 against 20000米, 0.95 against ≥95%. */
import { exact, hundred, one, type Exact } from '../exact';
import { amountIn, percent, unitNamed } from '../value/units';
import type { Quantity, Unit, Value } from '../value/value';
import { assumed, type Premise } from './premises';
import { withoutSpaces } from '../signs';

/** Target and actual as one scale has them; without them the unit is open. */
export interface ScaleReading {
  /** null: nothing to choose. */
  readonly premise: Premise | null;
  readonly actual: Value | null;
  readonly target: Value | null;
  /** Whether the number may mean something else altogether, so that nothing can be compared. */
  readonly isUnknown: boolean;
}

/** Units that people leave out and mean, by family. */
const meant: Readonly<Record<string, readonly string[]>> = {
  money: ['元', '千元', '万元', '亿元'],
  length: ['毫米', '厘米', '米', '公里', '万米'],
  area: ['平方米', '亩', '公顷', '万亩', '平方公里', '万平方米'],
  mass: ['克', '公斤', '吨', '万吨'],
  volume: ['升', '立方米', '万立方米', '亿立方米'],
};

/** A number so far from its target is another unit rather than another result. */
const farOff = exact(20);
/** So near, the other unit explains it. */
const nearBy = exact('2.5');
/** A share this far from its target may be no share at all. */
const farShare = exact(5);

function isWithin(ratio: Exact, factor: Exact): boolean {
  return ratio.gte(one.div(factor)) && ratio.lte(factor);
}

function ratioOf(value: Quantity, other: Quantity, unit: Unit | null): Exact | null {
  const [left, right] = [amountIn(value, unit), amountIn(other, unit)];
  return left?.gt(0) && right?.gt(0) ? left.div(right) : null;
}

/** What is a share by its name alone: 合格率, 满意度, 占比. */
const shareName = /(?:率|满意度|占比|比重|比例)$/u;

interface Pair {
  readonly bare: Quantity;
  readonly known: Quantity;
  readonly isActual: boolean;
}

function pairOf(target: Quantity, actual: Quantity): Pair | null {
  if (target.unit && !actual.unit) return { bare: actual, known: target, isActual: true };
  if (actual.unit && !target.unit) return { bare: target, known: actual, isActual: false };
  return null;
}

/** 0.95 against 95%: a ratio, or a percentage of less than one. */
function shareReadings(pair: Pair, as: (unit: Unit | null, number: Exact, premise: Premise | null) => ScaleReading) {
  const { bare, known } = pair;
  const share = known.unit && amountIn(known, percent);
  if (!share || share.lte(0) || bare.number.lte(0)) return null;
  const written = as(percent, bare.number, assumed('scale', 'other-unit', { number: bare.source.trim(), unit: '%' }));
  if (bare.number.gt(1)) {
    if (isWithin(bare.number.div(share), farShare)) return null;
    return [
      written,
      { ...written, premise: assumed('scale', 'unknown', { number: bare.source.trim() }), isUnknown: true },
    ];
  }
  const times = bare.number.times(hundred);
  const asRatio = as(
    percent,
    times,
    assumed('scale', 'ratio', { number: bare.source.trim(), percent: `${times.toFixed()}%` }),
  );
  if (!isWithin(times.div(share), farShare)) return [written, asRatio];
  return isWithin(bare.number.div(share), farOff) ? [asRatio, written] : [{ ...asRatio, premise: null }];
}

/** Another unit of the family that brings the bare number near the known one. */
function otherUnits({ bare, known }: Pair): readonly Unit[] {
  const family = known.unit?.family ?? '';
  const names = meant[family] ?? [];
  return names.flatMap((name) => {
    const unit = unitNamed(name);
    if (!unit || unit.family !== family || known.unit?.per) return [];
    const ratio = ratioOf({ ...bare, unit }, known, known.unit);
    return ratio && isWithin(ratio, nearBy) ? [unit] : [];
  });
}

/** 合格率 95 and 0.98, neither with a sign: the greater one is in percent. */
function withPercent(name: string, target: Quantity, actual: Quantity): readonly [Quantity, Quantity] {
  const isBare = target.unit === null && actual.unit === null && shareName.test(withoutSpaces(name));
  if (!isBare || target.number.gt(1) === actual.number.gt(1)) return [target, actual];
  const isTarget = target.number.gt(1);
  return isTarget ? [{ ...target, unit: percent }, actual] : [target, { ...actual, unit: percent }];
}

/** The scales in which a row of this name can be read, the likeliest first; one where nothing is open. */
export function scalesOf(
  name: string,
  written: Value | null,
  reached: Value | null,
): readonly [ScaleReading, ...ScaleReading[]] {
  const plainly: ScaleReading = { premise: null, target: written, actual: reached, isUnknown: false };
  if (written?.kind !== 'quantity' || reached?.kind !== 'quantity') return [plainly];
  const [target, actual] = withPercent(name, written, reached);
  const pair = pairOf(target, actual);
  if (!pair) return [plainly];
  const { bare, isActual, known } = pair;
  const as = (unit: Unit | null, number: Exact, premise: Premise | null): ScaleReading => {
    const meantBy: Quantity = { ...bare, unit, number };
    return { premise, isUnknown: false, target: isActual ? target : meantBy, actual: isActual ? meantBy : actual };
  };
  if (known.unit?.family === 'ratio') {
    if (!known.unit.scale.eq(percent.scale) || known.unit.per) return [plainly];
    const [first, ...rest] = shareReadings(pair, as) ?? [];
    return first ? [first, ...rest] : [plainly];
  }
  const ratio = ratioOf(bare, known, known.unit);
  if (!ratio || isWithin(ratio, farOff)) return [plainly];
  const number = bare.source.trim();
  const others = otherUnits(pair).map((unit) =>
    as(unit, bare.number, assumed('scale', 'other-unit', { number, unit: unit.name })),
  );
  const [likeliest, ...rest] = others;
  if (!likeliest) return [plainly];
  const asWritten: ScaleReading = {
    ...plainly,
    premise: assumed('scale', 'other-unit', { number, unit: known.unit?.name ?? '' }),
  };
  return [likeliest, ...rest, asWritten];
}

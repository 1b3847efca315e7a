/**
 * Holds a target of the form against the approved one. Notation is no difference: 5万元 and 50000元, a sign in the value or in a
 * column of its own, a deadline in the middle of nowhere; only what no reading reconciles is said to differ.
 */
import { type Exact, exact } from '../exact';
import { fold } from '../value/normalise';
import { amountIn, compareUnits, unitNamed } from '../value/units';
import type { Comparator, PartialDate, Quantity, Range, Value } from '../value/value';

/** How the form's own target stands to the approved one; `unclear`: another wording that a person may take for the same. */
export type TargetRelation = 'same' | 'unclear' | 'weakened' | 'changed';

/** A target with what its row says of it in columns of their own; "" where there are none. */
export interface Wanted {
  readonly value: Value;
  readonly sign: string;
  readonly unit: string;
}

const comparators: readonly Comparator[] = ['≥', '≤', '>', '<', '='];

/** What a row says beside the number belongs to it. */
function whole({ sign, unit, value }: Wanted): Value {
  if (value.kind !== 'quantity') return value;
  const written = fold(sign).text;
  const comparator = value.comparator ?? comparators.find((one) => written.startsWith(one)) ?? null;
  return { ...value, comparator, unit: value.unit ?? unitNamed(fold(unit).text) };
}

const isUp = (comparator: Comparator | null): boolean => comparator === '≥' || comparator === '>';
const isDown = (comparator: Comparator | null): boolean => comparator === '≤' || comparator === '<';

/** Whether one number is the other on another scale: 0.95 and 95, 5 and 50000. */
function isOnOtherScale(left: Exact, right: Exact): boolean {
  return [1, 2, 3, 4, 6, 8].some((power) => {
    const factor = exact(10).pow(power);
    return left.times(factor).eq(right) || right.times(factor).eq(left);
  });
}

function quantities(approved: Quantity, own: Quantity): TargetRelation {
  const [wanted, kept] = [approved.comparator, own.comparator];
  const isTurned = (isUp(wanted) && isDown(kept)) || (isDown(wanted) && isUp(kept));
  const unit = approved.unit ?? own.unit;
  if (compareUnits(approved.unit, own.unit) === 'different')
    return approved.number.eq(own.number) ? 'unclear' : 'changed';
  const before = amountIn(approved, unit);
  const now = amountIn(own, unit);
  if (before && now && before.eq(now)) return isTurned ? 'changed' : 'same';
  const isBare = !approved.unit || !own.unit;
  if (!before || !now || isBare) {
    if (approved.number.eq(own.number)) return isTurned ? 'changed' : 'same';
    if (isOnOtherScale(approved.number, own.number)) return 'unclear';
  }
  if (isTurned || !before || !now) return 'changed';
  const sign = wanted ?? kept;
  const isLess = isUp(sign) ? now.lt(before) : isDown(sign) && now.gt(before);
  return isLess ? 'weakened' : 'changed';
}

function figures(approved: Quantity | Range, own: Quantity | Range): TargetRelation {
  if (approved.kind === 'quantity' && own.kind === 'quantity') return quantities(approved, own);
  const ends = (value: Quantity | Range): readonly Exact[] =>
    value.kind === 'range' ? [value.low, value.high] : [value.number];
  const shared = ends(approved).filter((end) => ends(own).some((other) => other.eq(end)));
  if (approved.kind === own.kind && shared.length === 2) return 'same';
  return shared.length > 0 && approved.kind !== own.kind ? 'unclear' : 'changed';
}

type Time = Extract<Value, { kind: 'deadline' | 'date' | 'date-span' }>;

function isTime(value: Value): value is Time {
  return value.kind === 'deadline' || value.kind === 'date' || value.kind === 'date-span';
}

function dueOf(value: Time): PartialDate {
  if (value.kind === 'deadline') return value.by;
  return value.kind === 'date' ? value.on : value.to;
}

/** Later is weaker; what one of the two does not name is no difference but for a day within the month. */
function times(approved: Time, own: Time): TargetRelation {
  const [before, now] = [dueOf(approved), dueOf(own)];
  for (const part of ['year', 'month', 'day'] as const) {
    const [one, other] = [before[part], now[part]];
    if (one === null || other === null) {
      if (part === 'year' || one === other) continue;
      const known = one ?? other ?? 0;
      // 12月 and 12月底 or 12月31日, 2023年 and 2023年12月: the end of what is not named.
      return (part === 'day' ? known >= 28 : known === 12) ? 'same' : 'unclear';
    }
    if (one !== other) return other > one ? 'weakened' : 'changed';
  }
  return 'same';
}

const numbersIn = (text: string): string =>
  [...text.matchAll(/\d+(?:\.\d+)?/gu)].map(([number]) => exact(number).toFixed()).join(' ');

/** Words are only folded: what one says within the other, and the same numbers in other words, is for a person. */
function words(approved: Value, own: Value): TargetRelation {
  const [before, now] = [fold(approved.source).text, fold(own.source).text];
  if (before === now) return 'same';
  if (before.includes(now) || now.includes(before)) return 'unclear';
  const numbers = [numbersIn(before), numbersIn(now)];
  if (numbers.every((found) => found === '')) return 'changed';
  const isWhole = numbers.includes('100') && numbers.includes('');
  return numbers[0] === numbers[1] || isWhole ? 'unclear' : 'changed';
}

const rank: readonly TargetRelation[] = ['same', 'unclear', 'changed', 'weakened'];
const gravest = (all: readonly TargetRelation[]): TargetRelation =>
  all.reduce((one, other) => (rank.indexOf(other) > rank.indexOf(one) ? other : one), 'same');

function compareValues(approved: Value, own: Value): TargetRelation {
  if (fold(approved.source).text === fold(own.source).text && approved.kind === own.kind) {
    if (approved.kind !== 'quantity') return 'same';
  }
  if (approved.kind === 'several' && own.kind === 'several' && approved.parts.length === own.parts.length) {
    const others = own.parts;
    return gravest(
      approved.parts.map(({ value }, place) => {
        const other = others[place];
        return other ? compareValues(value, other.value) : 'changed';
      }),
    );
  }
  const isFigure = (value: Value): value is Quantity | Range => value.kind === 'quantity' || value.kind === 'range';
  if (isFigure(approved) && isFigure(own)) return figures(approved, own);
  return isTime(approved) && isTime(own) ? times(approved, own) : words(approved, own);
}

/** How the form's own target stands to the approved one. */
export function compareTargets(approved: Wanted, own: Wanted): TargetRelation {
  return compareValues(whole(approved), whole(own));
}

/** The unit that follows a number, known or not, and the marks of approximation between them. */
import type { Exact } from '../../exact';
import { approximateAfter, wordsAfter } from '../comparators';
import { isHan } from '../normalise';
import { isNumeral, readMultiplier, type NumberRead } from '../numbers';
import { bareUnit, readUnit, unknownUnit } from '../units';
import type { Unit } from '../value';
import type { Cursor } from './cursor';
import { isSeparator } from './separator';
import type { AmountToken, Token } from './token';

/** The longest word that is taken for an unknown unit; more is a sentence. */
const unknownUnitLimit = 3;
/** Characters of verbs and particles, which no unit has. */
const noUnitSigns = '完成达标合格实现未不没前后年内为是的至到全部已';

/** A short word that closes the piece, or stands before 以上 and its like, is a unit that the table does not know. */
function unknownUnitAt(text: string, place: number): string | null {
  for (let length = 1; length <= unknownUnitLimit; length += 1) {
    const last = place + length - 1;
    const sign = text.charAt(last);
    if (!isHan(sign) || noUnitSigns.includes(sign) || isNumeral(sign)) return null;
    if (wordsAfter.matchAt(text, last) || approximateAfter.matchAt(text, last)) return null;
    const end = place + length;
    if (end >= text.length || isSeparator(text.charAt(end)) || wordsAfter.matchAt(text, end))
      return text.slice(place, end);
  }
  return null;
}

/** A unit and the place after it; `approximate` where 余 or 多 stood on the way. */
interface UnitRead {
  readonly unit: Unit | null;
  readonly end: number;
  readonly approximate: boolean;
}

/** The place after 余, 多, 左右; the same place where there is none. */
function afterApproximate(text: string, place: number): number {
  return place + (approximateAfter.matchAt(text, place)?.word.length ?? 0);
}

/** 5百余|人, 5万|: the multiplier, and the unit that it multiplies. */
function multiplied(text: string, place: number, isApproximate: boolean): UnitRead | null {
  const multiplier = readMultiplier(text, place);
  if (!multiplier) return null;
  const end = afterApproximate(text, multiplier.end);
  const approximate = isApproximate || end > multiplier.end;
  const base = approximate ? readUnit(text, end) : null;
  if (!base) return { unit: bareUnit(multiplier.name, multiplier.scale), end, approximate };
  const name = multiplier.name + base.unit.name;
  return { unit: { ...base.unit, name, scale: base.unit.scale.times(multiplier.scale) }, end: base.end, approximate };
}

/** 5(个): a bracket that holds a unit and nothing else. */
function bracketedUnit({ closing, text }: Cursor, place: number): { readonly unit: Unit; readonly end: number } | null {
  const close = closing.get(place);
  const inside = close === undefined ? null : readUnit(text, place + 1);
  return inside && inside.end === close ? { unit: inside.unit, end: close + 1 } : null;
}

function unitAfter(cursor: Cursor, place: number): UnitRead {
  const { text } = cursor;
  const end = afterApproximate(text, place);
  const approximate = end > place;
  const whole = readUnit(text, end);
  if (whole) return { ...whole, approximate };
  return multiplied(text, end, approximate) ?? { unit: null, end, ...bracketedUnit(cursor, end), approximate };
}

/** 成 is tenths only where no word with 成 follows. */
function isVerb(text: string, { end, unit }: UnitRead): boolean {
  return (
    unit?.name === '成' &&
    isHan(text.charAt(end)) &&
    !wordsAfter.matchAt(text, end) &&
    !approximateAfter.matchAt(text, end)
  );
}

/** Whether 半 after a unit is half of one: 2年半. */
export function isHalved(unit: Unit | null): boolean {
  return unit !== null && (unit.family === 'month' || unit.family === 'time');
}

function settledUnit(cursor: Cursor, read: NumberRead): UnitRead {
  const { text } = cursor;
  let found = unitAfter(cursor, read.end);
  if (!found.unit && !read.chinese) {
    const word = unknownUnitAt(text, found.end);
    if (word !== null) found = { ...found, unit: unknownUnit(word), end: found.end + word.length };
  }
  return isVerb(text, found) ? { ...found, unit: null, end: found.end - 1 } : found;
}

/** The amount of a number that starts at a place: with a unit, a bare multiplier or nothing after it. */
export function amountToken(cursor: Cursor, from: number, read: NumberRead, negative = false): AmountToken | Token {
  if (!read.value) return { kind: 'unreadable', from, end: read.end };
  const { text } = cursor;
  const { approximate, end: afterUnit, unit } = settledUnit(cursor, read);
  let number: Exact = negative ? read.value.neg() : read.value;
  let end = afterUnit;
  if (text.charAt(end) === '半' && isHalved(unit) && !unit?.per) {
    number = number.plus('0.5');
    end += 1;
  }
  const last = unit ? afterApproximate(text, end) : end;
  return { kind: 'amount', from, end: last, number, unit, approximate: approximate || last > end, raw: read.raw };
}

/** Figures in digits: 95%, -3, ¥20, and 百分之九十五. */
import { isDigit, isLatin } from '../normalise';
import { readDigits, readNumeral } from '../numbers';
import { movementOf } from '../phrases';
import { percent, perMille, perTenThousand, readUnit } from '../units';
import type { Unit } from '../value';
import { amountToken } from './amount';
import type { Cursor, TokenReader } from './cursor';
import type { AmountToken } from './token';

const fractions = [
  ['百分之', percent],
  ['千分之', perMille],
  ['万分之', perTenThousand],
] as const;

/** 百分之九十五, 千分之三. */
export const readFraction: TokenReader = ({ at, text }) => {
  const found = fractions.find(([word]) => text.startsWith(word, at));
  if (!found) return null;
  const [word, unit] = found;
  const read = readDigits(text, at + word.length) ?? readNumeral(text, at + word.length);
  if (!read?.value) return null;
  return { kind: 'amount', from: at, end: read.end, number: read.value, unit, approximate: false, raw: read.raw };
};

/** A minus or a point needs a place where a number can start; "10-20" is a range. 增长-3% is such a place. */
function mayBeSigned(cursor: Cursor): boolean {
  return cursor.atPieceStart || cursor.afterComparator || movementOf(cursor.lead) !== null;
}

/** PM2.5, 4G, 第3季度, 指标1: are parts of names. */
function isPartOfName({ last, signBefore, text }: Cursor, { end, unit }: AmountToken): boolean {
  const next = text.charAt(end);
  const isGlued = isLatin(signBefore) && last?.kind === 'text';
  const isLabel = next === ':' && !isDigit(text.charAt(end + 1));
  return isGlued || signBefore === '第' || isLabel || (isLatin(next) && !unit);
}

/** ¥20, ¥20万: money, whatever stands behind. */
function moneyUnit(unit: Unit | null): Unit | null {
  if (!unit) return readUnit('元', 0)?.unit ?? null;
  return (unit.family === 'number' ? readUnit(`${unit.name}元`, 0)?.unit : null) ?? unit;
}

/** Reads a number in digits with its unit. */
export const readNumber: TokenReader = (cursor) => {
  const { at, sign, text } = cursor;
  const isBeforeDigit = isDigit(text.charAt(at + 1));
  const isMoney = sign === '¥' && isBeforeDigit;
  const isPoint = sign === '.' && isBeforeDigit;
  const isSigned = (sign === '-' || sign === '+') && isBeforeDigit;
  if (!isDigit(sign) && !isMoney && !((isSigned || isPoint) && mayBeSigned(cursor))) return null;
  const read = readDigits(text, isDigit(sign) ? at : at + 1);
  if (!read) return null;
  // .5 without its zero, and 1,23 whose comma separates neither thousands nor values.
  const isComma = text.charAt(read.end) === ',' && isDigit(text.charAt(read.end + 1));
  if (isPoint || isComma) return { kind: 'unreadable', from: at, end: read.end + (isComma ? 1 : 0) };
  const found = amountToken(cursor, at, read, sign === '-');
  if (found.kind !== 'amount') return found;
  if (isPartOfName(cursor, found)) return { kind: 'text', from: at, end: read.end };
  return isMoney ? { ...found, unit: moneyUnit(found.unit) } : found;
};

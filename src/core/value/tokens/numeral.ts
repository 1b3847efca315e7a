/** Figures in Chinese numerals: 三个, 十五万元, 半年. */
import { exact } from '../../exact';
import { approximateAfter, wordsAfter } from '../comparators';
import { isNumeral, readMultiplier, readNumeral } from '../numbers';
import { expectsAmount } from '../phrases';
import { readUnit } from '../units';
import { amountToken, isHalved } from './amount';
import type { Cursor, TokenReader } from './cursor';
import { isSeparator } from './separator';
import type { AmountToken, Token } from './token';

/** Whether nothing but marks that belong to the amount follows, up to the end of the piece. */
function endsPiece(text: string, place: number): boolean {
  const sign = text.charAt(place);
  if (sign === '' || isSeparator(sign) || ')~—-至到(;'.includes(sign)) return true;
  return wordsAfter.matchAt(text, place) !== null || approximateAfter.matchAt(text, place) !== null;
}

/** 一至两年 */
function startsSpan(text: string, place: number): boolean {
  const sign = text.charAt(place);
  return sign !== '' && '至到~-—'.includes(sign) && isNumeral(text.charAt(place + 1));
}

/** 半年, 半个月 where an amount can start. */
function readHalf(cursor: Cursor): Token | null {
  const { at, text } = cursor;
  const unit = readUnit(text, at + 1)?.unit ?? null;
  if (!isHalved(unit) || !(cursor.afterComparator || cursor.atPieceStart)) return null;
  return amountToken(cursor, at, { value: exact('0.5'), end: at + 1, raw: '半', chinese: true });
}

/** Whether the neighbours of an amount leave no other reading. */
function standsAsAmount(cursor: Cursor, { end, number, unit }: AmountToken, raw: string): boolean {
  const { text } = cursor;
  const isWholePiece = endsPiece(text, end) && (cursor.atPieceStart || cursor.afterComparator);
  if (!unit) {
    const isBare = number.gte(2) || number.eq(0) || startsSpan(text, end);
    return isWholePiece && isBare && !readMultiplier(raw, 0);
  }
  if (unit.family === 'number') return isWholePiece;
  if (cursor.afterComparator || endsPiece(text, end)) return true;
  const next = text.charAt(end);
  return !isNumeral(next) && !'性化体种站'.includes(next) && expectsAmount(cursor.lead);
}

/** A Chinese numeral is an amount only with a unit, and where its neighbours leave no other reading (一般, 第三方). */
export const readNumeralToken: TokenReader = (cursor) => {
  const { at, sign, signBefore, text } = cursor;
  if (sign === '半') return readHalf(cursor);
  const read = readNumeral(text, at);
  if (!read) return null;
  const skip: Token = { kind: 'text', from: at, end: read.end };
  // 一点 is "a little".
  if (signBefore === '第' || (read.raw === '一' && text.charAt(read.end) === '点')) return skip;
  // 三分之一
  if (text.startsWith('分之', read.end))
    return { ...skip, kind: 'unreadable', end: readNumeral(text, read.end + 2)?.end ?? read.end + 2 };
  // 两三个, 三五户 are no numbers either.
  if (!read.value) return read.raw.length === 2 && readUnit(text, read.end) ? { ...skip, kind: 'unreadable' } : skip;
  const found = amountToken(cursor, at, read);
  if (found.kind !== 'amount') return skip;
  // 几十个, 数百人 are no numbers.
  if (found.unit && signBefore !== '' && '几数'.includes(signBefore))
    return { kind: 'unreadable', from: at - 1, end: found.end };
  return standsAsAmount(cursor, found, read.raw) ? found : skip;
};

/** What numbers the items of a list: ①, (2), 3., 四是. */
import { readDate } from '../dates';
import { isDigit } from '../normalise';
import type { Cursor, TokenReader } from './cursor';

/** Signs that are enumerators by themselves. */
export const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽❶❷❸❹❺❻❼❽❾❿㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩';
const numberOfHan = '一二三四五六七八九';

/** (2), (二): the first one only where a piece starts. */
function bracketed(cursor: Cursor, names: readonly string[]): number | null {
  const { at, text } = cursor;
  if (cursor.nextEnumerator === 1 && !cursor.atPieceStart) return null;
  const name = names.find((one) => one !== '' && text.startsWith(`(${one})`, at));
  return name === undefined ? null : at + name.length + 2;
}

/** 2. 2、 2) before something that is no part of a number. */
function dotted({ at, text }: Cursor, number: string): number | null {
  if (!text.startsWith(number, at)) return null;
  const mark = text.charAt(at + number.length);
  const next = at + number.length + 1;
  if (mark === '' || !'.、)'.includes(mark) || next >= text.length) return null;
  const isContent = !isDigit(text.charAt(next)) || (mark !== '.' && readDate(text, next) !== null);
  return isContent ? next : null;
}

/** Where the enumerator at the cursor ends. */
function endOf(cursor: Cursor): number | null {
  const { at, nextEnumerator, sign, text } = cursor;
  if (sign !== '' && circled.includes(sign)) return at + 1;
  const number = String(nextEnumerator);
  const han = numberOfHan.charAt(nextEnumerator - 1);
  if (sign === '(') return bracketed(cursor, [number, han]);
  const starts = nextEnumerator > 1 || at === 0;
  if (!starts || isDigit(cursor.signBefore) || cursor.signBefore === '.') return null;
  const end = dotted(cursor, number);
  if (end !== null) return end;
  return han !== '' && (text.startsWith(`${han}是`, at) || text.startsWith(`${han}、`, at)) ? at + 2 : null;
}

/** Reads the mark of the next item. */
export const readEnumerator: TokenReader = (cursor) => {
  const end = endOf(cursor);
  return end === null ? null : { kind: 'enumerator', from: cursor.at, end };
};

/** What running text says of the figure of one row: 培训412人, 3座桥梁, 群众满意度达95%以上. */
import { type Exact, exact } from '../../exact';
import type { Indicator } from '../../form/form';
import { fold } from '../../value/normalise';
import { amountIn, compareUnits, readUnit } from '../../value/units';
import type { Unit } from '../../value/value';
import { withoutSpaces } from '../../signs';

/** A figure that the text gives for a row, in the unit of the row's own value. */
export interface FigureInText {
  readonly number: Exact;
  /** 95%以上 and 不少于3座 give a bound, 120余公里 an estimate. */
  readonly is: 'exact' | 'at-least' | 'at-most' | 'about';
  /** As written, with the words that lead to it. */
  readonly quoted: string;
}

/** Words at the end of a name that only say what is counted. */
const counted = /(?:数量|个数|人数|人次|次数|户数|村数|期数|场次|批次|面积|里程|长度|规模|总数|总量|数额|数)$/u;
/** Names of one or two signs say too little. */
const shortest = 2;
/** What makes a figure one of a part, of another time or of something else. */
const elsewhere =
  /其中|每|平均|人均|户均|分别|计划|上年|去年|往年|累计|同比|较|比上|增加|增长|减少|下降|提高|新增|剩余|尚有|还有|未/u;
const atLeast = /以上|起$/u;
const bounds = /不低于|不少于|至少|超过|大于|≥|>/u;
const limits = /不超过|不高于|不多于|控制在|小于|低于|≤|</u;
const estimates = /^(?:余|多|左右|上下)|^个?多/u;
/** So many signs may stand between the name and its figure. */
const gap = String.raw`([^\d，。；、,.;:：！!？?\n（）()]{0,8}?)`;
const figure = String.raw`(\d+(?:\.\d+)?)`;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);

/** The words by which a text names the row: its name without brackets and without what is counted; null where they say too little. */
export function keyOf({ name }: Indicator): string | null {
  const words = withoutSpaces(fold(name.text.replace(/[（(].*$/u, '')).text);
  const key = words.replace(counted, '');
  return /^[\p{Script=Han}A-Za-z]+$/u.test(key) && key.length >= shortest ? key : null;
}

function unitAfter(text: string, at: number): { readonly unit: Unit; readonly end: number } | null {
  const sign = /^(?:余|多|个)(?=[\p{Script=Han}%])/u.exec(text.slice(at))?.[0].length ?? 0;
  return readUnit(text, at) ?? (sign > 0 ? readUnit(text, at + sign) : null);
}

function howMeant(before: string, after: string): FigureInText['is'] {
  if (/约|近|接近|大约|将近/u.test(before) || estimates.test(after)) return 'about';
  if (limits.test(before) || /^(?:以内|以下)/u.test(after)) return 'at-most';
  if (bounds.test(before) || atLeast.test(after.slice(0, 2))) return 'at-least';
  return 'exact';
}

/** Whether the sentence goes on with a figure of the same kind: 购置电脑20台、打印机5台 says of neither that it is all of it. */
function isListed(text: string, end: number, unit: Unit): boolean {
  if (unit.family === 'ratio') return false;
  const [rest = ''] = (/^[^。；;！!\n]*/u.exec(text.slice(end))?.[0] ?? '').split('其中', 1);
  return [...rest.matchAll(/\d+(?:\.\d+)?/gu)].some((match) => {
    const read = unitAfter(rest, match.index + match[0].length);
    return read !== null && ['same', 'scalable'].includes(compareUnits(read.unit, unit));
  });
}

/** The clause before a place, as far as it may change what a figure is of. */
const clauseBefore = (text: string, at: number): string =>
  text
    .slice(0, at)
    .split(/[，。；;,！!\n]/u)
    .at(-1) ?? '';

/**
 * Every figure that a text gives for a row; null where one of them may be of a part or of something else, so that nothing
 * can be said.
 *
 * @param text in one typography.
 * @param unit of the row's own figure.
 */
export function figuresFor(key: string, unit: Unit, text: string): readonly FigureInText[] | null {
  const found: FigureInText[] = [];
  if (!text.includes(key)) return found;
  const own = escaped(key);
  const after = new RegExp(`${own}${gap}${figure}`, 'gu');
  const before = new RegExp(`(?<![\\d.])${figure}([^\\d，。；、,.;\\s]{1,4}?)的?${own}`, 'gu');
  for (const match of text.matchAll(after)) {
    const [whole, between = '', digits = ''] = match;
    const end = match.index + whole.length;
    const read = unitAfter(text, end);
    const relation = read && compareUnits(read.unit, unit);
    if (!read || (relation !== 'same' && relation !== 'scalable')) continue;
    if (elsewhere.test(clauseBefore(text, match.index)) || elsewhere.test(between)) return null;
    if (isListed(text, read.end, unit)) return null;
    const number = amountIn({ number: exact(digits), unit: read.unit }, unit);
    const rest = text.slice(end, end + 1).match(estimates) ? text.slice(end) : text.slice(read.end, read.end + 4);
    if (number) found.push({ number, is: howMeant(between, rest), quoted: text.slice(match.index, read.end) });
  }
  for (const match of text.matchAll(before)) {
    const [whole, , measured = ''] = match;
    const read = readUnit(measured, 0);
    const relation = read && compareUnits(read.unit, unit);
    if (!read || read.end !== measured.length || (relation !== 'same' && relation !== 'scalable')) continue;
    if (elsewhere.test(clauseBefore(text, match.index))) return null;
    const number = amountIn({ number: exact(match[1] ?? '0'), unit: read.unit }, unit);
    if (number) found.push({ number, is: 'exact', quoted: whole });
  }
  return found;
}

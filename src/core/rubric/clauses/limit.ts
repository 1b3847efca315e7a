/** Conditions on a number: ≥90% · 80%≤X<90% · 95%（含）-98% · 90%以上 · 10天以内 · ±5%以内 · 负增长. */
import { zero, type Exact } from '../../exact';
import { anyUnit, digits, number, valueIn } from './numberWords';
import { matchAt, type End, type Found, type LimitPhrase, type ReadPhrase } from './phrase';

const mark = '(\\((?:含|包含|包括|不含|不包含|不包括)[^()]{0,8}\\)|\\(\\d{1,3}%?不?含\\))?';
const unit = `(${anyUnit})?`;
const name = '([^\\d%<>≤≥=。;,()]{0,16})';

type Sign = '≥' | '>' | '≤' | '<' | '=';

const signWords: readonly (readonly [Sign, string])[] = [
  [
    '≥',
    '≥|>=|大于或?等于|高于或?等于|等于或?(?:大于|高于)|不低于|不少于|不小于|不得低于|不得少于|达到或超过|达到或高于|达到|达(?!标)|至少',
  ],
  ['≤', '≤|<=|小于或?等于|低于或?等于|等于或?(?:小于|低于)|不高于|不超过|不大于|不多于|不得超过|不得高于|控制在|至多'],
  ['>', '>|大于|高于|超过|超出|多于|突破'],
  ['<', '<|小于|低于|少于|不足|不满|未达到|未达|未完成|未能达到|没有达到|达不到|不到'],
  ['=', '=|等于'],
];
const anySign = signWords.map(([, words]) => `(${words})`).join('|');

const twoSigns = new RegExp(`(${digits})${unit}([<>≤≥])${name}([<>≤≥])(${digits})${unit}`, 'uy');
const range = new RegExp(
  `(?:在|介于|处于|为)?(${digits})${unit}${mark}(?:[-—~]{1,2}|至|到|(?:和|与)(?=[^。;,]{1,16}之间))(${digits})${unit}${mark}(?:之间|以内|区间)?${mark}`,
  'uy',
);
const symmetric = /(?:在|不超过|≤)?±(\d{1,3}(?:\.\d{1,4})?)%(?:\(含\))?(?:以内|之内|内|之间|范围内?)?/uy;
const signed = new RegExp(
  `(?:为|是|在|值)?(?:${anySign})(${digits}|零)${unit}${mark}(?:及其?以上|或以上|以上|及以下|或以下|以下|以内|之内)?${mark}`,
  'uy',
);
const worded = new RegExp(
  `(?:在|为|是)?(${number})(${anyUnit})(?:[\\u4e00-\\u9fff]{0,3}?)${mark}(及其?以上|或以上|以上|及以下|或以下|以下|以内|之内|内(?!容)|以外)${mark}`,
  'uy',
);
const bare = new RegExp(`(?:为|是)?(${digits})${unit}`, 'uy');
const negative = /为?负(?:增长|值|数)|为负/uy;

/** What the marks 含 and 不含 say; null where there is none. */
function included(...marks: readonly (string | undefined)[]): boolean | null {
  const stated = marks.find((each) => each !== undefined);
  return stated === undefined ? null : !stated.includes('不');
}

/** Percentage points are written beside rates, and count like them. */
function written(unitWord: string | undefined): string {
  return unitWord ?? '';
}

function end(at: Exact, isIncluded: boolean | null): End {
  return { at, isIncluded };
}

function found(
  to: number,
  unitWord: string,
  low: End | null,
  high: End | null,
  more: Partial<LimitPhrase> = {},
): Found {
  return { to, is: { kind: 'limit', low, high, unit: unitWord, isBare: false, name: '', ...more } };
}

/** 90%>X≥80%, 80%≤X<90%; two signs that look in different ways are no limits. */
function readTwoSigns(text: string, at: number): Found | null {
  const match = matchAt(twoSigns, text, at);
  if (!match) return null;
  const [whole, first = '', firstUnit, left = '', words = '', right = '', second = '', secondUnit] = match;
  const isRising = '<≤'.includes(left);
  if (isRising !== '<≤'.includes(right)) return null;
  const unitWord = written(secondUnit ?? firstUnit);
  const one = end(valueIn(first, unitWord), left === '≤' || left === '≥');
  const two = end(valueIn(second, unitWord), right === '≤' || right === '≥');
  const [low, high] = isRising ? [one, two] : [two, one];
  return found(at + whole.length, unitWord, low, high, { name: words });
}

/** 95%（含）-98%, 在85%—93%之间, 1000-2000元. */
function readRange(text: string, at: number): Found | null {
  const match = matchAt(range, text, at);
  if (!match) return null;
  const [whole, first = '', firstUnit, firstMark, second = '', secondUnit, secondMark, lastMark] = match;
  const unitWord = written(secondUnit ?? firstUnit);
  // "9-8分" is an award, and 2023-2025 without a unit are years.
  if (unitWord === '' || text.charAt(at + whole.length) === '分') return null;
  const one = end(valueIn(first, unitWord), included(firstMark));
  const two = end(valueIn(second, unitWord), included(secondMark, lastMark));
  const [low, high] = one.at.lte(two.at) ? [one, two] : [two, one];
  return found(at + whole.length, unitWord, low, high);
}

const beyond = /(?:在)?(?:超过|超出|大于|高于|>)±(\d{1,3}(?:\.\d{1,4})?)%(?:以上|以外|的)?/uy;
const signedRange =
  /(?:在|介于)?±(\d{1,3}(?:\.\d{1,4})?)%?(?:\(不?含\))?(?:[-—~至到]{1,2})±?(\d{1,3}(?:\.\d{1,4})?)%(?:\(含\))?(?:之间|以内)?/uy;

/** ±5%以内, ±5%-±10%, 超过±10%: limits of a deviation either way. */
function readSymmetric(text: string, at: number): Found | null {
  const outside = matchAt(beyond, text, at);
  if (outside) {
    const bound = end(valueIn(outside[1] ?? '0', '%'), false);
    return found(at + outside[0].length, '%', bound, null, { name: '偏差' });
  }
  const between = matchAt(signedRange, text, at);
  if (between) {
    const [low, high] = [between[1] ?? '0', between[2] ?? '0'].map((each) => valueIn(each, '%'));
    if (low && high) return found(at + between[0].length, '%', end(low, false), end(high, true), { name: '偏差' });
  }
  const match = matchAt(symmetric, text, at);
  if (!match) return null;
  const bound = valueIn(match[1] ?? '0', '%');
  return found(at + match[0].length, '%', null, end(bound, true), { name: '偏差' });
}

/** ≥90%, 低于80%, 达到100%. */
function readSigned(text: string, at: number): Found | null {
  const match = matchAt(signed, text, at);
  if (!match) return null;
  const [whole] = match;
  const index = signWords.findIndex((_, place) => match[place + 1] !== undefined);
  const sign = signWords[index]?.[0] ?? '=';
  const [amount = '0', unitWord, firstMark, lastMark] = match.slice(signWords.length + 1);
  const value = amount === '零' ? zero : valueIn(amount, written(unitWord));
  if (text.charAt(at + whole.length) === '分' && unitWord === undefined) return null;
  const isIncluded = included(firstMark, lastMark);
  const to = at + whole.length;
  switch (sign) {
    case '≥':
      return found(to, written(unitWord), end(value, isIncluded ?? true), null);
    case '>':
      // "超过90%以上", "超过80%（含）": the mark outranks the word.
      return found(to, written(unitWord), end(value, isIncluded ?? false), null);
    case '≤':
      return found(to, written(unitWord), null, end(value, isIncluded ?? true));
    case '<':
      return found(to, written(unitWord), null, end(value, isIncluded ?? false));
    case '=':
      return found(to, written(unitWord), end(value, true), end(value, true));
  }
}

/** 90%（含）以上, 10天以内, 60%以下. */
function readWorded(text: string, at: number): Found | null {
  const match = matchAt(worded, text, at);
  if (!match) return null;
  const [whole, amount = '0', unitWord = '', before, words = '', behind] = match;
  const value = valueIn(amount, unitWord);
  const to = at + whole.length;
  const isIncluded = included(before, behind);
  if (words.endsWith('上')) return found(to, unitWord, end(value, isIncluded), null);
  if (words === '以外') return found(to, unitWord, end(value, false), null);
  const isInside = words.endsWith('内');
  return found(to, unitWord, null, end(value, isIncluded ?? (isInside || words.length > 2 ? true : null)));
}

/** A number and its unit by themselves; whether it is a condition is for the sentence to say. */
function readBare(text: string, at: number): Found | null {
  const match = matchAt(bare, text, at);
  if (!match) return null;
  const [whole, amount = '0', unitWord] = match;
  const to = at + whole.length;
  if (unitWord === undefined) return null;
  const value = end(valueIn(amount, unitWord), true);
  return found(to, unitWord, value, value, { isBare: true });
}

function readNegative(text: string, at: number): Found | null {
  const match = matchAt(negative, text, at);
  return match && found(at + match[0].length, '', null, end(zero, false));
}

/** A condition on a number. */
export const readLimit: ReadPhrase = (text, at) =>
  readTwoSigns(text, at) ??
  readRange(text, at) ??
  readSymmetric(text, at) ??
  readSigned(text, at) ??
  readWorded(text, at) ??
  readNegative(text, at);

/** A bare number, where nothing else reads it. */
export const readBareLimit: ReadPhrase = (text, at) => readBare(text, at);

/** Reads numbers: 1,300 · 0.5189 · 三百 · 十二 · 二〇二三 · 一点五. */
import { exact, zero, type Exact } from '../exact';
import { isDigit, signsOf } from './normalise';

/** A number in a text, without multiplier and unit. */
export interface NumberRead {
  /** null where the digits do not make a number a form can mean. */
  readonly value: Exact | null;
  /** The place after it. */
  readonly end: number;
  /** As written, after folding. */
  readonly raw: string;
  readonly chinese: boolean;
}

/** More digits than any amount has; longer runs are not numbers. */
const digitLimit = 30;

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charAt(end))) end += 1;
  return end;
}

function thousandsEnd(text: string, from: number, at: number): number {
  let end = at;
  if (end - from > 3) return end;
  while (text.charAt(end) === ',' && digitsEnd(text, end + 1) === end + 4) end += 4;
  return end;
}

/** Reads digits with thousands separators and decimals, without a sign; null where there is no digit. */
export function readDigits(text: string, at: number): NumberRead | null {
  let end = digitsEnd(text, at);
  if (end === at) return null;
  end = thousandsEnd(text, at, end);
  if (text.charAt(end) === '.' && isDigit(text.charAt(end + 1))) end = digitsEnd(text, end + 1);
  const raw = text.slice(at, end);
  return { value: raw.length > digitLimit ? null : exact(raw.replaceAll(',', '')), end, raw, chinese: false };
}

const digitValues = new Map<string, number>(
  signsOf('零一二三四五六七八九').map((sign, value): [string, number] => [sign, value]),
);
for (const [value, sign] of signsOf('〇壹贰叁肆伍陆柒捌玖').entries()) digitValues.set(sign, value);
digitValues.set('两', 2).set('俩', 2);

const smallMultipliers = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const largeMultipliers = new Map([
  ['万', 10_000],
  ['萬', 10_000],
  ['亿', 100_000_000],
  ['億', 100_000_000],
]);

const numeralSigns = new Set([...digitValues.keys(), ...smallMultipliers.keys(), ...largeMultipliers.keys()]);

/** The signs of Chinese numerals. */
export const signsOfNumerals: readonly string[] = [...numeralSigns];

/** Whether a Chinese numeral can start or go on with this sign. */
export function isNumeral(sign: string): boolean {
  return numeralSigns.has(sign);
}

/** 二〇二三 is read digit by digit; 两三 and 三五 mean "about so many" and are not. */
function isPositional(raw: string): boolean {
  return raw.length >= 4 || raw.includes('〇');
}

function positional(raw: string): Exact | null {
  const digits = signsOf(raw).map((sign) => digitValues.get(sign));
  return digits.some((digit) => digit === undefined) ? null : exact(digits.join(''));
}

/** Adds up a numeral with its multipliers; null where their order makes no number ("十十", "三四百"). */
function additive(raw: string): Exact | null {
  let total = zero;
  let section = 0;
  let digit: number | null = null;
  let lastSmall = Infinity;
  let lastLarge = Infinity;
  for (const sign of raw) {
    const value = digitValues.get(sign);
    const small = smallMultipliers.get(sign);
    const large = largeMultipliers.get(sign);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (small !== undefined) {
      if (small >= lastSmall) return null;
      section += (digit === null || digit === 0 ? 1 : digit) * small;
      lastSmall = small;
      digit = null;
    } else if (large !== undefined) {
      if (large >= lastLarge) {
        // 万亿: a multiplier of what stands before it.
        total = total.plus(section + (digit ?? 0)).times(large);
      } else {
        const part = section + (digit ?? 0);
        total = total.plus(exact(part === 0 ? 1 : part).times(large));
      }
      lastLarge = large;
      section = 0;
      digit = null;
      lastSmall = Infinity;
    }
  }
  return total.plus(section + (digit ?? 0));
}

/** Reads a Chinese numeral; null where none starts here. Its value is null where it is malformed. */
export function readNumeral(text: string, at: number): NumberRead | null {
  let end = at;
  while (isNumeral(text.charAt(end))) end += 1;
  if (end === at) return null;
  const whole = text.slice(at, end);
  let value: Exact | null = null;
  if (whole.length <= digitLimit) {
    value = (isPositional(whole) ? positional(whole) : null) ?? additive(whole);
    if (text.charAt(end) === '点') {
      let decimals = end + 1;
      while (digitValues.has(text.charAt(decimals))) decimals += 1;
      const places = decimals - end - 1;
      // 一点 alone is "a little".
      const fraction = places > 0 && places < digitLimit ? positional(text.slice(end + 1, decimals)) : null;
      if (value && fraction) {
        value = value.plus(fraction.div(exact(10).pow(places)));
        end = decimals;
      }
    }
  }
  return { value, end, raw: text.slice(at, end), chinese: true };
}

const multiplierValues = new Map<string, Exact>([
  ['百', exact(100)],
  ['千', exact(1000)],
  ['万', exact(10_000)],
  ['亿', exact(100_000_000)],
]);

/** A multiplier after a number: 万, 千万, 亿. */
export interface Multiplier {
  readonly name: string;
  readonly scale: Exact;
  readonly end: number;
}

/** Reads a multiplier such as 万, 百万 or 万亿; null where none stands here. */
export function readMultiplier(text: string, at: number): Multiplier | null {
  let end = at;
  let scale = exact(1);
  // At most two, as in 千万 and 万亿.
  while (end < at + 2) {
    const value = multiplierValues.get(text.charAt(end));
    if (!value) break;
    scale = scale.times(value);
    end += 1;
  }
  return end === at ? null : { name: text.slice(at, end), scale, end };
}

/** Reads dates and spans as forms write them: 2023年10月31日 · 5月底 · 2023.8.2 · 年底 · 第三季度. */
import { isDigit, isLatin, signsOf } from './normalise';
import { isNumeral, readDigits, readNumeral, signsOfNumerals } from './numbers';
import type { PartialDate } from './value';

/** A date in a text. */
export interface DateRead {
  readonly on: PartialDate;
  /** The place after it. */
  readonly end: number;
}

const firstYear = 1949;
const lastYear = 2099;

/** Whether a number can be a year. */
export function isYear(number: number): boolean {
  return Number.isInteger(number) && number >= firstYear && number <= lastYear;
}

/** How many days a month has; without a year, February has 29. */
export function daysIn(month: number, year: number | null): number {
  if (month === 2) return year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isMonth(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= 12;
}

function isDayOf(day: number, month: number, year: number | null): boolean {
  return Number.isInteger(day) && day >= 1 && day <= daysIn(month, year);
}

interface Whole {
  readonly value: number;
  readonly digits: number;
  readonly end: number;
}

/** A whole number of at most four digits, Arabic or Chinese. */
function readWhole(text: string, at: number): Whole | null {
  let end = at;
  while (end < at + 5 && isDigit(text.charAt(end))) end += 1;
  if (end > at) return end - at > 4 ? null : { value: Number(text.slice(at, end)), digits: end - at, end };
  const numeral = readNumeral(text.slice(at, at + 5), 0);
  if (!numeral?.value || numeral.raw.includes('点')) return null;
  return { value: Number(numeral.value.toFixed()), digits: numeral.raw.length, end: at + numeral.end };
}

/** What may follow a month instead of a day, and the day it means. */
const monthParts: readonly (readonly [string, number | null])[] = [
  ['月底', 31],
  ['月末', 31],
  ['月下旬', 31],
  ['月中旬', 20],
  ['月上旬', 10],
  ['月中', null],
  ['月初', null],
  ['月份', null],
  ['月', null],
];

function readMonth(text: string, at: number, year: number | null): DateRead | null {
  const month = readWhole(text, at);
  if (!month || month.digits > 2 || !isMonth(month.value)) return null;
  const part = monthParts.find(([word]) => text.startsWith(word, month.end));
  if (!part) return null;
  const [word, day] = part;
  let end = month.end + word.length;
  if (word === '月份' && (text.startsWith('底', end) || text.startsWith('末', end))) {
    return { on: { year, month: month.value, day: 31 }, end: end + 1 };
  }
  if (word !== '月') return { on: { year, month: month.value, day }, end };
  const written = readWhole(text, end);
  const suffix = written ? text.charAt(written.end) : '';
  if (written && (suffix === '日' || suffix === '号') && isDayOf(written.value, month.value, year)) {
    end = written.end + 1;
    return { on: { year, month: month.value, day: written.value }, end };
  }
  return { on: { year, month: month.value, day: null }, end };
}

const quarters = new Map([
  ['一', 1],
  ['二', 2],
  ['三', 3],
  ['四', 4],
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
]);

function readPartOfYear(text: string, at: number, year: number | null): DateRead | null {
  if (text.startsWith('上半年', at)) return { on: { year, month: 6, day: 30 }, end: at + 3 };
  if (text.startsWith('下半年', at)) return { on: { year, month: 12, day: 31 }, end: at + 3 };
  const ordinal = text.charAt(at) === '第' ? at + 1 : at;
  const quarter = quarters.get(text.charAt(ordinal));
  if (quarter !== undefined && text.startsWith('季度', ordinal + 1) && (ordinal > at || year !== null)) {
    const end = ordinal + 3;
    const closing = text.charAt(end) === '末' || text.charAt(end) === '底';
    const month = quarter * 3;
    return { on: { year, month, day: daysIn(month, year) }, end: closing ? end + 1 : end };
  }
  return null;
}

const yearEnds = ['年底', '年末', '年终'];

/** 年底, 年内, 当年底: the end of a year that is not named. */
function readYearEnd(text: string, at: number): DateRead | null {
  let start = at;
  for (const word of ['当', '本', '今']) if (text.startsWith(word, at)) start = at + 1;
  const word = [...yearEnds, '年内'].find((candidate) => text.startsWith(candidate, start));
  if (word === undefined) return null;
  // 年内 keeps its 内, which makes a deadline of it.
  const end = start + (word === '年内' ? 1 : word.length);
  return { on: { year: null, month: 12, day: 31 }, end };
}

function readYear(text: string, at: number): DateRead | null {
  const written = readWhole(text, at);
  if (!written || text.charAt(written.end) !== '年') return null;
  const afterYear = written.end + 1;
  if (written.digits === 4 && isYear(written.value)) {
    const year = written.value;
    if (yearEnds.includes(`年${text.charAt(afterYear)}`)) {
      return { on: { year, month: 12, day: 31 }, end: afterYear + 1 };
    }
    const finer = readMonth(text, afterYear, year) ?? readPartOfYear(text, afterYear, year);
    if (finer) return finer;
    const end = text.charAt(afterYear) === '度' ? afterYear + 1 : afterYear;
    return { on: { year, month: null, day: null }, end };
  }
  // "23年12月" is a date, "23年" alone a duration.
  if (written.digits === 2 && written.value >= 10) {
    return readMonth(text, afterYear, 2000 + written.value);
  }
  return null;
}

/** 2023.8.2, 2023/8/2, 2023-08-02, 2023.8, 2023-08. */
function readNumeric(text: string, at: number): DateRead | null {
  const year = readWhole(text, at);
  if (!year || year.digits !== 4 || !isYear(year.value) || !isDigit(text.charAt(at))) return null;
  const mark = text.charAt(year.end);
  if (mark !== '.' && mark !== '/' && mark !== '-') return null;
  const month = readWhole(text, year.end + 1);
  if (!month || month.digits > 2 || !isMonth(month.value) || !isDigit(text.charAt(year.end + 1))) return null;
  if (text.charAt(month.end) === mark && isDigit(text.charAt(month.end + 1))) {
    const day = readWhole(text, month.end + 1);
    if (!day || day.digits > 2 || !isDayOf(day.value, month.value, year.value)) return null;
    const end = text.charAt(day.end) === '日' ? day.end + 1 : day.end;
    return { on: { year: year.value, month: month.value, day: day.value }, end: skipMidnight(text, end) };
  }
  const next = text.charAt(month.end);
  if (isDigit(next) || isLatin(next)) return null;
  const part = monthParts.find(([word]) => text.startsWith(word, month.end));
  const on = { year: year.value, month: month.value, day: part ? part[1] : null };
  if (part) return { on, end: month.end + part[0].length };
  // "2023.5万元" and "2010.5米" are amounts: a month without its word ends here or before 底, 前 and their like.
  return next === '' || ',;。、\n~—-至到底末前以之)'.includes(next)
    ? next === '底' || next === '末'
      ? { on: { ...on, day: 31 }, end: month.end + 1 }
      : { on, end: month.end }
    : null;
}

/** A time of midnight that spreadsheets append to a date. */
function skipMidnight(text: string, at: number): number {
  for (const time of [' 00:00:00', ' 0:00:00', ' 0:00']) if (text.startsWith(time, at)) return at + time.length;
  return at;
}

/** 10.25前: a month and a day with a point, which only the word after them gives away. */
function readMonthPointDay(text: string, at: number): DateRead | null {
  const read = readDigits(text, at);
  if (!read || !['前', '之前', '以前'].some((word) => text.startsWith(word, read.end))) return null;
  const [month = '', day = ''] = read.raw.split('.');
  if (!isMonth(Number(month)) || day === '' || !isDayOf(Number(day), Number(month), null)) return null;
  return { on: { year: null, month: Number(month), day: Number(day) }, end: read.end };
}

/** The signs with which a date can start. */
export const dateStarts: readonly string[] = [...signsOf('0123456789第上下年当本今'), ...signsOfNumerals];

/** Whether a date can start here, by what follows its first number or its first sign: most numbers are no dates. */
function mayStartDate(text: string, at: number): boolean {
  const sign = text.charAt(at);
  let end = at + 1;
  if (isDigit(sign)) {
    while (isDigit(text.charAt(end))) end += 1;
    return end < text.length && './-年月'.includes(text.charAt(end));
  }
  if (isNumeral(sign)) {
    while (isNumeral(text.charAt(end))) end += 1;
    return text.charAt(end) === '年' || text.charAt(end) === '月';
  }
  const next = text.charAt(end);
  if (sign === '第') return quarters.has(next);
  if (sign === '上' || sign === '下') return next === '半';
  if (sign === '年') return next !== '' && '底末终内'.includes(next);
  return (sign === '当' || sign === '本' || sign === '今') && next === '年';
}

/** Reads a date; null where none starts here. */
export function readDate(text: string, at: number): DateRead | null {
  if (!mayStartDate(text, at)) return null;
  return (
    readNumeric(text, at) ??
    readYear(text, at) ??
    readMonth(text, at, null) ??
    readPartOfYear(text, at, null) ??
    readYearEnd(text, at) ??
    readMonthPointDay(text, at)
  );
}

/** The day number of a whole date, for differences in days. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** The date of a serial number of a sheet with the 1900 date system; null outside of it. */
export function dateOfSerial(serial: number): { year: number; month: number; day: number } | null {
  const whole = Math.floor(serial);
  if (!(whole >= 1 && whole <= 2_958_465)) return null;
  // The sheet's calendar has a 29 February 1900 that never was.
  const date = new Date(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

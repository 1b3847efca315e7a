/**
 * What Excel makes of a string that is put into a cell: a number, a date, a formula, a text.
 * Deliberately eager: where it is unknown whether Excel converts, this converts, so that careless writing is caught.
 */
import type { CellValue } from '../../core/sheet/snapshot';

/** What a string became. */
export interface Typed {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly isPrefixed: boolean;
  /** The format that the cell takes if it had none of its own; null leaves it. */
  readonly numberFormat: string | null;
}

/** The year that a date without a year is taken to be in. */
const presentYear = 2025;

const errors = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!', '#CALC!'];
const dayInMilliseconds = 86_400_000;

const plain = (value: CellValue, numberFormat: string | null = null): Typed => ({
  value,
  formula: null,
  isPrefixed: false,
  numberFormat,
});

/** The serial number of a day (1900 system, after February 1900), or null when there is no such day. */
function serialOf(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1901 ? (time - Date.UTC(1899, 11, 30)) / dayInMilliseconds : null;
}

/** The day of a serial number. */
export function dayOf(serial: number): { year: number; month: number; day: number } {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * dayInMilliseconds);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

/** Full-width digits and signs as their plain forms, the way a Chinese Excel reads them. */
function narrow(text: string): string {
  return text.replace(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/　/gu, ' ');
}

type Reading = readonly [pattern: RegExp, read: (parts: readonly string[]) => Typed | null];

const dated = (serial: number | null, numberFormat: string): Typed | null =>
  serial === null ? null : plain(serial, numberFormat);

const readings: readonly Reading[] = [
  [
    /^([+-]?)[¥￥$]?([\d,]*\d\.?\d*|\.\d+)(e[+-]?\d+)?$/iu,
    ([sign = '', digits = '', power = '']) => number(sign, digits, power),
  ],
  [/^\([¥￥$]?([\d,]*\d\.?\d*)\)$/u, ([digits = '']) => number('-', digits, '')],
  [
    /^([+-]?)(\d[\d,]*\.?\d*|\.\d+)\s?%$/u,
    ([sign = '', digits = '']) => {
      const read = number(sign, digits, '');
      if (read === null || typeof read.value !== 'number') return null;
      return plain(Number(`${read.value}e-2`), digits.includes('.') ? '0.00%' : '0%');
    },
  ],
  [
    /^([+-]?\d+) (\d{1,2})\/(\d{1,2})$/u,
    ([whole = '', top = '', bottom = '']) =>
      Number(bottom) === 0 ? null : plain(Number(whole) + Number(top) / Number(bottom), '# ?/?'),
  ],
  [
    /^(\d{4}|\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: (\d{1,2}):(\d{2}))?$/u,
    ([year = '', month = '', day = '', hours, minutes]) => {
      const serial = serialOf(fullYear(year), Number(month), Number(day));
      if (serial === null) return null;
      const time = hours === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) / 1440;
      return plain(serial + time, hours === undefined ? 'm/d/yyyy' : 'm/d/yyyy h:mm');
    },
  ],
  [
    /^(\d{4})[-/年](\d{1,2})月?$/u,
    ([year = '', month = '']) => dated(serialOf(Number(year), Number(month), 1), 'mmm-yy'),
  ],
  [
    /^(\d{1,2})[-/月](\d{1,2})日?$/u,
    ([month = '', day = '']) => dated(serialOf(presentYear, Number(month), Number(day)), 'd-mmm'),
  ],
  [
    /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/u,
    ([hours = '', minutes = '', seconds = '0']) =>
      Number(minutes) > 59 || Number(seconds) > 59
        ? null
        : plain((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400, 'h:mm'),
  ],
];

function number(sign: string, digits: string, power: string): Typed | null {
  if (digits.includes(',') && !/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/u.test(digits)) return null;
  const value = Number(`${sign}${digits.replaceAll(',', '')}${power}`);
  if (!Number.isFinite(value)) return null;
  if (power !== '') return plain(value, '0.00E+00');
  return plain(value, digits.includes(',') ? (digits.includes('.') ? '#,##0.00' : '#,##0') : null);
}

/** The formula that a string starts, or null. A sign before a mere number starts none. */
function formulaIn(text: string): string | null {
  if (text.length < 2 || !'=+-@'.includes(text.charAt(0))) return null;
  if (text.startsWith('=')) return text;
  return text.startsWith('@') ? `=${text.slice(1)}` : `=${text}`;
}

/** Reads a string as Excel would when it is put into a cell of this number format. */
export function interpret(text: string, numberFormat: string): Typed {
  if (text.startsWith("'")) {
    return { value: text.length === 1 ? null : text.slice(1), formula: null, isPrefixed: true, numberFormat: null };
  }
  if (text === '') return plain(null);
  if (numberFormat === '@') return plain(text);
  const trimmed = narrow(text).trim();
  for (const [pattern, read] of readings) {
    const match = pattern.exec(trimmed);
    const typed = match === null ? null : read(match.slice(1));
    if (typed !== null) return typed;
  }
  const formula = formulaIn(narrow(text.charAt(0)) + text.slice(1));
  if (formula !== null) return { value: null, formula, isPrefixed: false, numberFormat: null };
  const upper = trimmed.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return plain(upper === 'TRUE');
  if (errors.includes(upper)) return plain({ error: upper });
  return plain(text);
}

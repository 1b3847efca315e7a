/** Numbers as a sheet holds them: what the number format says they are. */
import { exact, hundred, plain } from '../exact';
import { dateOfSerial } from './dates';
import { fold, signsOf } from './normalise';
import { percent, readUnit } from './units';
import type { Value } from './value';

interface FormatParts {
  /** Outside of quotes and brackets, without escapes. */
  readonly codes: string;
  /** What stands in quotes, or is escaped. */
  readonly literal: string;
}

/** The first section of a number format, taken apart. */
function partsOf(format: string): FormatParts {
  let codes = '';
  let literal = '';
  for (let at = 0; at < format.length; at += 1) {
    const sign = format.charAt(at);
    if (sign === ';') break;
    if (sign === '\\') {
      at += 1;
      literal += format.charAt(at);
    } else if (sign === '_' || sign === '*') {
      // The next sign only takes room.
      at += 1;
    } else if (sign === '"' || sign === '[') {
      const close = format.indexOf(sign === '"' ? '"' : ']', at + 1);
      const end = close < 0 ? format.length : close;
      if (sign === '"') literal += format.slice(at + 1, end);
      at = end;
    } else codes += sign;
  }
  return { codes, literal };
}

const dateCodes = /[yde年月日]/i;
const generalFormat = /^(general|g\/通用格式|@)?$/i;

/** Whether commas at the end of the digits divide what is shown by thousands. */
function isScaled(codes: string): boolean {
  return /[0#?],+(?![0#?,])/.test(codes);
}

/** Reads a number by its format: a percentage as it is shown (0.95 → 95%), a date, or an amount. */
export function readNumberCell(value: number, text: string, numberFormat: string): Value {
  const { codes, literal } = partsOf(numberFormat);
  const number = exact(value);
  // A column too narrow shows only "####".
  const shown = text.trim() === '' || signsOf(text.trim()).every((sign) => sign === '#') ? plain(number) : text;
  const amount = { kind: 'quantity', comparator: null, approximate: false, lead: '', source: shown } as const;
  if (generalFormat.test(codes)) return { ...amount, number, unit: null };
  if (codes.includes('%')) return { ...amount, number: number.times(hundred), unit: percent };
  const date = isDateFormat(codes) ? dateOfSerial(value) : null;
  if (date) {
    const day = /d|日/i.test(codes) ? date.day : null;
    const month = day !== null || /m|月/i.test(codes) ? date.month : null;
    return { kind: 'date', on: { year: date.year, month, day }, source: shown };
  }
  // 0"个" shows a unit; 0,"千元" also divides, so that the unit is not that of the value.
  const unit = literal === '' || isScaled(codes) ? null : readUnit(fold(literal).text, 0);
  return { ...amount, number, unit: unit?.unit ?? null };
}

function isDateFormat(codes: string): boolean {
  const monthOnly = /m/i.test(codes) && !/[hs]/i.test(codes);
  return (dateCodes.test(codes) && !/^[^0#]*[0#].*e/i.test(codes)) || monthOnly;
}

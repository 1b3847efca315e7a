/**
 * Values under any number format, as Excel displays them: by `numfmt`, which knows the codes of ECMA-376, and by what
 * stands beside it for the codes of a Chinese Excel.
 */
import { format, getFormatDateInfo, isValidFormat } from 'numfmt';
import { inChineseNumerals } from './chineseNumerals';
import { type KnownFormat, knownFormat, withLiteralDigits } from './formatCode';

/** Days between the first days of the two calendars that a workbook may count in. */
const daysTo1904 = 1462;

const secondsOfDay = 86_400;

/** A format, taken apart once. */
interface ReadFormat extends KnownFormat {
  /** Whether it shows a day, a month or a year. */
  readonly isOfCalendar: boolean;
  /** Whether it shows whole seconds. */
  readonly hasWholeSeconds: boolean;
}

const known = new Map<string, ReadFormat | null>();

function readFormat(numberFormat: string): ReadFormat | null {
  const { numerals, pattern } = knownFormat(numberFormat);
  if (!isValidFormat(pattern)) return null;
  const { day, month, seconds, year } = getFormatDateInfo(pattern);
  const hasWholeSeconds = seconds && !/s\]?\.0/i.test(pattern);
  return { numerals, pattern, hasWholeSeconds, isOfCalendar: day || month || year };
}

/** The text of a value; null where the format is none. */
export function uncommonText(value: number | string, numberFormat: string, countsFrom1904: boolean): string | null {
  let read = known.get(numberFormat);
  if (read === undefined) {
    read = readFormat(numberFormat);
    known.set(numberFormat, read);
  }
  if (!read) return null;
  const text = format(read.pattern, typeof value === 'number' ? momentOf(value, read, countsFrom1904) : value, {
    // A day that no calendar of Excel has is shown as the number that it is.
    dateSpanLarge: false,
  });
  return inNumerals(text, read);
}

/** What is formatted: seconds rounded ahead, because the day and the minute follow from them. */
function momentOf(value: number, { hasWholeSeconds, isOfCalendar }: ReadFormat, countsFrom1904: boolean): number {
  const moment = countsFrom1904 && isOfCalendar ? value + daysTo1904 : value;
  return hasWholeSeconds ? Math.round(moment * secondsOfDay) / secondsOfDay : moment;
}

function inNumerals(text: string, { numerals }: ReadFormat): string {
  for (const [mark, { code, style }] of numerals) {
    if (text.includes(mark)) return withLiteralDigits(inChineseNumerals(text.replace(mark, ''), code, style));
  }
  return text;
}

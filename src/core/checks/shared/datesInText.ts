/** Dates and day counts that stand in running text. */
import { readDate } from '../../value/dates';
import { fold, isDigit } from '../../value/normalise';
import type { PartialDate } from '../../value/value';

/** A date with where it stands in the folded text. */
export interface DateInText {
  readonly on: PartialDate;
  readonly start: number;
  readonly end: number;
}

/** Longer texts are no cells of a form that a person fills in; what follows is not looked at. */
const readAtMost = 2000;

/** The text in one typography, as far as it is looked at. */
export function foldedText(text: string): string {
  return fold(text.slice(0, readAtMost)).text;
}

const startsNumber = new Set('0123456789一二三四五六七八九十');

/** All dates with a month and a day in a folded text, in order; a date without a year takes that of the one before. */
export function datesIn(text: string): readonly DateInText[] {
  const found: DateInText[] = [];
  let year: number | null = null;
  for (let at = 0; at < text.length; at += 1) {
    if (!startsNumber.has(text.charAt(at))) continue;
    const read = readDate(text, at);
    if (!read) {
      // Not in the middle of a number.
      while (isDigit(text.charAt(at + 1)) || text.charAt(at + 1) === '.') at += 1;
      continue;
    }
    year = read.on.year ?? year;
    if (read.on.month !== null && read.on.day !== null) {
      found.push({ on: { ...read.on, year: read.on.year ?? year }, start: at, end: read.end });
    }
    at = read.end - 1;
  }
  return found;
}

/**
 * Text for a cell, so that Excel keeps it as text.
 *
 * Excel reads what is put into a cell as if it were typed: "-5%，未完成" becomes a broken formula, "1-2" a date. A
 * leading apostrophe says "this is text" and is no part of the value that is read back. The other way, the number
 * format @, would change a format that belongs to the user and would have to be taken back with the text.
 */

const formulaStart = /^[=+\-@＝＋－＠]/u;
const blankStart = /^[\s\u00a0\u3000]/u;
// Anything that could be read as a number, date, time, fraction, amount, percentage, boolean or error has a digit
// near its beginning, or is one of few words. Too many apostrophes do no harm; one too few loses a value.
const numberLike = /^[(（$¥￥€£#.,，。'’‘]*\s*[\d０-９]/u;
const wordLike = /^(?:true|false|真|假|上午|下午|am|pm|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;
const errorLike = /^#/u;

/**
 * What to put into `Range.values` for a text; the text itself is what reads back. A cell of number format @ takes
 * everything for text by itself, save an apostrophe in front.
 */
export function textForCell(text: string, numberFormat: string): string {
  if (numberFormat === '@' && !text.startsWith("'")) return text;
  const isTakenForMore =
    text.startsWith("'") ||
    formulaStart.test(text) ||
    blankStart.test(text) ||
    numberLike.test(text) ||
    wordLike.test(text) ||
    errorLike.test(text);
  return isTakenForMore ? `'${text}` : text;
}

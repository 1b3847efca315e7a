/**
 * Which formulas of another file may come along: only those that calculate from their own sheet with functions that
 * cannot reach out of the workbook. Every other one brings what it showed.
 */

/** Functions that only calculate; those that read files, the network, the clock or other cells by text are not here. */
const functions = new Set(
  (
    'ABS AND AVERAGE AVERAGEIF CEILING CONCATENATE COUNT COUNTA COUNTBLANK COUNTIF EXACT FALSE FIND FLOOR IF IFERROR ' +
    'INT ISBLANK ISERROR ISNUMBER ISTEXT LARGE LEFT LEN MAX MEDIAN MID MIN MOD NOT OR PRODUCT RANK RIGHT ROUND ' +
    'ROUNDDOWN ROUNDUP SIGN SMALL SUBTOTAL SUM SUMIF SUMPRODUCT TRIM TRUE TRUNC VALUE'
  ).split(' '),
);

const texts = /"(?:[^"]|"")*"/gu;
const words = /(\$?[\p{L}_][\p{L}\p{N}_.$]*)(\s*\()?/gu;
const cell = /^\$?[A-Z]{1,3}\$?[1-9][0-9]{0,6}$/i;
const column = /^\$?[A-Z]{1,3}$/i;
/** Other sheets, other files, tables, arrays, exchange with programs, spills, implicit intersection. */
const reaching = /[![\]{}|#@']/u;

/** The formula without its "=", if it may come along; else null. */
export function carriedFormula(formula: string): string | null {
  const plain = formula.replace(/^=/, '');
  // A formula of Excel has at most 8,192 characters.
  if (plain.trim() === '' || plain.length > 8192) return null;
  const rest = plain.replace(texts, '""');
  if (reaching.test(rest)) return null;
  for (const [, word = '', call] of rest.matchAll(words)) {
    const isKnown =
      call === undefined
        ? cell.test(word) || isColumn(rest, word) || /^(?:TRUE|FALSE)$/i.test(word) || /^E$/i.test(word)
        : functions.has(word.toUpperCase());
    if (!isKnown) return null;
  }
  return plain;
}

/** Whether the word is a column of a range such as A:C. */
function isColumn(text: string, word: string): boolean {
  return column.test(word) && text.includes(':');
}

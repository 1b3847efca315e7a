/** A text of a table that is not a spreadsheet as the value that a spreadsheet would hold. */
import type { CellRef } from '../core/sheet/cellRef';
import type { BookCell } from './book';

const plainNumber = /^-?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.(\d+))?$/;

/** Digits that Excel keeps of a number; what has more, such as the number of a card, stays text. */
const digitsKept = 15;

/**
 * The cell. Numbers become such, shown as they were written; everything else, and what a number would lose (a leading
 * zero, a digit), stays text: a percentage too, whose number nobody could tell from one that was typed as "1", and a
 * date, because "1-2" is a span of years in a form.
 */
export function typedCell(ref: CellRef, written: string): BookCell | null {
  const text = written.trim();
  if (text === '') return null;
  const match = plainNumber.exec(text);
  if (!match || text.replace(/\D/g, '').length > digitsKept) return { ref, value: text };
  const [, decimals = ''] = match;
  const value = Number(text.replaceAll(',', ''));
  const digits = decimals === '' ? '' : `.${'0'.repeat(decimals.length)}`;
  if (text.includes(',')) return { ref, value, format: `#,##0${digits}` };
  // General drops zeros at the end, and shows everything else as written.
  return decimals.endsWith('0') ? { ref, value, format: `0${digits}` } : { ref, value };
}

/** Whether a cell of words says anything: not blank, not a dash, not only 无. */
import type { Cell } from '../../sheet/sheetView';

/** The words without spaces; "" where nothing is said. */
export function spoken(cell: Cell | null): string {
  const words = cell?.text.replace(/\s/gu, '') ?? '';
  return /^[—–－\-/／\\.。、无]*$/u.test(words) ? '' : words;
}

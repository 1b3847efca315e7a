/** How a cell's content is shown to people. */
import { exact, hundred, plain } from '../../core/exact';
import { type CellValue, isCellError } from '../../core/sheet/snapshot';
import type { Words } from '../../words/wordsOf';

/** The content as one reads it in the cell: numbers exactly, shares in percent where the cell's format says so. */
export function cellText(value: CellValue, numberFormat: string, words: Words): string {
  if (value === null || value === '') return words.say('emptyCell');
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  const number = exact(value);
  return numberFormat.includes('%') ? `${plain(number.times(hundred))}%` : plain(number);
}

/** Puts a number format back that a write of ours changed; the only place that sets one. */
import type { CellRef } from '../core/sheet/cellRef';

/** Queues the number format of one cell, in en-US codes. */
export function queueNumberFormat(sheet: Excel.Worksheet, { row, column }: CellRef, numberFormat: string): void {
  sheet.getRangeByIndexes(row, column, 1, 1).numberFormat = [[numberFormat]];
}

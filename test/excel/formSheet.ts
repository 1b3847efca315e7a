/** A sheet as large and as merged as the largest real forms. */
import { toA1 } from '../../src/core/sheet/cellRef';
import type { PlainCell, PlainSheet } from '../../src/simulator/model';

/** Rows × columns of text and numbers, with pairs of rows merged in the first two columns. */
export function formSheet(rows: number, columns: number, id = '{1}'): PlainSheet {
  const cells: Record<string, PlainCell> = {};
  const merges: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const isCovered = column < 2 && row % 2 === 1;
      if (isCovered) continue;
      cells[toA1({ row, column })] =
        column > 5
          ? { value: row + column / 10, numberFormat: '0.00' }
          : { value: `第${row}行的三级指标及其指标值${column}` };
    }
    if (row % 2 === 0 && row + 1 < rows) merges.push(`A${row + 1}:A${row + 2}`, `B${row + 1}:B${row + 2}`);
  }
  return { id, name: '自评表', cells, merges };
}

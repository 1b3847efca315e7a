/** A snapshot as a workbook that the simulated Excel opens. */
import { areaToA1, toA1 } from '../../src/core/sheet/cellRef';
import type { Snapshot } from '../../src/core/sheet/snapshot';
import type { PlainCell, PlainWorkbook } from '../../src/simulator/model';

/** The workbook of this one sheet; displayed texts are made from values and formats. */
export function workbookOf(snapshot: Snapshot): PlainWorkbook {
  const { area, formulas, merges, numberFormats, sheetId, sheetName, values } = snapshot;
  const cells: Record<string, PlainCell> = {};
  values.forEach((line, down) =>
    line.forEach((value, across) => {
      if (value === null) return;
      const formula = formulas[down]?.[across];
      cells[toA1({ row: (area?.top ?? 0) + down, column: (area?.left ?? 0) + across })] = {
        value,
        numberFormat: numberFormats[down]?.[across] ?? 'General',
        ...(formula ? { formula } : {}),
      };
    }),
  );
  return { name: '测量.xlsx', sheets: [{ id: sheetId, name: sheetName, cells, merges: merges.map(areaToA1) }] };
}

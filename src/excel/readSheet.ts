/** Reads one sheet in two round trips, or a few more where it is large, has hidden lines or very many merged areas. */
import type { Area } from '../core/sheet/cellRef';
import { coveredCells } from '../core/sheet/covered';
import { emptySnapshot } from '../core/sheet/emptySnapshot';
import { readingLimit, type CellValue, type Snapshot } from '../core/sheet/snapshot';
import { failed, succeeded } from '../port/outcome';
import type { Outcome } from '../port/workbook';
import { isLevelSupported } from './capabilities';
import { formatAt, formulaAt, valueAt } from './cellContent';
import { neededLevel } from './faults';
import { inExcel } from './inExcel';
import { readArea, type AreaRead, type ShownTables } from './readArea';

/** Reads a sheet by id, or the active one. */
export function readSheet(sheetId: string | undefined): Promise<Outcome<Snapshot>> {
  return inExcel<Snapshot>({ sheet: sheetId ?? null, isOfFront: sheetId === undefined }, async (context) => {
    if (!isLevelSupported(neededLevel)) return failed({ kind: 'too-old', needs: `ExcelApi ${neededLevel}` });
    const outline = queueOutline(context, sheetId);
    await context.sync();
    const area = outlineArea(outline);
    return snapshotOf(outline, area && (await readArea(context, outline.sheet, area)));
  });
}

/** A sheet that was measured before anything of its cells is asked for. */
export interface Outline {
  readonly sheetId: string | undefined;
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

/** Queues the measuring of a sheet. */
export function queueOutline(context: Excel.RequestContext, sheetId: string | undefined): Outline {
  const { worksheets } = context.workbook;
  const sheet = sheetId === undefined ? worksheets.getActiveWorksheet() : worksheets.getItemOrNullObject(sheetId);
  sheet.load('id,name');
  sheet.protection.load('protected');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  return { sheetId, sheet, used };
}

/** The area to read; null where there is no sheet or nothing on it. What is too much is left out. After the sync. */
export function outlineArea({ sheet, used }: Outline): Area | null {
  if (sheet.isNullObject || used.isNullObject) return null;
  return {
    top: used.rowIndex,
    left: used.columnIndex,
    bottom: used.rowIndex + Math.min(used.rowCount, readingLimit.rows) - 1,
    right: used.columnIndex + Math.min(used.columnCount, readingLimit.columns) - 1,
  };
}

/** The snapshot of a measured sheet and what was read of it; null where nothing was to be read. */
export function snapshotOf(outline: Outline, read: AreaRead | null): Outcome<Snapshot> {
  const { sheet, sheetId, used } = outline;
  if (sheet.isNullObject) return failed({ kind: 'sheet-missing', sheet: sheetId ?? '' });
  const common = { sheetId: sheet.id, sheetName: sheet.name, isProtected: sheet.protection.protected };
  const area = outlineArea(outline);
  if (!area || !read) return succeeded(emptySnapshot(common));
  if (read.cells === null) return failed({ kind: 'too-large' });
  const isClipped = used.rowCount > readingLimit.rows || used.columnCount > readingLimit.columns;
  return succeeded({
    ...common,
    area,
    ...tablesOf(read.cells, read.merges ?? [], area),
    hiddenRows: read.hiddenRows,
    hiddenColumns: read.hiddenColumns,
    clippedFrom: isClipped ? { rows: used.rowCount, columns: used.columnCount } : null,
    ...(read.merges === null ? { mergesUnread: true } : {}),
  });
}

type Tables = Pick<Snapshot, 'values' | 'text' | 'formulas' | 'numberFormats' | 'merges'>;

function tablesOf(cells: ShownTables, merges: readonly Area[], area: Area): Tables {
  const covered = coveredCells(merges, area);
  const height = area.bottom - area.top + 1;
  const width = area.right - area.left + 1;
  const table = <T>(at: (row: number, column: number) => T, ofCovered: T): T[][] =>
    Array.from({ length: height }, (_row, row) =>
      Array.from({ length: width }, (_column, column) =>
        covered.has(row * width + column) ? ofCovered : at(row, column),
      ),
    );
  return {
    values: table<CellValue>((row, column) => valueAt(cells, row, column), null),
    text: table((row, column) => cells.text[row]?.[column] ?? '', ''),
    formulas: table<string | null>((row, column) => formulaAt(cells, row, column), null),
    numberFormats: Array.from({ length: height }, (_row, row) =>
      Array.from({ length: width }, (_column, column) => formatAt(cells, row, column)),
    ),
    merges,
  };
}

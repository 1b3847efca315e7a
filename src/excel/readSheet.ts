/** Reads one sheet in two round trips, or three when it holds very many merged areas. */
import type { Area } from '../core/sheet/cellRef';
import { coveredCells } from '../core/sheet/covered';
import { emptySnapshot } from '../core/sheet/emptySnapshot';
import { readingLimit, type CellValue, type Snapshot } from '../core/sheet/snapshot';
import { failed, succeeded } from '../port/outcome';
import type { Outcome } from '../port/workbook';
import { isLevelSupported } from './capabilities';
import { contentProperties, formatAt, formulaAt, isAnswered, valueAt } from './cellContent';
import { codeOf, neededLevel } from './faults';
import { inExcel } from './inExcel';
import { bandsOf, mergesOf, queueBand, rangeOf, type QueuedBand } from './mergedAreas';

/** Reads a sheet by id, or the active one. */
export function readSheet(sheetId: string | undefined): Promise<Outcome<Snapshot>> {
  return inExcel<Snapshot>({ sheet: sheetId ?? null }, async (context) => {
    if (!isLevelSupported(neededLevel)) return failed({ kind: 'too-old', needs: `ExcelApi ${neededLevel}` });
    const outline = queueOutline(context, sheetId);
    await context.sync();
    const area = areaOf(outline);
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
export function areaOf({ sheet, used }: Outline): Area | null {
  if (sheet.isNullObject || used.isNullObject) return null;
  return {
    top: used.rowIndex,
    left: used.columnIndex,
    bottom: used.rowIndex + Math.min(used.rowCount, readingLimit.rows) - 1,
    right: used.columnIndex + Math.min(used.columnCount, readingLimit.columns) - 1,
  };
}

/** The snapshot of a measured sheet and what was read of it; null where nothing was to be read. */
export function snapshotOf(outline: Outline, read: QueuedArea | null): Outcome<Snapshot> {
  const { sheet, sheetId, used } = outline;
  if (sheet.isNullObject) return failed({ kind: 'sheet-missing', sheet: sheetId ?? '' });
  const common = { sheetId: sheet.id, sheetName: sheet.name, isProtected: sheet.protection.protected };
  const area = areaOf(outline);
  if (!area || !read) return succeeded(emptySnapshot(common));
  if (!isAnswered(read.range) || !Array.isArray(read.range.text)) return failed({ kind: 'too-large' });
  const isClipped = used.rowCount > readingLimit.rows || used.columnCount > readingLimit.columns;
  return succeeded({
    ...common,
    area,
    ...tablesOf(read, area),
    clippedFrom: isClipped ? { rows: used.rowCount, columns: used.columnCount } : null,
  });
}

/** What was asked for of an area. */
export interface QueuedArea {
  readonly range: Excel.Range;
  readonly bands: readonly QueuedBand[];
  readonly rowProperties: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly columnProperties: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
}

async function readArea(context: Excel.RequestContext, sheet: Excel.Worksheet, area: Area): Promise<QueuedArea> {
  const { bands, isSafe } = bandsOf(area, false);
  const queued = queueArea(sheet, area, bands);
  try {
    await context.sync();
    return queued;
  } catch (error) {
    // Excel does not say that a band held too many; with bands that cannot, any other cause shows itself again.
    if (isSafe || codeOf(error) === null) throw error;
    const again = queueArea(sheet, area, bandsOf(area, true).bands);
    await context.sync();
    return again;
  }
}

/** Queues the reading of an area, in bands of rows for its merges. */
export function queueArea(sheet: Excel.Worksheet, area: Area, bands: readonly Area[]): QueuedArea {
  const range = rangeOf(sheet, area);
  range.load(`${contentProperties},text`);
  return {
    range,
    rowProperties: range.getRowProperties({ rowHidden: true }),
    columnProperties: range.getColumnProperties({ columnHidden: true }),
    bands: bands.map((band) => queueBand(sheet, band)),
  };
}

type Tables = Pick<
  Snapshot,
  'values' | 'text' | 'formulas' | 'numberFormats' | 'merges' | 'hiddenRows' | 'hiddenColumns'
>;

function tablesOf({ range, bands, rowProperties, columnProperties }: QueuedArea, area: Area): Tables {
  const merges = mergesOf(bands);
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
    values: table<CellValue>((row, column) => valueAt(range, row, column), null),
    text: table((row, column) => range.text[row]?.[column] ?? '', ''),
    formulas: table<string | null>((row, column) => formulaAt(range, row, column), null),
    numberFormats: Array.from({ length: height }, (_row, row) =>
      Array.from({ length: width }, (_column, column) => formatAt(range, row, column)),
    ),
    merges,
    hiddenRows: rowProperties.value.flatMap(({ rowHidden }, index) => (rowHidden === true ? [area.top + index] : [])),
    hiddenColumns: columnProperties.value.flatMap(({ columnHidden }, index) =>
      columnHidden === true ? [area.left + index] : [],
    ),
  };
}

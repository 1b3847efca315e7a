/** Puts a sheet that was read elsewhere into the open workbook, band by band, and takes one away again. */
import type { BookCell, NewSheet } from '../core/sheet/bookSheet';
import { areaToA1, type Area } from '../core/sheet/cellRef';
import { isCellError } from '../core/sheet/snapshot';
import { freeSheetName } from '../port/newSheetName';
import { failed, succeeded } from '../port/outcome';
import type { Outcome } from '../port/workbook';
import { isCompatibilityMode } from './compatibilityMode';
import { codeOf, faultOfCode } from './faults';
import { inExcel, writingInExcel } from './inExcel';
import { rangeOf } from './mergedAreas';
import { textForCell } from './textForCell';
import type { OwnWrites } from './watch';

/** What of a sheet goes over in one request, in bytes of values and formats; Excel on the web takes 5 MB. */
const bytesOfBand = 1_000_000;

/** The width of one character of the standard font, in the points that Excel counts column widths in. */
const pointsOfCharacter = 5.6;

/** Adds the sheet behind the others. */
export function addSheet(
  wanted: NewSheet,
  ownWrites: OwnWrites,
): Promise<Outcome<{ readonly sheetId: string; readonly name: string }>> {
  if (isCompatibilityMode()) return Promise.resolve(failed({ kind: 'compatibility-mode' }));
  return writingInExcel({ sheet: null }, async (context, progress) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    progress.isWriting = true;
    const sheet = worksheets.add(
      freeSheetName(
        wanted.name,
        worksheets.items.map(({ name }) => name),
      ),
    );
    sheet.load('id,name');
    await context.sync();
    const { id, name } = sheet;
    try {
      await fill(context, id, wanted, ownWrites);
    } catch (error) {
      const code = codeOf(error);
      if (code === null) throw error;
      // Half a sheet must not be taken for the unit's; where even this fails, the caller finds it among the sheets.
      await removeSheet(id);
      return failed(faultOfCode(code, { sheet: name }));
    }
    return succeeded({ sheetId: id, name });
  });
}

async function fill(
  context: Excel.RequestContext,
  id: string,
  { cells, columnWidths, hiddenColumns, hiddenRows, merges }: NewSheet,
  ownWrites: OwnWrites,
): Promise<void> {
  const rows = new Map<number, BookCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.ref.row);
    if (row) row.push(cell);
    else rows.set(cell.ref.row, [cell]);
  }
  const box = areaAround(cells);
  for (const band of box ? bandsOf(box, rows) : []) await writeBand({ context, id, rows, ownWrites }, band);

  const sheet = context.workbook.worksheets.getItem(id);
  if (box) rangeOf(sheet, box).format.wrapText = true;
  for (const merge of merges) rangeOf(sheet, merge).merge(false);
  columnWidths.forEach((width, column) => {
    if (width !== null) sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width * pointsOfCharacter;
  });
  for (const row of hiddenRows) sheet.getRangeByIndexes(row, 0, 1, 1).getEntireRow().rowHidden = true;
  for (const column of hiddenColumns) sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().columnHidden = true;
  await context.sync();
}

function areaAround(cells: readonly BookCell[]): Area | null {
  const [first] = cells;
  if (!first) return null;
  let { row: top, column: left } = first.ref;
  let [bottom, right] = [top, left];
  for (const { ref } of cells) {
    top = Math.min(top, ref.row);
    bottom = Math.max(bottom, ref.row);
    left = Math.min(left, ref.column);
    right = Math.max(right, ref.column);
  }
  return { top, left, bottom, right };
}

/** The area cut into bands of rows, each small enough for a request. */
function bandsOf(box: Area, rows: ReadonlyMap<number, readonly BookCell[]>): readonly Area[] {
  const bands: Area[] = [];
  // An empty cell takes three bytes of each table.
  const least = 6 * (box.right - box.left + 1);
  let top = box.top;
  let bytes = 0;
  for (let row = box.top; row <= box.bottom; row += 1) {
    const size = (rows.get(row) ?? []).reduce((sum, cell) => sum + bytesOf(cell), least);
    if (row > top && bytes + size > bytesOfBand) {
      bands.push({ ...box, top, bottom: row - 1 });
      top = row;
      bytes = 0;
    }
    bytes += size;
  }
  return [...bands, { ...box, top }];
}

/** At most three bytes a character, and the format beside it. */
function bytesOf({ format = '', formula = '', value }: BookCell): number {
  return 24 + 3 * (formula.length + format.length + (typeof value === 'string' ? value.length : 8));
}

/** A sheet that is being filled. */
interface Filling {
  readonly context: Excel.RequestContext;
  readonly id: string;
  readonly rows: ReadonlyMap<number, readonly BookCell[]>;
  readonly ownWrites: OwnWrites;
}

/** Writes a band; one that the host finds too large after all is halved. */
async function writeBand(filling: Filling, band: Area): Promise<void> {
  const { context, id, ownWrites, rows } = filling;
  const range = rangeOf(context.workbook.worksheets.getItem(id), band);
  const height = band.bottom - band.top + 1;
  const width = band.right - band.left + 1;
  const contents = Array.from({ length: height }, () => Array.from({ length: width }, (): unknown => ''));
  const formats = Array.from({ length: height }, () => Array.from({ length: width }, () => 'General'));
  for (let row = band.top; row <= band.bottom; row += 1) {
    for (const cell of rows.get(row) ?? []) {
      const [line, column] = [row - band.top, cell.ref.column - band.left];
      const contentLine = contents[line];
      const formatLine = formats[line];
      if (contentLine) contentLine[column] = contentOf(cell);
      if (formatLine) formatLine[column] = cell.format ?? 'General';
    }
  }
  // Behind the values: in a cell of the format @ a number would become its text.
  ownWrites.expect(id, areaToA1(band));
  range.formulas = contents;
  range.numberFormat = formats;
  try {
    await context.sync();
  } catch (error) {
    const code = codeOf(error);
    const isTooLarge = code !== null && faultOfCode(code, { sheet: null }).kind === 'too-large';
    if (!isTooLarge || height === 1) throw error;
    const middle = band.top + Math.floor(height / 2);
    await writeBand(filling, { ...band, bottom: middle - 1 });
    await writeBand(filling, { ...band, top: middle });
  }
}

function contentOf({ formula, value }: BookCell): unknown {
  if (formula !== undefined) return `=${formula}`;
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  return typeof value === 'string' && value !== '' ? textForCell(value, 'General') : value;
}

/** Takes a sheet away with all that is in it; Excel keeps the last one that can be seen. */
export function removeSheet(sheetId: string): Promise<Outcome<null>> {
  return inExcel({ sheet: sheetId }, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    sheet.load('name');
    await context.sync();
    if (sheet.isNullObject) return failed({ kind: 'sheet-missing', sheet: sheetId });
    sheet.delete();
    await context.sync();
    return succeeded(null);
  });
}

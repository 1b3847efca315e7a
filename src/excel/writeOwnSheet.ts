/** Writes a sheet of our own into the open workbook; a sheet that does not carry our mark is never touched. */
import { heldRows, type OwnCell, type OwnSheet } from '../core/sheet/ownSheet';
import { chooseName, isCandidate, isOwnSheetFormula, linkFormula, ownSheetFormula } from '../port/ownSheetName';
import { failed, succeeded } from '../port/outcome';
import type { Outcome } from '../port/workbook';
import { isCompatibilityMode } from './compatibilityMode';
import { writingInExcel } from './inExcel';
import { findRules } from './marksApart';
import { areaToA1 } from '../core/sheet/cellRef';
import { textForCell } from './textForCell';
import type { OwnWrites } from './watch';

// The width of one character of the standard font, in the points that Excel counts column widths in.
const pointsOfCharacter = 5.6;

/**
 * Writes the sheet in a few round trips, whatever its size. A new sheet carries our mark from its first moment.
 */
export function writeOwnSheet(
  own: OwnSheet,
  renew: readonly string[] | undefined,
  ownWrites: OwnWrites,
): Promise<Outcome<{ readonly sheetId: string; readonly name: string }>> {
  const { name: wanted, boldRows, columnWidths, openRows, rows } = own;
  if (isCompatibilityMode()) return Promise.resolve(failed({ kind: 'compatibility-mode' }));
  return writingInExcel({ sheet: null }, async (context, progress) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    await context.sync();
    const candidates = worksheets.items.filter(({ name }) => isCandidate(name, wanted));
    const ours = await ownAmong(context, candidates);
    const { existing, name } = chooseName(wanted, worksheets.items, (sheet) => ours.has(sheet.id), renew);
    if (existing && ours.get(existing.id) === 'protected') return failed({ kind: 'sheet-protected', sheet: name });

    progress.isWriting = true;
    const sheet = existing ?? (await addSheet(context, name));
    // Contents only: the mark on A1 is a format and stays.
    if (existing) {
      sheet.getRange().clear(Excel.ClearApplyTo.contents);
      undrawn(sheet.getUsedRange());
    }
    const width = Math.max(1, ...rows.map((row) => row.length));
    if (rows.length > 0) {
      const block = sheet.getRangeByIndexes(0, 0, rows.length, width);
      ownWrites.expect(sheet.id, areaToA1({ top: 0, left: 0, bottom: rows.length - 1, right: width - 1 }));
      // Ahead of the values, so that a percentage from before is none any more.
      block.numberFormat = rows.map((row) =>
        Array.from({ length: width }, (_, column) => formatOf(row[column] ?? null)),
      );
      block.formulas = rows.map((row) => Array.from({ length: width }, (_, column) => contentOf(row[column] ?? null)));
      block.format.wrapText = true;
      block.format.font.bold = false;
    }
    for (const row of openRows ?? []) sheet.getRangeByIndexes(row, 0, 1, width).format.wrapText = false;
    for (const row of boldRows) sheet.getRangeByIndexes(row, 0, 1, width).format.font.bold = true;
    for (const [column, characters] of columnWidths.entries()) {
      sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = characters * pointsOfCharacter;
    }
    drawTables(sheet, own);
    await context.sync();
    return succeeded({ sheetId: sheet.id, name: sheet.name });
  });
}

const edges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal'] as const;
const headColour = '#DDEBF7';

/** Takes away what an earlier time drew: its tables may have stood elsewhere. */
function undrawn({ format }: Excel.Range): void {
  format.fill.clear();
  for (const edge of edges) format.borders.getItem(edge).style = 'None';
}

/** Lines around the cells of the tables, their headings filled, and those near the top held in sight. */
function drawTables(sheet: Excel.Worksheet, own: OwnSheet): void {
  const { tables = [] } = own;
  for (const { bottom, top, width } of tables) {
    const { format } = sheet.getRangeByIndexes(top, 0, bottom - top + 1, width);
    for (const edge of edges) format.borders.getItem(edge).style = 'Continuous';
    sheet.getRangeByIndexes(top, 0, 1, width).format.fill.color = headColour;
  }
  const held = heldRows(own);
  if (held > 0) sheet.freezePanes.freezeRows(held);
  else if (tables.length > 0) sheet.freezePanes.unfreeze();
}

/** A new sheet behind the others, with our mark. */
async function addSheet(context: Excel.RequestContext, name: string): Promise<Excel.Worksheet> {
  const sheet = context.workbook.worksheets.add(name);
  sheet.load('id,name');
  const mark = sheet.getRangeByIndexes(0, 0, 1, 1).conditionalFormats.add(Excel.ConditionalFormatType.custom);
  mark.custom.rule.formula = ownSheetFormula;
  await context.sync();
  return sheet;
}

function contentOf(cell: OwnCell): string | number {
  if (cell === null) return '';
  if (typeof cell === 'object') return 'ratio' in cell ? cell.ratio : linkFormula(cell);
  return typeof cell === 'number' || cell === '' ? cell : textForCell(cell, 'General');
}

function formatOf(cell: OwnCell): string {
  return typeof cell === 'object' && cell !== null && 'ratio' in cell ? '0.00%' : 'General';
}

/** Those of the sheets that carry our mark, by id, and whether they may be written. */
async function ownAmong(
  context: Excel.RequestContext,
  candidates: readonly Excel.Worksheet[],
): Promise<ReadonlyMap<string, 'open' | 'protected'>> {
  const ours = new Map<string, 'open' | 'protected'>();
  if (candidates.length === 0) return ours;
  for (const sheet of candidates) sheet.protection.load('protected');
  await context.sync();
  for (const sheet of candidates) {
    // One whose rules cannot be read is not known for ours, and stays as it is.
    const { rules } = await findRules(context, sheet);
    if (rules.some(({ format }) => isOwnSheetFormula(format.custom.rule.formula))) {
      ours.set(sheet.id, sheet.protection.protected ? 'protected' : 'open');
    }
  }
  return ours;
}

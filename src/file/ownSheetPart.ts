/** A sheet of our own in a file: its part, its entries in the package, and the styles that it needs. */
import type { OwnCell, OwnSheet } from '../core/sheet/ownSheet';
import { textWidth } from '../core/sheet/textWidth';
import { toA1 } from '../core/sheet/cellRef';
import { addPart, beforeEndOf, freeName, required } from './addPart';
import { isOwnSheetFormula, linkFormula, ownSheetFormula } from '../port/ownSheetName';
import type { SheetPart } from './sheetPart';
import type { WorkbookPackage } from './workbookPackage';
import type { WorkbookParts } from './workbookParts';
import { cellXml, columnsXml, pageSetUp, relationshipNamespace, spreadsheetNamespace, xmlHead } from './sheetXml';
import { grown, placeIn, readTable } from './styleTables';
import { escapeXml, splice } from './xml';

/** Whether a part carries our mark. */
export function isOwnSheetPart(part: SheetPart): boolean {
  return part.conditionalFormats.some(({ rules }) =>
    rules.some(({ formulas }) => formulas.length === 1 && isOwnSheetFormula(formulas[0] ?? '')),
  );
}

/** The places of the styles: text that wraps and percentages, plain; lines that run on; both plain and in bold. */
export interface OwnStyles {
  readonly plain: number;
  readonly bold: number;
  readonly ratio: number;
  readonly open: number;
  readonly openBold: number;
}

const footOf = (isUpright: boolean): string =>
  isUpright ? pageSetUp.foot.replace('landscape', 'portrait') : pageSetUp.foot;

/** The part's whole text. */
export function ownSheetXml(
  { boldRows, columnWidths, isUpright, openRows, rows }: OwnSheet,
  styles: OwnStyles,
): string {
  const lines = rows.map((cells, row) => {
    const isBold = boldRows.includes(row);
    const isOpen = openRows?.includes(row) ?? false;
    const style = isOpen ? (isBold ? styles.openBold : styles.open) : isBold ? styles.bold : styles.plain;
    const styleOf = (cell: OwnCell): number =>
      typeof cell === 'object' && cell !== null && 'ratio' in cell ? styles.ratio : style;
    const line = cells.map((cell, column) => ownCellXml(cell, toA1({ row, column }), styleOf(cell))).join('');
    const lineCount = isOpen ? 1 : Math.max(1, ...cells.map((cell, column) => linesOf(cell, columnWidths[column])));
    // Not as a height of its own: programs that fit rows to their text still do.
    const height = lineCount === 1 ? '' : ` ht="${lineCount * lineHeight}"`;
    return `<row r="${row + 1}"${height}>${line}</row>`;
  });
  return (
    `${xmlHead}<worksheet xmlns="${spreadsheetNamespace}">` +
    pageSetUp.head +
    columnsXml(columnWidths.map((width) => ({ width }))) +
    `<sheetData>${lines.join('')}</sheetData>` +
    '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1">' +
    `<formula>${escapeXml(ownSheetFormula.slice(1))}</formula></cfRule></conditionalFormatting>${footOf(isUpright === true)}</worksheet>`
  );
}

/** The height of a line of the standard font, in points. */
const lineHeight = 15;

/** How many lines a cell's text takes in a column of that many characters; by the width of its characters. */
function linesOf(cell: OwnCell, width = 9): number {
  const text = typeof cell === 'string' ? cell : typeof cell === 'object' && cell && 'text' in cell ? cell.text : '';
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, width - 1))), 0);
}

function ownCellXml(cell: OwnCell, address: string, style: number): string {
  if (typeof cell !== 'object' || cell === null) return cellXml(address, style, cell === '' ? null : cell);
  if ('ratio' in cell) return cellXml(address, style, cell.ratio);
  return cellXml(address, style, cell.text, linkFormula(cell).slice(1));
}

/** The package with a part of that name listed as the last sheet. */
export function addSheetPart(
  opened: WorkbookPackage,
  { sheets, workbook }: WorkbookParts,
  { name, xml }: { readonly name: string; readonly xml: string },
): WorkbookPackage {
  const added = addPart(opened, workbook, {
    name: freeName(opened, workbook, (number) => `worksheets/sheet${number}.xml`),
    xml,
    type: 'worksheet',
  });
  // Ids that a place was added to count by the number before it.
  const sheetId = Math.max(0, ...sheets.map(({ id }) => Number.parseInt(id, 10) || 0)) + 1;
  const listed = beforeEndOf(
    required(opened, workbook),
    'sheets',
    (prefix) =>
      `<${prefix}sheet name="${escapeXml(name)}" sheetId="${sheetId}" ` +
      `xmlns:zp="${relationshipNamespace}" zp:id="${added.relationship}"/>`,
  );
  return added.opened.with(new Map([[workbook, listed]]));
}

/** The styles part with all styles, and their places; those that are there already are used again. */
export function addOwnStyles(styles: string): { readonly styles: string; readonly places: OwnStyles } {
  const fonts = readTable(styles, 'fonts', 'font');
  const formats = readTable(styles, 'cellXfs', 'xf');
  if (!fonts || !formats) return { styles, places: { plain: 0, bold: 0, ratio: 0, open: 0, openBold: 0 } };
  const { prefix } = formats;
  const boldFont = `<${prefix}font><${prefix}b/><${prefix}sz val="11"/><${prefix}name val="宋体"/></${prefix}font>`;
  const font = placeIn(fonts.entries, boldFont);
  let entries = formats.entries;
  const placeOf = (fontId: number, numFmtId: number, alignment: string): number => {
    const placed = placeIn(
      entries,
      `<${prefix}xf numFmtId="${numFmtId}" fontId="${fontId}" fillId="0" borderId="0" xfId="0" applyFont="1" ` +
        `${numFmtId === 0 ? '' : 'applyNumberFormat="1" '}applyAlignment="1">` +
        `<${prefix}alignment vertical="top"${alignment}/></${prefix}xf>`,
    );
    ({ entries } = placed);
    return placed.place;
  };
  const wrapped = ' wrapText="1"';
  // Ten is the built-in 0.00%.
  const places: OwnStyles = {
    plain: placeOf(0, 0, wrapped),
    bold: placeOf(font.place, 0, wrapped),
    ratio: placeOf(0, 10, wrapped),
    open: placeOf(0, 0, ''),
    openBold: placeOf(font.place, 0, ''),
  };
  return {
    styles: splice(styles, [...grown(styles, fonts, font.entries), ...grown(styles, formats, entries)]),
    places,
  };
}

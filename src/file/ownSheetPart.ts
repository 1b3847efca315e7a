/** A sheet of our own in a file: its part, its entries in the package, and the styles that it needs. */
import { heldRows, tableAt, type OwnCell, type OwnSheet } from '../core/sheet/ownSheet';
import { textWidth } from '../core/sheet/textWidth';
import { toA1 } from '../core/sheet/cellRef';
import { addPart, beforeEndOf, freeName, required } from './addPart';
import { isOwnSheetFormula, linkFormula, ownSheetFormula } from '../port/ownSheetName';
import type { SheetPart } from './sheetPart';
import type { WorkbookPackage } from './workbookPackage';
import type { WorkbookParts } from './workbookParts';
import {
  cellXml,
  columnsXml,
  frozenXml,
  pageSetUp,
  relationshipNamespace,
  spreadsheetNamespace,
  xmlHead,
} from './sheetXml';
import { grown, placeIn, readTable } from './styleTables';
import { escapeXml, splice } from './xml';

/** Whether a part carries our mark. */
export function isOwnSheetPart(part: SheetPart): boolean {
  return part.conditionalFormats.some(({ rules }) =>
    rules.some(({ formulas }) => formulas.length === 1 && isOwnSheetFormula(formulas[0] ?? '')),
  );
}

/**
 * The places of the styles: text that wraps and percentages, plain; lines that run on; both plain and in bold; and of
 * the cells of a table, with lines around them.
 */
export interface OwnStyles {
  readonly plain: number;
  readonly bold: number;
  readonly ratio: number;
  readonly open: number;
  readonly openBold: number;
  readonly head: number;
  readonly framed: number;
  readonly framedBold: number;
  readonly framedRatio: number;
}

const footOf = (isUpright: boolean): string =>
  isUpright ? pageSetUp.foot.replace('landscape', 'portrait') : pageSetUp.foot;

/** The style of each cell of a row. */
function stylesOfRow(sheet: OwnSheet, row: number, styles: OwnStyles): (cell: OwnCell) => number {
  const isBold = sheet.boldRows.includes(row);
  const isRatio = (cell: OwnCell): boolean => typeof cell === 'object' && cell !== null && 'ratio' in cell;
  const table = tableAt(sheet, row);
  if (table) {
    const framed = isBold ? styles.framedBold : styles.framed;
    return (cell) => (row === table.top ? styles.head : isRatio(cell) ? styles.framedRatio : framed);
  }
  const isOpen = sheet.openRows?.includes(row) ?? false;
  const style = isOpen ? (isBold ? styles.openBold : styles.open) : isBold ? styles.bold : styles.plain;
  return (cell) => (isRatio(cell) ? styles.ratio : style);
}

/** The cells of a row; a table has its lines around empty cells too. */
function cellsOfRow(sheet: OwnSheet, row: number): readonly OwnCell[] {
  const cells = sheet.rows[row] ?? [];
  const missing = Math.max(0, (tableAt(sheet, row)?.width ?? 0) - cells.length);
  return [...cells, ...Array.from({ length: missing }, () => null)];
}

/** The part's whole text. */
export function ownSheetXml(sheet: OwnSheet, styles: OwnStyles): string {
  const { columnWidths, isUpright, openRows } = sheet;
  const lines = sheet.rows.map((_, row) => {
    const cells = cellsOfRow(sheet, row);
    const isOpen = openRows?.includes(row) ?? false;
    const styleOf = stylesOfRow(sheet, row, styles);
    const line = cells.map((cell, column) => ownCellXml(cell, toA1({ row, column }), styleOf(cell))).join('');
    const lineCount = isOpen ? 1 : Math.max(1, ...cells.map((cell, column) => linesOf(cell, columnWidths[column])));
    // Not as a height of its own: programs that fit rows to their text still do.
    const height = lineCount === 1 ? '' : ` ht="${lineCount * lineHeight}"`;
    return `<row r="${row + 1}"${height}>${line}</row>`;
  });
  const held = heldRows(sheet);
  return (
    `${xmlHead}<worksheet xmlns="${spreadsheetNamespace}">` +
    pageSetUp.head +
    (held === 0 ? '' : frozenXml(held, false)) +
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

/** The sides of a cell of a table, and the colour behind its headings. */
const sides = ['left', 'right', 'top', 'bottom'];
const lineColour = 'FF7F7F7F';
const headColour = 'FFDDEBF7';

/** The styles part with all styles, and their places; those that are there already are used again. */
export function addOwnStyles(styles: string): { readonly styles: string; readonly places: OwnStyles } {
  const fonts = readTable(styles, 'fonts', 'font');
  const fills = readTable(styles, 'fills', 'fill');
  const borders = readTable(styles, 'borders', 'border');
  const formats = readTable(styles, 'cellXfs', 'xf');
  if (!fonts || !formats) return { styles, places: noStyles };
  const { prefix } = formats;
  const boldFont = `<${prefix}font><${prefix}b/><${prefix}sz val="11"/><${prefix}name val="宋体"/></${prefix}font>`;
  const font = placeIn(fonts.entries, boldFont);
  const lines = sides.map(
    (side) => `<${prefix}${side} style="thin"><${prefix}color rgb="${lineColour}"/></${prefix}${side}>`,
  );
  const border = borders && placeIn(borders.entries, `<${prefix}border>${lines.join('')}</${prefix}border>`);
  const pattern = `<${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${headColour}"/></${prefix}patternFill>`;
  const fill = fills && placeIn(fills.entries, `<${prefix}fill>${pattern}</${prefix}fill>`);
  let entries = formats.entries;
  const placeOf = ({ fontId = 0, format = 0, fillId = 0, borderId = 0, isWrapped = true }: WantedStyle): number => {
    const placed = placeIn(
      entries,
      `<${prefix}xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" ` +
        `applyFont="1" ${format === 0 ? '' : 'applyNumberFormat="1" '}${fillId === 0 ? '' : 'applyFill="1" '}` +
        `${borderId === 0 ? '' : 'applyBorder="1" '}applyAlignment="1">` +
        `<${prefix}alignment vertical="top"${isWrapped ? ' wrapText="1"' : ''}/></${prefix}xf>`,
    );
    ({ entries } = placed);
    return placed.place;
  };
  const bold = { fontId: font.place };
  const framed = { borderId: border?.place ?? 0 };
  // Ten is the built-in 0.00%.
  const places: OwnStyles = {
    plain: placeOf({}),
    bold: placeOf(bold),
    ratio: placeOf({ format: 10 }),
    open: placeOf({ isWrapped: false }),
    openBold: placeOf({ ...bold, isWrapped: false }),
    head: placeOf({ ...bold, ...framed, fillId: fill?.place ?? 0 }),
    framed: placeOf(framed),
    framedBold: placeOf({ ...bold, ...framed }),
    framedRatio: placeOf({ ...framed, format: 10 }),
  };
  return {
    styles: splice(styles, [
      ...grown(styles, fonts, font.entries),
      ...(fills && fill ? grown(styles, fills, fill.entries) : []),
      ...(borders && border ? grown(styles, borders, border.entries) : []),
      ...grown(styles, formats, entries),
    ]),
    places,
  };
}

/** A style on its way to its place; ids are places in the tables of the part. */
interface WantedStyle {
  readonly fontId?: number;
  readonly format?: number;
  readonly fillId?: number;
  readonly borderId?: number;
  readonly isWrapped?: boolean;
}

/** Where a file has no tables of styles: everything as it comes. */
const noStyles: OwnStyles = {
  ...{ plain: 0, bold: 0, ratio: 0, open: 0, openBold: 0 },
  ...{ head: 0, framed: 0, framedBold: 0, framedRatio: 0 },
};

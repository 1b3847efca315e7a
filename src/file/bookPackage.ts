/** Makes an .xlsx of a workbook that was read from another format: what is reviewed and saved from then on. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { areaToA1, toA1 } from '../core/sheet/cellRef';
import type { NewSheet } from '../core/sheet/bookSheet';
import { freeSheetName } from '../port/newSheetName';
import type { OwnLook } from '../port/ownBook';
import type { Book, BookCell } from './book';
import { type PartKind, relationshipsXml, typesXml } from './packageXml';
import { cellXml, type ColumnSize, columnsXml, relationshipNamespace, spreadsheetNamespace, xmlHead } from './sheetXml';
import { stylesXml } from './stylesXml';
import { escapeXml } from './xml';
import { firstMoment } from './zip';

/** The bytes of the package. */
export function packageOfBook(book: Book): Uint8Array {
  const formats = [...new Set(book.sheets.flatMap(({ cells }) => cells.map(({ format }) => format ?? 'General')))];
  const places = ['General', ...formats.filter((format) => format !== 'General')];
  const styleOf = new Map(places.map((format, place) => [format, place]));
  const names = sheetNames(book.sheets.map(({ name }) => name));
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': typesXml([
      ['xl/workbook.xml', 'officeDocument'],
      ['xl/styles.xml', 'styles'],
      ...book.sheets.map((_sheet, place): [string, PartKind] => [`xl/worksheets/sheet${place + 1}.xml`, 'worksheet']),
    ]),
    '_rels/.rels': relationshipsXml([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(book, names),
    'xl/_rels/workbook.xml.rels': relationshipsXml([
      ...book.sheets.map((_sheet, place): [PartKind, string] => ['worksheet', `worksheets/sheet${place + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml(places.map(lookOf)),
    ...Object.fromEntries(
      book.sheets.map((sheet, place) => [`xl/worksheets/sheet${place + 1}.xml`, sheetXml(sheet, styleOf)]),
    ),
  };
  const files: Zippable = {};
  for (const [name, xml] of Object.entries(parts)) files[name] = strToU8(xml);
  return zipSync(files, { level: 1, mtime: firstMoment });
}

function workbookXml({ countsFrom1904, sheets }: Book, names: readonly string[]): string {
  const states = { visible: '', hidden: ' state="hidden"', 'very-hidden': ' state="veryHidden"' } as const;
  const listed = sheets.map(
    ({ visibility }, place) =>
      `<sheet name="${escapeXml(names[place] ?? '')}" sheetId="${place + 1}"${states[visibility]} r:id="rId${place + 1}"/>`,
  );
  const front = Math.max(
    0,
    sheets.findIndex(({ visibility }) => visibility === 'visible'),
  );
  return (
    `${xmlHead}<workbook xmlns="${spreadsheetNamespace}" xmlns:r="${relationshipNamespace}">` +
    `<workbookPr${countsFrom1904 ? ' date1904="1"' : ''}/><bookViews><workbookView activeTab="${front}"/></bookViews>` +
    `<sheets>${listed.join('')}</sheets></workbook>`
  );
}

/** Lines around every cell, as forms have them. */
const lookOf = (format: string): OwnLook => ({
  format,
  size: 11,
  isBold: false,
  frame: 'auto',
  fill: null,
  alignment: { horizontal: null, vertical: 'center', isWrapped: true },
});

/** The part of a sheet; `styleOf` has the place of the style of every number format. */
export function sheetXml(
  sheet: NewSheet & { readonly isProtected?: boolean },
  styleOf: ReadonlyMap<string, number>,
): string {
  const { isProtected = false, merges } = sheet;
  const merged = merges.map((area) => `<mergeCell ref="${areaToA1(area)}"/>`).join('');
  return (
    `${xmlHead}<worksheet xmlns="${spreadsheetNamespace}">${columnsXml(columnSizes(sheet))}<sheetData>${rowsXml(sheet, styleOf)}</sheetData>` +
    (isProtected ? '<sheetProtection sheet="1"/>' : '') +
    (merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`) +
    '</worksheet>'
  );
}

function columnSizes({ columnWidths, hiddenColumns }: NewSheet): readonly ColumnSize[] {
  const count = Math.max(columnWidths.length, ...hiddenColumns.map((column) => column + 1));
  return Array.from({ length: count }, (_, column) => ({
    width: columnWidths[column] ?? null,
    isHidden: hiddenColumns.includes(column),
  }));
}

function rowsXml({ cells, hiddenRows }: NewSheet, styleOf: ReadonlyMap<string, number>): string {
  const rows = new Map<number, BookCell[]>(hiddenRows.map((row) => [row, []]));
  for (const cell of cells) {
    const row = rows.get(cell.ref.row);
    if (row) row.push(cell);
    else rows.set(cell.ref.row, [cell]);
  }
  const hidden = new Set(hiddenRows);
  return [...rows]
    .sort(([left], [right]) => left - right)
    .map(([row, inRow]) => {
      const ordered = [...inRow].sort((left, right) => left.ref.column - right.ref.column);
      const content = ordered
        .map(({ format, formula, ref, value }) =>
          cellXml(toA1(ref), styleOf.get(format ?? 'General') ?? 0, value, formula),
        )
        .join('');
      return `<row r="${row + 1}"${hidden.has(row) ? ' hidden="1"' : ''}>${content}</row>`;
    })
    .join('');
}

/** Names that a workbook may have: each once, whatever their case. */
function sheetNames(wanted: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const name of wanted) names.push(freeSheetName(name, names));
  return names;
}

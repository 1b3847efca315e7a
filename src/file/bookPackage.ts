/** Makes an .xlsx of a workbook that was read from another format: what is reviewed and saved from then on. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { areaToA1, toA1 } from '../core/sheet/cellRef';
import { isCellError } from '../core/sheet/snapshot';
import type { Book, BookCell, BookSheet } from './book';
import { encodeStoredText, escapeXml } from './xml';
import { firstMoment } from './zip';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006/';
const contentTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

/** The first number that a format of the file's own may have (ECMA-376 part 1, 18.8.30). */
const firstOwnFormat = 164;

/** The bytes of the package. */
export function packageOfBook(book: Book): Uint8Array {
  const formats = [...new Set(book.sheets.flatMap(({ cells }) => cells.map(({ format }) => format ?? 'General')))];
  const places = ['General', ...formats.filter((format) => format !== 'General')];
  const styleOf = new Map(places.map((format, place) => [format, place]));
  const names = sheetNames(book.sheets.map(({ name }) => name));
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': typesXml(book.sheets.length),
    '_rels/.rels': relationshipsXml([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(book, names),
    'xl/_rels/workbook.xml.rels': relationshipsXml([
      ...book.sheets.map((_sheet, place): [string, string] => ['worksheet', `worksheets/sheet${place + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml(places),
    ...Object.fromEntries(
      book.sheets.map((sheet, place) => [`xl/worksheets/sheet${place + 1}.xml`, sheetXml(sheet, styleOf)]),
    ),
  };
  const files: Zippable = {};
  for (const [name, xml] of Object.entries(parts)) files[name] = strToU8(xml);
  return zipSync(files, { level: 1, mtime: firstMoment });
}

function typesXml(sheets: number): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${contentTypes}${type}+xml"/>`;
  const listed = Array.from({ length: sheets }, (_, place) => override(`worksheets/sheet${place + 1}`, 'worksheet'));
  return (
    `${head}<Types xmlns="${packageNamespace}content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}` +
    `${override('styles', 'styles')}${listed.join('')}</Types>`
  );
}

function relationshipsXml(entries: readonly (readonly [type: string, target: string])[]): string {
  const listed = entries.map(
    ([type, target], place) =>
      `<Relationship Id="rId${place + 1}" Type="${relationships}/${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packageNamespace}relationships">${listed.join('')}</Relationships>`;
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
    `${head}<workbook xmlns="${main}" xmlns:r="${relationships}">` +
    `<workbookPr${countsFrom1904 ? ' date1904="1"' : ''}/><bookViews><workbookView activeTab="${front}"/></bookViews>` +
    `<sheets>${listed.join('')}</sheets></workbook>`
  );
}

function stylesXml(formats: readonly string[]): string {
  const numberOf = (place: number): number => (place === 0 ? 0 : firstOwnFormat + place - 1);
  const own = formats
    .slice(1)
    .map((format, index) => `<numFmt numFmtId="${numberOf(index + 1)}" formatCode="${escapeXml(format)}"/>`);
  const styles = formats.map(
    (_format, place) =>
      `<xf numFmtId="${numberOf(place)}" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1">` +
      '<alignment vertical="center" wrapText="1"/></xf>',
  );
  const edges = ['left', 'right', 'top', 'bottom'].map((edge) => `<${edge} style="thin"><color auto="1"/></${edge}>`);
  return (
    `${head}<styleSheet xmlns="${main}">` +
    (own.length === 0 ? '' : `<numFmts count="${own.length}">${own.join('')}</numFmts>`) +
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${edges.join('')}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${styles.length}">${styles.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

function sheetXml(sheet: BookSheet, styleOf: ReadonlyMap<string, number>): string {
  const { isProtected, merges } = sheet;
  const merged = merges.map((area) => `<mergeCell ref="${areaToA1(area)}"/>`).join('');
  return (
    `${head}<worksheet xmlns="${main}">${columnsXml(sheet)}<sheetData>${rowsXml(sheet, styleOf)}</sheetData>` +
    (isProtected ? '<sheetProtection sheet="1"/>' : '') +
    (merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`) +
    '</worksheet>'
  );
}

function columnsXml({ columnWidths, hiddenColumns }: BookSheet): string {
  const count = Math.max(columnWidths.length, ...hiddenColumns.map((column) => column + 1));
  const columns = Array.from({ length: count }, (_, column) => {
    const width = columnWidths[column] ?? null;
    const isHidden = hiddenColumns.includes(column);
    if (width === null && !isHidden) return '';
    const sized = width === null ? ' width="9"' : ` width="${width}" customWidth="1"`;
    return `<col min="${column + 1}" max="${column + 1}"${sized}${isHidden ? ' hidden="1"' : ''}/>`;
  }).join('');
  return columns === '' ? '' : `<cols>${columns}</cols>`;
}

function rowsXml({ cells, hiddenRows }: BookSheet, styleOf: ReadonlyMap<string, number>): string {
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
      const content = ordered.map((cell) => cellXml(cell, styleOf.get(cell.format ?? 'General') ?? 0)).join('');
      return `<row r="${row + 1}"${hidden.has(row) ? ' hidden="1"' : ''}>${content}</row>`;
    })
    .join('');
}

function cellXml({ formula, ref, value }: BookCell, style: number): string {
  const calculated = formula === undefined ? '' : `<f>${escapeXml(formula)}</f>`;
  const cell = (kind: string, content: string): string =>
    `<c r="${toA1(ref)}" s="${style}"${kind === '' ? '' : ` t="${kind}"`}>${calculated}${content}</c>`;
  if (value === null) return cell('', '');
  if (typeof value === 'number') return cell('', `<v>${value}</v>`);
  if (typeof value === 'boolean') return cell('b', `<v>${value ? 1 : 0}</v>`);
  if (isCellError(value)) return cell('e', `<v>${escapeXml(value.error)}</v>`);
  const text = escapeXml(encodeStoredText(value));
  return formula === undefined
    ? cell('inlineStr', `<is><t xml:space="preserve">${text}</t></is>`)
    : cell('str', `<v>${text}</v>`);
}

/** Longest name of a sheet, and what may not stand in one (Excel specifications and limits). */
const longestName = 31;

/** Names that a workbook may have: each once, whatever their case. */
function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain =
      name
        .replace(/[[\]:*?/\\\u0000-\u001f]/gu, ' ')
        .replace(/^'+|'+$/gu, '')
        .trim() || '表';
    for (let number = 1; ; number += 1) {
      const counter = number === 1 ? '' : `(${number})`;
      const candidate = `${plain.slice(0, longestName - counter.length)}${counter}`;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

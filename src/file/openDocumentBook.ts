/** OpenDocument spreadsheets, packed (.ods) and as one text (.fods). */
import type { Area, CellRef } from '../core/sheet/cellRef';
import { readingLimit, type CellValue } from '../core/sheet/snapshot';
import type { Book, BookCell, BookSheet } from './book';
import { DamagedFile, readingPart } from './damage';
import { readDocumentStyles, type DocumentStyles } from './openDocumentStyles';
import { formulaFromDocument } from './openDocumentFormula';
import { sheetSize } from '../core/sheet/sheetSize';
import { serialOfDate, serialOfTime } from './serialDate';
import { decodePart, decodeXml } from './textEncoding';
import { attribute, contentText, DamagedXml, tagsOf, type Tag } from './xml';
import { readDirectory, unpack, type Unpacker } from './zip';

/** Reads a packed spreadsheet. @throws DamagedFile */
export function readPackedDocument(bytes: Uint8Array, unpacker: Unpacker): Book {
  const entries = readDirectory(bytes);
  const text = (name: string): string => {
    const entry = entries.find((one) => one.name === name);
    if (!entry) throw new DamagedFile(name);
    const xml = decodePart(unpack(bytes, entry, unpacker));
    if (xml === null) throw new DamagedFile(name);
    return xml;
  };
  return readingPart('content.xml', () => readDocument(text('content.xml'), text('styles.xml')));
}

/** Reads one that is a single text. @throws DamagedFile */
export function readFlatDocument(bytes: Uint8Array): Book {
  const xml = decodeXml(bytes);
  if (xml === null) throw new DamagedFile('office:document');
  return readingPart('office:document', () => readDocument(xml, ''));
}

function readDocument(content: string, common: string): Book {
  const styles = readDocumentStyles([common, content]);
  const reader = new DocumentReader(content, styles);
  for (const tag of tagsOf(content)) reader.take(tag);
  return { sheets: reader.sheets, countsFrom1904: styles.countsFrom1904 };
}

/** A cell while it is read. */
interface OpenCell {
  readonly tag: Tag;
  text: string;
  paragraphs: number;
}

/** A table while it is read. */
interface OpenSheet {
  readonly name: string;
  readonly isProtected: boolean;
  readonly isHidden: boolean;
  readonly cells: BookCell[];
  readonly merges: Area[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: number[];
  readonly columnWidths: (number | null)[];
  readonly columnStyles: (string | null)[];
}

const isWordText = (name: string): boolean => ['p', 'h'].includes(name);

class DocumentReader {
  readonly sheets: BookSheet[] = [];
  private sheet: OpenSheet | null = null;
  private row = -1;
  private rowTag: Tag | null = null;
  /** Cells of this row, each with the columns that it repeats over. */
  private column = 0;
  private inRow: BookCell[] = [];
  private cell: OpenCell | null = null;
  /** Where the text that is read goes on from; null outside paragraphs. */
  private textFrom: number | null = null;
  /** Depth within notes and drawings, whose text is none of the cell. */
  private aside = 0;

  constructor(
    private readonly xml: string,
    private readonly styles: DocumentStyles,
  ) {}

  take(tag: Tag): void {
    if (tag.prefix === 'draw:' || tag.name === 'annotation') {
      if (tag.kind !== 'empty') this.aside += tag.kind === 'open' ? 1 : -1;
      return;
    }
    // Notes have text of their own, and a drawing may hold a whole table.
    if (this.aside > 0) return;
    if (tag.prefix === 'table:') this.takeTable(tag);
    else if (this.cell) this.takeText(this.cell, tag);
  }

  private takeTable(tag: Tag): void {
    switch (tag.name) {
      case 'table':
        if (tag.kind === 'close') this.endSheet();
        else this.startSheet(tag);
        break;
      case 'table-column':
        if (tag.kind !== 'close') this.takeColumn(tag);
        break;
      case 'table-row':
        this.takeRow(tag);
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.takeCell(tag);
        break;
      default:
    }
  }

  private startSheet(tag: Tag): void {
    this.row = -1;
    this.sheet = {
      name: attribute(tag, 'table:name') ?? '',
      isProtected: attribute(tag, 'table:protected') === 'true',
      isHidden: this.styles.isHiddenTable(attribute(tag, 'table:style-name')),
      cells: [],
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
      columnWidths: [],
      columnStyles: [],
    };
  }

  private endSheet(): void {
    if (!this.sheet) return;
    const { cells, columnWidths, hiddenColumns, hiddenRows, isHidden, isProtected, merges, name } = this.sheet;
    const sheet = { name, cells, merges, hiddenRows, hiddenColumns, columnWidths, isProtected };
    this.sheet = null;
    // What was fetched from another file is kept in a table that is called after it and never shown.
    if (!sheet.name.startsWith("'file:")) this.sheets.push({ ...sheet, visibility: isHidden ? 'hidden' : 'visible' });
  }

  private takeColumn(tag: Tag): void {
    const { sheet } = this;
    if (!sheet) return;
    const isHidden = isCollapsed(tag);
    const width = this.styles.columnWidth(attribute(tag, 'table:style-name'));
    const style = attribute(tag, 'table:default-cell-style-name');
    for (let count = repeated(tag, 'table:number-columns-repeated', sheetSize.columns); count > 0; count -= 1) {
      if (isHidden) sheet.hiddenColumns.push(sheet.columnStyles.length);
      sheet.columnStyles.push(style);
      // All the columns behind the form repeat one width; they say nothing.
      if (count <= readingLimit.columns) sheet.columnWidths.push(width);
      if (sheet.columnStyles.length >= sheetSize.columns) return;
    }
  }

  private takeRow(tag: Tag): void {
    if (tag.kind !== 'close') {
      this.row += 1;
      this.rowTag = tag;
      this.column = 0;
      this.inRow = [];
    }
    if (tag.kind !== 'open' && this.rowTag) this.endRow(this.rowTag);
  }

  private endRow(tag: Tag): void {
    this.rowTag = null;
    const { inRow, row, sheet } = this;
    if (!sheet) return;
    const times = repeated(tag, 'table:number-rows-repeated', sheetSize.rows);
    const filled = inRow.length === 0 ? 0 : Math.min(times, readingLimit.rows);
    for (let copy = 0; copy < filled; copy += 1) {
      for (const cell of inRow) {
        sheet.cells.push(copy === 0 ? cell : { ...cell, ref: { ...cell.ref, row: row + copy } });
      }
    }
    if (isCollapsed(tag)) {
      for (let copy = 0; copy < Math.min(times, readingLimit.rows); copy += 1) sheet.hiddenRows.push(row + copy);
    }
    this.row += times - 1;
    if (this.row >= sheetSize.rows) throw new DamagedXml(tag.start, 'table:number-rows-repeated');
  }

  private takeCell(tag: Tag): void {
    if (tag.kind !== 'close') this.cell = { tag, text: '', paragraphs: 0 };
    if (tag.kind === 'open' || !this.cell) return;
    this.endCell(this.cell);
    this.cell = null;
  }

  private endCell({ tag, text }: OpenCell): void {
    const { sheet } = this;
    if (!sheet) return;
    const times = repeated(tag, 'table:number-columns-repeated', sheetSize.columns);
    const ref = { row: this.row, column: this.column };
    this.column += times;
    if (this.column > sheetSize.columns) throw new DamagedXml(tag.start, 'table:number-columns-repeated');
    this.takeSpan(sheet, tag, ref);
    const value = tag.name === 'covered-table-cell' ? null : valueOf(tag, text, this.styles.countsFrom1904);
    const formula = tag.name === 'covered-table-cell' ? null : attribute(tag, 'table:formula');
    if (value === null && formula === null) return;
    for (let copy = 0; copy < times; copy += 1) {
      const column = ref.column + copy;
      const style = attribute(tag, 'table:style-name') ?? this.inheritedStyle(sheet, column);
      this.inRow.push({
        ref: { row: ref.row, column },
        value,
        format: this.styles.format(style),
        ...(formula === null ? {} : { formula: formulaFromDocument(formula) }),
      });
    }
  }

  private inheritedStyle({ columnStyles }: OpenSheet, column: number): string | null {
    const ofRow = this.rowTag ? attribute(this.rowTag, 'table:default-cell-style-name') : null;
    return ofRow ?? columnStyles[column] ?? null;
  }

  private takeSpan(sheet: OpenSheet, tag: Tag, { column, row }: CellRef): void {
    const columns = repeated(tag, 'table:number-columns-spanned', sheetSize.columns);
    const rows = repeated(tag, 'table:number-rows-spanned', sheetSize.rows);
    if (rows > 1 || columns > 1) {
      sheet.merges.push({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
    }
  }

  private takeText(cell: OpenCell, tag: Tag): void {
    this.flush(cell, tag.start);
    if (isWordText(tag.name) && tag.prefix === 'text:') {
      if (tag.kind !== 'close') {
        cell.text += cell.paragraphs > 0 ? '\n' : '';
        cell.paragraphs += 1;
      }
      this.textFrom = tag.kind === 'open' ? tag.end : null;
      return;
    }
    if (this.textFrom === null) return;
    if (tag.kind !== 'close') cell.text += between(tag);
    this.textFrom = tag.end;
  }

  private flush(cell: OpenCell, end: number): void {
    // Line ends and runs of blanks within the markup are one blank (OpenDocument 1.2 part 1, 6.1.2).
    if (this.textFrom !== null) cell.text += contentText(this.xml.slice(this.textFrom, end)).replace(/[\s]+/g, ' ');
  }
}

/** The characters that an element within a paragraph stands for. */
function between(tag: Tag): string {
  if (tag.name === 's') return ' '.repeat(repeated(tag, 'text:c', 1000));
  if (tag.name === 'tab') return '\t';
  return tag.name === 'line-break' ? '\n' : '';
}

function isCollapsed(tag: Tag): boolean {
  const visibility = attribute(tag, 'table:visibility');
  return visibility === 'collapse' || visibility === 'filter';
}

function repeated(tag: Tag, name: string, most: number): number {
  const written = attribute(tag, name);
  if (written === null) return 1;
  const count = Number(written);
  if (!Number.isInteger(count) || count < 1 || count > most) throw new DamagedXml(tag.start, `${name}="${written}"`);
  return count;
}

function valueOf(tag: Tag, text: string, countsFrom1904: boolean): CellValue {
  const given = (name: string): string => attribute(tag, `office:${name}`) ?? '';
  if (attribute(tag, 'calcext:value-type') === 'error') return { error: text.startsWith('#') ? text : '#VALUE!' };
  switch (attribute(tag, 'office:value-type')) {
    case 'float':
    case 'percentage':
    case 'currency':
      return numberFrom(tag, given('value'));
    case 'date':
      return serialOfDate(given('date-value'), countsFrom1904) ?? text;
    case 'time':
      return serialOfTime(given('time-value')) ?? text;
    case 'boolean':
      return given('boolean-value') === 'true';
    default:
      return text === '' ? null : text;
  }
}

function numberFrom(tag: Tag, written: string): number {
  const number = Number(written);
  if (written === '' || !Number.isFinite(number)) throw new DamagedXml(tag.start, `office:value="${written}"`);
  return number;
}

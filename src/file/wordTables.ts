/** The body of a Word document as paragraphs and tables in their order, merges kept. */
import type { DocumentBlock, SpanningCell, SpanningTable } from './tableGrid';
import { attribute, contentText, tagsOf, type Tag } from './xml';

/** A cell while it is read. */
interface OpenCell {
  /** Columns of the grid that it spans. */
  columns: number;
  /** restart: begins a merge down · continue: belongs to the cell above. */
  merge: 'restart' | 'continue' | null;
  text: string;
  paragraphs: number;
}

/** A table while it is read. */
interface OpenTable {
  row: number;
  /** The place in the grid where the next cell of the row begins. */
  column: number;
  cell: OpenCell | null;
  columns: number;
  readonly cells: { text: string; row: number; column: number; rows: number; columns: number }[];
  /** By column, the cell that a merge down goes on from. */
  readonly open: Map<number, OpenTable['cells'][number]>;
}

/** Elements whose text was taken away or stands elsewhere: deletions, moves, the fallback of a drawing, field codes. */
const passedOver = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'txbxContent']);

/** Reads the body. @throws DamagedXml */
export function wordBlocks(xml: string): readonly DocumentBlock[] {
  const reader = new WordReader(xml);
  for (const tag of tagsOf(xml)) reader.take(tag);
  return reader.blocks;
}

class WordReader {
  readonly blocks: DocumentBlock[] = [];
  private readonly tables: OpenTable[] = [];
  private paragraph: string | null = null;
  private textFrom = -1;
  /** Depth within what is passed over. */
  private passed = 0;

  constructor(private readonly xml: string) {}

  take(tag: Tag): void {
    if (passedOver.has(tag.name)) {
      if (tag.kind !== 'empty') this.passed += tag.kind === 'open' ? 1 : -1;
      return;
    }
    if (this.passed > 0) return;
    switch (tag.name) {
      case 'tbl':
        if (tag.kind === 'close') this.endTable();
        else this.startTable(tag);
        break;
      case 'tr':
        this.takeRow(tag);
        break;
      case 'tc':
        this.takeCell(tag);
        break;
      case 'p':
        this.takeParagraph(tag);
        break;
      case 't':
        this.takeText(tag);
        break;
      default:
        if (tag.kind !== 'close') this.takeProperty(tag);
    }
  }

  private get table(): OpenTable | undefined {
    return this.tables.at(-1);
  }

  private startTable(tag: Tag): void {
    if (tag.kind !== 'open') return;
    this.tables.push({ row: -1, column: 0, cell: null, columns: 0, cells: [], open: new Map() });
  }

  private endTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    const outer = this.table?.cell;
    // A table within a cell is text of the cell: a sheet has no cells within cells.
    if (outer)
      write(
        outer,
        table.cells
          .map(({ text }) => text)
          .filter((text) => text !== '')
          .join(' '),
      );
    else if (table.cells.length > 0) this.blocks.push({ kind: 'table', table: closed(table) });
  }

  private takeRow(tag: Tag): void {
    const { table } = this;
    if (!table || tag.kind === 'close') return;
    table.row += 1;
    table.column = 0;
  }

  private takeCell(tag: Tag): void {
    const { table } = this;
    if (!table) return;
    if (tag.kind !== 'close') table.cell = { columns: 1, merge: null, text: '', paragraphs: 0 };
    if (tag.kind === 'open' || !table.cell) return;
    place(table, table.cell);
    table.cell = null;
  }

  private takeParagraph(tag: Tag): void {
    if (tag.kind !== 'close') this.paragraph = '';
    if (tag.kind === 'open' || this.paragraph === null) return;
    const text = this.paragraph;
    this.paragraph = null;
    const cell = this.table?.cell;
    if (cell) write(cell, text);
    else if (this.tables.length === 0 && text.trim() !== '') this.blocks.push({ kind: 'text', text: text.trim() });
  }

  private takeText(tag: Tag): void {
    if (tag.kind === 'open') this.textFrom = tag.end;
    else if (tag.kind === 'close' && this.paragraph !== null) {
      this.paragraph += contentText(this.xml.slice(this.textFrom, tag.start));
    }
  }

  private takeProperty(tag: Tag): void {
    const { table } = this;
    switch (tag.name) {
      case 'gridSpan':
        if (table?.cell) table.cell.columns = spanIn(tag);
        return;
      case 'vMerge':
        if (table?.cell) table.cell.merge = attribute(tag, `${tag.prefix}val`) === 'restart' ? 'restart' : 'continue';
        return;
      case 'gridBefore':
        if (table && !table.cell) table.column += spanIn(tag);
        return;
      case 'tab':
        // The same word names a stop in the properties of a paragraph, which has a place.
        if (this.paragraph !== null && attribute(tag, `${tag.prefix}pos`) === null) this.paragraph += ' ';
        return;
      case 'br':
      case 'cr':
        if (this.paragraph !== null) this.paragraph += '\n';
        return;
      case 'noBreakHyphen':
        if (this.paragraph !== null) this.paragraph += '-';
        return;
      case 'sym':
        if (this.paragraph !== null) this.paragraph += symbolOf(attribute(tag, `${tag.prefix}char`));
        return;
      default:
    }
  }
}

function write(cell: OpenCell, text: string): void {
  cell.text += (cell.paragraphs > 0 ? '\n' : '') + text;
  cell.paragraphs += 1;
}

/** Columns of the grid in Word (ECMA-376 part 1, 17.4.17): at most 63 are allowed. */
const mostColumns = 63;

function spanIn(tag: Tag): number {
  const span = Number(attribute(tag, `${tag.prefix}val`) ?? '1');
  return Number.isInteger(span) && span >= 0 ? Math.min(span, mostColumns) : 1;
}

/** Signs of the symbol fonts that stand in forms; others are left out, as they would be in plain text. */
const symbols: Readonly<Record<string, string>> = { F0B3: '≥', F0A3: '≤', F0FC: '✓', F0FE: '☑', F0A8: '□', F06F: '□' };

function symbolOf(code: string | null): string {
  const known = symbols[(code ?? '').toUpperCase()];
  const number = Number.parseInt(code ?? '', 16);
  return known ?? (number > 0x20 && number < 0xe000 ? String.fromCodePoint(number) : '');
}

function place(table: OpenTable, cell: OpenCell): void {
  const { column, open, row } = table;
  const columns = Math.max(1, cell.columns);
  table.column += columns;
  table.columns = Math.max(table.columns, table.column);
  const above = cell.merge === 'continue' ? open.get(column) : undefined;
  if (above && above.row + above.rows === row) {
    above.rows += 1;
    return;
  }
  const text = cell.text.replace(/^\n+|\n+$/g, '').trim();
  const placed = { text, row, column, rows: 1, columns };
  table.cells.push(placed);
  if (cell.merge === null) open.delete(column);
  else open.set(column, placed);
}

function closed({ cells, columns, row }: OpenTable): SpanningTable {
  return { rows: row + 1, columns, cells: cells.map((cell): SpanningCell => ({ ...cell })) };
}

/** Tables of a web page, which many systems export under the name of an .xls. */
import type { Book } from './book';
import { type DocumentBlock, sheetOfBlocks, type SpanningCell, type SpanningTable } from './tableGrid';

/** The workbook, one table one sheet; null where the page has no table. */
export function readHtmlBook(html: string): Book | null {
  const tables = tablesIn(html);
  if (tables.length === 0) return null;
  const sheets = tables.map((table, place) => {
    const blocks: DocumentBlock[] = [{ kind: 'table', table }];
    return sheetOfBlocks(tables.length === 1 ? '表' : `表${place + 1}`, blocks);
  });
  return { sheets, countsFrom1904: false };
}

/** A token of the page: a tag with its attributes, or the text before it. */
interface Token {
  readonly text: string;
  readonly tag: string;
  readonly isClose: boolean;
  readonly attributes: string;
}

/** Whatever stands between these is no text of the page. */
const unseen = new Set(['script', 'style', 'title']);

/** The tokens in order; a page is never damaged, it is only less than it might be. */
function* tokensOf(html: string): Generator<Token, void, undefined> {
  const lower = html.toLowerCase();
  let done = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', done)) {
    const text = html.slice(done, at);
    const isComment = html.startsWith('<!--', at);
    const end = html.indexOf(isComment ? '-->' : '>', at);
    if (end < 0) break;
    done = end + (isComment ? 3 : 1);
    const [, slash = '', tag = '', attributes = ''] =
      /^<(\/?)([A-Za-z][\w:]*)([^]*)>$/.exec(html.slice(at, done)) ?? [];
    const name = tag.toLowerCase();
    yield { text, tag: name, isClose: slash !== '', attributes };
    if (slash !== '' || !unseen.has(name)) continue;
    const closing = lower.indexOf(`</${name}`, done);
    if (closing < 0) break;
    done = closing;
  }
}

/** A table while its rows are read. */
class OpenTable {
  readonly cells: SpanningCell[] = [];
  /** By column, the first row that no cell from above reaches into. */
  private readonly freeFrom: number[] = [];
  private row = -1;
  private columns = 0;
  private open: { readonly attributes: string; text: string } | null = null;

  startRow(): void {
    this.endCell();
    this.row += 1;
  }

  startCell(attributes: string): void {
    this.endCell();
    if (this.row < 0) this.row = 0;
    this.open = { attributes, text: '' };
  }

  write(text: string): void {
    if (this.open) this.open.text += text;
  }

  endCell(): void {
    const { open, row } = this;
    this.open = null;
    if (!open) return;
    const rows = spanOf(open.attributes, 'rowspan');
    const columns = spanOf(open.attributes, 'colspan');
    let column = 0;
    while ((this.freeFrom[column] ?? 0) > row) column += 1;
    for (let across = 0; across < columns; across += 1) this.freeFrom[column + across] = row + rows;
    this.columns = Math.max(this.columns, column + columns);
    this.cells.push({ text: plainText(open.text), row, column, rows, columns });
  }

  table(): SpanningTable {
    this.endCell();
    const rows = this.row + 1;
    // A cell that claims to span more rows than there are spans those that there are.
    const cells = this.cells.map((cell) => ({ ...cell, rows: Math.min(cell.rows, rows - cell.row) }));
    return { rows, columns: this.columns, cells };
  }
}

/** Browsers allow no more columns; more rows than this no form has. */
const mostSpanned = 1000;

function spanOf(attributes: string, name: string): number {
  const written = Number(new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? '1');
  return Math.max(1, Math.min(mostSpanned, written));
}

function tablesIn(html: string): readonly SpanningTable[] {
  const tables: SpanningTable[] = [];
  const open: OpenTable[] = [];
  for (const { attributes, isClose, tag, text } of tokensOf(html)) {
    open.at(-1)?.write(text);
    if (tag === 'table' && !isClose) open.push(new OpenTable());
    const inner = open.at(-1);
    if (!inner) continue;
    if (tag === 'table' && isClose) {
      open.pop();
      const table = inner.table();
      // A table that only lays out another one holds nothing of its own.
      if (table.cells.some((cell) => cell.text !== '')) tables.push(table);
    } else if (tag === 'tr' && !isClose) inner.startRow();
    else if (tag === 'td' || tag === 'th') {
      if (isClose) inner.endCell();
      else inner.startCell(attributes);
    } else if (tag === 'br' || ((tag === 'p' || tag === 'div') && isClose)) inner.write('\n');
  }
  for (const table of open.reverse()) if (table.cells.length > 0) tables.push(table.table());
  return tables;
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ge: '≥',
  le: '≤',
  times: '×',
  divide: '÷',
  deg: '°',
  middot: '·',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  yen: '¥',
  permil: '‰',
};

function plainText(html: string): string {
  const text = html.replace(/&(#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z]+);/g, (whole, body: string) => {
    if (!body.startsWith('#')) return entities[body] ?? whole;
    const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return text
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/gu, ' ').trim())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

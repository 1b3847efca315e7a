/**
 * A Word document as a workbook: every table a sheet, with the lines around it that belong to it (title, year, unit above,
 * notes below), and everything else that is said, in a sheet of its own.
 */
import type { Book } from './book';
import { DamagedFile, readingPart } from './damage';
import { type DocumentBlock, sheetOfBlocks, type SpanningCell, type SpanningTable } from './tableGrid';
import { decodePart } from './textEncoding';
import { wordBlocks } from './wordTables';
import { canonicalName } from './workbookPackage';
import { readDirectory, unpack, type Unpacker } from './zip';

/** The workbook; a document without a table has its text only. @throws DamagedFile */
export function readWordBook(bytes: Uint8Array, unpacker: Unpacker): Book {
  const entries = readDirectory(bytes);
  const entry = entries.find(({ name }) => canonicalName(name) === 'word/document.xml');
  const xml = entry && decodePart(unpack(bytes, entry, unpacker));
  if (xml === undefined || xml === null) throw new DamagedFile('word/document.xml');
  return bookOfBlocks(readingPart('word/document.xml', () => wordBlocks(xml)));
}

type Text = Extract<DocumentBlock, { kind: 'text' }>;

/** A table with what stands around it. */
interface Framed {
  readonly above: Text[];
  table: SpanningTable;
  readonly below: Text[];
}

/** The workbook of a document's blocks. */
function bookOfBlocks(blocks: readonly DocumentBlock[]): Book {
  const { framed, narrative } = frames(blocks);
  const sheets = framed.map(({ above, below, table }, place) =>
    sheetOfBlocks(framed.length === 1 ? '表' : `表${place + 1}`, [...above, { kind: 'table', table }, ...below]),
  );
  const isTold = narrative.length > 0 || framed.length === 0;
  const told = isTold ? [sheetOfBlocks('正文', narrative)] : [];
  return { sheets: [...sheets, ...told], countsFrom1904: false };
}

function frames(blocks: readonly DocumentBlock[]): {
  readonly framed: readonly Framed[];
  readonly narrative: readonly Text[];
} {
  const framed: Framed[] = [];
  const narrative: Text[] = [];
  let between: Text[] = [];
  for (const block of blocks) {
    if (block.kind === 'text') {
      between.push(block);
      continue;
    }
    const last = framed.at(-1);
    const joined = last && between.every(isContinued) ? joinedTable(last.table, block.table) : null;
    if (last && joined) last.table = joined;
    else framed.push({ above: dividedBetween(between, last, narrative), table: block.table, below: [] });
    between = [];
  }
  dividedBetween(between, framed.at(-1), narrative).forEach((text) => narrative.push(text));
  return { framed, narrative };
}

/** A line that only says that the table goes on. */
function isContinued({ text }: Text): boolean {
  return /^[（(]?\s*(?:续表|续上表|接上表|接上页|续)\s*\d*\s*[)）]?$/u.test(text);
}

/** The notes below a form, by how they begin. */
const noteBeginning =
  /^(?:注|备注|说明|附注|填报说明|填表说明|填报人|填表人|制表人|审核人|联系人|联系电话|单位负责人)/u;
const numbered = /^(?:[（(]?\d{1,2}[)）.、．]|[①-⑳])/u;

/** How many lines above a table are taken for its title, year and unit, and how long such a line is at most. */
const most = { lines: 5, length: 60 } as const;

/**
 * Divides the lines between two tables: notes go below the first, the lines right above the second are returned, and
 * what is left is told.
 */
function dividedBetween(texts: readonly Text[], before: Framed | undefined, narrative: Text[]): Text[] {
  let notes = 0;
  if (before && noteBeginning.test(texts[0]?.text ?? '')) {
    notes = 1;
    while (notes < texts.length && isNote(texts[notes]?.text ?? '')) notes += 1;
    before.below.push(...texts.slice(0, notes));
  }
  let first = texts.length;
  while (first > notes && texts.length - first < most.lines && (texts[first - 1]?.text.length ?? 0) <= most.length) {
    first -= 1;
  }
  narrative.push(...texts.slice(notes, first));
  return texts.slice(first);
}

const isNote = (text: string): boolean => noteBeginning.test(text) || numbered.test(text);

/**
 * One table that stands in two pieces, as after a page break; null where the second begins anew: it has another number
 * of columns, or begins with the label that the first began with. A header that it repeats is left out.
 */
function joinedTable(first: SpanningTable, second: SpanningTable): SpanningTable | null {
  if (first.columns !== second.columns) return null;
  const repeated = repeatedRows(first, second);
  if (repeated === 0 && labelOf(first) !== '' && labelOf(first) === labelOf(second)) return null;
  const down = first.rows - repeated;
  const rest = second.cells
    .filter(({ row }) => row >= repeated)
    .map((cell): SpanningCell => ({ ...cell, row: cell.row + down }));
  return { rows: first.rows + second.rows - repeated, columns: first.columns, cells: [...first.cells, ...rest] };
}

const rowText = ({ cells }: SpanningTable, row: number): string =>
  JSON.stringify(
    cells.filter((cell) => cell.row === row).map(({ column, text }) => [column, text.replace(/\s/gu, '')]),
  );

/** How many rows at the top of the second are a header of the first: word for word, and of more than one cell. */
function repeatedRows(first: SpanningTable, second: SpanningTable): number {
  const header = rowText(second, 0);
  if (second.cells.filter(({ row, text }) => row === 0 && text !== '').length < 2) return 0;
  const at = Array.from({ length: first.rows }, (_, row) => row).find((row) => rowText(first, row) === header);
  if (at === undefined) return 0;
  let repeated = 1;
  while (
    repeated < second.rows - 1 &&
    at + repeated < first.rows &&
    rowText(first, at + repeated) === rowText(second, repeated)
  ) {
    repeated += 1;
  }
  return repeated;
}

const labelOf = ({ cells }: SpanningTable): string =>
  cells.find(({ column, row }) => row === 0 && column === 0)?.text.replace(/\s/gu, '') ?? '';

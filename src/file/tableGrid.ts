/** Tables whose cells span rows and columns, as a web page and a Word document have them, laid out on a sheet. */
import type { Area } from '../core/sheet/cellRef';
import type { BookCell, BookSheet } from './book';
import { typedCell } from './typedText';

/** A cell of such a table. */
export interface SpanningCell {
  readonly text: string;
  /** Zero-based place and size, in rows and columns of the table. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A table. */
export interface SpanningTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly SpanningCell[];
}

/** A paragraph in a row of its own over the whole width of the sheet, or a table. */
export type DocumentBlock =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'table'; readonly table: SpanningTable };

/** The sheet with the blocks one below the other. */
export function sheetOfBlocks(name: string, blocks: readonly DocumentBlock[]): BookSheet {
  const width = Math.max(1, ...blocks.map((block) => (block.kind === 'table' ? block.table.columns : 1)));
  const cells: BookCell[] = [];
  const merges: Area[] = [];
  const put = (cell: SpanningCell, below: number, isTyped: boolean): void => {
    const ref = { row: below + cell.row, column: cell.column };
    const filled = isTyped ? typedCell(ref, cell.text) : { ref, value: cell.text };
    if (filled) cells.push(filled);
    if (cell.rows > 1 || cell.columns > 1) {
      merges.push({
        top: ref.row,
        left: ref.column,
        bottom: ref.row + cell.rows - 1,
        right: ref.column + cell.columns - 1,
      });
    }
  };
  let below = 0;
  for (const block of blocks) {
    if (block.kind === 'text') {
      put({ text: block.text, row: 0, column: 0, rows: 1, columns: width }, below, false);
      below += 1;
    } else {
      for (const cell of block.table.cells) put(cell, below, true);
      below += block.table.rows;
    }
  }
  return {
    name,
    visibility: 'visible',
    cells,
    merges,
    hiddenRows: [],
    hiddenColumns: [],
    columnWidths: Array.from({ length: width }, () => widthOf(width)),
    isProtected: false,
  };
}

/** A page across holds about so many characters. */
const charactersOfPage = 120;

function widthOf(columns: number): number {
  return Math.min(40, Math.max(8, Math.floor(charactersOfPage / columns)));
}

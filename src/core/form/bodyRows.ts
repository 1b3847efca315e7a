/** Walks down from a header and says of each row what it is, until the table ends. */
import type { Cell } from '../sheet/sheetView';
import type { Header, ReadHeading } from './findHeaders';
import { type Grid, wordsOf } from './grid';
import type { HeadingKey } from './headerText';
import { pointsKind } from './reading';
import { isContinuation, isSignature, readsLikeLevel, startsBlock, startsNote, sumRow } from './vocabulary';

/** A row of the table. */
export interface BodyRow {
  readonly row: number;
  readonly kind: 'data' | 'total' | 'subtotal' | 'repeated-header' | 'empty';
  /** The cells of the row that hold something and do not hang down from above. */
  readonly cells: readonly Cell[];
  /** The first of them that holds words. */
  readonly first: Cell | null;
}

/** The rows of a table, without those after its end. */
export interface Body {
  readonly rows: readonly BodyRow[];
  /** The last row of the table; the header's bottom when it has no rows. */
  readonly bottom: number;
}

/** So many empty rows end a table. */
const longestGap = 8;

function isHeaderAgain(header: Header, cells: readonly Cell[], read: ReadHeading): boolean {
  if (cells.length < 2) return false;
  const same = cells.filter(
    (cell) => typeof cell.value === 'string' && header.wordings.has(read(wordsOf(cell)).key.full),
  );
  return same.length >= 2 && same.length * 10 >= cells.length * 6;
}

/** Walks the rows below a header down to `limit` at most. */
export function walkBody(grid: Grid, header: Header, limit: number, read: ReadHeading): Body {
  const rows: BodyRow[] = [];
  let gap = 0;
  let hasTotal = false;
  for (let row = header.bottom + 1; row <= limit; row += 1) {
    const cells = grid.ownCells(row, header.left, header.right);
    if (cells.length === 0) {
      gap += 1;
      if (gap > longestGap) break;
      rows.push({ row, kind: 'empty', cells, first: null });
      continue;
    }
    const first = cells.find(({ value }) => typeof value === 'string') ?? null;
    const words = first ? wordsOf(first) : '';
    const { key } = read(words);
    const sum = sumKind(grid, key, first, cells);
    if (isHeaderAgain(header, cells, read)) {
      // Below a total, the same header opens the next form.
      if (hasTotal) break;
      rows.push({ row, kind: 'repeated-header', cells, first });
    } else if (first && startsBlock(key) && !(cells.length >= 5 && isNumbered(cells))) {
      if (!isContinuation(key)) break;
      rows.push({ row, kind: 'repeated-header', cells, first });
    } else if (isSignature(words) && !isNumbered(cells)) {
      break;
    } else if (sum) {
      rows.push({ row, kind: sum, cells, first });
      hasTotal ||= sum === 'total';
    } else if (first && startsNote(words) && cells.length <= 2 && standsOut(grid, header, first)) {
      break;
    } else if (hasTotal && rows.at(-1)?.kind !== 'data' && !goesOn(rows, cells, words)) {
      break;
    } else {
      rows.push({ row, kind: 'data', cells, first });
    }
    gap = 0;
  }
  while (rows.at(-1)?.kind === 'empty') rows.pop();
  return { rows: settleTotals(rows), bottom: rows.at(-1)?.row ?? header.bottom };
}

/** After a total, only a total that stands above its indicators, or the next section, keeps the table going. */
function goesOn(rows: readonly BodyRow[], cells: readonly Cell[], words: string): boolean {
  return (
    cells.length >= 4 && ((readsLikeLevel(words) && isNumbered(cells)) || !rows.some(({ kind }) => kind === 'data'))
  );
}

function isNumbered(cells: readonly Cell[]): boolean {
  return cells.filter(({ value }) => typeof value === 'number').length >= 2;
}

/** Whether a row is a sum: its label says so, is not a level over several rows, and has no other words beside it. */
function sumKind(grid: Grid, key: HeadingKey, label: Cell | null, cells: readonly Cell[]): 'total' | 'subtotal' | null {
  const kind = sumRow(key);
  if (!kind || !label || grid.place(label).bottom > grid.place(label).top) return null;
  // "全年用水量合计" with a target and an actual is the name of an indicator.
  const others = cells.filter((cell) => cell !== label && pointsKind(cell) === 'not-a-number');
  return kind === 'subtotal' && others.length > 1 ? null : kind;
}

/** Notes begin at the left edge or run over several columns; a numbered name in the middle of a row does neither. */
function standsOut(grid: Grid, header: Header, cell: Cell): boolean {
  const { left, right } = grid.place(cell);
  return left <= header.left + 1 || right - left >= 2;
}

/** Only one row is the total: the last, or the first where it stands above the indicators. */
function settleTotals(rows: readonly BodyRow[]): readonly BodyRow[] {
  const totals = rows.filter(({ kind }) => kind === 'total');
  if (totals.length < 2) return rows;
  const grand = totals.at(-1);
  return rows.map((row) => (row.kind === 'total' && row !== grand ? { ...row, kind: 'subtotal' as const } : row));
}

/** The notes below a table: one cell each, in order, and the last row they take. */
export function notesBelow(
  grid: Grid,
  header: Header,
  from: number,
  limit: number,
  read: ReadHeading,
): { notes: readonly Cell[]; bottom: number } {
  const notes: Cell[] = [];
  let bottom = from - 1;
  for (let row = from; row <= limit && row - bottom <= longestGap; row += 1) {
    const cells = grid.ownCells(row, header.left, header.right);
    const first = cells.find(({ value }) => typeof value === 'string');
    if (!first) continue;
    const words = wordsOf(first);
    if (startsBlock(read(words).key)) break;
    if (!isSignature(words)) {
      const isNote = startsNote(words) || (cells.length === 1 && words.length >= 12);
      if (isNote) notes.push(first);
    }
    bottom = row;
  }
  return { notes, bottom };
}

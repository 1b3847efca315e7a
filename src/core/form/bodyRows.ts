/** Walks down from a header and says of each row what it is, until the table ends. */
import type { Cell } from '../sheet/sheetView';
import type { Header, ReadHeading } from './findHeaders';
import { type CellGrid, cellWords } from './grid';
import type { HeadingKey } from './headerText';
import { pointsKind } from './reading';
import { roles } from './roles';
import {
  isClosingLabel,
  isContinuation,
  isSignature,
  looseMeaning,
  readsLikeLevel,
  startsBlock,
  startsNote,
  sumRow,
} from './vocabulary';

/** A row of the table. */
export interface BodyRow {
  readonly row: number;
  readonly kind: 'data' | 'total' | 'subtotal' | 'repeated-header' | 'empty' | 'heading' | 'unreadable';
  /** The cells of the row that hold something and do not hang down from above. */
  readonly cells: readonly Cell[];
  /** The first of them that holds words. */
  readonly first: Cell | null;
}

/** The rows of a table, without those after its end. */
export interface Body {
  readonly rows: readonly BodyRow[];
  /** Whether the table ends where the headings of the form's next block begin. */
  readonly isContinued: boolean;
  /** The last row of the table; the header's bottom when it has no rows. */
  readonly bottom: number;
}

/** So many empty rows end a table. */
const longestGap = 8;

/** Whether a row repeats the header, as on the next page; the same words over other columns head other cells. */
function isHeaderAgain(grid: CellGrid, header: Header, cells: readonly Cell[], read: ReadHeading): boolean {
  if (cells.length < 2) return false;
  const same = cells.filter(
    (cell) => typeof cell.value === 'string' && header.wordings.has(read(cellWords(cell)).key.full),
  );
  const moved = same.filter((cell) => {
    const { full } = read(cellWords(cell)).key;
    const places = header.headings.filter(({ key }) => key.full === full);
    return places.length > 0 && places.every(({ left }) => left !== grid.place(cell).left);
  });
  return same.length >= 2 && same.length * 10 >= cells.length * 6 && moved.length < 2;
}

/** Whether a row holds headings only, of which some are known: a header that was not understood. */
function looksLikeHeader(cells: readonly Cell[], read: ReadHeading): boolean {
  if (cells.length < 4 || cells.some(({ value }) => typeof value !== 'string')) return false;
  const meant = cells.filter((cell) => {
    const { exact, key } = read(cellWords(cell));
    return (exact && roles[exact.role].tells !== 'little') || (key.full.length <= 12 && looseMeaning(key));
  });
  const known = cells.filter((cell) => read(cellWords(cell)).exact);
  // 分值 and 得分 as the words of two cells can only be headings.
  const figures = known.filter((cell) => {
    const role = read(cellWords(cell)).exact?.role;
    return role !== undefined && roles[role].cells === 'points';
  });
  return figures.length >= 2 || (known.length >= 2 && meant.length >= 3 && meant.length * 2 > cells.length);
}

/** The title of the next block of a form, right above its headings: words alone. */
function withoutNextTitle(rows: readonly BodyRow[]): readonly BodyRow[] {
  const kept = [...rows];
  for (let place = kept.length - 1; place >= 0; place -= 1) {
    const row = kept[place];
    if (!row || row.kind === 'empty') continue;
    const isTitle =
      row.kind === 'data' && row.cells.length <= 2 && row.cells.every(({ value }) => typeof value === 'string');
    if (!isTitle) break;
    kept[place] = { ...row, kind: 'heading' };
  }
  return kept;
}

/**
 * Walks the rows below a header down to `limit` at most.
 *
 * @param nextHeader the first row of the next header in these columns, if any: where its headings are others than
 *   this table's, the table ends there.
 */
export function walkBody(
  grid: CellGrid,
  header: Header,
  limit: number,
  read: ReadHeading,
  nextHeader: number | null = null,
): Body {
  const rows: BodyRow[] = [];
  let gap = 0;
  let hasTotal = false;
  let hasData = false;
  let isLost = false;
  for (let row = header.bottom + 1; row <= limit; row += 1) {
    const cells = grid.ownCells(row, header.left, header.right);
    const before = rows.at(-1);
    hasData ||= before?.kind === 'data' && before.cells.length > 1;
    if (hasData && row === nextHeader && !isHeaderAgain(grid, header, cells, read)) {
      const kept = withoutNextTitle(rows);
      return { rows: settleTotals(kept), isContinued: true, bottom: row - 1 };
    }
    if (cells.length === 0) {
      gap += 1;
      if (gap > longestGap) break;
      rows.push({ row, kind: 'empty', cells, first: null });
      continue;
    }
    const first = cells.find(({ value }) => typeof value === 'string') ?? null;
    const words = first ? cellWords(first) : '';
    const { key } = read(words);
    const inner = sumBehindLevels(cells, before);
    const sum = inner ? 'subtotal' : sumKind(grid, key, first, cells);
    if (isHeaderAgain(grid, header, cells, read)) {
      // Below a total, the same header opens the next form.
      if (hasTotal) break;
      rows.push({ row, kind: 'repeated-header', cells, first });
    } else if (first && startsBlock(key) && !(cells.length >= 5 && isNumbered(cells))) {
      if (!isContinuation(key)) break;
      rows.push({ row, kind: 'repeated-header', cells, first });
    } else if (isSignature(words) && !isNumbered(cells)) {
      break;
    } else if (sum) {
      rows.push({ row, kind: sum, cells, first: inner ?? first });
      hasTotal ||= sum === 'total';
      isLost &&= sum !== 'total';
    } else if (isLost || (hasData && !hasTotal && looksLikeHeader(cells, read))) {
      rows.push({ row, kind: 'unreadable', cells, first });
      isLost = true;
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
  const bottom = rows.at(-1)?.row ?? header.bottom;
  const late = hasTotal || rows.length === 0 ? null : lateTotal(grid, header, bottom + 1, limit, read);
  return { rows: settleTotals(late ? [...rows, late] : rows), isContinued: false, bottom };
}

/** A total may stand below the closing words of a form: 其他需要说明事项, then 总分. */
function lateTotal(grid: CellGrid, header: Header, from: number, limit: number, read: ReadHeading): BodyRow | null {
  for (let row = from; row <= Math.min(limit, from + longestGap); row += 1) {
    const cells = grid.ownCells(row, header.left, header.right);
    const first = cells.find(({ value }) => typeof value === 'string') ?? null;
    if (!first) continue;
    const { key } = read(cellWords(first));
    if (sumKind(grid, key, first, cells) === 'total' && cells.some((cell) => pointsKind(cell) !== 'not-a-number'))
      return { row, kind: 'total', cells, first };
    if (startsBlock(key) || cells.filter((cell) => read(cellWords(cell)).exact).length >= 2) return null;
  }
  return null;
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
function sumKind(
  grid: CellGrid,
  key: HeadingKey,
  label: Cell | null,
  cells: readonly Cell[],
): 'total' | 'subtotal' | null {
  const kind = sumRow(key);
  if (!kind || !label || grid.place(label).bottom > grid.place(label).top) return null;
  // "全年用水量合计" with a target and an actual is the name of an indicator.
  const others = cells.filter((cell) => cell !== label && pointsKind(cell) === 'not-a-number');
  return kind === 'subtotal' && others.length > 1 ? null : kind;
}

const bareSum = /^(?:小计|合计)$/u;

/** 小计 behind levels that are written anew in every row: "产出指标 | 小计 | 50 | 48"; null where the row is none. */
function sumBehindLevels(cells: readonly Cell[], before: BodyRow | undefined): Cell | null {
  const words = cells.filter((cell) => pointsKind(cell) === 'not-a-number');
  const [level] = words;
  const last = words.at(-1);
  if (!level || !last || level === last || words.length > 3 || words.length === cells.length) return null;
  const key = cellWords(last);
  if (!bareSum.test(key) || cells.indexOf(last) !== words.length - 1) return null;
  // A 合计 of its own may be the total of the form; under the level of the row above it is not.
  const isSame = before?.first && cellWords(before.first) === cellWords(level);
  return key === '小计' || isSame ? last : null;
}

/** Notes begin at the left edge or run over several columns; a numbered name in the middle of a row does neither. */
function standsOut(grid: CellGrid, header: Header, cell: Cell): boolean {
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

/** What is written beside a closing label: 评价结论, 存在问题, 自评等级. */
function answersOf(cells: readonly Cell[], label: Cell, words: string): readonly Cell[] {
  if (!isClosingLabel(words)) return [];
  const beside = cells.filter((cell) => cell !== label && typeof cell.value === 'string');
  // Several are a row of a table that lies on its side: 等级, one an indicator.
  return beside.length === 1 ? beside : [];
}

/** The notes below a table: one cell each, in order, and the last row they take. */
export function notesBelow(
  grid: CellGrid,
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
    const words = cellWords(first);
    if (startsBlock(read(words).key)) break;
    if (!isSignature(words)) {
      const isNote = startsNote(words) || (cells.length === 1 && words.length >= 12);
      if (isNote) notes.push(first, ...answersOf(cells, first, words));
    }
    bottom = row;
  }
  return { notes, bottom };
}

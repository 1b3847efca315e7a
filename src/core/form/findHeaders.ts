/** Finds the header rows of indicator tables by the words in them, wherever they stand. */
import type { Cell } from '../sheet/sheetView';
import { type CellGrid, cellWords } from './grid';
import type { HeadingKey } from './headerText';
import { rolesThatTell } from './roles';
import { budgetHeading, exactMeaning, type readHeading, type HeadingMeaning, looseMeaning } from './vocabulary';

/** One heading of a table, over one column or more. */
export interface Heading {
  readonly cell: Cell;
  readonly left: number;
  readonly right: number;
  readonly key: HeadingKey;
  readonly meaning: HeadingMeaning | null;
}

/** The header of one table, of one row or two. */
export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** From left to right; blank columns have none. */
  readonly headings: readonly Heading[];
  /** The wording of all cells of the header, to know it again on the next printed page. */
  readonly wordings: ReadonlySet<string>;
}

export type ReadHeading = typeof readHeading;

const values = rolesThatTell('value');
const names = rolesThatTell('name');
const telling = rolesThatTell('value', 'much');

function isHeader(meanings: readonly (HeadingMeaning | null)[], hasBudgetWords: boolean): boolean {
  const exactRoles = new Set<string>();
  const allRoles = new Set<string>();
  for (const meaning of meanings) {
    if (!meaning) continue;
    allRoles.add(meaning.role);
    if (meaning.isExact) exactRoles.add(meaning.role);
  }
  const count = (roles: ReadonlySet<string>, of: ReadonlySet<string>): number =>
    [...roles].filter((role) => of.has(role)).length;
  if (hasBudgetWords && count(exactRoles, names) === 0) return false;
  if (count(exactRoles, names) > 0) {
    if (exactRoles.size >= 3 && count(allRoles, telling) > 0) return true;
    return exactRoles.size >= 2 && allRoles.size >= 4 && count(allRoles, telling) > 1;
  }
  return count(exactRoles, values) >= 3;
}

/** The distinct cells of a row, through merges, from left to right. */
function distinctCells(grid: CellGrid, row: number, left: number, right: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (let column = left; column <= right; column += 1) {
    const cell = grid.at(row, column);
    if (cells.at(-1) !== cell) cells.push(cell);
  }
  return cells;
}

/** What the two rows of a header say together; the lower row is the closer one. */
function jointMeaning(upper: Cell | null, lower: Cell, read: ReadHeading): HeadingMeaning | null {
  const below = read(cellWords(lower));
  if (!upper || upper === lower) return below.exact ?? looseMeaning(below.key);
  const above = read(cellWords(upper));
  if (below.key.full === '') return above.exact ?? looseMeaning(above.key);
  const joint = (first: HeadingKey, second: HeadingKey): HeadingMeaning | null =>
    exactMeaning({ full: first.bare + second.bare, bare: first.bare + second.bare });
  const together = joint(below.key, above.key) ?? joint(above.key, below.key);
  // "得分" over "自评" and "复核" says more together than either alone.
  return together ?? below.exact ?? looseMeaning({ full: above.key.full + below.key.full, bare: '' });
}

/** Whether the row below belongs to the header: only headings, under headings that are spread or blank. */
function extendsHeader(grid: CellGrid, top: number, read: ReadHeading, own: readonly Cell[]): boolean {
  const below = grid.ownCells(top + 1, grid.left, grid.right);
  if (below.length === 0) return false;
  const upperWords = new Set(own.map((cell) => read(cellWords(cell)).key.full));
  let helped = 0;
  for (const cell of below) {
    if (typeof cell.value !== 'string') return false;
    const { left } = grid.place(cell);
    const upper = grid.at(top, left);
    const { key } = read(cellWords(cell));
    if (key.full === '' || upperWords.has(key.full)) return false;
    const area = grid.place(upper);
    const isSpread = area.right > area.left || cellWords(upper) === '' || cellWords(grid.at(top, left + 1)) === '';
    if (!isSpread || !jointMeaning(upper, cell, read)) return false;
    helped += 1;
  }
  return helped > 0;
}

/** The header in rows `top` to `bottom`, whatever its words are. */
export function headerAt(grid: CellGrid, top: number, bottom: number, read: ReadHeading): Header {
  const headings: Heading[] = [];
  const wordings = new Set<string>();
  for (const lower of distinctCells(grid, bottom, grid.left, grid.right)) {
    const span = grid.place(lower);
    const left = Math.max(span.left, grid.left);
    // A blank lower cell of a two-row header takes the heading above it.
    const upper = bottom > top ? grid.at(top, left) : null;
    const cell =
      cellWords(lower) === '' && upper && !headings.some((heading) => heading.cell === upper) ? upper : lower;
    const words = cellWords(cell);
    if (words === '') continue;
    const area = grid.place(cell);
    headings.push({
      cell,
      left: Math.max(area.left, grid.left),
      right: Math.min(area.right, grid.right),
      key: read(words).key,
      meaning: jointMeaning(cell === lower ? upper : null, cell, read),
    });
  }
  for (let row = top; row <= bottom; row += 1) {
    for (const cell of grid.ownCells(row, grid.left, grid.right)) wordings.add(read(cellWords(cell)).key.full);
  }
  return { top, bottom, headings, wordings, left: headings[0]?.left ?? grid.left, right: grid.right };
}

function sideBySide(header: Header): readonly Header[] {
  const parts = splitTables(header.headings);
  return parts.map((headings, index) => ({
    ...header,
    headings,
    left: headings[0]?.left ?? header.left,
    // Columns without a heading belong to the table on their left.
    right: (parts[index + 1]?.[0]?.left ?? header.right + 1) - 1,
  }));
}

/** Two tables may stand side by side: a name heading that comes again after a score starts the next one. */
function splitTables(headings: readonly Heading[]): readonly (readonly Heading[])[] {
  const parts: Heading[][] = [[]];
  let seen = new Set<string>();
  for (const heading of headings) {
    const { meaning } = heading;
    const isRepeated =
      meaning?.isExact && ['sequence', 'level1', 'level3'].includes(meaning.role) && seen.has(meaning.role);
    if (isRepeated && meaning.nuance === 'plain' && seen.has('level3') && (seen.has('score') || seen.has('actual'))) {
      parts.push([]);
      seen = new Set();
    }
    if (meaning?.isExact) seen.add(meaning.role);
    parts.at(-1)?.push(heading);
  }
  return parts.filter((part) =>
    isHeader(
      part.map(({ meaning }) => meaning),
      false,
    ),
  );
}

/**
 * All headers of the sheet, from top to bottom and from left to right.
 * A header repeated on the next printed page is found too; the body of the table before knows it again.
 */
export function findHeaders(grid: CellGrid, read: ReadHeading): readonly Header[] {
  const headers: Header[] = [];
  const meaningsOf = (cells: readonly Cell[]): readonly (HeadingMeaning | null)[] =>
    cells.map((cell) => {
      const { key, exact } = read(cellWords(cell));
      return exact ?? looseMeaning(key);
    });
  const hasBudgetWords = (cells: readonly Cell[]): boolean =>
    cells.some((cell) => budgetHeading.test(read(cellWords(cell)).key.full));
  const exactCount = (cells: readonly Cell[]): number => cells.filter((cell) => read(cellWords(cell)).exact).length;
  const headingsIn = (row: number): readonly Cell[] =>
    grid.ownCells(row, grid.left, grid.right).filter(({ value }) => typeof value === 'string' && value.length <= 40);

  let row = grid.top;
  while (row <= grid.bottom) {
    const own = headingsIn(row);
    const known = exactCount(own);
    let bottom: number | null = null;
    if (known >= 2 && isHeader(meaningsOf(own), hasBudgetWords(own))) {
      bottom = extendsHeader(grid, row, read, own) ? row + 1 : row;
    } else if (known >= 1 && row < grid.bottom && !hasBudgetWords(own)) {
      const below = headingsIn(row + 1);
      const isLowerAlone = exactCount(below) >= 2 && isHeader(meaningsOf(below), hasBudgetWords(below));
      const together = [...own, ...below];
      if (!isLowerAlone && exactCount(below) >= 2 && isHeader(meaningsOf(together), hasBudgetWords(together)))
        bottom = row + 1;
    }
    if (bottom === null) {
      row += 1;
      continue;
    }
    headers.push(...sideBySide(headerAt(grid, row, bottom, read)));
    row = bottom + 1;
  }
  return headers;
}

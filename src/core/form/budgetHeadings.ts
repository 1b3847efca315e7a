/** The header of a fund block: which of its cells heads which amounts, and which only names the block. */
import type { Cell } from '../sheet/sheetView';
import type { BudgetLine } from './form';
import type { ReadHeading } from './findHeaders';
import { type CellGrid, isBlank, cellWords } from './grid';
import type { HeadingKey } from './headerText';
import { pointsKind } from './reading';
import { withoutSpaces } from '../signs';

/** What a column of the block holds. */
export type Part = 'initial' | 'budget' | 'executed' | 'rate' | 'weight' | 'score';

/** The rows above a table, within its columns. */
export interface Region {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Headings of the block, most telling first. */
const parts: readonly (readonly [RegExp, Part])[] = [
  [/执行率.*(?:分值|权重)|^(?:分值|权重|标准分|参考分值|满分)$/u, 'weight'],
  [/执行率.*得分|^(?:得分|自评得分|自评分|评价得分|实际得分)$/u, 'score'],
  [/执行率|支付率|支出率|完成率/u, 'rate'],
  [
    /执行数|支出数|支付数|实际支出|实际支付|执行金额|支出金额|已支出|实际执行|到位资金支出|执行资金|支出资金|使用资金|资金使用|实际使用|使用金额|决算数/u,
    'executed',
  ],
  [/年初.*预算|预算.*年初|年初下达|^年初数$/u, 'initial'],
  [/预算数|全年预算|调整.*预算|预算.*调整|预算金额|预算安排|资金预算|预算收入|预算资金|^全年数$/u, 'budget'],
];
/** The year's budget as it stands after adjustments goes before any other. */
const adjusted = /全年|调整/u;
/** The sum over sources that stand in columns of their own, beside what was executed. */
const sumOverSources = /^(?:合计|总计|总额|资金总额|预算合计|资金合计)(?:万元|元)?$/u;

/** What a heading of the block says; null when it says nothing of it. */
export function budgetPartOf({ full, bare }: HeadingKey): Part | null {
  if (full === '' || full.length > 20) return null;
  for (const [pattern, part] of parts) if (pattern.test(bare) || pattern.test(full)) return part;
  return null;
}

const lineRoles: readonly (readonly [RegExp, BudgetLine['role']])[] = [
  [/上年结转|结转|结余/u, 'carried-over'],
  [/非财政/u, 'other'],
  [/总额|合计|总计|资金总数|^预算数|^执行数/u, 'total'],
  [/财政拨款|财政资金|中央|省级|自治区|市级|县级|区级|本级|一般公共预算|政府性基金|转移支付|上级|地方/u, 'fiscal'],
  [/其他|其它|自筹|社会资金|单位资金/u, 'other'],
];

/** Whose funds a line's label names; null when it names none. */
export function lineRole(words: string): BudgetLine['role'] | null {
  const compact = withoutSpaces(words);
  if (compact === '' || compact.length > 30) return null;
  return lineRoles.find(([pattern]) => pattern.test(compact))?.[1] ?? null;
}

/** A heading with the column of its figures. */
interface PartColumn {
  readonly part: Part;
  readonly column: number;
  readonly heading: Cell;
}

/** The block's header, of one row or two. */
export interface BudgetHeader {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly PartColumn[];
}

/** The cell to the right of another, within the region. */
export function rightOf(grid: CellGrid, cell: Cell, right: number): Cell | null {
  const next = grid.place(cell).right + 1;
  return next > right ? null : grid.at(grid.place(cell).top, next);
}

/** So many rows below a heading are looked at to see what it heads. */
const lookedAt = 5;

/** Whether words, and no amount, stand below a heading: then it names the lines of the block, not a column of amounts. */
function headsLabels(grid: CellGrid, heading: Cell, region: Region): boolean {
  const { bottom, left } = grid.place(heading);
  let words = 0;
  for (let row = bottom + 1; row <= Math.min(bottom + lookedAt, region.bottom); row += 1) {
    const cell = grid.at(row, left);
    if (cell === heading || isBlank(cell)) continue;
    const kind = pointsKind(cell);
    if (kind === 'number' || kind === 'text-number' || kind === 'error') return false;
    // The next block of the form begins at the latest where labels of lines end.
    if (kind === 'not-a-number') {
      if (lineRole(cellWords(cell)) === null) break;
      words += 1;
    }
  }
  return words > 0;
}

/** What a heading below another says of its columns; 小计 is the sum of its neighbours. */
function subRole(words: string): BudgetLine['role'] | null {
  return /小计/u.test(words) ? 'total' : lineRole(words);
}

/** The cells below a spread heading that tell its columns apart: 总额, 财政拨款, 其他资金. */
function subHeadings(grid: CellGrid, heading: Cell, row: number): readonly Cell[] {
  const { left, right } = grid.place(heading);
  const below = grid.ownCells(row + 1, left, right);
  const isHead = below.length > 1 && below.every((cell) => typeof cell.value === 'string' && subRole(cellWords(cell)));
  return isHead ? below : [];
}

/** How well a heading stands for the year's budget. */
function rankOf(words: string): number {
  return adjusted.test(words) ? 1 : 0;
}

function candidatesIn(grid: CellGrid, row: number, region: Region, read: ReadHeading): readonly PartColumn[] {
  const found: PartColumn[] = [];
  const open: PartColumn[] = [];
  for (const heading of grid.ownCells(row, region.left, region.right)) {
    if (typeof heading.value !== 'string') continue;
    const { key } = read(cellWords(heading));
    const { bottom, left } = grid.place(heading);
    const below = subHeadings(grid, heading, row);
    const total = below.find((cell) => subRole(cellWords(cell)) === 'total');
    const column = total ? grid.place(total).left : left;
    const part = budgetPartOf(key);
    const isAmount = part === 'budget' || part === 'executed' || part === 'initial';
    // "项目资金(万元)" beside the headings, merged downwards, or over the labels of the lines, names the block.
    if (bottom > row + 1 || (isAmount && below.length === 0 && headsLabels(grid, heading, region))) continue;
    if (part) found.push({ part, column, heading });
    else if (sumOverSources.test(key.bare) || sumOverSources.test(key.full))
      open.push({ part: 'budget', column, heading });
  }
  const hasExecuted = found.some(({ part }) => part === 'executed');
  const hasBudget = found.some(({ part }) => part === 'budget' || part === 'initial');
  return hasExecuted && !hasBudget ? [...found, ...open] : found;
}

/** Whether a figure stands in one of the next rows of a column. */
function hasFigures(grid: CellGrid, region: Region, { column, heading }: PartColumn): boolean {
  const from = grid.place(heading).bottom + 1;
  for (let row = from; row <= Math.min(from + lookedAt - 1, region.bottom); row += 1) {
    const kind = pointsKind(grid.at(row, column));
    if (kind === 'number' || kind === 'text-number' || kind === 'error') return true;
  }
  return false;
}

/** One column a part: among several budgets the adjusted one, before which another is the initial one; else the first. */
function oneEach(grid: CellGrid, region: Region, all: readonly PartColumn[]): readonly PartColumn[] {
  // Over words that no line is known by, a heading is none of amounts while another of its kind has some below it.
  const found = all.filter(
    (one) =>
      hasFigures(grid, region, one) ||
      !all.some((other) => other.part === one.part && other !== one && hasFigures(grid, region, other)),
  );
  const isAdjusted = ({ heading, part }: PartColumn): boolean => part === 'budget' && rankOf(cellWords(heading)) > 0;
  const hasInitial = found.some(({ part }) => part === 'initial');
  const last = found.map(isAdjusted).lastIndexOf(true);
  const first = found.findIndex((one) => one.part === 'budget' && !isAdjusted(one));
  const candidates = found.map((one, place) =>
    !hasInitial && place === first && place < last ? { ...one, part: 'initial' as const } : one,
  );
  return candidates.filter((candidate, place) => {
    const rank = rankOf(cellWords(candidate.heading));
    return !candidates.some(
      (other, index) =>
        other.part === candidate.part &&
        other !== candidate &&
        (rankOf(cellWords(other.heading)) > rank || (rankOf(cellWords(other.heading)) === rank && index < place)),
    );
  });
}

/** The block's header: at least two of its headings, one of them an amount, with numbers or blanks below. */
export function findBudgetHeader(grid: CellGrid, region: Region, read: ReadHeading): BudgetHeader | null {
  for (let row = region.top; row <= region.bottom; row += 1) {
    const columns = oneEach(grid, region, candidatesIn(grid, row, region, read));
    const amounts = columns.filter(({ part }) => part === 'budget' || part === 'executed' || part === 'initial');
    if (amounts.length === 0 || columns.length < 2) continue;
    const isSideBySide = columns.some(({ heading }) => {
      const next = rightOf(grid, heading, region.right);
      return next !== null && typeof next.value === 'number';
    });
    const isTwoRows = amounts.some(({ heading }) => subHeadings(grid, heading, row).length > 0);
    if (!isSideBySide) return { top: row, bottom: isTwoRows ? row + 1 : row, columns };
  }
  return null;
}

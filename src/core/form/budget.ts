/** Finds the block of the budget above a table and reads its amounts, its rate and its score. */
import type { Area } from '../sheet/cellRef';
import type { Cell } from '../sheet/sheetView';
import { amountOf } from './amountOf';
import type { BudgetBlock, BudgetLine, Reading } from './form';
import type { ReadHeading } from './findHeaders';
import {
  type BudgetHeader,
  findBudgetHeader,
  lineRole,
  type Part,
  partOf,
  type Region,
  rightOf,
} from './budgetHeadings';
import { type Grid, isBlank, wordsOf } from './grid';
import { readAmount, readLabel, readName, readPoints, readRatio } from './reading';

const blockLabel = /资金|预算|经费/u;

function unitOf(cells: readonly Cell[]): BudgetBlock['unit'] {
  const words = cells
    .map((cell) => wordsOf(cell))
    .join(' ')
    .replace(/\s+/gu, '');
  if (words.includes('万元')) return '万元';
  return /[(（:：]元|单位[:：]?元/u.test(words) ? '元' : null;
}

function isEmptyReading(reading: Reading | null): boolean {
  return reading === null || reading.kind === 'blank';
}

/** A line of the block with the row it stands in. */
interface PlacedLine extends BudgetLine {
  readonly row: number;
  /** Whether its label says that it is the total; else it may be taken for it. */
  readonly saysTotal: boolean;
}

/** So many blank rows may stand between the header and the first amount. */
const longestGap = 2;

/** The lines below a header, until something else begins. */
function linesBelow(
  grid: Grid,
  region: Region,
  header: BudgetHeader,
  blockLabels: readonly Cell[],
  unit: BudgetBlock['unit'],
): readonly PlacedLine[] {
  const columnOf = (part: Part): number | null => header.columns.find((column) => column.part === part)?.column ?? null;
  const firstAmount = firstAmountOf(header);
  const lines: PlacedLine[] = [];
  let gap = 0;
  for (let row = header.bottom + 1; row <= region.bottom; row += 1) {
    const label = labelOf(grid, row, region.left, firstAmount - 1, blockLabels);
    const role = label ? lineRole(wordsOf(label)) : null;
    const amount = (part: Part): Reading | null => {
      const column = columnOf(part);
      return column === null ? null : readAmount(grid.at(row, column), unit);
    };
    const line = { initial: amount('initial'), budget: amount('budget'), executed: amount('executed') };
    const isEmpty = Object.values(line).every(isEmptyReading);
    if (label === null && isEmpty && lines.length === 0 && gap < longestGap) {
      gap += 1;
      continue;
    }
    // A single line without a label of its own is the total.
    if (label === null ? isEmpty || lines.length > 0 : !role && isEmpty) break;
    const hasAmount = Object.values(line).some((reading) => amountOf(reading) !== null);
    if (label !== null && !role && !hasAmount) break;
    const labelled = label ?? blockLabels[0] ?? grid.at(row, region.left);
    lines.push({ row, label: readLabel(labelled), role: role ?? 'other', saysTotal: role === 'total', ...line });
  }
  // Where no label says that it is the total, the first line is.
  return lines.some(({ saysTotal }) => saysTotal)
    ? lines
    : lines.map((line, place) => (place === 0 && !namesFunds(line) ? { ...line, role: 'total' } : line));
}

function namesFunds({ label }: BudgetLine): boolean {
  return lineRole(label.text) !== null;
}

function firstAmountOf({ columns }: BudgetHeader): number {
  return Math.min(...columns.filter(({ part }) => part !== 'weight' && part !== 'score').map(({ column }) => column));
}

/** A block with a header and a line for each kind of funds, or for each task. */
function tabularBlock(grid: Grid, region: Region, read: ReadHeading): BudgetBlock | null {
  const header = findBudgetHeader(grid, region, read);
  if (!header) return null;
  const { columns } = header;
  const headings = columns.map(({ heading }) => heading);
  const side = grid.ownCells(header.top, region.left, firstAmountOf(header) - 1);
  const above = header.top > region.top ? grid.ownCells(header.top - 1, region.left, region.right) : [];
  const unit = unitOf([...headings, ...side]) ?? unitOf(above.filter((cell) => wordsOf(cell).length < 20));
  const lines = linesBelow(grid, region, header, side, unit);
  const last = lines.at(-1);
  if (!last) return null;

  /** Rate, weight and score stand in the total's row; where that holds none, in a part's. */
  const total = lines.find(({ role }) => role === 'total') ?? lines[0] ?? last;
  const figure = (part: Part, readCell: (cell: Cell) => Reading): Reading | null => {
    const column = columns.find((candidate) => candidate.part === part)?.column;
    if (column === undefined) return null;
    const inTotal = readCell(grid.at(total.row, column));
    if (inTotal.kind !== 'blank' && inTotal.kind !== 'dash') return inTotal;
    const elsewhere = lines.map(({ row }) => readCell(grid.at(row, column))).filter((reading) => amountOf(reading));
    return elsewhere[0] ?? inTotal;
  };
  const rateHeading = columns.find(({ part }) => part === 'rate')?.heading;
  const isPercent = rateHeading !== undefined && /[%％]/u.test(wordsOf(rateHeading));
  const weight = figure('weight', readPoints);
  return {
    area: areaOf(grid, [...headings, ...side], last.row),
    unit,
    lines: lines.map(({ budget, executed, initial, label, role }) => ({ label, role, initial, budget, executed })),
    weight: weight ?? weightInHeadings([...side, ...headings]),
    rate: figure('rate', (cell) => readRatio(cell, isPercent)),
    score: figure('score', readPoints),
    formTotals: null,
  };
}

/** The words of a line: those that name its funds, else the first of the row; never the block's own label. */
function labelOf(grid: Grid, row: number, left: number, right: number, blockLabels: readonly Cell[]): Cell | null {
  let first: Cell | null = null;
  for (let column = right; column >= left; column -= 1) {
    const cell = grid.at(row, column);
    if (typeof cell.value !== 'string' || isBlank(cell) || blockLabels.includes(cell)) continue;
    if (lineRole(wordsOf(cell)) !== null) return cell;
    first = cell;
  }
  return first;
}

const pointsInHeading = /[(（]\s*\d+(?:\.\d+)?\s*分/u;

/** The weight where it stands in a heading of the block: "预算执行情况（20分）", "得分（20分×执行率）". */
function weightInHeadings(cells: readonly Cell[]): Reading | null {
  for (const cell of cells) {
    const words = wordsOf(cell);
    const match = pointsInHeading.exec(words);
    if (!match) continue;
    const { weight } = readName({ ...cell, value: `${words.slice(0, match.index)}${match[0]})` });
    if (weight) return { kind: 'number', value: weight, cell };
  }
  return null;
}

function areaOf(grid: Grid, cells: readonly Cell[], bottom: number): Area {
  const refs = cells.map(
    ({ ref, merge }) => merge ?? { top: ref.row, left: ref.column, bottom: ref.row, right: ref.column },
  );
  return {
    top: Math.min(...refs.map(({ top }) => top)),
    left: Math.min(...refs.map(({ left }) => left)),
    bottom: grid.isTurned
      ? Math.max(...refs.map(({ bottom: last }) => last))
      : Math.max(bottom, ...refs.map(({ top }) => top)),
    right: Math.max(...refs.map(({ right }) => right)),
  };
}

const insideLabel = /[:：]\s*([\d,，.]+\s*(?:万元|元|%|％|分)?)$/u;

/** A block whose labels and amounts stand side by side: "资金预算收入(万元) | 2140 | 资金支付数(万元) | 1531.69". */
function pairedBlock(grid: Grid, region: Region, read: ReadHeading): BudgetBlock | null {
  interface Row {
    label: Cell;
    initial: Reading | null;
    budget: Reading | null;
    executed: Reading | null;
  }
  const rows: Row[] = [];
  const used: Cell[] = [];
  let weight: Reading | null = null;
  let rate: Reading | null = null;
  let score: Reading | null = null;
  for (let row = region.top; row <= region.bottom; row += 1) {
    const cells = grid.ownCells(row, region.left, region.right).filter(({ value }) => typeof value === 'string');
    const found: Partial<Record<'initial' | 'budget' | 'executed', Reading>> = {};
    let label: Cell | null = null;
    for (const [index, cell] of cells.entries()) {
      const words = wordsOf(cell);
      const inside = insideLabel.exec(words);
      const key = read(inside ? words.slice(0, inside.index) : words).key;
      const role = lineRole(words);
      // In "其中：财政拨款" lines the first amount is the budget's, the second the execution's.
      const part = partOf(key) ?? (role && rows.length > 0 ? (found.budget ? 'executed' : 'budget') : null);
      const beside = inside ? { ...cell, value: inside[1] ?? '' } : rightOf(grid, cell, region.right);
      if (
        !part ||
        !beside ||
        (index === 0 && !inside && typeof beside.value === 'string' && partOf(read(wordsOf(beside)).key))
      )
        continue;
      const unit = unitOf([cell]);
      if (part === 'weight' || part === 'score') {
        const points = readPoints(beside);
        if (points.kind !== 'number' && points.kind !== 'text-number') continue;
        if (part === 'weight') weight ??= points;
        else score ??= points;
      } else if (part === 'rate') {
        const ratio = readRatio(beside, /[%％]/u.test(words));
        if (ratio.kind !== 'number' && ratio.kind !== 'text-number') continue;
        rate ??= ratio;
      } else {
        const amount = readAmount(beside, unit);
        const isNumber = amountOf(amount) !== null;
        // An emptied amount leaves its label behind; a label that only says whose funds these are needs a number.
        if (!isNumber && (amount.kind === 'not-a-number' || !partOf(key))) continue;
        if (isEmptyReading(found[part] ?? null)) found[part] = { ...amount, cell: inside ? cell : amount.cell };
        label ??= cell;
      }
      used.push(cell, inside ? cell : beside);
    }
    if (label) {
      rows.push({
        label,
        initial: found.initial ?? null,
        budget: found.budget ?? null,
        executed: found.executed ?? null,
      });
    }
  }
  const first = rows[0];
  const hasAmount = rows.some((row) => [row.initial, row.budget, row.executed].some((one) => amountOf(one) !== null));
  if (!first || !hasAmount) return null;
  const unit =
    unitOf(used) ??
    unitOf(grid.ownCells(region.top, region.left, region.right).filter((cell) => blockLabel.test(wordsOf(cell))));
  const totalOf = (part: 'initial' | 'budget' | 'executed'): Reading | null => {
    const readings = rows
      .filter(({ label }) => (lineRole(wordsOf(label)) ?? 'total') === 'total')
      .flatMap((row) => row[part] ?? []);
    return readings.find((reading) => !isEmptyReading(reading)) ?? readings[0] ?? null;
  };
  const total: BudgetLine = {
    label: readLabel(first.label),
    role: 'total',
    initial: totalOf('initial'),
    budget: totalOf('budget'),
    executed: totalOf('executed'),
  };
  const rest = rows.flatMap((row): BudgetLine[] => {
    const role = lineRole(wordsOf(row.label));
    return role && role !== 'total' ? [{ ...row, label: readLabel(row.label), role }] : [];
  });
  const lastRow = Math.max(...used.map((cell) => grid.place(cell).bottom));
  const firstRow = grid.place(first.label).top;
  const inHeadings = weightInHeadings(grid.ownCells(firstRow, region.left, region.right));
  return {
    area: areaOf(grid, used, lastRow),
    unit,
    lines: [total, ...rest],
    weight: weight ?? inHeadings,
    rate,
    score,
    formTotals: null,
  };
}

/** Reads the budget block in the rows above a table; null when there is none. */
export function findBudget(grid: Grid, region: Region, read: ReadHeading): BudgetBlock | null {
  return tabularBlock(grid, region, read) ?? pairedBlock(grid, region, read);
}

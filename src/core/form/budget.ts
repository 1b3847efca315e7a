/** Finds the block of the budget above a table and reads its amounts, its rate and its score. */
import type { Cell } from '../sheet/sheetView';
import { amountOf } from './amountOf';
import { type BudgetHeader, findBudgetHeader, lineRole, type Part, type Region } from './budgetHeadings';
import { pairedBlock } from './budgetPairs';
import { blockArea, isEmptyReading, unitOf, weightInHeadings } from './budgetReading';
import type { ReadHeading } from './findHeaders';
import type { BudgetBlock, BudgetLine, CellReading } from './form';
import { type CellGrid, isBlank, cellWords } from './grid';
import { readAmount, readLabel, readPoints, readRatio } from './reading';

/** A line of the block with the row it stands in. */
interface PlacedLine extends BudgetLine {
  readonly row: number;
  /** Whether its label says that it is the total; else it may be taken for it. */
  readonly saysTotal: boolean;
}

const reasonHeading = /^(?:偏差|未完成|调整|执行|未执行|结余)*(?:原因|原因说明|原因分析|情况说明)$/u;

/** So many blank rows may stand between the header and the first amount. */
const longestGap = 2;

/** The lines below a header, until something else begins. */
function linesBelow(
  grid: CellGrid,
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
    const role = label ? lineRole(cellWords(label)) : null;
    const amount = (part: Part): CellReading | null => {
      const column = columnOf(part);
      return column === null ? null : readAmount(grid.at(row, column), unit);
    };
    const line = { initial: amount('initial'), budget: amount('budget'), executed: amount('executed') };
    const isEmpty = Object.values(line).every(isEmptyReading);
    // "单位：万元" in a row of its own, below the headings.
    if (lines.length === 0 && isEmpty && label !== null && /^(?:金额)?单位[:：]?/u.test(cellWords(label))) continue;
    if (label === null && isEmpty && lines.length === 0 && gap < longestGap) {
      gap += 1;
      continue;
    }
    // A single line without a label of its own is the total.
    if (label === null ? isEmpty || lines.length > 0 : !role && isEmpty) break;
    const hasAmount = Object.values(line).some((reading) => amountOf(reading) !== null);
    if (label !== null && !role && !hasAmount) break;
    const labelled = label ?? blockLabels[0] ?? grid.at(row, region.left);
    lines.push({
      row,
      label: readLabel(labelled),
      role: role ?? 'other',
      saysTotal: role === 'total',
      rate: null,
      ...line,
    });
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
function tabularBlock(grid: CellGrid, region: Region, read: ReadHeading): BudgetBlock | null {
  const header = findBudgetHeader(grid, region, read);
  if (!header) return null;
  const { columns } = header;
  const headings = columns.map(({ heading }) => heading);
  const side = grid.ownCells(header.top, region.left, firstAmountOf(header) - 1);
  const above = header.top > region.top ? grid.ownCells(header.top - 1, region.left, region.right) : [];
  const unit = unitOf([...headings, ...side]) ?? unitOf(above.filter((cell) => cellWords(cell).length < 20));
  const lines = linesBelow(grid, region, header, side, unit);
  const last = lines.at(-1);
  if (!last) return null;

  /** Rate, weight and score stand in the total's row; where that holds none, in a part's. */
  const total = lines.find(({ role }) => role === 'total') ?? lines[0] ?? last;
  const figure = (part: Part, readCell: (cell: Cell) => CellReading): CellReading | null => {
    const column = columns.find((candidate) => candidate.part === part)?.column;
    if (column === undefined) return null;
    const inTotal = readCell(grid.at(total.row, column));
    if (inTotal.kind !== 'blank' && inTotal.kind !== 'dash') return inTotal;
    const elsewhere = lines.map(({ row }) => readCell(grid.at(row, column))).filter((reading) => amountOf(reading));
    return elsewhere[0] ?? inTotal;
  };
  const rateColumn = columns.find(({ part }) => part === 'rate');
  const isPercent = rateColumn !== undefined && /[%％]/u.test(cellWords(rateColumn.heading));
  const rate = figure('rate', (cell) => readRatio(cell, isPercent));
  const rateOfPart = ({ row }: PlacedLine): CellReading | null => {
    const cell = rateColumn ? grid.at(row, rateColumn.column) : null;
    // A rate that is merged over the lines, or stands for the total, is the block's.
    return cell && cell !== rate?.cell ? readRatio(cell, isPercent) : null;
  };
  const weight = figure('weight', readPoints);
  const reasons = grid
    .ownCells(header.top, firstAmountOf(header), region.right)
    .find((cell) => reasonHeading.test(read(cellWords(cell)).key.bare));
  return {
    area: blockArea(grid, [...headings, ...side], last.row),
    unit,
    lines: lines.map((line) => {
      const { budget, executed, initial, label, role } = line;
      return { label, role, initial, budget, executed, rate: line === total ? null : rateOfPart(line) };
    }),
    weight: weight ?? weightInHeadings([...side, ...headings]),
    rate,
    score: figure('score', readPoints),
    reason: reasons ? grid.at(total.row, grid.place(reasons).left) : null,
    formTotals: null,
  };
}

/** The words of a line: those that name its funds, else the first of the row; never the block's own label. */
function labelOf(grid: CellGrid, row: number, left: number, right: number, blockLabels: readonly Cell[]): Cell | null {
  let first: Cell | null = null;
  for (let column = right; column >= left; column -= 1) {
    const cell = grid.at(row, column);
    if (typeof cell.value !== 'string' || isBlank(cell) || blockLabels.includes(cell)) continue;
    if (lineRole(cellWords(cell)) !== null) return cell;
    first = cell;
  }
  return first;
}

/** Reads the budget block in the rows above a table; null when there is none. */
export function findBudget(grid: CellGrid, region: Region, read: ReadHeading): BudgetBlock | null {
  return tabularBlock(grid, region, read) ?? pairedBlock(grid, region, read);
}

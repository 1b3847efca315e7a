/** A fund block whose labels and amounts stand side by side. */
import type { Cell } from '../sheet/sheetView';
import { amountOf } from './amountOf';
import { lineRole, budgetPartOf, type Region, rightOf } from './budgetHeadings';
import { blockArea, isEmptyReading, unitOf, weightInHeadings } from './budgetReading';
import type { ReadHeading } from './findHeaders';
import type { BudgetBlock, BudgetLine, CellReading } from './form';
import { type CellGrid, cellWords } from './grid';
import { readAmount, readLabel, readPoints, readRatio } from './reading';

const blockLabel = /资金|预算|经费/u;

const insideLabel = /[:：]\s*([\d,，.]+\s*(?:万元|元|%|％|分)?)$/u;

/** A block whose labels and amounts stand side by side: "资金预算收入(万元) | 2140 | 资金支付数(万元) | 1531.69". */
export function pairedBlock(grid: CellGrid, region: Region, read: ReadHeading): BudgetBlock | null {
  interface Row {
    label: Cell;
    initial: CellReading | null;
    budget: CellReading | null;
    executed: CellReading | null;
  }
  const rows: Row[] = [];
  const used: Cell[] = [];
  let weight: CellReading | null = null;
  let rate: CellReading | null = null;
  let score: CellReading | null = null;
  for (let row = region.top; row <= region.bottom; row += 1) {
    const cells = grid.ownCells(row, region.left, region.right).filter(({ value }) => typeof value === 'string');
    const found: Partial<Record<'initial' | 'budget' | 'executed', CellReading>> = {};
    let label: Cell | null = null;
    for (const [index, cell] of cells.entries()) {
      const words = cellWords(cell);
      const inside = insideLabel.exec(words);
      const key = read(inside ? words.slice(0, inside.index) : words).key;
      const role = lineRole(words);
      // In "其中：财政拨款" lines the first amount is the budget's, the second the execution's.
      const part = budgetPartOf(key) ?? (role && rows.length > 0 ? (found.budget ? 'executed' : 'budget') : null);
      const beside = inside ? { ...cell, value: inside[1] ?? '' } : rightOf(grid, cell, region.right);
      if (
        !part ||
        !beside ||
        (index === 0 && !inside && typeof beside.value === 'string' && budgetPartOf(read(cellWords(beside)).key))
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
        if (!isNumber && (amount.kind === 'not-a-number' || !budgetPartOf(key))) continue;
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
    unitOf(grid.ownCells(region.top, region.left, region.right).filter((cell) => blockLabel.test(cellWords(cell))));
  const totalOf = (part: 'initial' | 'budget' | 'executed'): CellReading | null => {
    const readings = rows
      .filter(({ label }) => (lineRole(cellWords(label)) ?? 'total') === 'total')
      .flatMap((row) => row[part] ?? []);
    return readings.find((reading) => !isEmptyReading(reading)) ?? readings[0] ?? null;
  };
  const total: BudgetLine = {
    label: readLabel(first.label),
    role: 'total',
    initial: totalOf('initial'),
    budget: totalOf('budget'),
    executed: totalOf('executed'),
    rate: null,
  };
  const rest = rows.flatMap((row): BudgetLine[] => {
    const role = lineRole(cellWords(row.label));
    return role && role !== 'total' ? [{ ...row, label: readLabel(row.label), role, rate: null }] : [];
  });
  const lastRow = Math.max(...used.map((cell) => grid.place(cell).bottom));
  const firstRow = grid.place(first.label).top;
  const inHeadings = weightInHeadings(grid.ownCells(firstRow, region.left, region.right));
  return {
    area: blockArea(grid, used, lastRow),
    unit,
    lines: [total, ...rest],
    weight: weight ?? inHeadings,
    rate,
    score,
    reason: null,
    formTotals: null,
  };
}

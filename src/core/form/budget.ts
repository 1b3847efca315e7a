/** Finds the block of the budget above a table and reads its amounts, its rate and its score. */
import type { Area } from '../sheet/cellRef';
import type { Cell } from '../sheet/sheetView';
import { amountOf } from './amountOf';
import type { BudgetBlock, BudgetLine, Reading } from './form';
import type { ReadHeading } from './findHeaders';
import { type Grid, isBlank, wordsOf } from './grid';
import type { HeadingKey } from './headerText';
import { readAmount, readLabel, readName, readPoints, readRatio } from './reading';

type Part = 'initial' | 'budget' | 'executed' | 'rate' | 'weight' | 'score';

/** Headings of the block, most telling first. */
const parts: readonly (readonly [RegExp, Part])[] = [
  [/执行率.*(?:分值|权重)|^(?:分值|权重|标准分|参考分值|满分)$/u, 'weight'],
  [/执行率.*得分|^(?:得分|自评得分|评价得分|实际得分)$/u, 'score'],
  [/执行率|支付率|支出率|完成率/u, 'rate'],
  [/执行数|支出数|支付数|实际支出|实际支付|执行金额|支出金额|已支出|实际执行|到位资金支出/u, 'executed'],
  [/年初.*预算|预算.*年初|年初下达|^年初数$/u, 'initial'],
  [/预算数|全年预算|调整.*预算|预算.*调整|预算金额|预算安排|资金预算|预算收入|预算资金|^全年数$/u, 'budget'],
];

function partOf({ full, bare }: HeadingKey): Part | null {
  if (full === '' || full.length > 20) return null;
  for (const [pattern, part] of parts) if (pattern.test(bare) || pattern.test(full)) return part;
  return null;
}

const lineRoles: readonly (readonly [RegExp, BudgetLine['role']])[] = [
  [/上年结转|结转|结余/u, 'carried-over'],
  [/总额|合计|总计|资金总数|^预算数|^执行数/u, 'total'],
  [/财政拨款|财政资金|中央|省级|自治区|市级|县级|区级|本级|一般公共预算|政府性基金|转移支付|上级|地方/u, 'fiscal'],
  [/其他|其它|自筹|社会资金|单位资金/u, 'other'],
];

function lineRole(words: string): BudgetLine['role'] | null {
  const compact = words.replace(/\s+/gu, '');
  if (compact === '' || compact.length > 30) return null;
  return lineRoles.find(([pattern]) => pattern.test(compact))?.[1] ?? null;
}

/** The rows above a table, within its columns. */
export interface Region {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const blockLabel = /资金|预算|经费/u;

function unitOf(cells: readonly Cell[]): BudgetBlock['unit'] {
  const words = cells
    .map((cell) => wordsOf(cell))
    .join(' ')
    .replace(/\s+/gu, '');
  if (words.includes('万元')) return '万元';
  return /[(（:：]元|单位[:：]?元/u.test(words) ? '元' : null;
}

interface PartColumn {
  readonly part: Part;
  readonly column: number;
  readonly heading: Cell;
}

/** The block's header row: at least two of its headings, one of them an amount, with numbers or blanks below. */
function findHeaderRow(
  grid: Grid,
  region: Region,
  read: ReadHeading,
): { row: number; columns: readonly PartColumn[] } | null {
  for (let row = region.top; row <= region.bottom; row += 1) {
    const columns: PartColumn[] = [];
    for (const cell of grid.ownCells(row, region.left, region.right)) {
      if (typeof cell.value !== 'string') continue;
      const { key } = read(wordsOf(cell));
      const part = partOf(key);
      const { left, right, bottom } = grid.place(cell);
      // "项目资金(万元)" beside the headings, merged downwards, is the block's own label.
      if (!part || bottom > row + 1 || columns.some((column) => column.part === part)) continue;
      columns.push({ part, column: left <= right ? left : right, heading: cell });
    }
    const amounts = columns.filter(({ part }) => part === 'budget' || part === 'executed' || part === 'initial');
    if (amounts.length === 0 || columns.length < 2) continue;
    const isSideBySide = columns.some(({ heading }) => {
      const next = rightOf(grid, heading, region.right);
      return next !== null && typeof next.value === 'number';
    });
    if (!isSideBySide) return { row, columns };
  }
  return null;
}

function rightOf(grid: Grid, cell: Cell, right: number): Cell | null {
  const next = grid.place(cell).right + 1;
  return next > right ? null : grid.at(grid.place(cell).top, next);
}

function isEmptyReading(reading: Reading | null): boolean {
  return reading === null || reading.kind === 'blank';
}

/** A block with a header row and a line for each kind of funds. */
function tabularBlock(grid: Grid, region: Region, read: ReadHeading): BudgetBlock | null {
  const header = findHeaderRow(grid, region, read);
  if (!header) return null;
  const columnOf = (part: Part): number | null => header.columns.find((column) => column.part === part)?.column ?? null;
  const amountColumns = header.columns
    .filter(({ part }) => part !== 'weight' && part !== 'score')
    .map(({ column }) => column);
  const firstAmount = Math.min(...amountColumns);
  const headings = header.columns.map(({ heading }) => heading);
  const side = grid.ownCells(header.row, region.left, firstAmount - 1);
  const above = header.row > region.top ? grid.ownCells(header.row - 1, region.left, region.right) : [];
  const unit = unitOf([...headings, ...side]) ?? unitOf(above.filter((cell) => wordsOf(cell).length < 20));

  const lines: BudgetLine[] = [];
  /** Where rate, weight and score stand: the total's row, or the first where no line is a total. */
  let totalRow: number | null = null;
  let bottom = header.row;
  for (let row = header.row + 1; row <= region.bottom; row += 1) {
    const label = labelOf(grid, row, region.left, firstAmount - 1);
    const role = label ? lineRole(wordsOf(label)) : null;
    const amount = (part: Part): Reading | null => {
      const column = columnOf(part);
      return column === null ? null : readAmount(grid.at(row, column), unit);
    };
    const line = { initial: amount('initial'), budget: amount('budget'), executed: amount('executed') };
    const isEmpty = Object.values(line).every(isEmptyReading);
    // A single line without a label of its own is the total.
    const isUnlabelled = label === null || label === side[0];
    if (isUnlabelled ? isEmpty || lines.length > 0 : !role && isEmpty) break;
    const hasAmount = Object.values(line).some((reading) => amountOf(reading) !== null);
    if (!isUnlabelled && !role && !hasAmount) break;
    if (role === 'total' || lines.length === 0) totalRow = row;
    const labelled = label ?? side[0] ?? grid.at(row, region.left);
    lines.push({ label: readLabel(labelled), role: role ?? (lines.length === 0 ? 'total' : 'other'), ...line });
    bottom = row;
  }
  if (lines.length === 0) return null;

  const inTotal = (part: Part): Cell | null => {
    const column = columnOf(part);
    return column === null || totalRow === null ? null : grid.at(totalRow, column);
  };
  const rate = inTotal('rate');
  const score = inTotal('score');
  const weight = inTotal('weight');
  const rateHeading = header.columns.find(({ part }) => part === 'rate')?.heading;
  return {
    area: areaOf(grid, [...headings, ...side], bottom),
    unit,
    lines,
    weight: weight ? readPoints(weight) : weightInHeadings([...side, ...headings]),
    rate: rate && readRatio(rate, rateHeading !== undefined && /[%％]/u.test(wordsOf(rateHeading))),
    score: score && readPoints(score),
  };
}

/** The nearest words to the left of the amounts. */
function labelOf(grid: Grid, row: number, left: number, right: number): Cell | null {
  for (let column = right; column >= left; column -= 1) {
    const cell = grid.at(row, column);
    if (typeof cell.value === 'string' && !isBlank(cell)) return cell;
  }
  return null;
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
  };
}

/** Reads the budget block in the rows above a table; null when there is none. */
export function findBudget(grid: Grid, region: Region, read: ReadHeading): BudgetBlock | null {
  return tabularBlock(grid, region, read) ?? pairedBlock(grid, region, read);
}

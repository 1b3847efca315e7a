/** Makes indicators, subtotals and the total of the rows of a table whose columns are known. */
import { hundred, sum, zero } from '../exact';
import type { Cell } from '../sheet/sheetView';
import { parseValue } from '../value/parse';
import type { Value } from '../value/value';
import { amountOf } from './amountOf';
import type { BodyRow } from './bodyRows';
import type {
  Column,
  ColumnRole,
  Entry,
  IgnoredRow,
  Indicator,
  Label,
  Reading,
  SharedWeight,
  Subtotal,
  TotalRow,
} from './form';
import { type Grid, isBlank, wordsOf } from './grid';
import type { Shifts } from './misalignment';
import { oneLine, pointsKind, readLabel, readName, readPoints, readRatio, readTotalPoints } from './reading';
import { columnRoles, type ColumnFields, readColumns, roles, rolesRead } from './roles';
import { isAdjustmentLabel, isExecutionRateName, isLevel2Only, isPlaceholder, saysNothing } from './vocabulary';

/** What the rows of a table hold. */
export interface TableRows {
  readonly indicators: readonly Indicator[];
  readonly sharedWeights: readonly SharedWeight[];
  /** Whether the weights were kept as parts of one; here they are points. */
  readonly areParts: boolean;
  readonly subtotals: readonly Subtotal[];
  readonly total: TotalRow | null;
  readonly ignored: readonly IgnoredRow[];
}

type IndexOf = (role: ColumnRole) => number | null;

/** The levels that a row stands under; they fill down over blank and merged cells. */
interface Levels {
  readonly level1: Label | null;
  readonly level2: Label | null;
}

/** Something in one of these columns makes an indicator of a row. */
const valueRoles = columnRoles.filter((role) => roles[role].makesIndicator);
/** Columns of figures that are not the total's points. */
const otherFigures = [...rolesRead('points'), ...rolesRead('ratio')]
  .map(({ role }) => role)
  .filter((role) => role !== 'score');
const levelRoles: readonly ColumnRole[] = ['sequence', 'level1', 'level2', 'level3'];

function nextLevels(grid: Grid, row: number, indexOf: IndexOf, before: Levels): Levels {
  const labelAt = (role: ColumnRole): Label | null => {
    const column = indexOf(role);
    if (column === null) return null;
    const cell = grid.at(row, column);
    return isBlank(cell) ? null : readLabel(cell);
  };
  const first = labelAt('level1');
  const second = labelAt('level2');
  // A level-2 label that stands in the level-1 column opens a level 2 under the level 1 above it.
  if (first && isLevel2Only(first.text) && (!second || second.cell === first.cell)) {
    return { level1: before.level1?.cell === first.cell ? null : before.level1, level2: first };
  }
  if (first && first.cell !== before.level1?.cell) return { level1: first, level2: second };
  return { level1: before.level1, level2: second ?? before.level2 };
}

/** The name of a row: its own, or the deepest level that was written in this row. */
function nameOf(grid: Grid, row: number, indexOf: IndexOf): Label | null {
  for (const role of ['level3', 'level2', 'level1'] as const) {
    const column = indexOf(role);
    if (column === null) continue;
    const cell = grid.at(row, column);
    const isOwn = grid.place(cell).top === row;
    if (!isBlank(cell) && (role === 'level3' || isOwn)) return readName(cell);
  }
  return null;
}

function isDash(cell: Cell): boolean {
  return pointsKind(cell) === 'dash';
}

/** Whether the row says anything beyond its labels; dashes say nothing. */
function hasValues(grid: Grid, row: number, indexOf: IndexOf): boolean {
  return valueRoles.some((role) => {
    const column = indexOf(role);
    const cell = column === null ? null : grid.own(row, column);
    return cell !== null && !isDash(cell);
  });
}

class RowReader {
  private readonly counters = new Map<string, number>();
  private readonly used = new Set<Cell>();
  private readonly meanings = new Map<string, Value>();

  constructor(
    private readonly grid: Grid,
    private readonly indexOf: IndexOf,
    private readonly shifts: Shifts,
    private readonly percentHeadings: ReadonlySet<ColumnRole>,
  ) {}

  private cell(row: number, role: ColumnRole): Cell | null {
    const column = this.indexOf(role);
    return column === null ? null : this.grid.at(row, column);
  }

  /** Points of a row; a cell merged over several rows is read in the first of them only. */
  private points(row: number, role: ColumnRole): Reading | null {
    const cell = this.cell(row, role);
    if (!cell) return null;
    if (this.grid.place(cell).top < row && this.used.has(cell)) return null;
    this.used.add(cell);
    return readPoints(cell);
  }

  private ratio(row: number, role: ColumnRole): Reading | null {
    const cell = this.cell(row, role);
    return cell && readRatio(cell, this.percentHeadings.has(role));
  }

  private entry(row: number, role: ColumnRole): Entry | null {
    const cell = this.cell(row, role);
    return cell && { cell, value: this.meaning(cell) };
  }

  /** What a cell means; forms say "100%" and "达成预期指标" many times, and it is read once. */
  private meaning(cell: Cell): Value {
    if (typeof cell.value !== 'string') return parseValue(cell);
    const known = this.meanings.get(cell.value);
    if (known) return known;
    const value = parseValue(cell);
    this.meanings.set(cell.value, value);
    return value;
  }

  /** The adjusted target, or the first one where nothing was adjusted. */
  private target(row: number): Entry | null {
    const adjusted = this.cell(row, 'target');
    const initial = this.cell(row, 'initial-target');
    const isOpen = adjusted && (isBlank(adjusted) || isDash(adjusted));
    return this.entry(row, isOpen && initial && !isBlank(initial) ? 'initial-target' : 'target');
  }

  /** What the columns of the table hold in this row, each read as its role says. */
  private fields(row: number): ColumnFields {
    return readColumns({
      points: (role) => this.points(row, role),
      ratio: (role) => this.ratio(row, role),
      value: (role) => this.entry(row, role),
      text: (role) => this.cell(row, role),
    });
  }

  private key(levels: Levels, name: Label): string {
    const key = [levels.level1?.text, levels.level2?.text, name.text].map((text) => text ?? '').join('/');
    const count = (this.counters.get(key) ?? 0) + 1;
    this.counters.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  }

  indicator(row: number, levels: Levels, name: Label): Indicator {
    const { level1, level2 } = levels;
    const fields = this.fields(row);
    const target = this.target(row);
    const { actual, score, weight } = fields;
    const misplacedScore = this.misplacedScore(target, actual, weight, score);
    const isBonus = [level1, level2, name].some((label) => label !== null && isAdjustmentLabel(label.text));
    return {
      ...fields,
      key: this.key(levels, name),
      line: row,
      ...{ level1, level2, name, target },
      actual: misplacedScore ? null : actual,
      misplacedScore,
      isExecutionRate: isExecutionRateName(name.text),
      isAdjustment: isBonus || (amountOf(weight)?.lt(zero) ?? false),
      shift: this.shifts.get(row) ?? null,
      isHidden: this.grid.isHiddenRow(row),
    };
  }

  private misplacedScore(
    target: Entry | null,
    actual: Entry | null,
    weight: Reading | null,
    score: Reading | null,
  ): Cell | null {
    if (!target || !actual) return null;
    if (!isDash(target.cell) && !isBlank(target.cell)) return null;
    const points = amountOf(readPoints(actual.cell));
    const full = amountOf(weight);
    if (!points || !full || points.lt(zero) || points.gt(full)) return null;
    if (isDash(target.cell)) return actual.cell;
    // A blank target may be forgotten; then only a figure that equals the score is taken for it.
    return isBlank(target.cell) && this.indexOf('rule') !== null && amountOf(score)?.eq(points) ? actual.cell : null;
  }

  sumRow(label: Cell, row: number): TotalRow {
    const cellOf = (role: ColumnRole): Cell | null => {
      const cell = this.cell(row, role);
      return cell === label ? null : cell;
    };
    const score = cellOf('score') ?? null;
    const weight = cellOf('weight');
    const rate = cellOf('score-rate');
    const deduction = cellOf('deduction');
    const stated = score && readTotalPoints(score);
    // One cell over both columns holds the score.
    const full = weight && weight !== score ? readTotalPoints(weight) : null;
    const hasColumns = stated && stated.kind !== 'blank';
    const besides = hasColumns || (full && full.kind !== 'blank') ? null : this.bothBeside(label, row);
    return {
      label,
      weight: besides?.weight ?? full,
      score: hasColumns ? stated : (besides?.score ?? this.scoreBeside(label, row, weight) ?? stated),
      scoreRate: rate && rate !== score ? readRatio(rate, this.percentHeadings.has('score-rate')) : null,
      deduction: deduction && deduction !== score ? readTotalPoints(deduction) : null,
    };
  }

  /** Weight and score that stand side by side somewhere in a total row, outside of their columns: 总分 100 得分 98. */
  private bothBeside(label: Cell, row: number): Pick<TotalRow, 'weight' | 'score'> | null {
    const others = new Set(otherFigures.map((role) => this.cell(row, role)));
    const [weight, score, ...more] = this.grid
      .ownCells(row, this.grid.left, this.grid.right)
      .filter((cell) => cell !== label && (!others.has(cell) || cell === this.cell(row, 'weight')))
      .map((cell) => readPoints(cell))
      .filter((reading) => amountOf(reading) !== null);
    const [full, got] = [amountOf(weight ?? null), amountOf(score ?? null)];
    return weight && score && full && got?.lte(full) && more.length === 0 ? { weight, score } : null;
  }

  /** A total that stands in its label ("总分：87.3分"), or as the only number of its row, in no column of its own. */
  private scoreBeside(label: Cell, row: number, weight: Cell | null): Reading | null {
    const inLabel = readTotalPoints(label);
    if (inLabel.kind === 'text-number') return inLabel;
    const others = new Set([weight, ...otherFigures.map((role) => this.cell(row, role))]);
    const { left, right } = this.grid;
    const numbers = this.grid
      .ownCells(row, left, right)
      .filter((cell) => cell !== label && !others.has(cell))
      .map((cell) => readPoints(cell))
      .filter((reading) => reading.kind === 'number');
    return numbers.length === 1 ? (numbers[0] ?? null) : null;
  }
}

/** Whether the weight and the score of a row give it points, or it says nothing at all of them. */
function hasPoints({ score, weight }: Pick<Indicator, 'weight' | 'score'>): boolean {
  return [weight, score].some((reading) => {
    if (reading?.kind === 'not-a-number') return !saysNothing(wordsOf(reading.cell));
    return reading?.kind === 'error' || amountOf(reading)?.eq(zero) === false;
  });
}

/** A row of which the unit says that it is not assessed: "/" or 无 for target and actual, and no points. */
function isNotAssessed(indicator: Indicator): boolean {
  const { actual, name, score, target, weight } = indicator;
  if (hasPoints(indicator)) return false;
  const isNameless = isPlaceholder(name.text) || saysNothing(name.text);
  const values = [target, actual].filter((entry) => entry !== null);
  const isEmpty = values.every(({ cell }) => saysNothing(wordsOf(cell)));
  // 无 as target and actual of a row with a name may be a target of none; only where points are refused it is not.
  const isRefused = [weight, score].some((reading) => reading !== null && reading.kind !== 'blank');
  const isMarked = values.some(({ cell }) => !isBlank(cell));
  return isEmpty && values.length > 0 && (isNameless || (isRefused && isMarked));
}

/** Weights that a unit keeps as parts of one (0.1, 0.2 …) while it scores in points, as points. */
function fromParts(indicators: readonly Indicator[]): readonly Indicator[] {
  const rows = indicators.filter(({ isAdjustment }) => !isAdjustment);
  const weights = rows.flatMap(({ weight }) => amountOf(weight) ?? []);
  const scores = rows.flatMap(({ score }) => amountOf(score) ?? []);
  const whole = sum(weights);
  const isParts = weights.length > 1 && weights.every((weight) => weight.lt(1)) && whole.gte('0.5') && whole.lte(1);
  if (!isParts || !scores.some((score) => score.gt(1)) || sum(scores).lte(whole.times(10))) return indicators;
  return indicators.map((indicator) => {
    const { weight } = indicator;
    return weight?.kind === 'number' || weight?.kind === 'text-number'
      ? { ...indicator, weight: { ...weight, value: weight.value.times(hundred) } }
      : indicator;
  });
}

/** The points of headings over rows that have none of their own, from the inner headings to the outer ones. */
function sharedWeightsOf(indicators: readonly Indicator[], side: Label | null): readonly SharedWeight[] {
  const shared: SharedWeight[] = [];
  const isCovered = (key: string): boolean => shared.some(({ covers }) => covers.includes(key));
  const share = (labelOf: (indicator: Indicator) => Label | null): void => {
    const under = new Map<Cell, { label: Label; rows: Indicator[] }>();
    for (const indicator of indicators) {
      const label = labelOf(indicator);
      if (!label?.weight || indicator.isAdjustment) continue;
      const group = under.get(label.cell) ?? { label, rows: [] };
      group.rows.push(indicator);
      under.set(label.cell, group);
    }
    for (const { label, rows } of under.values()) {
      const covers = rows
        .filter(({ key, weight }) => amountOf(weight) === null && !isCovered(key))
        .map(({ key }) => key);
      const keys = new Set(rows.map(({ key }) => key));
      const taken = [
        ...rows.flatMap(({ weight }) => amountOf(weight) ?? []),
        ...shared.filter((other) => other.covers.some((key) => keys.has(key))).map(({ weight }) => weight),
      ];
      const rest = label.weight?.minus(sum(taken));
      if (covers.length > 0 && rest?.gt(zero)) shared.push({ label: label.cell, weight: rest, covers });
    }
  };
  share(({ level2 }) => level2);
  share(({ level1 }) => level1);
  share(() => side);
  return shared;
}

/** Where no column holds weights, those inside names, and in headings over a single indicator, are the weights. */
function weightsFromLabels(indicators: readonly Indicator[]): readonly Indicator[] {
  const under = new Map<Cell, number>();
  for (const { level1, level2 } of indicators) {
    for (const label of new Set([level1?.cell, level2?.cell])) {
      if (label) under.set(label, (under.get(label) ?? 0) + 1);
    }
  }
  return indicators.map((indicator) => {
    const { name, level1, level2 } = indicator;
    const alone = [level2, level1].filter((label) => label !== null && under.get(label.cell) === 1);
    const label = [name, ...alone].find((candidate) => candidate?.weight);
    return label?.weight
      ? { ...indicator, weight: { kind: 'number' as const, value: label.weight, cell: label.cell } }
      : indicator;
  });
}

/** Reads the rows of a table. */
export function readRows(
  grid: Grid,
  rows: readonly BodyRow[],
  columns: readonly Column[],
  shifts: Shifts,
  side: Label | null,
): TableRows {
  const byRole = new Map(columns.map(({ role, index }) => [role, index] as const));
  const indexOf: IndexOf = (role) => byRole.get(role) ?? null;
  const percentHeadings = new Set(
    columns.filter(({ header }) => /[%％]/u.test(wordsOf(header))).map(({ role }) => role),
  );
  const reader = new RowReader(grid, indexOf, shifts, percentHeadings);
  const levelColumns = new Set(levelRoles.map(indexOf).filter((column) => column !== null));
  const indicators: Indicator[] = [];
  const subtotals: Subtotal[] = [];
  const ignored: IgnoredRow[] = [];
  let total: TotalRow | null = null;
  let levels: Levels = { level1: null, level2: null };
  let summedUpTo = 0;

  for (const { row, kind, cells, first } of rows) {
    const ignore = (because: IgnoredRow['because'], cell: Cell): void => {
      ignored.push({ line: row, because, cell });
    };
    const leftmost = cells[0] ?? grid.at(row, indexOf('level3') ?? grid.left);
    if (kind === 'empty' || kind === 'repeated-header' || kind === 'heading' || kind === 'unreadable') {
      ignore(kind, leftmost);
      continue;
    }
    if (kind === 'total') {
      total = reader.sumRow(first ?? leftmost, row);
      continue;
    }
    if (kind === 'subtotal') {
      const { label, weight, score } = reader.sumRow(first ?? leftmost, row);
      subtotals.push({ label, weight, score, covers: indicators.slice(summedUpTo).map(({ key }) => key) });
      summedUpTo = indicators.length;
      continue;
    }
    const before = levels;
    levels = nextLevels(grid, row, indexOf, before);
    const name = nameOf(grid, row, indexOf);
    const hasName = name !== null && name.text !== '';
    if (hasValues(grid, row, indexOf)) {
      const cell = grid.at(row, indexOf('level3') ?? [...levelColumns].at(-1) ?? grid.left);
      const indicator = reader.indicator(row, levels, name ?? { text: '', weight: null, cell });
      if (isNotAssessed(indicator)) ignore('placeholder', indicator.name.cell);
      else indicators.push(indicator);
    } else if (!hasName || isPlaceholder(name.text)) {
      ignore('placeholder', name?.cell ?? leftmost);
    } else if (cells.length === 1 && isHeadingRow(grid, leftmost, indexOf, name)) {
      levels = { level1: readLabel(leftmost), level2: null };
      ignore('heading', leftmost);
    } else if (name.cell === levelCell(grid, row, indexOf)) {
      // Only levels are written: a line of the template that was left empty.
      ignore('placeholder', name.cell);
    } else {
      const indicator = reader.indicator(row, levels, name);
      if (isNotAssessed(indicator)) ignore('placeholder', name.cell);
      else indicators.push(indicator);
    }
  }
  const hasWeights = indexOf('weight') !== null;
  const weighed = hasWeights ? fromParts(indicators) : weightsFromLabels(indicators);
  const areParts = hasWeights && weighed !== indicators;
  return {
    ...{ indicators: weighed, areParts },
    sharedWeights: hasWeights || indexOf('score') === null ? [] : sharedWeightsOf(weighed, side),
    subtotals,
    total,
    ignored,
  };
}

/** The cell of the row's level 2 or 1 when the row has no name of its own. */
function levelCell(grid: Grid, row: number, indexOf: IndexOf): Cell | null {
  const nameColumn = indexOf('level3');
  const own = nameColumn === null ? null : grid.at(row, nameColumn);
  if (own && !isBlank(own)) return null;
  for (const role of ['level2', 'level1'] as const) {
    const column = indexOf(role);
    const cell = column === null ? null : grid.at(row, column);
    if (cell && !isBlank(cell) && grid.place(cell).top === row) return cell;
  }
  return null;
}

/** A row with a single label, over the whole table or in a table without levels, heads the rows below it. */
function isHeadingRow(grid: Grid, cell: Cell, indexOf: IndexOf, name: Label): boolean {
  const { left, right } = grid.place(cell);
  const isWide = right - left >= 2;
  const isLevelless =
    indexOf('level1') === null &&
    /(?:指标|目标|决策|过程|产出|效益|效果|管理|成本|满意度)(?:[(（【]|$)/u.test(name.text);
  return isWide || isLevelless || oneLine(cell).endsWith('分)') || oneLine(cell).endsWith('分）');
}

/** Reads one row of a table: what its columns hold, an indicator, a total. */
import { zero } from '../exact';
import type { Cell } from '../sheet/sheetView';
import { rememberedFrom } from '../remembered';
import { parseValue } from '../value/parse';
import { amountOf } from './amountOf';
import type { ColumnRole, Entry, Indicator, Label, CellReading, TotalRow } from './form';
import { type CellGrid, isBlank } from './grid';
import type { Shifts } from './misalignment';
import { pointsKind, readPoints, readRatio, readTotalPoints } from './reading';
import { type ColumnFields, readColumns, rolesRead } from './roles';
import { isAdjustmentLabel, isExecutionRateName } from './vocabulary';

/** Where the column of a role stands in the grid. */
export type IndexOf = (role: ColumnRole) => number | null;

/** The levels that a row stands under; they fill down over blank and merged cells. */
export interface Levels {
  readonly level1: Label | null;
  readonly level2: Label | null;
}

/** Columns of figures that are not the total's points. */
const otherFigures = [...rolesRead('points'), ...rolesRead('ratio')]
  .map(({ role }) => role)
  .filter((role) => role !== 'score');

/** What is read of a row, role by role. */
const readRoles = (['points', 'ratio', 'value', 'text'] as const).flatMap((kind) =>
  rolesRead(kind).map(({ role }): ColumnRole => role),
);
const isPoints: ReadonlySet<ColumnRole> = new Set(rolesRead('points').map(({ role }) => role));

/** Where a row stands and what it stands under. */
type RowPlace = Pick<Indicator, 'key' | 'line' | 'level1' | 'level2' | 'name' | 'shift' | 'isHidden'>;

/** What is written in a row. */
interface Written {
  /** The cell of each of `readRoles`. */
  readonly cells: readonly (Cell | null)[];
  readonly target: Cell | null;
}

/** What the headings say of all rows. */
interface Headings {
  /** The roles whose headings speak of percent. */
  readonly percent: ReadonlySet<ColumnRole>;
  /** Whether there is a column of rules. */
  readonly hasRules: boolean;
  /** Both as one text. */
  readonly print: string;
}

/** A row that is read again as it was is the same object, so that what was found out about it holds. */
const rowOf = rememberedFrom<Indicator>();

function entryOf(cell: Cell | null): Entry | null {
  return cell && { cell, value: parseValue(cell) };
}

/** What the columns of the table hold in a row, each read as its role says. */
function fieldsOf({ cells }: Written, { percent }: Headings): ColumnFields {
  const cellOf = (role: ColumnRole): Cell | null => cells[readRoles.indexOf(role)] ?? null;
  return readColumns({
    points: (role) => {
      const cell = cellOf(role);
      return cell && readPoints(cell);
    },
    ratio: (role) => {
      const cell = cellOf(role);
      return cell && readRatio(cell, percent.has(role));
    },
    value: (role) => entryOf(cellOf(role)),
    text: cellOf,
  });
}

function made(place: RowPlace, written: Written, headings: Headings): Indicator {
  const { isHidden, key, level1, level2, line, name, shift } = place;
  const fields = fieldsOf(written, headings);
  const target = entryOf(written.target);
  const { actual, weight } = fields;
  const misplacedScore = misplacedScoreOf(target, fields, headings.hasRules);
  const isBonus = [level1, level2, name].some((label) => label !== null && isAdjustmentLabel(label.text));
  // Onto the object that was just made: spreading it into another takes longer than reading the row.
  return Object.assign(fields, {
    ...{ key, line, level1, level2, name, target },
    actual: misplacedScore ? null : actual,
    misplacedScore,
    isExecutionRate: isExecutionRateName(name.text),
    isAdjustment: isBonus || (amountOf(weight)?.lt(zero) ?? false),
    shift,
    isHidden,
  });
}

function misplacedScoreOf(
  target: Entry | null,
  { actual, score, weight }: Pick<Indicator, 'actual' | 'score' | 'weight'>,
  hasRules: boolean,
): Cell | null {
  if (!target || !actual) return null;
  if (!isDash(target.cell) && !isBlank(target.cell)) return null;
  const points = amountOf(readPoints(actual.cell));
  const full = amountOf(weight);
  if (!points || !full || points.lt(zero) || points.gt(full)) return null;
  if (isDash(target.cell)) return actual.cell;
  // A blank target may be forgotten; then only a figure that equals the score is taken for it.
  return isBlank(target.cell) && hasRules && amountOf(score)?.eq(points) ? actual.cell : null;
}

/** Whether a cell holds nothing but a dash. */
export function isDash(cell: Cell): boolean {
  return pointsKind(cell) === 'dash';
}

/** Reads the rows of one table, from top to bottom. */
export class RowReader {
  private readonly counters = new Map<string, number>();
  private readonly used = new Set<Cell>();
  private readonly headings: Headings;

  constructor(
    private readonly grid: CellGrid,
    private readonly indexOf: IndexOf,
    private readonly shifts: Shifts,
    private readonly percentHeadings: ReadonlySet<ColumnRole>,
  ) {
    const hasRules = indexOf('rule') !== null;
    this.headings = { percent: percentHeadings, hasRules, print: [...percentHeadings, hasRules].join() };
  }

  private cell(row: number, role: ColumnRole): Cell | null {
    const column = this.indexOf(role);
    return column === null ? null : this.grid.at(row, column);
  }

  /** The cell of points of a row; one that is merged over several rows counts in the first of them only. */
  private pointsCell(row: number, role: ColumnRole): Cell | null {
    const cell = this.cell(row, role);
    if (!cell) return null;
    if (this.grid.place(cell).top < row && this.used.has(cell)) return null;
    this.used.add(cell);
    return cell;
  }

  /** The cell of the adjusted target, or of the first one where nothing was adjusted. */
  private targetCell(row: number): Cell | null {
    const adjusted = this.cell(row, 'target');
    const initial = this.cell(row, 'initial-target');
    const isOpen = adjusted && (isBlank(adjusted) || isDash(adjusted));
    return isOpen && initial && !isBlank(initial) ? initial : adjusted;
  }

  private key(levels: Levels, name: Label): string {
    const key = [levels.level1?.text, levels.level2?.text, name.text].map((text) => text ?? '').join('/');
    const count = (this.counters.get(key) ?? 0) + 1;
    this.counters.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  }

  indicator(row: number, { level1, level2 }: Levels, name: Label): Indicator {
    const written: Written = {
      cells: readRoles.map((role) => (isPoints.has(role) ? this.pointsCell(row, role) : this.cell(row, role))),
      target: this.targetCell(row),
    };
    const place = {
      ...{ key: this.key({ level1, level2 }, name), line: row, level1, level2, name },
      shift: this.shifts.get(row) ?? null,
      isHidden: this.grid.isHiddenRow(row),
    };
    // A cell of this row alone, where it has one.
    const own = written.cells.find((cell) => cell && !cell.merge) ?? name.cell;
    const from = [own, ...written.cells, written.target, this.headings.print, ...Object.values(place)] as const;
    return rowOf(from, () => made(place, written, this.headings));
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
  private scoreBeside(label: Cell, row: number, weight: Cell | null): CellReading | null {
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

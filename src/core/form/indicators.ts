/** Makes indicators, subtotals and the total of the rows of a table whose columns are known. */
import type { Cell } from '../sheet/sheetView';
import type { BodyRow } from './bodyRows';
import type { Column, ColumnRole, IgnoredRow, Indicator, Label, SharedWeight, Subtotal, TotalRow } from './form';
import { type CellGrid, isBlank, cellWords } from './grid';
import type { Shifts } from './misalignment';
import { isNotAssessed } from './notAssessed';
import { oneLine, readLabel, readName } from './reading';
import { columnRoles, roles } from './roles';
import { type IndexOf, isDash, type Levels, RowReader } from './rowReader';
import { fromParts, sharedWeightsOf, weightsFromLabels } from './rowWeights';
import { subtotalExtents } from './subtotalExtents';
import { isLevel2Only, isPlaceholder } from './vocabulary';

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

/** Something in one of these columns makes an indicator of a row. */
const valueRoles = columnRoles.filter((role) => roles[role].makesIndicator);
const levelRoles: readonly ColumnRole[] = ['sequence', 'level1', 'level2', 'level3'];

function nextLevels(grid: CellGrid, row: number, indexOf: IndexOf, before: Levels): Levels {
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
function nameOf(grid: CellGrid, row: number, indexOf: IndexOf): Label | null {
  for (const role of ['level3', 'level2', 'level1'] as const) {
    const column = indexOf(role);
    if (column === null) continue;
    const cell = grid.at(row, column);
    const isOwn = grid.place(cell).top === row;
    if (!isBlank(cell) && (role === 'level3' || isOwn)) return readName(cell);
  }
  return null;
}

/** Whether the row says anything beyond its labels; dashes say nothing. */
function hasValues(grid: CellGrid, row: number, indexOf: IndexOf): boolean {
  return valueRoles.some((role) => {
    const column = indexOf(role);
    const cell = column === null ? null : grid.own(row, column);
    return cell !== null && !isDash(cell);
  });
}

/** Reads the rows of a table. */
export function readRows(
  grid: CellGrid,
  rows: readonly BodyRow[],
  columns: readonly Column[],
  shifts: Shifts,
  side: Label | null,
): TableRows {
  const byRole = new Map(columns.map(({ role, index }) => [role, index] as const));
  const indexOf: IndexOf = (role) => byRole.get(role) ?? null;
  const percentHeadings = new Set(
    columns.filter(({ header }) => /[%％]/u.test(cellWords(header))).map(({ role }) => role),
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
      subtotals.push({ label, weight, score, extents: subtotalExtents(label, indicators, summedUpTo) });
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
function levelCell(grid: CellGrid, row: number, indexOf: IndexOf): Cell | null {
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
function isHeadingRow(grid: CellGrid, cell: Cell, indexOf: IndexOf, name: Label): boolean {
  const { left, right } = grid.place(cell);
  const isWide = right - left >= 2;
  const isLevelless =
    indexOf('level1') === null &&
    /(?:指标|目标|决策|过程|产出|效益|效果|管理|成本|满意度)(?:[(（【]|$)/u.test(name.text);
  return isWide || isLevelless || oneLine(cell).endsWith('分)') || oneLine(cell).endsWith('分）');
}

/** Gives each column its role: by the user, by its heading, by its neighbours, by the shape of its data. */
import type { Cell } from '../sheet/sheetView';
import type { Body } from './bodyRows';
import { type ColumnShape, shapeOf } from './columnShape';
import type { Header, Heading } from './findHeaders';
import type { Column, ColumnRole, Doubt } from './form';
import type { CellGrid } from './grid';
import { readLabel } from './reading';
import { columnRoles, type Nuance, roles } from './roles';
import { budgetHeading } from './vocabulary';

/** A role that the user gave to a column, by the column's place in the grid. */
export interface GivenRole {
  readonly role: ColumnRole;
  readonly column: number;
  readonly cell: Cell;
}

/** The columns of a table with their roles. */
export interface Assignment {
  readonly columns: readonly Column[];
  readonly doubts: readonly Doubt[];
}

interface Candidate {
  readonly role: ColumnRole;
  readonly nuance: Nuance;
  readonly isExact: boolean;
  readonly heading: Heading;
  readonly column: number;
}

/** Columns that hold nothing but the form's side label ("绩效指标" written downwards). */
function isSideLabel(grid: CellGrid, header: Header, { cell }: Heading): boolean {
  return grid.place(cell).bottom > header.bottom;
}

class Assigner {
  private readonly shapes = new Map<number, ColumnShape>();
  private readonly taken = new Map<number, ColumnRole>();
  private readonly columns: Column[] = [];
  readonly doubts: Doubt[] = [];

  constructor(
    private readonly grid: CellGrid,
    private readonly header: Header,
    private readonly body: Body,
  ) {}

  shape(column: number): ColumnShape {
    const known = this.shapes.get(column);
    if (known) return known;
    const shape = shapeOf(this.grid, this.body.rows, column);
    this.shapes.set(column, shape);
    return shape;
  }

  give(
    role: ColumnRole,
    column: number,
    header: Cell,
    because: Column['because'],
    certainty: Column['certainty'],
  ): void {
    if (this.taken.has(column) || this.has(role)) return;
    this.taken.set(column, role);
    this.columns.push({ role, index: column, header, because, certainty });
  }

  has(role: ColumnRole): boolean {
    return this.columns.some((column) => column.role === role);
  }

  indexOf(role: ColumnRole): number | null {
    return this.columns.find((column) => column.role === role)?.index ?? null;
  }

  isTaken(column: number): boolean {
    return this.taken.has(column);
  }

  doubt(kind: Doubt['kind'], role: ColumnRole | null, cells: readonly Cell[]): void {
    this.doubts.push({ kind, role, cells });
  }

  /** Whether every label of a column carries points, as headings over rows do: 项目决策2分, 项目管理13分. */
  holdsHeadings(column: number): boolean {
    const labels = this.body.rows.flatMap(({ kind, row }) =>
      kind === 'data' ? (this.grid.own(row, column) ?? []) : [],
    );
    return labels.length > 1 && labels.every((cell) => readLabel(cell).weight !== null);
  }

  /** The cell to show for a column: its heading, or the blank cell where one should stand. */
  headingCell(column: number): Cell {
    return this.grid.at(this.header.bottom, column);
  }

  /** Columns with data that have no role yet, from left to right. */
  free(): readonly number[] {
    const columns: number[] = [];
    const named = new Set(
      this.header.headings
        .filter((heading) => isSideLabel(this.grid, this.header, heading))
        .flatMap(({ left, right }) => range(left, right)),
    );
    for (let column = this.header.left; column <= this.header.right; column += 1) {
      if (!this.taken.has(column) && !named.has(column) && this.shape(column).filled > 0) columns.push(column);
    }
    return columns;
  }

  result(): Assignment {
    return { columns: [...this.columns].sort((one, other) => one.index - other.index), doubts: this.doubts };
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** The column of a heading that spreads over several: the first that holds data. */
function dataColumn(assigner: Assigner, { left, right }: Heading): number {
  if (left === right) return left;
  const columns = range(left, right).filter((column) => !assigner.isTaken(column));
  return (
    columns.find((column) => assigner.shape(column).filled * 2 >= assigner.shape(column).rows) ??
    columns.find((column) => assigner.shape(column).filled > 0) ??
    left
  );
}

/** Whether a column looks like points: numbers wherever anything is written. */
function holdsPoints({ filled, numbers }: ColumnShape): boolean {
  return numbers > 0 && numbers * 10 >= filled * 8;
}

/** One heading "绩效指标" over the three level columns names them all. */
function spreadNames(assigner: Assigner, heading: Heading): void {
  const columns = range(heading.left, heading.right).filter((column) => assigner.shape(column).filled > 0);
  const roles: readonly ColumnRole[] = (['level1', 'level2', 'level3'] as const).slice(-columns.length);
  columns.slice(-3).forEach((column, index) => {
    const role = roles[index];
    if (role) assigner.give(role, column, heading.cell, 'position', 'likely');
  });
}

/** Weights of levels stand right after their level; the indicator's own is the one after its name. */
function ownWeight(assigner: Assigner, candidates: readonly Candidate[]): Candidate | null {
  const name = assigner.indexOf('level3');
  const level2 = assigner.indexOf('level2');
  if (name === null || level2 === null) return null;
  const after = candidates.filter(({ column }) => column > name);
  const before = candidates.filter(({ column }) => column < name);
  return after.length === 1 && before.length > 0 ? (after[0] ?? null) : null;
}

const preferred: Partial<Record<ColumnRole, readonly Nuance[]>> = {
  target: ['adjusted', 'plain', 'initial'],
  score: ['converted', 'plain', 'evaluated'],
  level3: ['deeper', 'plain', 'generic'],
  actual: ['plain', 'loose'],
};

/** The candidates of the best wording; the others get another role or none. */
function bestWording(role: ColumnRole, candidates: readonly Candidate[]): readonly Candidate[] {
  const exactOnes = candidates.filter(({ isExact }) => isExact);
  const usable = exactOnes.length > 0 ? exactOnes : candidates;
  for (const nuance of preferred[role] ?? []) {
    const chosen = usable.filter((candidate) => candidate.nuance === nuance);
    if (chosen.length > 0) return chosen;
  }
  return usable;
}

function settle(assigner: Assigner, role: ColumnRole, candidates: readonly Candidate[]): void {
  const [only] = candidates;
  if (!only) return;
  if (candidates.length === 1) {
    assigner.give(role, only.column, only.heading.cell, 'header', only.isExact ? 'certain' : 'likely');
    return;
  }
  const cells = candidates.map(({ heading }) => heading.cell);
  const byLevel = role === 'weight' ? ownWeight(assigner, candidates) : null;
  if (byLevel) {
    assigner.give(role, byLevel.column, byLevel.heading.cell, 'position', 'likely');
    return;
  }
  const withData = candidates.filter(({ column }) => assigner.shape(column).filled > 0);
  const [filled = only] = withData;
  // A second column of the same name that holds nothing is no rival.
  const certainty = withData.length === 1 ? 'likely' : 'doubtful';
  const hundredish =
    role === 'weight' ? withData.find(({ column }) => reachesWhole(assigner.shape(column))) : undefined;
  const chosen = hundredish ?? filled;
  assigner.give(role, chosen.column, chosen.heading.cell, withData.length === 1 ? 'data' : 'position', certainty);
  if (certainty === 'doubtful') assigner.doubt('two-columns-for-role', role, cells);
}

/** Weights add up to a hundred, or to what is left of it beside the execution rate's. */
function reachesWhole(shape: ColumnShape): boolean {
  const total = shape.total();
  return [100, 90, 80].some((whole) => total.minus(whole).abs().lte(1));
}

function byHeadings(assigner: Assigner, candidates: readonly Candidate[]): void {
  const hasName = candidates.some(({ role, nuance }) => role === 'level3' && nuance !== 'generic');
  for (const { role, nuance, heading } of candidates) {
    const isSpread = role === 'level3' && nuance === 'generic' && heading.right > heading.left;
    if (isSpread && !hasName) spreadNames(assigner, heading);
  }
  for (const role of columnRoles) {
    // Remarks come last, when all else is known.
    if (role === 'remark') continue;
    const ofRole = candidatesFor(assigner, candidates, role);
    const best = bestWording(role, ofRole);
    if (role === 'target') separateSigns(assigner, best);
    settle(assigner, role, candidatesFor(assigner, best, role));
    for (const rest of ofRole) {
      if (best.includes(rest)) continue;
      if (rest.nuance === 'initial') {
        assigner.give('initial-target', rest.column, rest.heading.cell, 'header', 'certain');
      }
      if (rest.nuance === 'evaluated' && !hasReviewed(candidates)) {
        assigner.give('reviewed-score', rest.column, rest.heading.cell, 'header', 'likely');
      }
    }
  }
}

/** The candidates for a role whose columns are still free, each at the column that holds its data. */
function candidatesFor(assigner: Assigner, candidates: readonly Candidate[], role: ColumnRole): readonly Candidate[] {
  return candidates
    .filter((candidate) => candidate.role === role)
    .map((candidate) => ({ ...candidate, column: dataColumn(assigner, candidate.heading) }))
    .filter(({ column }) => !assigner.isTaken(column));
}

function hasReviewed(candidates: readonly Candidate[]): boolean {
  return candidates.some(({ role }) => role === 'reviewed-score' || role === 'reviewed-actual');
}

/** Remarks come last, once it is known whether the form has targets and a column for reasons of its own. */
function remarks(assigner: Assigner, candidates: readonly Candidate[]): void {
  const best = bestWording('remark', candidatesFor(assigner, candidates, 'remark'));
  if (hasReviewed(candidates) || !isForReasons(assigner, best)) settle(assigner, 'remark', best);
  else
    settle(
      assigner,
      'reason',
      best.map((candidate) => ({ ...candidate, isExact: false })),
    );
}

/** Where a self-evaluation has no column for reasons, they are written under 备注. */
function isForReasons(assigner: Assigner, candidates: readonly Candidate[]): boolean {
  const isOpen = candidates.some(({ heading }) => ['备注', '说明'].includes(heading.key.full));
  const isSelfEvaluation = assigner.has('target') || assigner.has('actual') || !assigner.has('rule');
  return isOpen && !assigner.has('reason') && isSelfEvaluation;
}

/** A heading over a column of signs and one of figures stands for both. */
function separateSigns(assigner: Assigner, candidates: readonly Candidate[]): void {
  for (const { heading } of candidates) {
    const { left, right } = heading;
    const { signs, filled } = assigner.shape(left);
    if (right > left && filled > 0 && signs === filled) assigner.give('sign', left, heading.cell, 'data', 'likely');
  }
}

/** The last column of the names, so that values are looked for to its right. */
function nameEnd(assigner: Assigner): number {
  return Math.max(-1, ...(['level1', 'level2', 'level3'] as const).map((role) => assigner.indexOf(role) ?? -1));
}

type Guess = (role: ColumnRole, column: number | undefined, certainty: 'likely' | 'doubtful') => void;

/** Targets and actuals among the columns that no heading explains; what cannot be told is said to be missing. */
function guessValues(assigner: Assigner, guess: Guess, unknown: () => readonly number[]): void {
  const target = assigner.indexOf('target');
  const actual = assigner.indexOf('actual');
  const open = unknown();
  if (target !== null && actual === null) {
    guess('actual', open.find((column) => column > target) ?? open[0], 'doubtful');
  } else if (actual !== null && target === null) {
    guess('target', open.filter((column) => column < actual).at(-1) ?? open[0], 'doubtful');
  } else if (target === null && open.length >= 2) {
    guess('target', open[0], 'doubtful');
    guess('actual', open[1], 'doubtful');
  } else if (target === null && open[0] !== undefined) {
    const cells = [assigner.headingCell(open[0])];
    assigner.doubt('role-missing', 'target', cells);
    assigner.doubt('role-missing', 'actual', cells);
  }
}

/** Finds columns for roles that no heading names, by what they hold and where they stand. */
function byShape(assigner: Assigner, header: Header): void {
  const guess: Guess = (role, column, certainty) => {
    if (column === undefined) return;
    const cell = assigner.headingCell(column);
    assigner.give(role, column, cell, 'data', certainty);
    if (assigner.indexOf(role) === column) assigner.doubt('role-uncertain', role, [cell]);
  };
  const unknown = (): readonly number[] => {
    // Amounts of the budget in a column of the table are neither weights nor scores.
    const meant = new Set(
      header.headings
        .filter(({ key, meaning }) => meaning ?? (budgetHeading.test(key.full) || key.full.includes('金额')))
        .flatMap(({ left, right }) => range(left, right)),
    );
    return assigner.free().filter((column) => !meant.has(column));
  };
  const enough = (column: number): boolean => assigner.shape(column).filled * 2 >= assigner.shape(column).rows;
  const points = (): readonly number[] =>
    unknown().filter((column) => enough(column) && holdsPoints(assigner.shape(column)));
  const worded = (): readonly number[] =>
    unknown().filter((column) => enough(column) && assigner.shape(column).words * 2 >= assigner.shape(column).filled);

  if (!assigner.has('weight')) {
    const whole = points().filter((column) => reachesWhole(assigner.shape(column)));
    // With the score named, one column that adds up to the whole can hardly be anything else.
    guess('weight', whole[0], whole.length === 1 && assigner.has('score') ? 'likely' : 'doubtful');
  }
  if (!assigner.has('score') && assigner.has('weight')) {
    const weight = assigner.indexOf('weight') ?? -1;
    const rest = points();
    guess('score', rest.find((column) => column > weight) ?? rest[0], 'doubtful');
  }
  if (!assigner.has('level3')) {
    const firstValue = Math.min(
      ...(['target', 'actual', 'weight', 'score'] as const).map((role) => assigner.indexOf(role) ?? Infinity),
    );
    const names = worded().filter((column) => column < firstValue);
    const above = assigner.indexOf('level2') ?? assigner.indexOf('level1');
    guess('level3', above === null ? names.at(-1) : names.find((column) => column > above), 'doubtful');
  }
  guessValues(assigner, guess, () => unknown().filter((column) => column > nameEnd(assigner) && enough(column)));
  if (!assigner.has('level3')) {
    const deepest = assigner.indexOf('level2') ?? assigner.indexOf('level1');
    if (deepest !== null) assigner.doubt('role-missing', 'level3', [assigner.headingCell(deepest)]);
  }
  const name = assigner.indexOf('level3') ?? header.left;
  for (const role of ['level2', 'level1'] as const) {
    if (assigner.has(role)) continue;
    const before = unknown().filter((column) => column < name && assigner.shape(column).words > 0);
    // A single column before the names that none of the headings explains is the first level; labels with points in
    // all its cells leave no doubt of it.
    const [only] = before;
    const isOnly = before.length === 1 && (role === 'level1' || !assigner.has('level1'));
    if (only !== undefined && isOnly && assigner.holdsHeadings(only))
      assigner.give('level1', only, assigner.headingCell(only), 'data', 'likely');
    else if (!isOnly || role === 'level1') guess(role, before.at(-1), 'doubtful');
  }
}

function sayWhatIsMissing(assigner: Assigner, header: Header): void {
  const cell = header.headings[0]?.cell ?? assigner.headingCell(header.left);
  const pairs: readonly (readonly [ColumnRole, ColumnRole])[] = [
    ['target', 'actual'],
    ['actual', 'target'],
    ['weight', 'score'],
  ];
  for (const [present, missing] of pairs) {
    if (assigner.has(present) && !assigner.has(missing)) assigner.doubt('role-missing', missing, [cell]);
  }
}

/** Whether only a piece of a heading speaks of points and its column holds nothing but words: "项目权重" over 项目决策2分. */
function holdsWordsForPoints(assigner: Assigner, { left, meaning, right }: Heading): boolean {
  if (!meaning || meaning.isExact || roles[meaning.role].cells !== 'points') return false;
  const shapes = range(left, right).map((column) => assigner.shape(column));
  return shapes.some(({ words }) => words > 0) && shapes.every(({ numbers }) => numbers === 0);
}

/** Gives roles to the columns of one table. */
export function assignColumns(grid: CellGrid, header: Header, body: Body, given: readonly GivenRole[]): Assignment {
  const assigner = new Assigner(grid, header, body);
  for (const { role, column, cell } of given) assigner.give(role, column, cell, 'user', 'certain');
  const isMisread = (heading: Heading): boolean => holdsWordsForPoints(assigner, heading);
  const candidates = header.headings.flatMap((heading): Candidate[] => {
    const { meaning, left } = heading;
    return meaning && !isSideLabel(grid, header, heading) && !isMisread(heading)
      ? [{ ...meaning, heading, column: left }]
      : [];
  });
  byHeadings(assigner, candidates);
  byShape(assigner, { ...header, headings: header.headings.filter((heading) => !isMisread(heading)) });
  remarks(assigner, candidates);
  sayWhatIsMissing(assigner, header);
  return assigner.result();
}

/** Takes back the certainty of weights and scores whose column holds words; for rows that fit their header. */
export function doubtAgainstData(grid: CellGrid, body: Body, { columns, doubts }: Assignment): Assignment {
  const contradicted = columns.filter(({ role, index, because }) => {
    if (because === 'user' || (role !== 'weight' && role !== 'score')) return false;
    const { filled, numbers, words } = shapeOf(grid, body.rows, index);
    return filled >= 3 && words >= 2 && numbers * 2 < filled;
  });
  return {
    columns: columns.map((column) => (contradicted.includes(column) ? { ...column, certainty: 'doubtful' } : column)),
    doubts: [
      ...doubts,
      ...contradicted.map(({ role, header }) => ({ kind: 'role-uncertain' as const, role, cells: [header] })),
    ],
  };
}

/** Snapshot → Recognition: finds the forms of a sheet and reads them, or says why there is none. */
import type { Area } from '../sheet/cellRef';
import type { Snapshot } from '../sheet/snapshot';
import type { Cell } from '../sheet/sheetView';
import { assignColumns, doubtAgainstData, type GivenRole } from './assignColumns';
import { type Body, notesBelow, walkBody } from './bodyRows';
import { findBudget } from './budget';
import type { Region } from './budgetHeadings';
import { type ColumnMapping, mappedRows } from './columnMapping';
import { findHeaders, type Header, headerAt, type ReadHeading } from './findHeaders';
import type { Column, Doubt, Form, Indicator, Label, NoForm, Recognition } from './form';
import { totalInHead, withoutFormTotals, withoutSecondRate } from './formTotals';
import { withFurtherBlock } from './furtherBlocks';
import { type CellGrid, gridOf, isBlank, turned, cellWords } from './grid';
import { readRows } from './indicators';
import { layoutOf } from './layout';
import { findShifts } from './misalignment';
import { otherDocumentOf, whyNoForm } from './otherDocument';
import { readPreamble } from './preamble';
import { readLabel } from './reading';
import { columnsOfYear, type TargetTable, targetTablesOf } from './targetTable';
import { withWholePoints } from './rowWeights';
import { isPlaceholder, readHeading } from './vocabulary';

interface Table {
  readonly header: Header;
  readonly given: readonly GivenRole[];
}

/** What was made of one table: a form, or the reason why it is none; and the last row it takes. */
interface Outcome {
  readonly form: Form | null;
  readonly because: NoForm | null;
  /** What it holds where it is a table of approved targets. */
  readonly targetTables: readonly TargetTable[];
  /** Whether the next table is a further block of the same form. */
  readonly isContinued: boolean;
  readonly bottom: number;
}

/** The headers found by their words and those that the user's mapping knows, from top to bottom. */
function tablesOf(grid: CellGrid, mapping: ColumnMapping | undefined, read: ReadHeading): readonly Table[] {
  const mapped = mapping ? mappedRows(grid, mapping) : [];
  const tables: Table[] = findHeaders(grid, read).map((header) => ({
    header,
    given: mapped.find(({ row }) => row >= header.top && row <= header.bottom)?.given ?? [],
  }));
  const found = new Set(tables.flatMap(({ header }) => [header.top, header.bottom]));
  for (const { row, given } of mapped) {
    if (!found.has(row)) tables.push({ header: headerAt(grid, row, row, read), given });
  }
  return tables.sort((one, other) => one.header.top - other.header.top || one.header.left - other.header.left);
}

function misalignmentOf(
  grid: CellGrid,
  columns: readonly Column[],
  indicators: readonly Indicator[],
): Form['misalignment'] {
  const displaced = indicators.filter(({ shift }) => shift !== null);
  if (displaced.length === 0) return null;
  const different = new Set(displaced.map(({ shift }) => shift));
  const column = columns.find(({ role }) => role === 'weight') ?? columns.find(({ role }) => role === 'score');
  return {
    shift: different.size === 1 ? (displaced[0]?.shift ?? null) : null,
    lines: displaced.map(({ line }) => line),
    evidence: displaced.map(({ line, name }) => (column ? grid.at(line, column.index) : name.cell)),
  };
}

function doubtsAboutSheet(
  snapshot: Snapshot,
  grid: CellGrid,
  form: Pick<Form, 'indicators' | 'columns' | 'misalignment'>,
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const hidden = form.indicators.filter(({ isHidden }) => isHidden).map(({ name }) => name.cell);
  const hiddenColumns = form.columns.filter(({ index }) => grid.isHiddenColumn(index)).map(({ header }) => header);
  if (form.misalignment) doubts.push({ kind: 'rows-shifted', role: null, cells: form.misalignment.evidence });
  if (hidden.length > 0) doubts.push({ kind: 'hidden-rows', role: null, cells: hidden });
  if (hiddenColumns.length > 0) doubts.push({ kind: 'hidden-columns', role: null, cells: hiddenColumns });
  if (snapshot.clippedFrom) doubts.push({ kind: 'clipped', role: null, cells: [] });
  return doubts;
}

/** Header and body, as far to the right as anything of the table stands; in sheet coordinates. */
function tableArea(grid: CellGrid, header: Header, body: Body, columns: readonly Column[]): Area {
  const right = Math.max(
    ...header.headings.map((heading) => heading.right),
    ...columns.map(({ index }) => index),
    ...body.rows.map(({ cells }) => cells.at(-1)).map((cell) => (cell ? grid.place(cell).left : header.left)),
  );
  const area = { top: header.top, left: header.left, bottom: body.bottom, right: Math.min(right, header.right) };
  return grid.isTurned ? { top: area.left, left: area.top, bottom: area.right, right: area.bottom } : area;
}

/** Whether a row holds nothing but what the template prints: a place for a name, perhaps a weight. */
function isUntouched({ actual, name, score, target }: Indicator): boolean {
  const isBlankEntry = (cell: Cell | undefined): boolean => cell === undefined || isBlank(cell);
  return (
    (name.text === '' || isPlaceholder(name.text)) && [target?.cell, actual?.cell, score?.cell].every(isBlankEntry)
  );
}

/** Whether the columns are those of a form that will be filled in, and not of some list. */
function isIssuedForm(columns: readonly Column[]): boolean {
  const has = (role: Column['role']): boolean =>
    columns.some((column) => column.role === role && column.because !== 'data');
  return has('level3') && (has('score') || has('actual'));
}

/** The headings that stand over a column of their own; the side label names all of the table. */
function headingCells(grid: CellGrid, header: Header): readonly Cell[] {
  return header.headings.filter(({ cell }) => grid.place(cell).bottom <= header.bottom).map(({ cell }) => cell);
}

/** The label beside the table that names all of it, with the points it gives: 年度绩效目标1（80分）. */
function sideLabel(grid: CellGrid, header: Header): Label | null {
  const side = header.headings.find(({ cell, meaning }) => meaning === null && grid.place(cell).bottom > header.bottom);
  const label = side && cellWords(side.cell).includes('分') ? readLabel(side.cell) : null;
  return label?.weight ? label : null;
}

/** Headings in the middle of the table that nobody understood, with all that stood below them. */
function doubtsAboutHeadings({ rows }: Body): readonly Doubt[] {
  const first = rows.find(({ kind }) => kind === 'unreadable');
  return first ? [{ kind: 'headings-not-understood', role: null, cells: first.cells }] : [];
}

interface Place {
  readonly sheet: CellGrid;
  readonly grid: CellGrid;
  /** The rows of the grid that may belong to the form, from above its title down to the next form's header. */
  readonly top: number;
  readonly limit: number;
  /** The next row of headings below, in whatever columns. */
  readonly nextHeader: number | null;
  /** Whether another table stands beside this one, so that only its own columns may be read. */
  readonly isBeside: boolean;
}

function readTable(snapshot: Snapshot, { header, given }: Table, place: Place, read: ReadHeading): Outcome {
  const { grid, isBeside, limit, nextHeader, sheet, top } = place;
  const body = walkBody(grid, header, limit, read, nextHeader);
  const assigned = assignColumns(grid, header, body, given);
  const because = whyNoForm(grid, header, assigned.columns, top, read);
  const none = (why: NoForm): Outcome => ({
    ...{ form: null, because: why, isContinued: false, bottom: body.bottom },
    targetTables: readTargets(snapshot, header, body, assigned.columns, because, place, read),
  });
  if (because) return none(because);
  const issued = header.headings[0]?.cell.ref;
  const isForm = issued !== undefined && isIssuedForm(assigned.columns);
  if (!body.rows.some(({ kind }) => kind === 'data'))
    return none(isForm ? { kind: 'not-filled-in', cell: issued } : { kind: 'no-indicator-table' });

  const shifts = findShifts(grid, body.rows, assigned.columns);
  const { columns, doubts } = shifts.size > 0 ? assigned : doubtAgainstData(grid, body, assigned);
  const table = readRows(grid, body.rows, columns, shifts, sideLabel(grid, header));
  const area = tableArea(grid, header, body, columns);
  const sides = isBeside ? { left: area.left, right: area.right } : { left: sheet.left, right: sheet.right };
  const above: Region = { top: grid.isTurned ? sheet.top : top, bottom: area.top - 1, ...sides };
  const preamble = readPreamble(sheet, above, read);
  const found = findBudget(sheet, above, read);
  const lowest = body.isContinued ? body.bottom : limit;
  const below = grid.isTurned
    ? notesBelow(sheet, { ...header, ...sides }, area.bottom + 1, sheet.bottom, read)
    : notesBelow(grid, { ...header, ...sides }, body.bottom + 1, lowest, read);
  const total = withWholePoints(table.total, table.areParts) ?? totalInHead(preamble);
  const budget = withoutFormTotals(withWholePoints(found, table.areParts), table.indicators, total);
  const indicators = withoutSecondRate(table.indicators, budget);
  if (issued && indicators.every(isUntouched) && indicators.length + table.ignored.length > 0 && !body.isContinued)
    return none({ kind: 'not-filled-in', cell: issued });
  const misalignment = misalignmentOf(grid, columns, indicators);
  const form: Form = {
    ...{ sheetId: snapshot.sheetId, sheetName: snapshot.sheetName, layout: layoutOf(columns, grid.isTurned) },
    ...preamble,
    ...{ budget, table: area, headings: headingCells(grid, header), columns, furtherBlocks: [] },
    ...{ indicators, misalignment, total },
    ...{ subtotals: table.subtotals, sharedWeights: table.sharedWeights, notes: below.notes, ignored: table.ignored },
    doubts: [
      ...doubts,
      ...doubtsAboutSheet(snapshot, grid, { indicators, columns, misalignment }),
      ...doubtsAboutHeadings(body),
    ],
  };
  const bottom = grid.isTurned ? body.bottom : Math.max(body.bottom, below.bottom);
  return { form, because: null, targetTables: [], isContinued: body.isContinued, bottom };
}

/** The targets of a table that is no form because it has nothing but targets. */
function readTargets(
  snapshot: Snapshot,
  header: Header,
  body: Body,
  columns: readonly Column[],
  because: NoForm | null,
  { grid, sheet, top }: Place,
  read: ReadHeading,
): readonly TargetTable[] {
  if (grid.isTurned || because?.kind !== 'other-document' || !because.what.includes('目标')) return [];
  if (!columns.some(({ role }) => role === 'target')) return [];
  const rows = readRows(grid, body.rows, columnsOfYear(header, columns), new Map(), null);
  const above: Region = { top, bottom: header.top - 1, left: sheet.left, right: sheet.right };
  return targetTablesOf(grid, header, rows, readPreamble(sheet, above, read), snapshot);
}

/** Reads all tables of a grid, one after the other; what one takes is not read again by the next. */
function readTables(
  snapshot: Snapshot,
  sheet: CellGrid,
  grid: CellGrid,
  mapping: ColumnMapping | undefined,
  read: ReadHeading,
): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  const tables = tablesOf(grid, mapping, read);
  let top = grid.top;
  let reached = grid.top - 1;
  let line = -1;
  for (const table of tables) {
    const header = grid.isTurned ? namedPart(table.header) : table.header;
    const isBeside = tables.some((other) => other !== table && other.header.top === header.top);
    // A header inside the rows of the table before is the same header on the next printed page.
    if (header.top <= reached && header.top !== line) continue;
    if (header.top !== line) top = reached + 1;
    line = header.top;
    const nextHeader = tables.find(({ header: { top: next } }) => next > header.bottom)?.header.top ?? null;
    const place: Place = { sheet, grid, top, limit: grid.bottom, nextHeader, isBeside };
    const outcome = readTable(snapshot, { ...table, header }, place, read);
    const before = outcomes.at(-1);
    if (before?.form && before.isContinued && outcome.form && !isBeside)
      outcomes[outcomes.length - 1] = { ...outcome, form: withFurtherBlock(before.form, outcome.form) };
    else outcomes.push(outcome);
    reached = Math.max(reached, outcome.bottom);
  }
  return outcomes;
}

/** A header of a turned grid takes a whole sheet column; only the part with headings is the table's. */
function namedPart(header: Header): Header {
  const headings = header.headings.filter(({ meaning }) => meaning);
  return {
    ...header,
    headings,
    left: headings[0]?.left ?? header.left,
    right: headings.at(-1)?.right ?? header.right,
  };
}

function formsAmong(outcomes: readonly Outcome[]): readonly Form[] {
  return outcomes.flatMap(({ form }) => form ?? []);
}

/**
 * Recognises the forms of one sheet, wherever their tables stand and however their columns are ordered.
 *
 * A mapping that the user made for a header row is followed wherever that row is found. Never throws on
 * what a sheet may hold: what cannot be read is declared, as a reading, a doubt or the reason why there is no form.
 */
export function recognise(snapshot: Snapshot, mapping?: ColumnMapping): Recognition {
  const grid = gridOf(snapshot);
  if (!grid || isEmpty(grid)) return { found: false, because: { kind: 'empty' }, targetTables: [] };
  const read = readHeading;
  const upright = readTables(snapshot, grid, grid, mapping, read);
  const forms = formsAmong(upright);
  const targetTables = upright.flatMap((outcome) => outcome.targetTables);
  if (forms.length > 0) return { found: true, forms, targetTables };
  const sideways = formsAmong(readTables(snapshot, grid, turned(grid), undefined, read));
  if (sideways.length > 0) return { found: true, forms: sideways, targetTables };
  const because =
    upright.find((outcome) => outcome.because?.kind === 'other-document')?.because ??
    upright.find((outcome) => outcome.because?.kind === 'not-filled-in')?.because;
  return { found: false, because: because ?? otherDocumentOf(grid) ?? { kind: 'no-indicator-table' }, targetTables };
}

function isEmpty(grid: CellGrid): boolean {
  for (let row = grid.top; row <= grid.bottom; row += 1) {
    const some: readonly Cell[] = grid.ownCells(row, grid.left, grid.right);
    if (some.length > 0) return false;
  }
  return true;
}

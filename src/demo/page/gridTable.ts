/** One sheet of the simulated workbook as a table with the grid role, as far as it is drawn. */
import { columnLetters, toA1, type CellRef } from '../../core/sheet/cellRef';
import type { SimulatedSheet } from '../../simulator/model';
import { columnWidths, framingOf, type Framing, lookOf } from './cellLook';

/** More than this is not drawn; the notice under the grid says so. */
const drawnAtMost = { rows: 600, columns: 60 } as const;
const headWidth = 44;

/** How many rows and columns there are to go about in, hidden ones among them. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** A drawn sheet. */
export interface GridTable {
  readonly table: HTMLTableElement;
  /** By the address of the cell, or of the merge that it stands for. */
  readonly cells: ReadonlyMap<string, HTMLTableCellElement>;
  /** Whether the sheet goes on where the drawing ends. */
  readonly isCut: boolean;
}

/** What is drawn of a sheet: all that is in use, and some empty cells around it. */
export function gridSize(sheet: SimulatedSheet): GridSize {
  const used = sheet.usedArea(false);
  return {
    rows: Math.min(drawnAtMost.rows, Math.max(30, (used?.bottom ?? 0) + 6)),
    columns: Math.min(drawnAtMost.columns, Math.max(12, (used?.right ?? 0) + 3)),
  };
}

/** The cell that stands for a place: the first of its merge, or itself. */
export function anchorOn(sheet: SimulatedSheet, ref: CellRef): CellRef {
  const merge = sheet.mergeAt(ref);
  return merge === null ? ref : { row: merge.top, column: merge.left };
}

/** What all cells of a drawing share. */
interface Drawing {
  readonly sheet: SimulatedSheet;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly framing: Framing;
}

const shown = (count: number, hidden: ReadonlySet<number>): readonly number[] =>
  Array.from({ length: count }, (_, index) => index).filter((index) => !hidden.has(index));

/** Draws a sheet that has cells. */
export function drawTable(sheet: SimulatedSheet): GridTable {
  const size = gridSize(sheet);
  const rows = shown(size.rows, sheet.hiddenRows);
  const columns = shown(size.columns, sheet.hiddenColumns);
  const drawing: Drawing = { sheet, rows, columns, framing: framingOf(sheet) };
  const cells = new Map<string, HTMLTableCellElement>();
  const table = document.createElement('table');
  table.className = 'grid';
  table.setAttribute('role', 'grid');
  table.setAttribute('aria-label', `工作表 ${sheet.name}`);
  table.setAttribute('aria-rowcount', String(size.rows));
  table.setAttribute('aria-colcount', String(size.columns));
  const body = document.createElement('tbody');
  body.append(...rows.map((row) => lineOf(row, drawing, cells)));
  table.append(columnGroup(drawing), head(columns), body);
  const used = sheet.usedArea(false);
  return { table, cells, isCut: used !== null && (used.bottom >= size.rows || used.right >= size.columns) };
}

function columnGroup({ columns, sheet }: Drawing): HTMLElement {
  const widths = columnWidths(sheet, (columns.at(-1) ?? 0) + 1);
  const group = document.createElement('colgroup');
  for (const width of [headWidth, ...columns.map((column) => widths[column] ?? 72)]) {
    const one = document.createElement('col');
    one.style.width = `${width}px`;
    group.append(one);
  }
  return group;
}

function head(columns: readonly number[]): HTMLElement {
  const line = document.createElement('tr');
  const corner = document.createElement('th');
  corner.scope = 'col';
  corner.append(Object.assign(document.createElement('span'), { className: 'unseen', textContent: '行号' }));
  line.append(corner);
  for (const column of columns) {
    const header = document.createElement('th');
    header.scope = 'col';
    header.textContent = columnLetters(column);
    header.dataset['column'] = String(column);
    line.append(header);
  }
  const section = document.createElement('thead');
  section.append(line);
  return section;
}

function lineOf(row: number, drawing: Drawing, cells: Map<string, HTMLTableCellElement>): HTMLElement {
  const line = document.createElement('tr');
  line.setAttribute('aria-rowindex', String(row + 1));
  const header = document.createElement('th');
  header.scope = 'row';
  header.textContent = String(row + 1);
  header.dataset['row'] = String(row);
  line.append(header);
  for (const column of drawing.columns) {
    const cell = drawCell({ row, column }, drawing);
    if (!cell) continue;
    cells.set(cell.dataset['cell'] ?? '', cell);
    line.append(cell);
  }
  return line;
}

/** The cell, or null where a merge covers it. A merge stands at its first place that is not hidden. */
function drawCell(ref: CellRef, drawing: Drawing): HTMLTableCellElement | null {
  const { columns, rows, sheet } = drawing;
  const merge = sheet.mergeAt(ref);
  const rowsOfMerge = merge ? rows.filter((row) => row >= merge.top && row <= merge.bottom) : [ref.row];
  const columnsOfMerge = merge
    ? columns.filter((column) => column >= merge.left && column <= merge.right)
    : [ref.column];
  if (rowsOfMerge[0] !== ref.row || columnsOfMerge[0] !== ref.column) return null;

  const anchor = anchorOn(sheet, ref);
  const cell = document.createElement('td');
  cell.setAttribute('role', 'gridcell');
  cell.setAttribute('aria-colindex', String(anchor.column + 1));
  cell.dataset['cell'] = toA1(anchor);
  cell.tabIndex = -1;
  cell.rowSpan = rowsOfMerge.length;
  cell.colSpan = columnsOfMerge.length;
  showLook(cell, ref, anchor, drawing);
  return cell;
}

function showLook(cell: HTMLTableCellElement, ref: CellRef, anchor: CellRef, { framing, sheet }: Drawing): void {
  const look = lookOf(sheet, anchor);
  const area = sheet.mergeAt(ref) ?? { top: ref.row, bottom: ref.row, left: ref.column, right: ref.column };
  const lines = framing.linesAfter(area);
  cell.textContent = look.text;
  cell.classList.toggle('number', look.isNumber);
  cell.classList.toggle('bold', look.isBold);
  cell.classList.toggle('long', look.text.length > 24);
  cell.classList.toggle('within', framing.isWithin(anchor));
  cell.classList.toggle('line-right', lines.right);
  cell.classList.toggle('line-below', lines.below);
  if (look.fill !== null) cell.style.backgroundColor = look.fill;
  if (look.fontColour !== null) cell.style.color = look.fontColour;
  if (look.isMarked) {
    cell.classList.add('marked');
    cell.title = '有标记（条件格式）';
  }
}

/** A sheet as it is drawn: where rows and columns lie, what each cell shows, which cells belong together. */
import type { Severity } from '../core/checks/finding';
import { cellKey } from '../core/sheet/sheetSize';
import { contains, type Area, type CellRef } from '../core/sheet/cellRef';
import type { Snapshot } from '../core/sheet/snapshot';
import type { SheetLook } from '../port/sheetLook';
import { type Axis, sizeOf } from './axis';
import { type CellDrawing, cellDrawingOf } from './cellDrawing';
import { line, lineCount } from './textLines';

/** What one cell shows. */
interface ShownCell extends CellDrawing {
  readonly text: string;
  readonly isNumber: boolean;
  /** With its leading "="; null where there is none. */
  readonly formula: string | null;
  /** The gravest mark on it. */
  readonly mark: Severity | null;
}

/** A sheet, ready to be drawn. */
export interface SheetPicture {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly rows: Axis;
  readonly columns: Axis;
  /** The merge that the cell belongs to, or the cell alone. */
  areaOf(cell: CellRef): Area;
  /** Merges that reach into the window. */
  mergesIn(window: Area): readonly Area[];
  cellAt(cell: CellRef): ShownCell;
  readonly isEmpty: boolean;
  readonly clippedFrom: Snapshot['clippedFrom'];
}

/** Height of the column letters and width of the row numbers, in pixels. */
export const heads = { height: 26, width: 48 } as const;

const rowHeight = { least: 24, most: 220 } as const;
/** Empty rows and columns behind the last one, so that the end of a sheet is seen to be its end. */
const beyond = { rows: 3, columns: 1 } as const;
const drawnAtLeast = { rows: 20, columns: 8 } as const;
const severities: readonly Severity[] = ['P0', 'P1', 'P2'];

/** Where the pixel lies: the place of a row or column that is not hidden. */
export function placeAt({ count, starts }: Axis, pixel: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= pixel) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The next one in a direction (1 or -1) that is not hidden; null where the sheet ends.
 * @internal a test asks for the ends of a sheet
 */
export function nextShown(axis: Axis, from: number, step: 1 | -1): number | null {
  for (let place = from + step; place >= 0 && place < axis.count; place += step) {
    if (sizeOf(axis, place) > 0) return place;
  }
  return null;
}

/** The cell one step away from the selected one: over a merge as a whole, past what is hidden; null at an edge. */
export function neighbourOf(picture: SheetPicture, from: CellRef, down: -1 | 0 | 1, right: -1 | 0 | 1): CellRef | null {
  const { bottom, left, right: end, top } = picture.areaOf(from);
  const row = down === 0 ? from.row : nextShown(picture.rows, down > 0 ? bottom : top, down);
  const column = right === 0 ? from.column : nextShown(picture.columns, right > 0 ? end : left, right);
  return row === null || column === null ? null : anchorOf(picture, { row, column });
}

/** The cell that is selected when this one is clicked: the anchor of a merge. */
export function anchorOf(picture: SheetPicture, cell: CellRef): CellRef {
  const { left, top } = picture.areaOf(cell);
  return { row: top, column: left };
}

/** Puts together what was read of a sheet. */
export function pictureOf(snapshot: Snapshot, look: SheetLook): SheetPicture {
  const { area, merges } = snapshot;
  const columns = axisOf(
    Math.max(drawnAtLeast.columns, (area ? area.right + 1 : 0) + beyond.columns),
    new Set(snapshot.hiddenColumns),
    columnSizes(look),
  );
  const mergeByCell = new Map<number, Area>();
  for (const merge of merges) {
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      for (let column = merge.left; column <= merge.right; column += 1)
        mergeByCell.set(cellKey({ row, column }), merge);
    }
  }
  const areaOf = (cell: CellRef): Area =>
    mergeByCell.get(cellKey(cell)) ?? { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };

  const cellDrawing = cellDrawingOf(snapshot, look, columns, areaOf);
  const heights = new Map(look.rowHeights.map(({ height, row }) => [row, height]));
  const textHeight = (row: number): number => {
    const texts = area ? snapshot.text[row - area.top] : undefined;
    if (!area || !texts) return rowHeight.least;
    let lines = 1;
    texts.forEach((text, across) => {
      if (text === '') return;
      const own = areaOf({ row, column: area.left + across });
      // A merge over several rows has room enough below.
      const needed = own.top === own.bottom ? lineCount(text, sizeOf(columns, own.left, own.right)) : 1;
      if (needed > lines && cellDrawing({ row, column: area.left + across }).runsOver === null) lines = needed;
    });
    return Math.max(rowHeight.least, lines * line.height + line.around);
  };
  const rows = axisOf(
    Math.max(drawnAtLeast.rows, (area ? area.bottom + 1 : 0) + beyond.rows),
    new Set(snapshot.hiddenRows),
    (row) => Math.min(rowHeight.most, heights.get(row) ?? textHeight(row)),
  );

  const marks = new Map<number, Severity>();
  for (const severity of [...severities].reverse()) {
    for (const marked of look.marks) {
      if (marked.severity !== severity) continue;
      for (let row = marked.area.top; row <= Math.min(marked.area.bottom, rows.count); row += 1) {
        for (let column = marked.area.left; column <= Math.min(marked.area.right, columns.count); column += 1) {
          marks.set(cellKey({ row, column }), severity);
        }
      }
    }
  }

  return {
    sheetId: snapshot.sheetId,
    sheetName: snapshot.sheetName,
    rows,
    columns,
    areaOf,
    mergesIn: (window) =>
      merges.filter(
        ({ bottom, left, right, top }) =>
          top <= window.bottom && bottom >= window.top && left <= window.right && right >= window.left,
      ),
    cellAt(cell) {
      const drawn = { mark: marks.get(cellKey(cell)) ?? null, ...cellDrawing(cell) };
      if (!area || !contains(area, cell)) return { text: '', isNumber: false, formula: null, ...drawn };
      const [down, across] = [cell.row - area.top, cell.column - area.left];
      return {
        text: snapshot.text[down]?.[across] ?? '',
        isNumber: typeof snapshot.values[down]?.[across] === 'number',
        formula: snapshot.formulas[down]?.[across] ?? null,
        ...drawn,
      };
    },
    isEmpty: area === null,
    clippedFrom: snapshot.clippedFrom,
  };
}

function axisOf(count: number, hidden: ReadonlySet<number>, size: (place: number) => number): Axis {
  const starts = [0];
  for (let place = 0; place < count; place += 1) {
    starts.push((starts[place] ?? 0) + (hidden.has(place) ? 0 : size(place)));
  }
  return { count, starts };
}

function columnSizes({ columnWidth, columnWidths }: SheetLook): (column: number) => number {
  return (column) =>
    columnWidths.find(({ first, last }) => column >= first && column <= last)?.width ?? Math.max(columnWidth, 40);
}

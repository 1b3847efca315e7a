/** A worksheet part and the tables it refers to, put together into the snapshot that every later step works on. */
import { contains, toA1, type Area, type CellRef } from '../core/sheet/cellRef';
import { coveredCells } from '../core/sheet/covered';
import { emptySnapshot } from '../core/sheet/emptySnapshot';
import { cellKey } from '../core/sheet/sheetSize';
import { isCellError, readingLimit, type CellValue, type Snapshot } from '../core/sheet/snapshot';
import type { CellState } from '../port/workbook';
import type { CellStyle } from './cellStyles';
import { DamagedFile } from './damage';
import type { NumberDisplay } from './numberDisplay';
import { formulaFor } from './sharedFormula';
import type { SheetPart, StoredCell } from './sheetPart';
import { decodeStoredText } from './xml';

/** What the cells of a sheet refer to. */
export interface CellTables {
  readonly sharedStrings: readonly string[];
  readonly style: (style: number) => CellStyle;
}

/**
 * The value that a cell stores; for a formula, the one Excel calculated last.
 *
 * @throws DamagedFile where the cell refers to a text that is not there, or holds a number that is none.
 */
function cellValue(cell: StoredCell | undefined, tables: CellTables): CellValue {
  if (!cell) return null;
  const { stored } = cell;
  if (stored === null) return null;
  switch (cell.kind) {
    case 's': {
      const text = tables.sharedStrings[Number(stored)];
      if (text === undefined) throw new DamagedFile(`${toA1(cell.ref)} → sharedStrings[${stored}]`);
      return text === '' ? null : text;
    }
    case 'inlineStr':
      return stored;
    case 'str':
      return stored === '' && !cell.formula ? null : decodeStoredText(stored);
    case 'd':
      return stored;
    case 'b':
      return stored === '1' || stored === 'true';
    case 'e':
      return { error: stored };
    default: {
      const number = Number(stored);
      if (!Number.isFinite(number)) throw new DamagedFile(`${toA1(cell.ref)} = ${stored.slice(0, 40)}`);
      return number;
    }
  }
}

/**
 * The formula of a cell with its leading "=", or null.
 *
 * @internal the simulator opens files too
 */
export function cellFormula(cell: StoredCell | undefined, part: SheetPart): string | null {
  if (!cell?.formula) return null;
  if (cell.formula.text !== '') return `=${cell.formula.text}`;
  const leader = cell.formula.shared === null ? undefined : part.sharedFormulas.get(cell.formula.shared);
  return leader ? `=${formulaFor(leader.text, leader.ref, cell.ref)}` : '=';
}

/** Value, formula and number format of one cell; an element that is not there is an empty cell of its row or column. */
export function cellState(ref: CellRef, part: SheetPart, tables: CellTables): CellState {
  const cell = part.cells.get(cellKey(ref));
  return {
    value: cellValue(cell, tables),
    formula: cellFormula(cell, part),
    numberFormat: tables.style(styleAt(ref, part)).numberFormat,
  };
}

/** The style that a cell has, or would have once it exists. */
export function styleAt(ref: CellRef, part: SheetPart): number {
  return part.cells.styleAt(cellKey(ref)) ?? part.rows.get(ref.row)?.style ?? columnStyle(ref.column, part);
}

function columnStyle(column: number, { columnStyles }: SheetPart): number {
  return columnStyles.find(({ first, last }) => column >= first && column <= last)?.style ?? 0;
}

/** One row of a snapshot. */
interface Line {
  readonly values: CellValue[];
  readonly text: string[];
  readonly formulas: (string | null)[];
  readonly formats: string[];
}

/** Decodes rows of an area of the part, one after the other. */
class LineDecoder {
  private readonly covered: ReadonlySet<number>;
  private readonly ofColumns: readonly number[];

  constructor(
    private readonly area: Area,
    merges: readonly Area[],
    private readonly part: SheetPart,
    private readonly tables: CellTables,
    private readonly display: NumberDisplay,
  ) {
    this.covered = coveredCells(merges, area);
    this.ofColumns = columnsOf(area).map((column) => columnStyle(column, part));
  }

  decode(row: number): Line {
    const { area, covered, ofColumns, part, tables } = this;
    const line: Line = { values: [], text: [], formulas: [], formats: [] };
    const ofRow = part.rows.get(row)?.style ?? null;
    // Keys are numbered in reading order, as places in the area are.
    const firstKey = cellKey({ row, column: area.left });
    const firstPlace = (row - area.top) * ofColumns.length;
    for (let nth = 0; nth < ofColumns.length; nth += 1) {
      const key = firstKey + nth;
      line.formats.push(tables.style(part.cells.styleAt(key) ?? ofRow ?? ofColumns[nth] ?? 0).numberFormat);
      const cell = covered.has(firstPlace + nth) ? undefined : part.cells.contentAt(key);
      if (cell) this.takeCell(line, nth, cell);
      else {
        line.values.push(null);
        line.formulas.push(null);
        line.text.push('');
      }
    }
    return line;
  }

  private takeCell(line: Line, nth: number, cell: StoredCell): void {
    const value = cellValue(cell, this.tables);
    line.values.push(value);
    line.formulas.push(cellFormula(cell, this.part));
    line.text.push(shownText(value, line.formats[nth] ?? '', this.display));
  }
}

/** Makes the snapshot; `display` shows its numbers and texts under their formats. */
export function decodeSheet(
  sheet: { readonly id: string; readonly name: string },
  part: SheetPart,
  tables: CellTables,
  display: NumberDisplay,
): Snapshot {
  const { used } = part;
  const common = { sheetId: sheet.id, sheetName: sheet.name, isProtected: part.isProtected };
  if (!used) return emptySnapshot(common);
  const area: Area = {
    ...used,
    bottom: Math.min(used.bottom, used.top + readingLimit.rows - 1),
    right: Math.min(used.right, used.left + readingLimit.columns - 1),
  };
  const merges = part.merges.filter(({ top, left }) => contains(area, { row: top, column: left }));
  const decoder = new LineDecoder(area, merges, part, tables, display);
  const lines: Line[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) lines.push(decoder.decode(row));
  return {
    ...common,
    area,
    values: lines.map(({ values }) => values),
    text: lines.map(({ text }) => text),
    formulas: lines.map(({ formulas }) => formulas),
    numberFormats: lines.map(({ formats }) => formats),
    merges,
    hiddenRows: part.hiddenRows.filter((row) => row >= area.top && row <= area.bottom),
    hiddenColumns: columnsOf(area).filter((column) =>
      part.hiddenColumns.some(({ first, last }) => column >= first && column <= last),
    ),
    clippedFrom:
      area.bottom < used.bottom || area.right < used.right
        ? { rows: used.bottom - used.top + 1, columns: used.right - used.left + 1 }
        : null,
  };
}

function columnsOf({ left, right }: Area): number[] {
  return Array.from({ length: right - left + 1 }, (_, index) => left + index);
}

/** The text of a cell as displayed. */
function shownText(value: CellValue, numberFormat: string, display: NumberDisplay): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (isCellError(value)) return value.error;
  return display(value, numberFormat);
}

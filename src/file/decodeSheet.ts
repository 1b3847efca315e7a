/** A worksheet part and the tables it refers to, put together into the snapshot that every later step works on. */
import { contains, toA1, type Area, type CellRef } from '../core/sheet/cellRef';
import { coveredCells } from '../core/sheet/covered';
import { emptySnapshot } from '../core/sheet/emptySnapshot';
import { cellKey } from '../core/sheet/sheetSize';
import { isCellError, readingLimit, type CellValue, type Snapshot } from '../core/sheet/snapshot';
import type { CellState } from '../port/workbook';
import type { CellStyle } from './cellStyles';
import { DamagedFile } from './damage';
import { changesText, plainDisplay, type NumberDisplay } from './numberDisplay';
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
  const cell = part.cells.get(cellKey(ref));
  if (cell) return cell.style;
  const ofRow = part.rows.get(ref.row)?.style;
  if (ofRow != null) return ofRow;
  return part.columnStyles.find(({ first, last }) => ref.column >= first && ref.column <= last)?.style ?? 0;
}

/** Makes the snapshot. `display` is asked for only where a format other than General meets a value. */
export async function decodeSheet(
  sheet: { readonly id: string; readonly name: string },
  part: SheetPart,
  tables: CellTables,
  display: () => Promise<NumberDisplay>,
): Promise<Snapshot> {
  const { used } = part;
  const common = { sheetId: sheet.id, sheetName: sheet.name, isProtected: part.isProtected };
  if (!used) return emptySnapshot(common);
  const area: Area = {
    ...used,
    bottom: Math.min(used.bottom, used.top + readingLimit.rows - 1),
    right: Math.min(used.right, used.left + readingLimit.columns - 1),
  };
  const merges = part.merges.filter(({ top, left }) => contains(area, { row: top, column: left }));
  const covered = coveredCells(merges, area);
  const width = area.right - area.left + 1;

  const values: CellValue[][] = [];
  const text: string[][] = [];
  const formulas: (string | null)[][] = [];
  const numberFormats: string[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const line = {
      values: [] as CellValue[],
      text: [] as string[],
      formulas: [] as (string | null)[],
      formats: [] as string[],
    };
    for (let column = area.left; column <= area.right; column += 1) {
      const ref = { row, column };
      const place = (row - area.top) * width + column - area.left;
      const cell = covered.has(place) ? undefined : part.cells.get(cellKey(ref));
      const value = cellValue(cell, tables);
      const { numberFormat } = tables.style(styleAt(ref, part));
      line.values.push(value);
      line.formulas.push(cellFormula(cell, part));
      line.formats.push(numberFormat);
      const shown = shownText(value, numberFormat);
      // Waiting takes longer than all the rest of a cell, so only the formats that need the engine wait.
      line.text.push(typeof shown === 'string' ? shown : (await display())(shown.ofEngine, numberFormat));
    }
    values.push(line.values);
    text.push(line.text);
    formulas.push(line.formulas);
    numberFormats.push(line.formats);
  }
  return {
    ...common,
    area,
    values,
    text,
    formulas,
    numberFormats,
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

/** The text of a cell as displayed, or what the number format engine is to be asked about. */
function shownText(value: CellValue, numberFormat: string): string | { readonly ofEngine: string | number } {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (isCellError(value)) return value.error;
  if (typeof value === 'number') return plainDisplay(value, numberFormat) ?? { ofEngine: value };
  return changesText(numberFormat) ? { ofEngine: value } : value;
}

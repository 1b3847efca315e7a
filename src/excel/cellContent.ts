/** What Excel answers for a range, put into the words of the port. */
import type { CellState } from '../port/workbook';
import type { CellValue } from '../core/sheet/snapshot';

/** The properties that say what a cell holds. */
export const contentProperties = 'values,formulas,numberFormat,valueTypes';

/** What was loaded of a range, rows × columns; a range itself, or its bands of rows put together. */
export type LoadedCells = Pick<Excel.Range, 'values' | 'formulas' | 'numberFormat' | 'valueTypes'>;

/** The value at a place of a loaded range: an error is told from typed text by its type, "" is an empty cell. */
export function valueAt(range: LoadedCells, row: number, column: number): CellValue {
  const value: unknown = range.values[row]?.[column];
  const formula = formulaAt(range, row, column);
  if (range.valueTypes[row]?.[column] === Excel.RangeValueType.error) return { error: String(value) };
  if (value === '') return formula === null ? null : '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}

/**
 * The formula at a place of a loaded range, or null. Text that starts with "=" looks like a formula among formulas,
 * but there it is its own value, which no formula is.
 */
export function formulaAt(range: LoadedCells, row: number, column: number): string | null {
  const formula: unknown = range.formulas[row]?.[column];
  if (typeof formula !== 'string' || !formula.startsWith('=')) return null;
  return formula === range.values[row]?.[column] ? null : formula;
}

/** Value, formula and number format at a place of a loaded range. */
export function stateAt(range: LoadedCells, row: number, column: number): CellState {
  return {
    value: valueAt(range, row, column),
    formula: formulaAt(range, row, column),
    numberFormat: formatAt(range, row, column),
  };
}

/** The number format at a place of a loaded range, in en-US codes. */
export function formatAt(range: LoadedCells, row: number, column: number): string {
  const format: unknown = range.numberFormat[row]?.[column];
  return typeof format === 'string' ? format : 'General';
}

/** Whether Excel answered at all: a range that is too large reads as null instead of failing. */
export function isAnswered(range: Excel.Range): boolean {
  return ([range.values, range.formulas, range.numberFormat, range.valueTypes] as readonly unknown[]).every(
    Array.isArray,
  );
}

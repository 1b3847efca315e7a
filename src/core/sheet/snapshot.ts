/** What was read of one sheet in one go: plain data that every later step works on. */
import type { Area } from './cellRef';

/** An error value such as #REF! as Excel calculated it; text typed as "#REF!" stays text. */
export interface CellError {
  readonly error: string;
}

/** What a cell holds; null is an empty cell (and every covered cell of a merge). */
export type CellValue = string | number | boolean | null | CellError;

/** One sheet as it was when it was read. The four tables are rows × columns of `area`. */
export interface Snapshot {
  /** The host's stable id of the sheet; names can change between reading and writing. */
  readonly sheetId: string;
  readonly sheetName: string;
  /** The part of the sheet that was read; null when the sheet holds nothing. */
  readonly area: Area | null;
  /** Raw values, rows × columns. */
  readonly values: readonly (readonly CellValue[])[];
  /** The text as displayed, rows × columns; "" for an empty cell. */
  readonly text: readonly (readonly string[])[];
  /** The formula with its leading "=", or null where the cell holds a plain value; rows × columns. */
  readonly formulas: readonly (readonly (string | null)[])[];
  /** Number formats in en-US codes, rows × columns. */
  readonly numberFormats: readonly (readonly string[])[];
  /** Merged areas in sheet coordinates; each once, none of a single cell. */
  readonly merges: readonly Area[];
  /** True where the host did not let merged areas be asked for, so that `merges` is empty whatever there is. */
  readonly mergesUnread?: true;
  /** Hidden rows and columns, zero-based on the sheet. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Whether the sheet is protected, so that nothing can be written to its locked cells. */
  readonly isProtected: boolean;
  /** The used range that was found when it was larger than what may be read; else null. */
  readonly clippedFrom: { readonly rows: number; readonly columns: number } | null;
}

/** How much of a sheet is read at most; a larger used range is clipped and the report says so. */
export const readingLimit = { rows: 5000, columns: 100 } as const;

/** Whether a value is an error value. */
export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}

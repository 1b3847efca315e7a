/** How a sheet looks beyond its values: what a screen without a spreadsheet program needs to draw it. */
import type { Severity } from '../core/checks/finding';
import type { Area } from '../core/sheet/cellRef';

/** How a cell is drawn, as its style says; colours, fonts, sizes and heights of lines are not told. */
export interface CellAppearance {
  readonly isBold: boolean;
  /** Whether its text goes on in further lines; else it runs on over empty cells to its right. */
  readonly wraps: boolean;
  /** Null: numbers at the right, texts at the left. */
  readonly align: 'left' | 'center' | 'right' | null;
  /** The sides with a line, in this order: T(op), B(ottom), L(eft), R(ight). */
  readonly lines: string;
}

/** Sizes are in pixels of a screen at 100 %; rows and columns are zero-based. */
export interface SheetLook {
  /** Of columns that have a width of their own, in no particular order. */
  readonly columnWidths: readonly { readonly first: number; readonly last: number; readonly width: number }[];
  /** Of every other column. */
  readonly columnWidth: number;
  /** Of rows whose height was set by hand; every other row is as high as its text. */
  readonly rowHeights: readonly { readonly row: number; readonly height: number }[];
  /** Looks other than the plain one, each once, with the keys of its cells (`cellKey`). Looks of whole rows and columns are not told. */
  readonly cellLooks: readonly { readonly look: CellAppearance; readonly cells: readonly number[] }[];
  /** The marks of this add-in. */
  readonly marks: readonly { readonly severity: Severity; readonly area: Area }[];
}

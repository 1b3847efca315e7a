/** How a sheet looks beyond its values: what a screen without a spreadsheet program needs to draw it. */
import type { Severity } from '../core/checks/finding';
import type { Area } from '../core/sheet/cellRef';

/** Sizes are in pixels of a screen at 100 %; rows and columns are zero-based. */
export interface SheetLook {
  /** Of columns that have a width of their own, in no particular order. */
  readonly columnWidths: readonly { readonly first: number; readonly last: number; readonly width: number }[];
  /** Of every other column. */
  readonly columnWidth: number;
  /** Of rows whose height was set by hand; every other row is as high as its text. */
  readonly rowHeights: readonly { readonly row: number; readonly height: number }[];
  /** The marks of this add-in. */
  readonly marks: readonly { readonly severity: Severity; readonly area: Area }[];
}

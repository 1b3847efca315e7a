/** A sheet of our own as data, such as the report: what stands in it, before anybody writes it. */
import type { CellRef } from './cellRef';

/** A link shows its text (at most 255 characters) and leads to a cell of the workbook. */
export interface OwnLink {
  readonly text: string;
  readonly link: { readonly sheetName: string; readonly cell: CellRef };
}

/** A number that is shown in percent with two decimals: 0.8797 as 87.97%. */
interface OwnRatio {
  readonly ratio: number;
}

/** Text is written as text whatever it looks like; null is an empty cell. */
export type OwnCell = string | number | null | OwnLink | OwnRatio;

/** A sheet of our own. */
export interface OwnSheet {
  /** At most 25 characters, so that a counter has room. */
  readonly name: string;
  /** Rows × columns from A1 on; a row may be shorter than others. */
  readonly rows: readonly (readonly OwnCell[])[];
  /** Zero-based rows in bold. */
  readonly boldRows: readonly number[];
  /** Zero-based rows, such as titles, whose text runs on over the empty cells to its right; everywhere else it wraps. */
  readonly openRows?: readonly number[];
  /** Printed upright, as a letter is; else across, as tables are. */
  readonly isUpright?: true;
  /** Widths in characters of the standard font, by column. */
  readonly columnWidths: readonly number[];
}

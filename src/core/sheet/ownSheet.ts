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

/** A table on a sheet of our own, zero-based: drawn with lines around its cells, its first row filled as headings. */
export interface OwnTable {
  /** The row of the headings. */
  readonly top: number;
  readonly bottom: number;
  /** Columns from A on. */
  readonly width: number;
}

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
  readonly tables?: readonly OwnTable[];
  /** Printed upright, as a letter is; else across, as tables are. */
  readonly isUpright?: true;
  /** Widths in characters of the standard font, by column. */
  readonly columnWidths: readonly number[];
}

/** More rows than this would leave too little of a small screen to what scrolls. */
const heldAtMost = 8;

/** How many rows from the top stay in sight: through the headings of the first table, where it stands near the top. */
export function heldRows({ tables = [] }: OwnSheet): number {
  const [first] = tables;
  return first && first.top < heldAtMost ? first.top + 1 : 0;
}

/** The table that a row belongs to, or null. */
export function tableAt({ tables = [] }: OwnSheet, row: number): OwnTable | null {
  return tables.find(({ bottom, top }) => row >= top && row <= bottom) ?? null;
}

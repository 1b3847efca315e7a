/**
 * A workbook of our own in the making, such as the summary of a batch: rows go in as they come, so that no table need
 * be in memory, and the sheets may be filled in any order.
 */
import type { CellRef } from '../core/sheet/cellRef';

/** How a cell of such a workbook is shown. */
export interface OwnLook {
  /** In en-US codes. */
  readonly format: string;
  /** Of the letters, in points. */
  readonly size: number;
  readonly isBold: boolean;
  /** Thin lines in this colour (RRGGBB) on all sides; null: none. */
  readonly frame: string | null;
  /** The colour behind it, RRGGBB; null: none. */
  readonly fill: string | null;
  /** null: as the program arranges numbers and text. */
  readonly alignment: {
    readonly horizontal: 'left' | 'center' | 'right' | null;
    readonly vertical: 'top' | 'center';
    readonly isWrapped: boolean;
  } | null;
}

/** A cell; text is written as text whatever it looks like. */
export interface OwnBookCell {
  readonly value: string | number | null;
  /** The same object for the same look. */
  readonly look: OwnLook;
  /** Without its leading "="; `value` is then the figure that it has. */
  readonly formula?: string;
}

/** Columns beside each other, one for each figure; their titles stand in the row above. */
export interface OwnChart {
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  /** The cell under its left upper corner. */
  readonly at: CellRef;
  /** Zero-based. */
  readonly rows: { readonly first: number; readonly last: number };
  readonly labels: { readonly column: number; readonly texts: readonly string[] };
  readonly series: readonly {
    readonly column: number;
    readonly title: string;
    readonly figures: readonly number[];
  }[];
}

/** What is said of a sheet when its rows are in. */
export interface OwnBookFrame {
  /** In characters of the standard font, by column. */
  readonly columnWidths: readonly number[];
  /** Zero-based: it is filtered by, stays in sight with all above it, and is printed on every page. */
  readonly headerRow: number;
  /** Zero-based: the last row that the filter is about. */
  readonly lastRow: number;
  /** Cells that lead to a cell of a sheet of the same workbook. */
  readonly links?: readonly { readonly from: CellRef; readonly sheet: string; readonly to: CellRef }[];
  readonly chart?: OwnChart;
}

/** One sheet; printed across, one page wide. */
export interface OwnBookSheet {
  /** Puts a row below those that are there. */
  add(cells: readonly OwnBookCell[]): void;
  /** Says the rest; nothing is added after. */
  close(frame: OwnBookFrame): void;
}

/** A part of a workbook: its name in the package, and its bytes before they are packed. */
export interface OwnPart {
  readonly name: string;
  /** Bytes of the whole content. */
  readonly size: number;
  /** The content, piece by piece, anew at every call. */
  content(): Iterable<Uint8Array>;
}

/** The workbook. */
export interface OwnBook {
  /** Opens a sheet behind those that are there; its name must be one that needs no quotes in a formula. */
  sheet(name: string): OwnBookSheet;
  /**
   * The file, piece by piece; the same workbook is always the same bytes.
   *
   * @param kept makes a text that is kept under a key among the workbook's properties, of the parts as they are; without
   * it none is.
   * @throws Error where a sheet was not closed, which is a bug.
   */
  bytes(kept?: (parts: readonly OwnPart[]) => { readonly key: string; readonly text: string }): Iterable<Uint8Array>;
}

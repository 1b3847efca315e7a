/** What a worksheet part stores and where it stands in the text, so that it can be replaced. */
import type { Area, CellRef } from '../core/sheet/cellRef';
import type { Tag } from './xml';

/** A cell as the part stores it. */
export interface StoredCell {
  readonly ref: CellRef;
  /** Offsets of the whole element. */
  readonly start: number;
  readonly end: number;
  /** Offsets of its attributes as written, behind the name and before the closing bracket. */
  readonly attributesFrom: number;
  readonly attributesTo: number;
  readonly style: number;
  /** The kind of value: n, s, str, inlineStr, b, e or d. */
  readonly kind: string;
  /** The stored value as text, or null where there is none. */
  readonly stored: string | null;
  readonly formula: StoredFormula | null;
}

/** Cells by key (see `cellKey`). */
export interface StoredCells {
  get(key: number): StoredCell | undefined;
  /** The cell where it may hold something; undefined where it is not there, or empty for sure. */
  contentAt(key: number): StoredCell | undefined;
  /** Its style, sooner than by looking at all of it. */
  styleAt(key: number): number | undefined;
  /** Those of a row, in no order. */
  inRow(row: number): Iterable<StoredCell>;
  /** The key and the style of all, in reading order. */
  styles(): readonly (readonly [key: number, style: number])[];
  /** All, in no order. */
  values(): Iterable<StoredCell>;
}

/** A formula element. */
export interface StoredFormula {
  /** Without the leading "="; "" for a cell that follows a shared formula. */
  readonly text: string;
  /** The number of the shared formula that this cell leads or follows, or null. */
  readonly shared: string | null;
  /** The area that one array formula fills, from its first cell; else null. */
  readonly fills: Area | null;
}

/** A row element; its cells lie between `inside` and `close`. */
export interface StoredRow {
  readonly row: number;
  readonly tag: Tag;
  readonly end: number;
  /** Style of cells that are not there yet; null where the row sets none. */
  readonly style: number | null;
}

/** A rule of a conditional format block. */
export interface StoredRule {
  readonly start: number;
  readonly end: number;
  readonly formulas: readonly string[];
  readonly dxf: number | null;
  readonly priority: number;
}

/** A block of conditional formats over the same cells. */
export interface StoredConditionalFormat {
  readonly start: number;
  readonly end: number;
  /** Areas separated by blanks, as written. */
  readonly areas: string;
  readonly rules: readonly StoredRule[];
}

/** A child of the worksheet element. */
export interface StoredChild {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Everything that is read of a worksheet part. */
export interface SheetPart {
  readonly xml: string;
  /** Prefix of the worksheet element, for elements that are put in. */
  readonly prefix: string;
  /** Smallest area around cells with a value or a formula; null when there is none. Counted over the whole part. */
  readonly used: Area | null;
  /** The cells, `rowLimit` rows from the first used one on; beyond it only what is used counts. */
  readonly cells: StoredCells;
  /** Rows within that limit, and the first one behind it. */
  readonly rows: ReadonlyMap<number, StoredRow>;
  /** Leaders of shared formulas by number. */
  readonly sharedFormulas: ReadonlyMap<string, { readonly text: string; readonly ref: CellRef }>;
  /** Areas that array formulas fill. */
  readonly filled: readonly Area[];
  readonly merges: readonly Area[];
  /** Those of which something may be read: once a cell is used, none beyond the limit. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly LineSpan[];
  readonly columnStyles: readonly (LineSpan & { readonly style: number })[];
  readonly isProtected: boolean;
  readonly conditionalFormats: readonly StoredConditionalFormat[];
  readonly children: readonly StoredChild[];
}

/** Columns or rows from first to last, zero-based, both included. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/** The shape of a workbook as plain data: what tests write down, compare, save and load. */
import type { CellValue } from '../../core/sheet/snapshot';

/** A colour as "#RRGGBB"; null is none (fill) or automatic (font). */
export type Colour = string | null;

/** One cell that holds something; what is left out has the default. */
export interface PlainCell {
  /** What stands in the cell; an error value is { error: "#REF!" }. */
  readonly value?: CellValue;
  /** With its leading "="; `value` is then what was last calculated. */
  readonly formula?: string;
  /** In en-US codes; "General" when left out. */
  readonly numberFormat?: string;
  /** The displayed text when a file said it; else it is made from value and format. */
  readonly text?: string;
  /** Typed with a leading apostrophe. */
  readonly isPrefixed?: boolean;
  readonly fill?: Colour;
  readonly fontColour?: Colour;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  /** Long text runs on in further lines. */
  readonly isWrapped?: boolean;
  /** Cells are locked unless this says false; it only matters on a protected sheet. */
  readonly isLocked?: boolean;
  /** The sides with a line, in this order: T(op), B(ottom), L(eft), R(ight). */
  readonly lines?: string;
}

/** Kinds of conditional formats as Excel names them; only custom ones are open here, the rest is carried along. */
export type ConditionalKind =
  'Custom' | 'DataBar' | 'ColorScale' | 'IconSet' | 'TopBottom' | 'PresetCriteria' | 'ContainsText' | 'CellValue';

/** One conditional format; the first of a sheet's list has the highest priority. */
export interface PlainConditionalFormat {
  readonly id: string;
  readonly kind: ConditionalKind;
  /** A1 areas without the sheet's name. */
  readonly areas: readonly string[];
  readonly stopIfTrue: boolean;
  /** Formula of a custom one, with its "="; null for other kinds. */
  readonly formula: string | null;
  readonly fill: Colour;
  readonly fontColour: Colour;
  readonly isBold: boolean;
  /** "None", "Single" or "Double"; left out: it sets none. */
  readonly underline?: string;
  /** What Excel cannot do with it any more; left out: nothing is wrong with it. */
  readonly trouble?: ConditionalTrouble;
  /** Borders that it draws, by side. */
  readonly borders?: Readonly<Partial<Record<BorderSide, PlainBorder>>>;
}

/**
 * broken: every member throws, its id too, until the file is opened again (what Ctrl+Z leaves of a deleted one) ·
 * unreadable: listed with id and kind, but rule and cells cannot be read (a duplicate, a second one of a kind) ·
 * undeletable: can be read, but deleting it is ItemNotFound (after editing by hand).
 */
type ConditionalTrouble = 'broken' | 'unreadable' | 'undeletable';

export type BorderSide = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight';

/** A border of a conditional format; style as Excel names it, such as "Continuous". */
export interface PlainBorder {
  readonly style: string;
  readonly colour: string;
}

/** A threaded comment. */
interface PlainComment {
  readonly id: string;
  /** A1 without the sheet's name. */
  readonly cell: string;
  readonly content: string;
  readonly author: string;
  readonly isResolved: boolean;
}

/** What a protected sheet still allows; names as Excel has them. */
export interface ProtectionOptions {
  readonly allowFormatCells: boolean;
  readonly allowEditObjects: boolean;
}

/** A data validation: cells whose value is not in the list are not valid. */
export interface PlainValidation {
  readonly area: string;
  /** The values that are allowed. */
  readonly list: readonly string[];
}

/** One sheet; what is left out is empty. */
export interface PlainSheet {
  readonly id: string;
  readonly name: string;
  /** A chart sheet has no cells. */
  readonly kind?: 'worksheet' | 'chart';
  readonly visibility?: 'visible' | 'hidden' | 'very-hidden';
  /** Cells by their A1 address. */
  readonly cells?: Readonly<Record<string, PlainCell>>;
  readonly merges?: readonly string[];
  readonly conditionalFormats?: readonly PlainConditionalFormat[];
  readonly comments?: readonly PlainComment[];
  /** null: not protected. */
  readonly protection?: ProtectionOptions | null;
  /** Zero-based. */
  readonly hiddenRows?: readonly number[];
  /** Zero-based. */
  readonly hiddenColumns?: readonly number[];
  /** Areas that a dynamic-array formula in their top left cell spills over. */
  readonly spills?: readonly string[];
  readonly validations?: readonly PlainValidation[];
  /** The area with an automatic filter. */
  readonly autoFilter?: string | null;
  readonly customProperties?: Readonly<Record<string, string>>;
  /** Widths in points by zero-based column, where one was set. */
  readonly columnWidths?: Readonly<Record<string, number>>;
  /** How many rows from the top stay in sight. */
  readonly frozenRows?: number;
}

/** A whole workbook. */
export interface PlainWorkbook {
  readonly name: string;
  readonly sheets: readonly PlainSheet[];
  /** Id of the sheet in front; the first one when left out. */
  readonly activeSheet?: string;
  /** A1 on the active sheet. */
  readonly selection?: string;
  readonly isReadOnly?: boolean;
  /** Whether sheets may not be added, taken away, renamed, hidden or shown. */
  readonly isStructureProtected?: boolean;
  /** Kept in the workbook by add-ins; values are JSON. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Settings of the older document interface, as it stores them. */
  readonly documentSettings?: Readonly<Record<string, string>>;
}

/** One cell of the model: an unchangeable record, replaced when the cell changes. */
import type { CellValue } from '../../core/sheet/snapshot';
import type { Colour, PlainCell } from './plain';

export interface ModelCell {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly text: string | null;
  readonly isPrefixed: boolean;
  readonly fill: Colour;
  readonly fontColour: Colour;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isWrapped: boolean;
  readonly isLocked: boolean;
  readonly lines: string;
}

/** A cell that nobody ever touched. */
export const emptyCell: ModelCell = {
  value: null,
  formula: null,
  numberFormat: 'General',
  text: null,
  isPrefixed: false,
  fill: null,
  fontColour: null,
  isBold: false,
  isItalic: false,
  isWrapped: false,
  isLocked: true,
  lines: '',
};

/** Whether the cell holds neither a value nor a format, so that it need not be kept. */
export function isUntouched(cell: ModelCell): boolean {
  return (Object.keys(emptyCell) as (keyof ModelCell)[]).every((key) => cell[key] === emptyCell[key]);
}

/** The cell as plain data, without what is the default anyway. */
export function cellToPlain(cell: ModelCell): PlainCell {
  const entries = (Object.keys(emptyCell) as (keyof ModelCell)[])
    .filter((key) => cell[key] !== emptyCell[key])
    .map((key) => [key, cell[key]] as const);
  return Object.fromEntries(entries);
}

/** The cell from plain data. */
export function cellFromPlain(plain: PlainCell): ModelCell {
  return { ...emptyCell, ...plain };
}

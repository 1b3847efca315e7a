/** What a cell of the demo's grid looks like, and what its editor starts with. */
import { contains, type Area, type CellRef } from '../../core/sheet/cellRef';
import { isCellError } from '../../core/sheet/snapshot';
import type { SimulatedSheet } from '../../simulator/model';
import { smallCalculator } from '../../simulator/model/calculator';

export interface CellLook {
  readonly text: string;
  readonly isNumber: boolean;
  readonly isBold: boolean;
  /** "#RRGGBB", a conditional format over the cell's own; null is none. */
  readonly fill: string | null;
  readonly fontColour: string | null;
  /** Whether a conditional format holds, so that it can be shown otherwise than by colour, too. */
  readonly isMarked: boolean;
}

const calculator = smallCalculator();

/** The look of the cell, or of a merge's anchor. */
export function lookOf(sheet: SimulatedSheet, ref: CellRef): CellLook {
  const cell = sheet.cellAt(ref);
  const holding = sheet.conditionalFormats.filter(
    (format) => format.areas.some((area) => contains(area, ref)) && holds(sheet, format.formula),
  );
  // The first that says something has the last word, as in Excel.
  const fill = holding.find((format) => format.fill !== null)?.fill ?? cell.fill;
  const fontColour = holding.find((format) => format.fontColour !== null)?.fontColour ?? cell.fontColour;
  return {
    text: sheet.textAt(ref),
    isNumber: typeof cell.value === 'number',
    isBold: cell.isBold || holding.some((format) => format.isBold),
    fill,
    fontColour,
    isMarked: holding.length > 0,
  };
}

/** Where a sheet has lines, and which of its cells are in use. */
export interface Framing {
  readonly isWithin: (ref: CellRef) => boolean;
  /** The lines after a cell or a merge: a line between two cells may be of either. */
  readonly linesAfter: (area: Area) => { readonly right: boolean; readonly below: boolean };
}

/** The lines of the sheet; of one that says nothing of lines, such as a workbook of plain data, around all that is in use. */
export function framingOf(sheet: SimulatedSheet): Framing {
  const used = sheet.usedArea(false);
  const isWithin = (ref: CellRef): boolean => used !== null && contains(used, ref);
  const saysLines = [...sheet.keptCells()].some(({ cell }) => cell.lines !== '');
  const has = (row: number, column: number, side: string): boolean =>
    sheet.cellAt({ row, column }).lines.includes(side);
  return {
    isWithin,
    linesAfter({ bottom, left, right, top }) {
      if (!saysLines) {
        const isFramed = isWithin({ row: top, column: left });
        return { right: isFramed, below: isFramed };
      }
      return {
        right: has(top, right, 'R') || has(top, right + 1, 'L'),
        below: has(bottom, left, 'B') || has(bottom + 1, left, 'T'),
      };
    },
  };
}

/** Whether the rule of a custom conditional format holds; references are read as they stand, without shifting. */
function holds(sheet: SimulatedSheet, formula: string | null): boolean {
  if (formula === null) return false;
  const value = calculator.calculate(formula, (_, ref) => sheet.valueAt(ref));
  return value === true || (typeof value === 'number' && value !== 0);
}

/** What the editor shows: the formula, or the value as it would have to be typed. */
export function editableText(sheet: SimulatedSheet, ref: CellRef): string {
  const { formula, isPrefixed, value } = sheet.cellAt(ref);
  if (formula !== null) return formula;
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return `${isPrefixed ? "'" : ''}${value}`;
}

/** Widths in pixels of the first `count` columns: the model keeps none, so they follow what stands in the cells. */
export function columnWidths(sheet: SimulatedSheet, count: number): readonly number[] {
  const widest = Array.from({ length: count }, () => 0);
  for (const { ref } of sheet.keptCells()) {
    const merge = sheet.mergeAt(ref);
    const spansColumns = merge !== null && merge.left !== merge.right;
    if (spansColumns || ref.column >= count) continue;
    const widths = sheet.textAt(ref).split('\n').map(widthOf);
    widest[ref.column] = Math.max(widest[ref.column] ?? 0, ...widths);
  }
  return widest.map((width) => (width === 0 ? 72 : Math.min(196, Math.max(56, 14 + width))));
}

/** Pixels that a line takes at 13 pixels: a Chinese character is a square. */
function widthOf(line: string): number {
  const squares = line.match(/[\u2e80-\uffef]/g)?.length ?? 0;
  return squares * 13.5 + (line.length - squares) * 8;
}

/** What is common to the parts of a range's format: they speak for all cells of its areas. */
import type { Area } from '../../../core/sheet/cellRef';
import { cellsInArea, cellCount } from '../../model/areas';
import type { ModelCell } from '../../model/cell';
import { ExcelObject, type Surroundings, type Wire } from '../excelObject';
import { HostError } from '../hostError';
import { sheetStillThere, type SheetHandle } from './sheetHandle';

/** Above this, formats are written only to cells that exist; the rest would be a million records. */
export const formattingLimit = 200_000;

/** The cells that a format object speaks for. */
export abstract class FormatPart extends ExcelObject {
  constructor(
    host: Surroundings,
    readonly handle: SheetHandle,
    readonly areas: readonly Area[],
  ) {
    super(host);
  }

  /** One value for all cells, or null where they differ. */
  common<Value extends Wire>(pick: (cell: ModelCell) => Value): Value | null {
    const sheet = sheetStillThere(this, this.handle, this.type.name);
    let found: Value | undefined;
    let seen = 0;
    for (const area of this.areas) {
      for (const { cell } of sheet.keptCells(area)) {
        const value = pick(cell);
        if (found !== undefined && found !== value) return null;
        found = value;
        seen += 1;
      }
    }
    const first = sheet.cellAt({ row: this.areas[0]?.top ?? 0, column: this.areas[0]?.left ?? 0 });
    if (found === undefined) return pick(first);
    // Cells that were never touched have the default.
    const hasOthers = seen < this.areas.reduce((sum, area) => sum + cellCount(area), 0);
    return hasOthers && found !== pick(emptyLike(first)) ? null : found;
  }

  /** Formats every cell. */
  patch(change: Partial<ModelCell>, location: string): void {
    const sheet = sheetStillThere(this, this.handle, location);
    if (sheet.protection !== null && !sheet.protection.allowFormatCells) throw new HostError('AccessDenied', location);
    for (const area of this.areas) {
      if (cellCount(area) > formattingLimit)
        throw new HostError('InvalidArgument', location, 'Too many cells to format');
      for (const ref of cellsInArea(area)) sheet.change(ref, change);
    }
    this.workbook.tell({ kind: 'appearance', sheetId: sheet.id, origin: 'add-in' });
  }
}

const emptyLike = (cell: ModelCell): ModelCell => ({
  ...cell,
  fill: null,
  fontColour: null,
  isBold: false,
  isItalic: false,
  isWrapped: false,
  isLocked: true,
});

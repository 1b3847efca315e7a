/** RangeFormat with its fill, font and protection: enough to read them and to see that they stay untouched. */
import type { Area } from '../../../core/sheet/cellRef';
import { cellsInArea, cellCount } from '../../model/areas';
import type { ModelCell } from '../../model/cell';
import { colourOf, truthOf } from '../arguments';
import { ExcelObject, typeOf, type ObjectType, type Surroundings, type Wire } from '../excelObject';
import { HostError } from '../hostError';
import { sheetStillThere, type SheetHandle } from './sheetHandle';

/** Above this, formats are written only to cells that exist; the rest would be a million records. */
const formattingLimit = 200_000;

/** The cells that a format object speaks for. */
abstract class FormatPart extends ExcelObject {
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

export class RangeFillObject extends FormatPart {
  override readonly type: ObjectType = rangeFillType;
}

const rangeFillType = typeOf<RangeFillObject>('RangeFill', ({ property, action, seen }) => ({
  // A cell without fill says white, as Excel does.
  color: seen(
    property(
      '1.1',
      (fill) => fill.common((cell) => cell.fill ?? '#FFFFFF'),
      (fill, value, location) => fill.patch({ fill: colourOf(value, location) }, location),
    ),
  ),
  clear: action('1.1', (fill, given) => {
    fill.patch({ fill: null }, given.location);
    return null;
  }),
}));

export class RangeFontObject extends FormatPart {
  override readonly type: ObjectType = rangeFontType;
}

const rangeFontType = typeOf<RangeFontObject>('RangeFont', ({ property, seen }) => ({
  color: property(
    '1.1',
    (font) => font.common((cell) => cell.fontColour ?? '#000000'),
    (font, value, location) => font.patch({ fontColour: colourOf(value, location) }, location),
  ),
  bold: seen(
    property(
      '1.1',
      (font) => font.common((cell) => cell.isBold),
      (font, value, location) => font.patch({ isBold: truthOf(value, location) }, location),
    ),
  ),
  italic: property(
    '1.1',
    (font) => font.common((cell) => cell.isItalic),
    (font, value, location) => font.patch({ isItalic: truthOf(value, location) }, location),
  ),
}));

export class FormatProtectionObject extends FormatPart {
  override readonly type: ObjectType = formatProtectionType;
}

const formatProtectionType = typeOf<FormatProtectionObject>('FormatProtection', ({ property }) => ({
  locked: property(
    '1.2',
    (protection) => protection.common((cell) => cell.isLocked),
    (protection, value, location) => {
      const isLocked = truthOf(value, location);
      if (sheetStillThere(protection, protection.handle, location).protection !== null) {
        throw new HostError('AccessDenied', location);
      }
      protection.patch({ isLocked }, location);
    },
  ),
}));

export class RangeFormatObject extends FormatPart {
  override readonly type: ObjectType = rangeFormatType;

  part(kind: 'fill' | 'font' | 'protection'): ExcelObject {
    const classes = { fill: RangeFillObject, font: RangeFontObject, protection: FormatProtectionObject };
    return new classes[kind](this.host, this.handle, this.areas);
  }

  /** In points; null where columns differ, 48 where none was set. */
  get columnWidth(): number | null {
    const sheet = sheetStillThere(this, this.handle, 'RangeFormat.columnWidth');
    const widths = new Set(this.columns().map((column) => sheet.columnWidths.get(column) ?? standardWidth));
    const [width = null] = widths;
    return widths.size === 1 ? width : null;
  }

  setColumnWidth(value: unknown, location: string): void {
    const sheet = sheetStillThere(this, this.handle, location);
    if (sheet.protection !== null && !sheet.protection.allowFormatCells) throw new HostError('AccessDenied', location);
    if (typeof value !== 'number' || value < 0) throw new HostError('InvalidArgument', location);
    sheet.columnWidths = new Map([...sheet.columnWidths, ...this.columns().map((column) => [column, value] as const)]);
    this.workbook.tell({ kind: 'appearance', sheetId: sheet.id, origin: 'add-in' });
  }

  private columns(): readonly number[] {
    return this.areas.flatMap(({ left, right }) =>
      Array.from({ length: right - left + 1 }, (_, index) => left + index),
    );
  }
}

const standardWidth = 48;

const rangeFormatType = typeOf<RangeFormatObject>('RangeFormat', ({ child, property, seen }) => ({
  fill: seen(child('1.1', (format) => format.part('fill'))),
  font: seen(child('1.1', (format) => format.part('font'))),
  protection: child('1.2', (format) => format.part('protection')),
  wrapText: property(
    '1.1',
    (format) => format.common((cell) => cell.isWrapped),
    (format, value, location) => format.patch({ isWrapped: truthOf(value, location) }, location),
  ),
  columnWidth: property(
    '1.2',
    (format) => format.columnWidth,
    (format, value, location) => format.setColumnWidth(value, location),
  ),
}));

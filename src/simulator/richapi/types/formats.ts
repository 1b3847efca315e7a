/** RangeFormat with its fill, font and protection: enough to read them and to see that they stay untouched. */
import { colourOf, truthOf } from '../arguments';
import { type ExcelObject, typeOf, type ObjectType } from '../excelObject';
import { HostError } from '../hostError';
import { RangeBorderCollectionObject } from './borders';
import { FormatPart } from './formatPart';
import { sheetStillThere } from './sheetHandle';

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
  borders: child('1.1', ({ areas, handle, host }) => new RangeBorderCollectionObject(host, handle, areas)),
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

/** Conditional formats: the list over some cells, one format, and what a custom one is made of. */
import type { Area } from '../../../core/sheet/cellRef';
import { overlap, without } from '../../model/areas';
import type { BorderSide, ConditionalKind, PlainBorder } from '../../model/plain';
import type { ConditionalFormat, SimulatedSheet } from '../../model/sheet';
import { colourOf, textOf, truthOf } from '../arguments';
import { ExcelCollection, ExcelObject, typeOf, type ObjectType, type Surroundings } from '../excelObject';
import { HostError } from '../hostError';
import { RangeObject } from './range';
import { RangeAreasObject } from './rangeAreas';
import { sheetStillThere, type SheetHandle } from './sheetHandle';

const kinds: readonly ConditionalKind[] = [
  'Custom',
  'DataBar',
  'ColorScale',
  'IconSet',
  'TopBottom',
  'PresetCriteria',
  'ContainsText',
  'CellValue',
];

function writable(object: ExcelObject, handle: SheetHandle, location: string): SimulatedSheet {
  const sheet = sheetStillThere(object, handle, location);
  if (sheet.protection !== null && !sheet.protection.allowFormatCells) throw new HostError('AccessDenied', location);
  return sheet;
}

/** The conditional formats that touch some cells. */
export class ConditionalFormatCollectionObject extends ExcelCollection {
  override readonly type: ObjectType = conditionalFormatCollectionType;

  constructor(
    host: Surroundings,
    readonly handle: SheetHandle,
    readonly areas: readonly Area[],
  ) {
    super(host);
  }

  override items(): readonly ConditionalFormatObject[] {
    return sheetStillThere(this, this.handle, this.type.name)
      .conditionalFormats.filter((format) =>
        format.areas.some((area) => this.areas.some((other) => overlap(area, other) !== null)),
      )
      .map(({ id }) => new ConditionalFormatObject(this.host, this.handle, id));
  }

  override item(key: unknown, location: string): ConditionalFormatObject {
    const item = this.items().find(({ id }) => id === key);
    if (item === undefined) throw new HostError('ItemNotFound', location);
    return item;
  }

  add(kind: ConditionalKind, location: string): ConditionalFormatObject {
    const sheet = writable(this, this.handle, location);
    const id = this.workbook.nextId('F');
    const format: ConditionalFormat = {
      id,
      kind,
      areas: this.areas,
      stopIfTrue: false,
      formula: null,
      fill: null,
      fontColour: null,
      isBold: false,
    };
    // The newest one has the highest priority.
    sheet.conditionalFormats = [format, ...sheet.conditionalFormats];
    this.workbook.tell({ kind: 'appearance', sheetId: sheet.id, origin: 'add-in' });
    return new ConditionalFormatObject(this.host, this.handle, id);
  }

  clearAll(location: string): void {
    const sheet = writable(this, this.handle, location);
    sheet.conditionalFormats = sheet.conditionalFormats
      .map((format) => ({
        ...format,
        areas: this.areas.reduce<readonly Area[]>(
          (rest, cut) => rest.flatMap((area) => without(area, cut)),
          format.areas,
        ),
      }))
      .filter(({ areas }) => areas.length > 0);
    this.workbook.tell({ kind: 'appearance', sheetId: sheet.id, origin: 'add-in' });
  }
}

const conditionalFormatCollectionType = typeOf<ConditionalFormatCollectionObject>(
  'ConditionalFormatCollection',
  ({ method, action }) => ({
    add: action('1.6', (formats, given) => formats.add(given.oneOf(0, kinds), given.location)),
    clearAll: action('1.6', (formats, given) => {
      formats.clearAll(given.location);
      return null;
    }),
    getCount: method('1.6', (formats) => formats.items().length),
    getItem: method('1.6', (formats, given) => formats.item(given.text(0), given.location)),
    getItemAt: method('1.6', (formats, given) => {
      const item = formats.items()[given.whole(0)];
      if (item === undefined) throw new HostError('ItemNotFound', given.location);
      return item;
    }),
    getItemOrNullObject: method(
      '1.14',
      (formats, given) => formats.items().find(({ id }) => id === given.text(0)) ?? null,
    ),
  }),
);

/** One conditional format, by its id. */
export class ConditionalFormatObject extends ExcelObject {
  override readonly type: ObjectType = conditionalFormatType;

  constructor(
    host: Surroundings,
    readonly handle: SheetHandle,
    readonly id: string,
  ) {
    super(host);
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { Id: this.id };
  }

  /** The format as it is now. */
  get format(): ConditionalFormat {
    const sheet = sheetStillThere(this, this.handle, this.type.name);
    const format = sheet.conditionalFormats.find(({ id }) => id === this.id);
    if (format === undefined || format.trouble === 'broken') throw new HostError('ItemNotFound', this.type.name);
    return format;
  }

  /** The format, where its rule and its cells can be read. */
  get readable(): ConditionalFormat {
    const { format } = this;
    if (format.trouble === 'unreadable') throw new HostError('GeneralException', this.type.name);
    return format;
  }

  /** Changes the format, takes it away (null), or moves it to another priority. */
  replace(next: ConditionalFormat | null, location: string, priority: number | null = null): void {
    const sheet = writable(this, this.handle, location);
    const { format } = this;
    const index = sheet.conditionalFormats.indexOf(format);
    const list = sheet.conditionalFormats.filter((other) => other !== format);
    if (next !== null) list.splice(priority ?? index, 0, next);
    sheet.conditionalFormats = list;
    this.workbook.tell({ kind: 'appearance', sheetId: sheet.id, origin: 'add-in' });
  }

  get custom(): CustomConditionalFormatObject | null {
    return this.readable.kind === 'Custom' ? new CustomConditionalFormatObject(this) : null;
  }
}

const conditionalFormatType = typeOf<ConditionalFormatObject>(
  'ConditionalFormat',
  ({ property, child, method, action }) => ({
    id: property('1.6', ({ format }) => format.id),
    type: property('1.6', ({ format }) => format.kind),
    priority: property(
      '1.6',
      (self) => sheetStillThere(self, self.handle, 'ConditionalFormat').conditionalFormats.indexOf(self.format),
      (self, value, location) => {
        if (typeof value !== 'number' || value < 0) throw new HostError('InvalidArgument', location);
        self.replace(self.format, location, value);
      },
    ),
    stopIfTrue: property(
      '1.6',
      ({ format }) => format.stopIfTrue,
      (self, value, location) => self.replace({ ...self.format, stopIfTrue: truthOf(value, location) }, location),
    ),
    custom: child('1.6', (self) => {
      const { custom } = self;
      // Seen in practice: asking a data bar for its custom rule makes the whole batch fail.
      if (custom === null) throw new HostError('InvalidOperation', 'ConditionalFormat.custom');
      return custom;
    }),
    customOrNullObject: child('1.6', ({ custom }) => custom),
    getRange: method('1.6', (self, given) => {
      const [area, ...others] = self.readable.areas;
      if (area === undefined || others.length > 0) throw new HostError('InvalidOperation', given.location);
      return new RangeObject(self.host, self.handle, area);
    }),
    getRangeOrNullObject: method('1.6', (self) => {
      const [area, ...others] = self.readable.areas;
      return area === undefined || others.length > 0 ? null : new RangeObject(self.host, self.handle, area);
    }),
    getRanges: method('1.9', (self) => new RangeAreasObject(self.host, self.handle, self.readable.areas)),
    delete: action('1.6', (self, given) => {
      if (self.format.trouble === 'undeletable') throw new HostError('ItemNotFound', given.location);
      self.replace(null, given.location);
      return null;
    }),
  }),
);

/** A part of a custom conditional format. */
abstract class ConditionalPart extends ExcelObject {
  constructor(readonly owner: ConditionalFormatObject) {
    super(owner.host);
  }

  patch(change: Partial<ConditionalFormat>, location: string): void {
    this.owner.replace({ ...this.owner.format, ...change }, location);
  }
}

export class CustomConditionalFormatObject extends ConditionalPart {
  override readonly type: ObjectType = customConditionalFormatType;
}

const customConditionalFormatType = typeOf<CustomConditionalFormatObject>('CustomConditionalFormat', ({ child }) => ({
  rule: child('1.6', ({ owner }) => new ConditionalFormatRuleObject(owner)),
  format: child('1.6', ({ owner }) => new ConditionalRangeFormatObject(owner)),
}));

export class ConditionalFormatRuleObject extends ConditionalPart {
  override readonly type: ObjectType = conditionalFormatRuleType;
}

const conditionalFormatRuleType = typeOf<ConditionalFormatRuleObject>('ConditionalFormatRule', ({ property }) => ({
  formula: property(
    '1.6',
    ({ owner }) => owner.format.formula ?? '',
    (rule, value, location) => rule.patch({ formula: textOf(value, location) }, location),
  ),
}));

export class ConditionalRangeFormatObject extends ConditionalPart {
  override readonly type: ObjectType = conditionalRangeFormatType;
}

const conditionalRangeFormatType = typeOf<ConditionalRangeFormatObject>('ConditionalRangeFormat', ({ child }) => ({
  fill: child('1.6', ({ owner }) => new ConditionalRangeFillObject(owner)),
  font: child('1.6', ({ owner }) => new ConditionalRangeFontObject(owner)),
  borders: child('1.6', ({ owner }) => new ConditionalRangeBorderCollectionObject(owner)),
}));

const sides: readonly BorderSide[] = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'];
const borderStyles = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot'];

export class ConditionalRangeBorderCollectionObject extends ExcelCollection {
  override readonly type: ObjectType = conditionalRangeBorderCollectionType;

  constructor(readonly owner: ConditionalFormatObject) {
    super(owner.host);
  }

  override items(): readonly ConditionalRangeBorderObject[] {
    return sides.map((side) => new ConditionalRangeBorderObject(this.owner, side));
  }

  override item(key: unknown, location: string): ConditionalRangeBorderObject {
    const side = sides.find((each) => each === key);
    if (side === undefined) throw new HostError('InvalidArgument', location);
    return new ConditionalRangeBorderObject(this.owner, side);
  }
}

const conditionalRangeBorderCollectionType = typeOf<ConditionalRangeBorderCollectionObject>(
  'ConditionalRangeBorderCollection',
  ({ property, child, method }) => ({
    count: property('1.6', () => sides.length),
    getItem: method('1.6', (borders, given) => borders.item(given.text(0), given.location)),
    top: child('1.6', ({ owner }) => new ConditionalRangeBorderObject(owner, 'EdgeTop')),
    bottom: child('1.6', ({ owner }) => new ConditionalRangeBorderObject(owner, 'EdgeBottom')),
    left: child('1.6', ({ owner }) => new ConditionalRangeBorderObject(owner, 'EdgeLeft')),
    right: child('1.6', ({ owner }) => new ConditionalRangeBorderObject(owner, 'EdgeRight')),
  }),
);

export class ConditionalRangeBorderObject extends ConditionalPart {
  override readonly type: ObjectType = conditionalRangeBorderType;

  constructor(
    owner: ConditionalFormatObject,
    readonly side: BorderSide,
  ) {
    super(owner);
  }

  get border(): PlainBorder {
    return this.owner.format.borders?.[this.side] ?? { style: 'None', colour: '#000000' };
  }

  draw(change: Partial<PlainBorder>, location: string): void {
    // A colour for a border that is not there draws one.
    const started = this.border.style === 'None' ? { style: 'Continuous', colour: '#000000' } : this.border;
    this.patch({ borders: { ...this.owner.format.borders, [this.side]: { ...started, ...change } } }, location);
  }
}

const conditionalRangeBorderType = typeOf<ConditionalRangeBorderObject>('ConditionalRangeBorder', ({ property }) => ({
  sideIndex: property('1.6', ({ side }) => side),
  style: property(
    '1.6',
    ({ border }) => border.style,
    (border, value, location) => {
      const style = textOf(value, location);
      if (!borderStyles.includes(style)) throw new HostError('InvalidArgument', location);
      border.draw({ style }, location);
    },
  ),
  color: property(
    '1.6',
    ({ border }) => border.colour,
    (border, value, location) => border.draw({ colour: colourOf(value, location) }, location),
  ),
}));

export class ConditionalRangeFillObject extends ConditionalPart {
  override readonly type: ObjectType = conditionalRangeFillType;
}

const conditionalRangeFillType = typeOf<ConditionalRangeFillObject>('ConditionalRangeFill', ({ property, action }) => ({
  color: property(
    '1.6',
    ({ owner }) => owner.format.fill ?? '',
    (fill, value, location) => fill.patch({ fill: colourOf(value, location) }, location),
  ),
  clear: action('1.6', (fill, given) => {
    fill.patch({ fill: null }, given.location);
    return null;
  }),
}));

export class ConditionalRangeFontObject extends ConditionalPart {
  override readonly type: ObjectType = conditionalRangeFontType;
}

const conditionalRangeFontType = typeOf<ConditionalRangeFontObject>('ConditionalRangeFont', ({ property, action }) => ({
  color: property(
    '1.6',
    ({ owner }) => owner.format.fontColour ?? '',
    (font, value, location) => font.patch({ fontColour: colourOf(value, location) }, location),
  ),
  bold: property(
    '1.6',
    ({ owner }) => owner.format.isBold,
    (font, value, location) => font.patch({ isBold: truthOf(value, location) }, location),
  ),
  underline: property(
    '1.6',
    ({ owner }) => owner.format.underline ?? 'None',
    (font, value, location) => {
      const underline = textOf(value, location);
      if (!['None', 'Single', 'Double'].includes(underline)) throw new HostError('InvalidArgument', location);
      font.patch({ underline }, location);
    },
  ),
  clear: action('1.6', (font, given) => {
    font.patch({ fontColour: null, isBold: false, underline: 'None' }, given.location);
    return null;
  }),
}));

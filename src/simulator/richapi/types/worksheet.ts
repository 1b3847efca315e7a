/** Worksheet and the list of worksheets. Chart sheets are no worksheets: the list leaves them out. */
import type { Area } from '../../../core/sheet/cellRef';
import { isOnSheet, parseAddress, splitAddresses, wholeSheet } from '../../model/areas';
import type { SimulatedSheet } from '../../model/sheet';
import type { SimulatedWorkbook } from '../../model/workbook';
import { textOf, type Arguments } from '../arguments';
import { ExcelCollection, ExcelObject, typeOf, type Method, type ObjectType, type Surroundings } from '../excelObject';
import { HostError } from '../hostError';
import { AutoFilterObject } from './autoFilter';
import { CommentCollectionObject } from './comments';
import { WorksheetCustomPropertyCollectionObject } from './customProperties';
import { eventTypes, workbookTarget } from './eventTypes';
import { RangeObject } from './range';
import { WorksheetFreezePanesObject } from './freezePanes';
import { RangeAreasObject } from './rangeAreas';
import { sheetStillThere, type SheetHandle } from './sheetHandle';
import { WorksheetProtectionObject } from './worksheetProtection';

/** A longer list of addresses is refused. */
const addressLimit = 8192;

const visibilities = { visible: 'Visible', hidden: 'Hidden', 'very-hidden': 'VeryHidden' } as const;

export class WorksheetObject extends ExcelObject {
  override readonly type: ObjectType = worksheetType;

  constructor(
    host: Surroundings,
    readonly handle: SheetHandle,
  ) {
    super(host);
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { Id: this.sheet.id };
  }

  get sheet(): SimulatedSheet {
    return sheetStillThere(this, this.handle, 'Worksheet');
  }

  /** @throws HostError InvalidArgument when the text is no address of this sheet. */
  area(address: string, location: string): Area {
    try {
      const parsed = parseAddress(address);
      const isOther = parsed.sheet !== null && this.workbook.sheet(parsed.sheet) !== this.sheet;
      if (!isOther) return parsed.area;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    throw new HostError('InvalidArgument', location);
  }

  range(address: string | null, location: string): RangeObject {
    const { sheet } = this;
    const area = address === null ? wholeSheet : this.area(address, location);
    return new RangeObject(this.host, { sheetId: sheet.id }, area);
  }

  byIndexes(top: number, left: number, rows: number, columns: number, location: string): RangeObject {
    const area = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
    if (!isOnSheet(area)) throw new HostError('InvalidArgument', location);
    return new RangeObject(this.host, { sheetId: this.sheet.id }, area);
  }

  used(valuesOnly: boolean): RangeObject | null {
    const failure = this.host.failureOf(this.sheet.id);
    if (failure !== null) throw new HostError(failure, 'Worksheet.getUsedRange');
    const area = this.sheet.usedArea(valuesOnly);
    return area === null ? null : new RangeObject(this.host, { sheetId: this.sheet.id }, area);
  }
}

const listening = (since: string, type: number, isOn: boolean): Method => ({
  kind: 'method',
  since,
  isSeen: type === eventTypes.changed,
  writes: false,
  call: (object) => {
    object.host.listen(type, object instanceof WorksheetObject ? object.sheet.id : workbookTarget, isOn);
    return null;
  },
});

function refuseProtectedStructure({ isStructureProtected }: SimulatedWorkbook, location: string): void {
  if (isStructureProtected) throw new HostError('AccessDenied', location);
}

function renamed({ workbook, sheet }: WorksheetObject, value: unknown, location: string): void {
  refuseProtectedStructure(workbook, location);
  const name = textOf(value, location);
  if (name === '' || name.length > 31 || /[[\]:*?/\\]/u.test(name)) throw new HostError('InvalidArgument', location);
  const other = workbook.sheets.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (other !== undefined && other !== sheet) throw new HostError('ItemAlreadyExists', location);
  sheet.name = name;
  workbook.tell({ kind: 'sheets', origin: 'add-in' });
}

function shown({ workbook, sheet }: WorksheetObject, value: unknown, location: string): void {
  refuseProtectedStructure(workbook, location);
  const entry = Object.entries(visibilities).find(([, wire]) => wire === value);
  if (entry === undefined) throw new HostError('InvalidArgument', location);
  const visibility = entry[0] as keyof typeof visibilities;
  const others = workbook.sheets.filter((each) => each !== sheet && each.visibility === 'visible');
  if (visibility !== 'visible' && others.length === 0) throw new HostError('InvalidOperation', location);
  sheet.visibility = visibility;
  workbook.tell({ kind: 'sheets', origin: 'add-in' });
}

const worksheetType = typeOf<WorksheetObject>('Worksheet', ({ property, child, method, action, seen }) => ({
  id: seen(property('1.1', ({ sheet }) => sheet.id)),
  name: seen(property('1.1', ({ sheet }) => sheet.name, renamed)),
  position: property('1.1', ({ workbook, sheet }) => workbook.sheets.indexOf(sheet)),
  visibility: property('1.1', ({ sheet }) => visibilities[sheet.visibility], shown),
  protection: seen(child('1.2', ({ host, handle }) => new WorksheetProtectionObject(host, handle))),
  freezePanes: child('1.7', ({ host, handle }) => new WorksheetFreezePanesObject(host, handle)),
  autoFilter: child('1.9', ({ host, handle }) => new AutoFilterObject(host, handle)),
  comments: child('1.10', ({ host, handle }) => new CommentCollectionObject(host, handle)),
  customProperties: child('1.12', ({ host, handle }) => new WorksheetCustomPropertyCollectionObject(host, handle)),
  getRange: seen(method('1.1', (sheet, given) => sheet.range(given.optionalText(0), given.location))),
  getRangeByIndexes: method('1.7', (sheet, given) =>
    sheet.byIndexes(given.whole(0), given.whole(1), given.whole(2), given.whole(3), given.location),
  ),
  getCell: method('1.1', (sheet, given) => sheet.byIndexes(given.whole(0), given.whole(1), 1, 1, given.location)),
  getRanges: method('1.9', (self, given) => rangesOf(self, given)),
  // An empty sheet answers its first cell.
  getUsedRange: seen(
    method('1.1', (self, given) => self.used(given.optionalTruth(0)) ?? self.byIndexes(0, 0, 1, 1, given.location)),
  ),
  getUsedRangeOrNullObject: method('1.4', (self, given) => self.used(given.optionalTruth(0))),
  activate: method('1.1', ({ workbook, sheet }, given) => {
    if (sheet.visibility !== 'visible') throw new HostError('InvalidOperation', given.location);
    workbook.activate(sheet.id, 'add-in');
    return null;
  }),
  calculate: method('1.6', ({ workbook }) => {
    workbook.recalculate();
    return null;
  }),
  delete: action('1.1', ({ workbook, sheet }, given) => {
    refuseProtectedStructure(workbook, given.location);
    const others = workbook.sheets.filter((each) => each !== sheet && each.visibility === 'visible');
    if (others.length === 0 || sheet.visibility === 'very-hidden')
      throw new HostError('InvalidOperation', given.location);
    workbook.removeSheet(sheet.id, 'add-in');
    return null;
  }),
  _RegisterDataChangedEvent: listening('1.7', eventTypes.changed, true),
  _UnregisterDataChangedEvent: listening('1.7', eventTypes.changed, false),
  _RegisterActivatedEvent: listening('1.7', eventTypes.activated, true),
  _UnregisterActivatedEvent: listening('1.7', eventTypes.activated, false),
  _RegisterDeactivatedEvent: listening('1.7', eventTypes.deactivated, true),
  _UnregisterDeactivatedEvent: listening('1.7', eventTypes.deactivated, false),
  _RegisterSelectionChangedEvent: listening('1.7', eventTypes.selectionChanged, true),
  _UnregisterSelectionChangedEvent: listening('1.7', eventTypes.selectionChanged, false),
}));

function rangesOf(self: WorksheetObject, given: Arguments): RangeAreasObject {
  const list = given.optionalText(0);
  if (list !== null && (list.length > addressLimit || list === '')) given.refuse();
  const areas = list === null ? [wholeSheet] : splitAddresses(list).map((part) => self.area(part, given.location));
  return new RangeAreasObject(self.host, { sheetId: self.sheet.id }, areas);
}

export class WorksheetCollectionObject extends ExcelCollection {
  override readonly type: ObjectType = worksheetCollectionType;

  override items(): readonly WorksheetObject[] {
    return this.listed(false);
  }

  listed(visibleOnly: boolean): readonly WorksheetObject[] {
    return this.workbook.sheets
      .filter(({ kind, visibility }) => kind === 'worksheet' && (!visibleOnly || visibility === 'visible'))
      .map(({ id }) => new WorksheetObject(this.host, { sheetId: id }));
  }

  find(key: string): WorksheetObject | null {
    const sheet = this.workbook.sheet(key);
    return sheet?.kind === 'worksheet' ? new WorksheetObject(this.host, { sheetId: sheet.id }) : null;
  }

  override item(key: unknown, location: string): WorksheetObject {
    if (typeof key !== 'string') throw new HostError('InvalidArgument', location);
    const item = this.find(key);
    if (item === null) throw new HostError('ItemNotFound', location);
    return item;
  }

  /** The sheet in front; a chart sheet in front is an error. */
  active(location: string): WorksheetObject {
    const sheet = this.workbook.activeSheet;
    if (sheet.kind === 'chart') throw new HostError('UnsupportedSheet', location);
    return new WorksheetObject(this.host, { sheetId: sheet.id });
  }

  add(name: string | null, location: string): WorksheetObject {
    refuseProtectedStructure(this.workbook, location);
    if (name !== null && (name === '' || name.length > 31 || /[[\]:*?/\\]/u.test(name))) {
      throw new HostError('InvalidArgument', location);
    }
    if (name !== null && this.workbook.sheet(name) !== null) throw new HostError('ItemAlreadyExists', location);
    return new WorksheetObject(this.host, { sheetId: this.workbook.addSheet(name, 'add-in').id });
  }
}

const end = (sheets: readonly WorksheetObject[], index: number, given: Arguments): WorksheetObject =>
  sheets.at(index) ?? given.refuse();

const worksheetCollectionType = typeOf<WorksheetCollectionObject>(
  'WorksheetCollection',
  ({ method, action, seen }) => ({
    getItem: seen(method('1.1', (sheets, given) => sheets.item(given.text(0), given.location))),
    getItemOrNullObject: seen(method('1.4', (sheets, given) => sheets.find(given.text(0)))),
    getActiveWorksheet: seen(method('1.1', (sheets, given) => sheets.active(given.location))),
    getCount: method('1.4', (sheets, given) => sheets.listed(given.optionalTruth(0)).length),
    getFirst: method('1.5', (sheets, given) => end(sheets.listed(given.optionalTruth(0)), 0, given)),
    getLast: method('1.5', (sheets, given) => end(sheets.listed(given.optionalTruth(0)), -1, given)),
    add: action('1.1', (sheets, given) => sheets.add(given.optionalText(0), given.location)),
    _RegisterDataChangedEvent: listening('1.9', eventTypes.changed, true),
    _UnregisterDataChangedEvent: listening('1.9', eventTypes.changed, false),
    _RegisterActivatedEvent: listening('1.7', eventTypes.activated, true),
    _UnregisterActivatedEvent: listening('1.7', eventTypes.activated, false),
    _RegisterDeactivatedEvent: listening('1.7', eventTypes.deactivated, true),
    _UnregisterDeactivatedEvent: listening('1.7', eventTypes.deactivated, false),
    _RegisterSelectionChangedEvent: listening('1.9', eventTypes.selectionChanged, true),
    _UnregisterSelectionChangedEvent: listening('1.9', eventTypes.selectionChanged, false),
  }),
);

/** Range, and the lists of ranges that other objects give. */
import { contains, type Area } from '../../../core/sheet/cellRef';
import { sheetSize } from '../../../core/sheet/sheetSize';
import {
  around,
  cellsInArea,
  columnsOf,
  isOnSheet,
  isWholeColumns,
  isWholeRows,
  overlap,
  rowsOf,
  cellCount,
} from '../../model/areas';
import type { ModelCell } from '../../model/cell';
import type { Input, SimulatedSheet } from '../../model/sheet';
import { textOf, truthOf, type Arguments } from '../arguments';
import { ExcelCollection, ExcelObject, typeOf, type ObjectType, type Surroundings, type Wire } from '../excelObject';
import { HostError } from '../hostError';
import { ConditionalFormatCollectionObject } from './conditionalFormats';
import { DataValidationObject } from './dataValidation';
import { cellPropertiesOf, linePropertiesOf } from './cellProperties';
import { RangeFormatObject } from './formats';
import { RangeAreasObject } from './rangeAreas';
import { fullAddress, sheetStillThere, type SheetHandle } from './sheetHandle';
import { valueType, wireValue } from './wireValue';
import { WorksheetObject } from './worksheet';

/** More cells than this come back as null. */
const readingLimit = 5_000_000;
/** More merged areas than this make the call fail. */
const mergedAreasLimit = 512;
/** The longest text of a cell. */
const textLimit = 32_767;

export class RangeObject extends ExcelObject {
  override readonly type: ObjectType = rangeType;

  constructor(
    host: Surroundings,
    readonly handle: SheetHandle,
    readonly area: Area,
  ) {
    super(host);
  }

  get sheet(): SimulatedSheet {
    return sheetStillThere(this, this.handle, 'Range');
  }

  /** Another range of the same sheet. */
  at(area: Area, location: string): RangeObject {
    if (!isOnSheet(area)) throw new HostError('InvalidArgument', location);
    return new RangeObject(this.host, this.handle, area);
  }

  /** Rows × columns of something about each cell; null for unbounded or overlarge ranges. */
  table(pick: (cell: ModelCell, sheet: SimulatedSheet, row: number, column: number) => Wire): Wire {
    if (isWholeColumns(this.area) || isWholeRows(this.area) || cellCount(this.area) > readingLimit) return null;
    const { sheet, area } = this;
    const rows: Wire[][] = [];
    for (let row = area.top; row <= area.bottom; row += 1) {
      const line: Wire[] = [];
      for (let column = area.left; column <= area.right; column += 1) {
        line.push(pick(sheet.cellAt({ row, column }), sheet, row, column));
      }
      rows.push(line);
    }
    return rows;
  }

  /** Puts values or formulas in: one for all cells, or a table of the range's own shape. */
  enter(value: unknown, location: string): void {
    const inputs = this.inputs(value, location);
    const { sheet, area } = this;
    for (const ref of cellsInArea(area)) {
      const isWritten = inputs[ref.row - area.top]?.[ref.column - area.left] !== null && !sheet.isCovered(ref);
      const one = { top: ref.row, bottom: ref.row, left: ref.column, right: ref.column };
      if (isWritten && sheet.refusesWritingTo(one)) throw new HostError('AccessDenied', location);
    }
    this.workbook.enter(sheet, area, inputs, 'add-in');
  }

  setFormats(value: unknown, location: string): void {
    const formats = this.inputs(value, location);
    const { sheet, area } = this;
    if (sheet.protection !== null && !sheet.protection.allowFormatCells) throw new HostError('AccessDenied', location);
    for (const ref of cellsInArea(area)) {
      const format = formats[ref.row - area.top]?.[ref.column - area.left] ?? null;
      if (format !== null) sheet.change(ref, { numberFormat: textOf(format, location) });
    }
    this.workbook.tell({ kind: 'appearance', sheetId: sheet.id, origin: 'add-in' });
  }

  /** Whether all rows (or columns) of the range are hidden, none, or (null) some. */
  hiddenness(hidden: ReadonlySet<number>, first: number, last: number): boolean | null {
    let count = 0;
    for (const line of hidden) if (line >= first && line <= last) count += 1;
    if (count === 0) return false;
    return count === last - first + 1 ? true : null;
  }

  /** Used part of the range, or null. */
  used(valuesOnly: boolean): RangeObject | null {
    let used: Area | null = null;
    for (const { ref, cell } of this.sheet.keptCells(this.area)) {
      if (valuesOnly && cell.value === null && cell.formula === null) continue;
      const one = { top: ref.row, bottom: ref.row, left: ref.column, right: ref.column };
      used = used === null ? one : around(used, one);
    }
    return used === null ? null : new RangeObject(this.host, this.handle, used);
  }

  clear(applyTo: string, location: string): void {
    const { sheet, area } = this;
    if (sheet.refusesWritingTo(area)) throw new HostError('AccessDenied', location);
    if (applyTo !== 'Formats') {
      for (const { ref } of [...sheet.keptCells(area)])
        sheet.change(ref, { value: null, formula: null, isPrefixed: false });
      this.workbook.touched(sheet, area);
    }
    if (applyTo === 'All' || applyTo === 'Formats') {
      for (const { ref } of [...sheet.keptCells(area)]) {
        sheet.change(ref, { numberFormat: 'General', fill: null, fontColour: null, isBold: false, isItalic: false });
      }
    }
    this.workbook.tell({ kind: 'appearance', sheetId: sheet.id, origin: 'add-in' });
  }

  private inputs(value: unknown, location: string): readonly (readonly Input[])[] {
    if (isWholeColumns(this.area) || isWholeRows(this.area)) throw new HostError('InvalidArgument', location);
    const rows = rowsOf(this.area);
    const columns = columnsOf(this.area);
    const refuse = (): never => {
      throw new HostError('InvalidArgument', location);
    };
    const one = (input: unknown): Input => {
      if (typeof input === 'string' && input.length > textLimit) return refuse();
      if (input === null || ['string', 'number', 'boolean'].includes(typeof input)) return input as Input;
      return refuse();
    };
    if (!Array.isArray(value)) {
      const input = one(value);
      return Array.from({ length: rows }, () => Array.from({ length: columns }, () => input));
    }
    const table = value as readonly unknown[];
    if (table.length !== rows) return refuse();
    return table.map((line) => (Array.isArray(line) && line.length === columns ? line.map(one) : refuse()));
  }
}

/** One cell of a range by its place in it; it may lie outside the range, not outside the sheet. */
function cellOf(range: RangeObject, given: Arguments): RangeObject {
  const row = range.area.top + given.whole(0);
  const column = range.area.left + given.whole(1);
  return range.at({ top: row, bottom: row, left: column, right: column }, given.location);
}

function boundsOf(range: RangeObject, given: Arguments): { readonly other: RangeObject; readonly common: Area | null } {
  const value = given.any(0);
  const other =
    typeof value === 'string'
      ? new WorksheetObject(range.host, range.handle).range(value, given.location)
      : given.object(0, RangeObject);
  if (other.handle.sheetId !== range.handle.sheetId) return { other, common: null };
  return { other, common: overlap(range.area, other.area) };
}

/** Puts rows in, or takes them out. */
function shiftRows({ area, sheet, workbook }: RangeObject, given: Arguments, direction: string, isIn: boolean): void {
  const isWhole = isWholeRows(area);
  if (!isWhole) throw new HostError('NotImplemented', given.location);
  given.oneOf(0, [direction]);
  if (sheet.protection !== null) throw new HostError('AccessDenied', given.location);
  if (isIn) workbook.insertRows(sheet.id, area.top, rowsOf(area), 'add-in');
  else workbook.deleteRows(sheet.id, area.top, rowsOf(area), 'add-in');
}

/** The merged areas whose top left cell lies in the range, or null when there is none. */
function mergedAreas(range: RangeObject, location: string): RangeAreasObject | null {
  const merges = range.sheet.merges.filter((merge) => contains(range.area, { row: merge.top, column: merge.left }));
  if (merges.length > mergedAreasLimit) throw new HostError('InvalidOperation', location);
  return merges.length === 0 ? null : new RangeAreasObject(range.host, range.handle, merges);
}

const rangeType = typeOf<RangeObject>('Range', ({ property, child, method, action, seen }) => ({
  address: seen(property('1.1', (range) => fullAddress(range.sheet, [range.area]))),
  cellCount: property('1.1', ({ area }) => (cellCount(area) > 2_147_483_647 ? -1 : cellCount(area))),
  rowCount: property('1.1', ({ area }) => rowsOf(area)),
  columnCount: property('1.1', ({ area }) => columnsOf(area)),
  rowIndex: property('1.1', ({ area }) => area.top),
  columnIndex: property('1.1', ({ area }) => area.left),
  isEntireRow: property('1.7', ({ area }) => isWholeRows(area)),
  isEntireColumn: property('1.7', ({ area }) => isWholeColumns(area)),
  values: seen(
    property(
      '1.1',
      (range) => range.table(({ value }) => wireValue(value)),
      (range, value, location) => range.enter(value, location),
    ),
  ),
  formulas: seen(
    property(
      '1.1',
      (range) => range.table(({ value, formula }) => formula ?? wireValue(value)),
      (range, value, location) => range.enter(value, location),
    ),
  ),
  text: property('1.1', (range) => range.table((_cell, sheet, row, column) => sheet.textAt({ row, column }))),
  valueTypes: property('1.1', (range) => range.table(({ value }) => valueType(value))),
  numberFormat: seen(
    property(
      '1.1',
      (range) => range.table(({ numberFormat }) => numberFormat),
      (range, value, location) => range.setFormats(value, location),
    ),
  ),
  rowHidden: property(
    '1.2',
    (range) => range.hiddenness(range.sheet.hiddenRows, range.area.top, range.area.bottom),
    (range, value, location) => {
      const lines = new Set(range.sheet.hiddenRows);
      const isHidden = truthOf(value, location);
      for (let row = range.area.top; row <= range.area.bottom; row += 1) {
        if (isHidden) lines.add(row);
        else lines.delete(row);
      }
      range.sheet.hiddenRows = lines;
    },
  ),
  columnHidden: property(
    '1.2',
    (range) => range.hiddenness(range.sheet.hiddenColumns, range.area.left, range.area.right),
    (range, value, location) => {
      const lines = new Set(range.sheet.hiddenColumns);
      const isHidden = truthOf(value, location);
      for (let column = range.area.left; column <= range.area.right; column += 1) {
        if (isHidden) lines.add(column);
        else lines.delete(column);
      }
      range.sheet.hiddenColumns = lines;
    },
  ),
  hidden: property('1.2', (range) => {
    const rows = range.hiddenness(range.sheet.hiddenRows, range.area.top, range.area.bottom);
    const columns = range.hiddenness(range.sheet.hiddenColumns, range.area.left, range.area.right);
    if (rows === true || columns === true) return true;
    return rows === null || columns === null ? null : false;
  }),
  hasSpill: property('1.12', (range) => {
    const cells = [...range.sheet.spills].map((spill) => overlap(spill, range.area)).filter((area) => area !== null);
    const count = cells.reduce((sum, area) => sum + cellCount(area), 0);
    if (count === 0) return false;
    return count === cellCount(range.area) ? true : null;
  }),
  format: seen(child('1.1', (range) => new RangeFormatObject(range.host, range.handle, [range.area]))),
  worksheet: child('1.1', (range) => new WorksheetObject(range.host, range.handle)),
  conditionalFormats: child(
    '1.6',
    (range) => new ConditionalFormatCollectionObject(range.host, range.handle, [range.area]),
  ),
  dataValidation: child('1.8', (range) => new DataValidationObject(range.host, range.handle, range.area)),
  getCell: method('1.1', cellOf),
  getRow: seen(
    method('1.1', (range, given) => {
      const row = range.area.top + given.whole(0);
      return range.at({ ...range.area, top: row, bottom: row }, given.location);
    }),
  ),
  getColumn: method('1.1', (range, given) => {
    const column = range.area.left + given.whole(0);
    return range.at({ ...range.area, left: column, right: column }, given.location);
  }),
  getLastCell: method('1.1', (range, given) =>
    range.at({ ...range.area, top: range.area.bottom, left: range.area.right }, given.location),
  ),
  getLastRow: method('1.1', (range, given) => range.at({ ...range.area, top: range.area.bottom }, given.location)),
  getLastColumn: method('1.1', (range, given) => range.at({ ...range.area, left: range.area.right }, given.location)),
  getEntireRow: method('1.1', (range, given) =>
    range.at({ ...range.area, left: 0, right: sheetSize.columns - 1 }, given.location),
  ),
  getEntireColumn: method('1.1', (range, given) =>
    range.at({ ...range.area, top: 0, bottom: sheetSize.rows - 1 }, given.location),
  ),
  getOffsetRange: method('1.1', (range, given) => {
    const { top, bottom, left, right } = range.area;
    const rows = given.whole(0);
    const columns = given.whole(1);
    const moved = { top: top + rows, bottom: bottom + rows, left: left + columns, right: right + columns };
    return range.at(moved, given.location);
  }),
  getResizedRange: method('1.2', (range, given) =>
    range.at(
      { ...range.area, bottom: range.area.bottom + given.whole(0), right: range.area.right + given.whole(1) },
      given.location,
    ),
  ),
  getAbsoluteResizedRange: method('1.7', (range, given) =>
    range.at(
      {
        ...range.area,
        bottom: range.area.top + given.whole(0) - 1,
        right: range.area.left + given.whole(1) - 1,
      },
      given.location,
    ),
  ),
  getBoundingRect: seen(
    method('1.1', (range, given) => range.at(around(range.area, boundsOf(range, given).other.area), given.location)),
  ),
  getIntersection: method('1.1', (range, given) => {
    const { common } = boundsOf(range, given);
    if (common === null) throw new HostError('ItemNotFound', given.location);
    return range.at(common, given.location);
  }),
  getIntersectionOrNullObject: method('1.4', (range, given) => {
    const { common } = boundsOf(range, given);
    return common === null ? null : range.at(common, given.location);
  }),
  getUsedRange: method('1.1', (range, given) => {
    const used = range.used(given.optionalTruth(0));
    if (used === null) throw new HostError('ItemNotFound', given.location);
    return used;
  }),
  getUsedRangeOrNullObject: method('1.4', (range, given) => range.used(given.optionalTruth(0))),
  getMergedAreasOrNullObject: seen(method('1.13', (range, given) => mergedAreas(range, given.location))),
  getSpillParentOrNullObject: method('1.12', (range) => {
    const spill = range.sheet.spillAt({ row: range.area.top, column: range.area.left });
    return spill === null
      ? null
      : new RangeObject(range.host, range.handle, { ...spill, bottom: spill.top, right: spill.left });
  }),
  getSpillingToRangeOrNullObject: method('1.12', (range) => {
    const spill = range.sheet.spillAt({ row: range.area.top, column: range.area.left });
    const isAnchor = spill !== null && spill.top === range.area.top && spill.left === range.area.left;
    return isAnchor ? new RangeObject(range.host, range.handle, spill) : null;
  }),
  select: method('1.1', (range, given) => {
    if (range.sheet.visibility !== 'visible') throw new HostError('InvalidOperation', given.location);
    range.workbook.select(range.sheet.id, range.area, 'add-in');
    return null;
  }),
  clear: action('1.1', (range, given) => {
    range.clear(
      given.isLeftOut(0) ? 'All' : given.oneOf(0, ['All', 'Formats', 'Contents', 'Hyperlinks']),
      given.location,
    );
    return null;
  }),
  // Whole rows only; what moves single cells is not simulated.
  insert: action('1.1', (range, given) => {
    shiftRows(range, given, 'Down', true);
    return range;
  }),
  delete: action('1.1', (range, given) => {
    shiftRows(range, given, 'Up', false);
    return null;
  }),
  merge: action('1.2', (range, given) => {
    if (range.sheet.protection !== null) throw new HostError('AccessDenied', given.location);
    const { area } = range;
    const across = given.optionalTruth(0) ? [...Array(rowsOf(area)).keys()].map((row) => area.top + row) : null;
    if (across === null) range.sheet.merge(area);
    else for (const row of across) range.sheet.merge({ ...area, top: row, bottom: row });
    range.workbook.tell({ kind: 'appearance', sheetId: range.sheet.id, origin: 'add-in' });
    return null;
  }),
  unmerge: action('1.2', (range, given) => {
    if (range.sheet.protection !== null) throw new HostError('AccessDenied', given.location);
    range.sheet.unmerge(range.area);
    range.workbook.tell({ kind: 'appearance', sheetId: range.sheet.id, origin: 'add-in' });
    return null;
  }),
  getCellProperties: method('1.9', (range, given) =>
    range.table((cell, sheet, row, column) => {
      const one = { top: row, bottom: row, left: column, right: column };
      return cellPropertiesOf(cell, fullAddress(sheet, [one]), given);
    }),
  ),
  getRowProperties: method('1.9', ({ sheet, area }, given) =>
    Array.from({ length: rowsOf(area) }, (_line, index) => {
      const row = area.top + index;
      const address = fullAddress(sheet, [{ ...area, top: row, bottom: row }]);
      return linePropertiesOf({ address, rowIndex: row, rowHidden: sheet.hiddenRows.has(row) }, given);
    }),
  ),
  getColumnProperties: method('1.9', ({ sheet, area }, given) =>
    Array.from({ length: columnsOf(area) }, (_line, index) => {
      const column = area.left + index;
      const address = fullAddress(sheet, [{ ...area, left: column, right: column }]);
      return linePropertiesOf({ address, columnIndex: column, columnHidden: sheet.hiddenColumns.has(column) }, given);
    }),
  ),
  _ValidateArraySize: seen(
    method('1.3', (range, given) => {
      if (given.whole(0) !== rowsOf(range.area) || given.whole(1) !== columnsOf(range.area)) given.refuse();
      return null;
    }),
  ),
}));

/** A list of ranges, such as the areas of a RangeAreas. */
export class RangeCollectionObject extends ExcelCollection {
  override readonly type: ObjectType = rangeCollectionType;

  constructor(
    host: Surroundings,
    readonly handle: SheetHandle,
    readonly areas: readonly Area[],
  ) {
    super(host);
  }

  override items(): readonly RangeObject[] {
    return this.areas.map((area) => new RangeObject(this.host, this.handle, area));
  }

  override item(key: unknown, location: string): RangeObject {
    const item = typeof key === 'number' ? this.items()[key] : undefined;
    if (item === undefined) throw new HostError('InvalidArgument', location);
    return item;
  }
}

const rangeCollectionType = typeOf<RangeCollectionObject>('RangeCollection', ({ method }) => ({
  getCount: method('1.9', ({ areas }) => areas.length),
  getItemAt: method('1.9', (ranges, given) => ranges.item(given.whole(0), given.location)),
}));

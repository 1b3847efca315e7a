/** AutoFilter: only whether a sheet has one, and where. */
import { ExcelObject, typeOf, type ObjectType, type Surroundings } from '../excelObject';
import { RangeObject } from './range';
import { sheetStillThere, type SheetHandle } from './sheetHandle';

export class AutoFilterObject extends ExcelObject {
  override readonly type: ObjectType = autoFilterType;

  constructor(
    host: Surroundings,
    readonly handle: SheetHandle,
  ) {
    super(host);
  }
}

const autoFilterType = typeOf<AutoFilterObject>('AutoFilter', ({ property, method }) => ({
  enabled: property(
    '1.9',
    (filter) => sheetStillThere(filter, filter.handle, 'AutoFilter.enabled').autoFilter !== null,
  ),
  // Rows that a filter hides are hidden rows inside its area.
  isDataFiltered: property('1.9', (filter) => {
    const { autoFilter, hiddenRows } = sheetStillThere(filter, filter.handle, 'AutoFilter.isDataFiltered');
    return autoFilter !== null && [...hiddenRows].some((row) => row > autoFilter.top && row <= autoFilter.bottom);
  }),
  getRangeOrNullObject: method('1.9', (filter, given) => {
    const { autoFilter } = sheetStillThere(filter, filter.handle, given.location);
    return autoFilter === null ? null : new RangeObject(filter.host, filter.handle, autoFilter);
  }),
}));

/** RangeAreas: several areas of one sheet at once. */
import type { Area } from '../../../core/sheet/cellRef';
import { isWholeColumns, isWholeRows, cellCount } from '../../model/areas';
import { ExcelObject, typeOf, type ObjectType, type Surroundings } from '../excelObject';
import { ConditionalFormatCollectionObject } from './conditionalFormats';
import { RangeFormatObject } from './formats';
import { RangeCollectionObject, RangeObject } from './range';
import { fullAddress, sheetStillThere, type SheetHandle } from './sheetHandle';
import { WorksheetObject } from './worksheet';

export class RangeAreasObject extends ExcelObject {
  override readonly type: ObjectType = rangeAreasType;

  constructor(
    host: Surroundings,
    readonly handle: SheetHandle,
    readonly areas: readonly Area[],
  ) {
    super(host);
  }
}

const rangeAreasType = typeOf<RangeAreasObject>('RangeAreas', ({ property, child, action, seen }) => ({
  address: seen(
    property('1.9', (areas) => fullAddress(sheetStillThere(areas, areas.handle, 'RangeAreas.address'), areas.areas)),
  ),
  areaCount: seen(property('1.9', ({ areas }) => areas.length)),
  cellCount: property('1.9', ({ areas }) => areas.reduce((sum, area) => sum + cellCount(area), 0)),
  isEntireColumn: property('1.9', ({ areas }) => areas.every(isWholeColumns)),
  isEntireRow: property('1.9', ({ areas }) => areas.every(isWholeRows)),
  areas: seen(child('1.9', ({ host, handle, areas }) => new RangeCollectionObject(host, handle, areas))),
  format: child('1.9', ({ host, handle, areas }) => new RangeFormatObject(host, handle, areas)),
  conditionalFormats: child(
    '1.9',
    ({ host, handle, areas }) => new ConditionalFormatCollectionObject(host, handle, areas),
  ),
  worksheet: child('1.9', ({ host, handle }) => new WorksheetObject(host, handle)),
  clear: action('1.9', ({ host, handle, areas }, given) => {
    const applyTo = given.isLeftOut(0) ? 'All' : given.oneOf(0, ['All', 'Formats', 'Contents', 'Hyperlinks']);
    for (const area of areas) new RangeObject(host, handle, area).clear(applyTo, given.location);
    return null;
  }),
}));

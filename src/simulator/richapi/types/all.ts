/** Every simulated type of Excel's own interface, for those who look at all of them. */
import { areaFromA1 } from '../../../core/sheet/cellRef';
import type { ObjectType, Surroundings } from '../excelObject';
import { ApplicationObject } from './application';
import { AutoFilterObject } from './autoFilter';
import { RangeBorderCollectionObject, RangeBorderObject } from './borders';
import { CommentCollectionObject, CommentObject } from './comments';
import {
  ConditionalFormatCollectionObject,
  ConditionalFormatObject,
  ConditionalFormatRuleObject,
  ConditionalRangeBorderCollectionObject,
  ConditionalRangeBorderObject,
  ConditionalRangeFillObject,
  ConditionalRangeFontObject,
  ConditionalRangeFormatObject,
  CustomConditionalFormatObject,
} from './conditionalFormats';
import { WorksheetCustomPropertyCollectionObject, WorksheetCustomPropertyObject } from './customProperties';
import { DataValidationObject } from './dataValidation';
import { FormatProtectionObject, RangeFillObject, RangeFontObject, RangeFormatObject } from './formats';
import { WorksheetFreezePanesObject } from './freezePanes';
import { RangeCollectionObject, RangeObject } from './range';
import { RangeAreasObject } from './rangeAreas';
import { SettingCollectionObject, SettingObject } from './settings';
import { WorkbookObject } from './workbook';
import { WorkbookProtectionObject } from './workbookProtection';
import { WorksheetCollectionObject, WorksheetObject } from './worksheet';
import { WorksheetProtectionObject } from './worksheetProtection';

/** One object of each type is made to ask it for its type; none of them is used. */
export function allTypes(host: Surroundings): readonly ObjectType[] {
  const handle = { sheetId: '' };
  const area = areaFromA1('A1');
  const settings = new SettingCollectionObject(host);
  const properties = new WorksheetCustomPropertyCollectionObject(host, handle);
  const format = new ConditionalFormatObject(host, handle, '');
  return [
    new WorkbookObject(host),
    new WorkbookProtectionObject(host),
    new ApplicationObject(host),
    new WorksheetCollectionObject(host),
    new WorksheetObject(host, handle),
    new WorksheetProtectionObject(host, handle),
    new WorksheetFreezePanesObject(host, handle),
    new AutoFilterObject(host, handle),
    properties,
    new WorksheetCustomPropertyObject(host, properties.store, ''),
    new RangeObject(host, handle, area),
    new RangeAreasObject(host, handle, [area]),
    new RangeCollectionObject(host, handle, [area]),
    new RangeFormatObject(host, handle, [area]),
    new RangeBorderCollectionObject(host, handle, [area]),
    new RangeBorderObject(host, handle, [area], 'EdgeTop'),
    new RangeFillObject(host, handle, [area]),
    new RangeFontObject(host, handle, [area]),
    new FormatProtectionObject(host, handle, [area]),
    new DataValidationObject(host, handle, area),
    new ConditionalFormatCollectionObject(host, handle, [area]),
    format,
    new CustomConditionalFormatObject(format),
    new ConditionalFormatRuleObject(format),
    new ConditionalRangeFormatObject(format),
    new ConditionalRangeFillObject(format),
    new ConditionalRangeFontObject(format),
    new ConditionalRangeBorderCollectionObject(format),
    new ConditionalRangeBorderObject(format, 'EdgeTop'),
    new CommentCollectionObject(host, null),
    new CommentObject(host, handle, ''),
    settings,
    new SettingObject(host, settings.store, ''),
  ].map(({ type }) => type);
}

/** Workbook: the root of every batch. */
import { ExcelObject, typeOf, type ObjectType } from '../excelObject';
import { HostError } from '../hostError';
import { ApplicationObject } from './application';
import { CommentCollectionObject } from './comments';
import { RangeObject } from './range';
import { RangeAreasObject } from './rangeAreas';
import { SettingCollectionObject } from './settings';
import type { SheetHandle } from './sheetHandle';
import { WorkbookProtectionObject } from './workbookProtection';
import { WorksheetCollectionObject } from './worksheet';

export class WorkbookObject extends ExcelObject {
  override readonly type: ObjectType = workbookType;

  /** @throws HostError InvalidSelection when a chart sheet is in front. */
  selectedSheet(location: string): SheetHandle {
    const { activeSheet } = this.workbook;
    if (activeSheet.kind === 'chart') throw new HostError('InvalidSelection', location);
    return { sheetId: activeSheet.id };
  }
}

const workbookType = typeOf<WorkbookObject>('Workbook', ({ property, child, method, seen }) => ({
  name: property('1.7', ({ workbook }) => workbook.name),
  readOnly: property('1.8', ({ workbook }) => workbook.isReadOnly),
  worksheets: seen(child('1.1', ({ host }) => new WorksheetCollectionObject(host))),
  application: seen(child('1.1', ({ host }) => new ApplicationObject(host))),
  protection: child('1.7', ({ host }) => new WorkbookProtectionObject(host)),
  settings: child('1.4', ({ host }) => new SettingCollectionObject(host)),
  comments: seen(child('1.10', ({ host }) => new CommentCollectionObject(host, null))),
  getSelectedRange: method('1.1', (self, given) => {
    return new RangeObject(self.host, self.selectedSheet(given.location), self.workbook.selection);
  }),
  getSelectedRanges: method('1.9', (self, given) => {
    return new RangeAreasObject(self.host, self.selectedSheet(given.location), [self.workbook.selection]);
  }),
  getActiveCell: method('1.7', (self, given) => {
    const { top, left } = self.workbook.selection;
    const cell = { top, left, bottom: top, right: left };
    return new RangeObject(self.host, self.selectedSheet(given.location), cell);
  }),
  _RemoveReference: seen(
    method('1.1', ({ host }, given) => {
      host.release(given.text(0));
      return null;
    }),
  ),
  _RemoveAllReferences: method('1.1', ({ host }) => {
    host.releaseAll();
    return null;
  }),
}));

/** A sheet as objects hold it: by id, because it can be deleted while a reference to it lives on. */
import type { Area } from '../../../core/sheet/cellRef';
import { sheetInAddress, toAddress } from '../../model/areas';
import type { SimulatedSheet } from '../../model/sheet';
import type { ExcelObject } from '../excelObject';
import { HostError } from '../hostError';

export interface SheetHandle {
  readonly sheetId: string;
}

/**
 * The sheet that the handle means.
 *
 * @throws HostError ItemNotFound when it was deleted.
 */
export function sheetStillThere(object: ExcelObject, { sheetId }: SheetHandle, location: string): SimulatedSheet {
  const sheet = object.workbook.sheets.find(({ id }) => id === sheetId);
  if (sheet === undefined) throw new HostError('ItemNotFound', location);
  return sheet;
}

/** Areas as Excel addresses them: joined by ", ", and only the first is sure to have the sheet's name. */
export function fullAddress(sheet: SimulatedSheet, areas: readonly Area[]): string {
  return `${sheetInAddress(sheet.name)}!${areas.map(toAddress).join(', ')}`;
}

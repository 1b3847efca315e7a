/** One worksheet part taken apart: what each cell stores and where it stands in the text. */
import { SheetReader } from './sheetReader';
import type { SheetPart } from './storedSheet';
import { eachTag } from './xml';

export type * from './storedSheet';

/**
 * Reads a worksheet part; null when the text holds no worksheet.
 *
 * @throws DamagedXml where a reference, a number or the nesting cannot be.
 */
export function readSheetPart(xml: string, rowLimit: number): SheetPart | null {
  const reader = new SheetReader(xml, rowLimit);
  eachTag(
    xml,
    (tag) => {
      reader.take(tag);
    },
    { shortcut: (start) => reader.takeWhole(start) },
  );
  return reader.part();
}

/** Reads several sheets one after the other: for hosts where a reading is no round trip. */
import { succeeded } from './outcome';
import type { Outcome, ReadingControl, SheetReading, Workbook } from './workbook';

/** Reads the sheets in order until it is cancelled; what was read so far is the result. */
export async function readOneByOne(
  read: Workbook['read'],
  sheetIds: readonly string[],
  { onRead, isCancelled }: ReadingControl = {},
): Promise<Outcome<readonly SheetReading[]>> {
  const readings: SheetReading[] = [];
  for (const sheetId of sheetIds) {
    if (isCancelled?.()) break;
    const reading = { sheetId, outcome: await read(sheetId) };
    readings.push(reading);
    await onRead?.(reading);
  }
  return succeeded(readings);
}

/** Reads many sheets: one round trip measures them all, then up to twenty are read in each. */
import { failed, succeeded } from '../port/outcome';
import type { Outcome, ReadingControl, SheetReading } from '../port/workbook';
import { isLevelSupported } from './capabilities';
import { codeOf, faultOfCode, neededLevel } from './faults';
import { inExcel } from './inExcel';
import { areaOf, queueArea, queueOutline, readSheet, snapshotOf, type Outline, type QueuedArea } from './readSheet';
import { bandsOf } from './mergedAreas';

const mostSheets = 20;
// A cell takes about 90 bytes of an answer, and Excel on the web gives 5 MB at once.
const mostCells = 40_000;

/** Reads the sheets in order. */
export function readSheets(
  sheetIds: readonly string[],
  { onRead, isCancelled }: ReadingControl = {},
): Promise<Outcome<readonly SheetReading[]>> {
  return inExcel<readonly SheetReading[]>({ sheet: null }, async (context) => {
    if (!isLevelSupported(neededLevel)) return failed({ kind: 'too-old', needs: `ExcelApi ${neededLevel}` });
    const readings: SheetReading[] = [];
    if (sheetIds.length === 0 || isCancelled?.()) return succeeded(readings);
    const outlines = sheetIds.map((sheetId) => ({ ...queueOutline(context, sheetId), sheetId }));
    await context.sync();
    for (const portion of portionsOf(outlines)) {
      if (isCancelled?.()) break;
      const read = await readPortion(context, portion);
      for (const reading of read) {
        if (isCancelled?.()) break;
        readings.push(reading);
        await onRead?.(reading);
      }
    }
    return succeeded(readings);
  });
}

type NamedOutline = Outline & { readonly sheetId: string };

/** The sheets in portions that one answer can hold. */
function portionsOf(outlines: readonly NamedOutline[]): readonly (readonly NamedOutline[])[] {
  const portions: NamedOutline[][] = [];
  let cells = 0;
  for (const outline of outlines) {
    const area = areaOf(outline);
    const size = area ? (area.bottom - area.top + 1) * (area.right - area.left + 1) : 0;
    const last = portions.at(-1);
    if (last && last.length < mostSheets && cells + size <= mostCells) {
      last.push(outline);
      cells += size;
    } else {
      portions.push([outline]);
      cells = size;
    }
  }
  return portions;
}

async function readPortion(
  context: Excel.RequestContext,
  portion: readonly NamedOutline[],
): Promise<readonly SheetReading[]> {
  const queued = portion.map((outline): QueuedArea | null => {
    const area = areaOf(outline);
    return area && queueArea(outline.sheet, area, bandsOf(area, false).bands);
  });
  try {
    if (queued.some((area) => area !== null)) await context.sync();
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    // One sheet that is too large or too full of merges fails them all; by itself each says what is wrong with it.
    if (!isOfOneSheet(faultOfCode(code, { sheet: '' }).kind)) throw error;
    const readings: SheetReading[] = [];
    for (const { sheetId } of portion) readings.push({ sheetId, outcome: await readSheet(sheetId) });
    return readings;
  }
  return portion.map((outline, index) => ({
    sheetId: outline.sheetId,
    outcome: snapshotOf(outline, queued[index] ?? null),
  }));
}

/** Whether another sheet may be read although this fault came. */
function isOfOneSheet(kind: string): boolean {
  return ['too-large', 'unexpected', 'sheet-missing', 'sheet-without-cells'].includes(kind);
}

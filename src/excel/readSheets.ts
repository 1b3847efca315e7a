/** Reads many sheets: one round trip measures them all, then up to twenty are read in each. */
import type { Area } from '../core/sheet/cellRef';
import { failed, succeeded } from '../port/outcome';
import type { Outcome, ReadingControl, SheetReading } from '../port/workbook';
import { isLevelSupported } from './capabilities';
import { codeOf, faultOfCode, isOfConnection, neededLevel } from './faults';
import { inExcel } from './inExcel';
import { isolate, type Isolated } from './isolate';
import { bandsOf } from './mergedAreas';
import { areaRead, cellsIn, isOneBand, queueArea, type QueuedArea } from './readArea';
import { outlineArea, queueOutline, readSheet, snapshotOf, type Outline } from './readSheet';

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
    const measured = await isolate(sheetIds, async (some) => {
      const outlines = some.map((sheetId) => ({ ...queueOutline(context, sheetId), sheetId }));
      await context.sync();
      return outlines;
    });
    const portions = portionsOf(inOrder(sheetIds, measured));
    for (const portion of portions) {
      if (isCancelled?.()) break;
      const read = 'outcome' in portion ? [portion] : await readPortion(context, portion);
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

/** The sheets in the order asked for; one that failed while it was measured is read already, and is its fault. */
function inOrder(
  sheetIds: readonly string[],
  { done, failed: unmeasured }: Isolated<string, NamedOutline>,
): readonly (NamedOutline | SheetReading)[] {
  const outlines = new Map(done.map((outline) => [outline.sheetId, outline]));
  const codes = new Map(unmeasured.map(({ code, item }) => [item, code]));
  return sheetIds.map((sheetId) => {
    const fault = faultOfCode(codes.get(sheetId) ?? '', { sheet: sheetId });
    return outlines.get(sheetId) ?? { sheetId, outcome: failed(fault) };
  });
}

type Portion = readonly NamedOutline[] | SheetReading;

/** The sheets in portions that one answer can hold. */
function portionsOf(sheets: readonly (NamedOutline | SheetReading)[]): readonly Portion[] {
  const portions: (NamedOutline[] | SheetReading)[] = [];
  let cells = 0;
  for (const sheet of sheets) {
    const last = portions.at(-1);
    if ('outcome' in sheet) {
      portions.push(sheet);
      continue;
    }
    const area = outlineArea(sheet);
    const size = area ? cellsIn(area) : 0;
    if (Array.isArray(last) && last.length < mostSheets && cells + size <= mostCells) {
      last.push(sheet);
      cells += size;
    } else {
      portions.push([sheet]);
      cells = size;
    }
  }
  return portions;
}

async function readPortion(
  context: Excel.RequestContext,
  portion: readonly NamedOutline[],
): Promise<readonly SheetReading[]> {
  const areas = portion.map(outlineArea);
  if (areas.every((area) => area === null || isOneBand(area))) {
    try {
      return await readTogether(context, portion, areas);
    } catch (error) {
      const code = codeOf(error);
      if (code === null || isOfConnection(code)) throw error;
    }
  }
  // One sheet that is too large or too full of merges fails them all; by itself each says what is wrong with it.
  const readings: SheetReading[] = [];
  for (const { sheetId } of portion) readings.push({ sheetId, outcome: await readSheet(sheetId) });
  return readings;
}

async function readTogether(
  context: Excel.RequestContext,
  portion: readonly NamedOutline[],
  areas: readonly (Area | null)[],
): Promise<readonly SheetReading[]> {
  const queued = portion.map(({ sheet }, index): QueuedArea | null => {
    const area = areas[index] ?? null;
    return area && queueArea(sheet, area, bandsOf(area, false).bands);
  });
  if (queued.some((area) => area !== null)) await context.sync();
  const readings: SheetReading[] = [];
  for (const [index, outline] of portion.entries()) {
    const area = queued[index] ?? null;
    const read = area && (await areaRead(context, outline.sheet, area));
    readings.push({ sheetId: outline.sheetId, outcome: snapshotOf(outline, read) });
  }
  return readings;
}

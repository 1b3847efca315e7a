/** Reads an area of a sheet: its cells in bands of rows that an answer can hold, its merges, its hidden lines. */
import type { Area } from '../core/sheet/cellRef';
import { contentProperties, isAnswered, type LoadedCells } from './cellContent';
import { codeOf, isOfConnection } from './faults';
import { hiddenLines, queueHidden, type QueuedHidden } from './hiddenLines';
import { bandsOf, mergesOf, queueBand, rangeOf, type QueuedBand } from './mergedAreas';

// A cell takes about 90 bytes of an answer, more with long texts, and Excel on the web gives 5 MB at once.
const cellsOfBand = 40_000;

/** What was loaded of an area, with the text that each cell shows. */
export type ShownTables = LoadedCells & Pick<Excel.Range, 'text'>;

/** What was read of an area. */
export interface AreaRead {
  /** Null where Excel gave none, which it does for too many cells. */
  readonly cells: ShownTables | null;
  /** Null where Excel does not let them be asked for: it counts that as a write, which a read-only session refuses. */
  readonly merges: readonly Area[] | null;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** What was asked for of an area. */
export interface QueuedArea {
  readonly area: Area;
  readonly range: Excel.Range;
  readonly hidden: QueuedHidden;
  /** Null: merges are not asked for. */
  readonly bands: readonly QueuedBand[] | null;
}

/** Whether one answer holds the area. */
export const isOneBand = (area: Area): boolean => cellsIn(area) <= cellsOfBand;

/** How many cells an area has. */
export function cellsIn({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** Queues the reading of an area that one answer holds. */
export function queueArea(sheet: Excel.Worksheet, area: Area, mergeBands: readonly Area[] | null): QueuedArea {
  const range = rangeOf(sheet, area);
  range.load(`${contentProperties},text`);
  return {
    area,
    range,
    hidden: queueHidden(range),
    bands: mergeBands && mergeBands.map((band) => queueBand(sheet, band)),
  };
}

/** What was queued, once it is there; asks once more where some lines are hidden and some are not. */
export async function areaRead(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { area, bands, hidden, range }: QueuedArea,
): Promise<AreaRead> {
  const isThere = isAnswered(range) && Array.isArray(range.text);
  return {
    cells: isThere ? range : null,
    merges: bands && mergesOf(bands),
    ...(await hiddenLines(context, sheet, area, hidden)),
  };
}

/** Reads an area in as many round trips as it takes: one for what one answer holds. */
export async function readArea(context: Excel.RequestContext, sheet: Excel.Worksheet, area: Area): Promise<AreaRead> {
  if (isOneBand(area)) {
    try {
      return await readAtOnce(context, sheet, area);
    } catch (error) {
      // Very long texts, or a reading that counts as a write and is refused: by parts each shows what it is.
      rethrowUnlessOfArea(error);
    }
  }
  const cells = await readInBands(context, sheet, area);
  const merges = await readMerges(context, sheet, area);
  const hidden = queueHidden(rangeOf(sheet, area));
  await context.sync();
  return { cells, merges, ...(await hiddenLines(context, sheet, area, hidden)) };
}

async function readAtOnce(context: Excel.RequestContext, sheet: Excel.Worksheet, area: Area): Promise<AreaRead> {
  const { bands, isSafe } = bandsOf(area, false);
  try {
    const queued = queueArea(sheet, area, bands);
    await context.sync();
    return await areaRead(context, sheet, queued);
  } catch (error) {
    // Excel does not say that a band held too many; with bands that cannot, any other cause shows itself again.
    if (isSafe) throw error;
    rethrowUnlessOfArea(error);
  }
  const queued = queueArea(sheet, area, bandsOf(area, true).bands);
  await context.sync();
  return areaRead(context, sheet, queued);
}

/** The cells band by band, each half as high where an answer cannot hold it. */
async function readInBands(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
): Promise<ShownTables | null> {
  const width = area.right - area.left + 1;
  let height = Math.max(1, Math.floor(cellsOfBand / width));
  const parts: ShownTables[] = [];
  for (let { top } = area; top <= area.bottom;) {
    const band = { ...area, top, bottom: Math.min(area.bottom, top + height - 1) };
    const read = await readBand(context, sheet, band);
    if (read === 'too-much') height = Math.ceil((band.bottom - top + 1) / 2);
    else if (read === null) return null;
    else {
      parts.push(read);
      top = band.bottom + 1;
    }
  }
  return {
    values: parts.flatMap(({ values }) => values as unknown[][]),
    formulas: parts.flatMap(({ formulas }) => formulas as unknown[][]),
    numberFormat: parts.flatMap(({ numberFormat }) => numberFormat as unknown[][]),
    valueTypes: parts.flatMap(({ valueTypes }) => valueTypes),
    text: parts.flatMap(({ text }) => text),
  };
}

/** One band; null where Excel gives no cells for it, and "too-much" where fewer rows may go. */
async function readBand(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  band: Area,
): Promise<ShownTables | 'too-much' | null> {
  const range = rangeOf(sheet, band);
  range.load(`${contentProperties},text`);
  try {
    await context.sync();
  } catch (error) {
    rethrowUnlessOfArea(error);
    if (band.top === band.bottom) throw error;
    return 'too-much';
  }
  return isAnswered(range) && Array.isArray(range.text) ? range : null;
}

// Bands of merged areas that are asked for in one round trip; each costs about 430 bytes.
const bandsAtOnce = 2000;

/** The merged areas, or null where a read-only session refuses to tell (office-js #3831, #5148). */
async function readMerges(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
): Promise<readonly Area[] | null> {
  const { bands } = bandsOf(area, true);
  const merges: Area[] = [];
  for (let first = 0; first < bands.length; first += bandsAtOnce) {
    const read = await readMergesOf(context, sheet, bands.slice(first, first + bandsAtOnce));
    if (read === null) return null;
    merges.push(...read);
  }
  return merges;
}

async function readMergesOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  bands: readonly Area[],
): Promise<readonly Area[] | null> {
  const queued = bands.map((band) => queueBand(sheet, band));
  try {
    await context.sync();
    return mergesOf(queued);
  } catch (error) {
    if (codeOf(error) !== 'AccessDenied') throw error;
    return null;
  }
}

function rethrowUnlessOfArea(error: unknown): void {
  const code = codeOf(error);
  if (code === null || isOfConnection(code)) throw error;
}

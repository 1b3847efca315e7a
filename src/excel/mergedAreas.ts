/** Reads merged areas in bands of rows, because Excel refuses a range that holds more than 512 of them. */
import type { Area } from '../core/sheet/cellRef';

/** A band's answer, to be read after the sync. */
export interface QueuedBand {
  readonly areas: Excel.RangeAreas;
}

// Each merged area has a first cell of its own, so a band of so many cells can never hold too many.
const cellsOfSafeBand = 512;
// More bands than this would cost more than a second try does in the rare case that one is too full.
const mostBands = 24;

/**
 * The bands of an area. Excel returns a merged area for the range that holds its first cell, so bands yield each
 * once. `isSafe`: none of them can be refused for holding too many.
 */
export function bandsOf(area: Area, onlySafe: boolean): { readonly bands: readonly Area[]; readonly isSafe: boolean } {
  const rows = area.bottom - area.top + 1;
  const safeRows = Math.max(1, Math.floor(cellsOfSafeBand / (area.right - area.left + 1)));
  const isSafe = onlySafe || Math.ceil(rows / safeRows) <= mostBands;
  const height = isSafe ? safeRows : Math.ceil(rows / mostBands);
  const bands: Area[] = [];
  for (let top = area.top; top <= area.bottom; top += height) {
    bands.push({ ...area, top, bottom: Math.min(area.bottom, top + height - 1) });
  }
  return { bands, isSafe };
}

/** Queues the reading of a band. */
export function queueBand(sheet: Excel.Worksheet, band: Area): QueuedBand {
  const areas = rangeOf(sheet, band).getMergedAreasOrNullObject();
  areas.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
  return { areas };
}

/** The merged areas of the bands, each once, in reading order; after the sync. */
export function mergesOf(queued: readonly QueuedBand[]): readonly Area[] {
  const byAnchor = new Map<string, Area>();
  for (const { areas } of queued) {
    if (areas.isNullObject) continue;
    for (const { rowIndex, columnIndex, rowCount, columnCount } of areas.areas.items) {
      if (rowCount * columnCount < 2) continue;
      byAnchor.set(`${rowIndex} ${columnIndex}`, {
        top: rowIndex,
        left: columnIndex,
        bottom: rowIndex + rowCount - 1,
        right: columnIndex + columnCount - 1,
      });
    }
  }
  return [...byAnchor.values()].sort((first, second) => first.top - second.top || first.left - second.left);
}

/** The range of an area. */
export function rangeOf(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}

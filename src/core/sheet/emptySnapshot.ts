/** The snapshot of a sheet that holds nothing. */
import type { Snapshot } from './snapshot';

/** Makes it; only what is known of the sheet itself is given. */
export function emptySnapshot(sheet: Pick<Snapshot, 'sheetId' | 'sheetName' | 'isProtected'>): Snapshot {
  return {
    ...sheet,
    area: null,
    values: [],
    text: [],
    formulas: [],
    numberFormats: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    clippedFrom: null,
  };
}

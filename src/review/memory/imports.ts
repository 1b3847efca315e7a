/** What was brought in from files, so that it can be taken back: names and prints, nothing of what is in the sheets. */
import { isRecord } from './kept';
import type { PieceKind } from './signedMemory';

/** One import. */
export interface ImportRecord {
  /** When it was done (ISO 8601); no two imports have the same. */
  readonly time: string;
  readonly fileName: string;
  readonly sheets: readonly { readonly sheetId: string; readonly name: string; readonly print: string }[];
}

/** How imports are kept. */
export const importKind: PieceKind<ImportRecord> = {
  key: 'imports',
  read({ fileName, sheets, time }) {
    if (typeof time !== 'string' || typeof fileName !== 'string' || !Array.isArray(sheets)) return null;
    const read = (sheets as readonly unknown[]).map((sheet) => {
      if (!isRecord(sheet)) return null;
      const { name, print, sheetId } = sheet;
      return typeof name === 'string' && typeof print === 'string' && typeof sheetId === 'string'
        ? { name, print, sheetId }
        : null;
    });
    return read.every((sheet) => sheet !== null) ? { time, fileName, sheets: read } : null;
  },
  fieldsOf: ({ fileName, sheets, time }) => ({ time, fileName, sheets }),
  placeOf: ({ time }) => `imports ${time}`,
};

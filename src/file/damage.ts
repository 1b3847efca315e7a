/** A damaged file, and the place where it is: broken off inside this room, a host fault at its doors. */
import type { HostFault } from '../port/workbook';
import { DamagedXml } from './xml';

/** Thrown where a file contradicts itself or its format; every door of the room makes a fault of it. */
export class DamagedFile extends Error {
  /** @param place a part of the file, with the offset or the word that is wrong: "xl/worksheets/sheet1.xml r="5A"". */
  constructor(readonly place: string) {
    super(`damaged: ${place}`);
  }
}

/** Reads a part; XML that is wrong in it is named by the part. */
export function readingPart<T>(part: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DamagedXml) throw new DamagedFile(`${part}${error.word ? ` ${error.word}` : `:${error.at}`}`);
    throw error;
  }
}

/** The fault of a file that turned out to be damaged; any other error is a bug and goes on. */
export function damageOf(error: unknown, path: string): HostFault {
  if (error instanceof DamagedFile) return { kind: 'file-damaged', path, place: error.place };
  if (error instanceof DamagedXml) return { kind: 'file-damaged', path, place: `:${error.at}` };
  throw error;
}

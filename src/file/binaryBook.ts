/** .xls (and .et, which is one), .xlsb and the XML of Excel 2003, read by SheetJS. Heavy: loaded only for such a file. */
import { read, set_cptable, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { fromA1, type Area } from '../core/sheet/cellRef';
import type { CellValue } from '../core/sheet/snapshot';
import type { Book, BookCell, BookSheet } from './book';
import { isCompoundFile, isWhole } from './compoundFile';
import { DamagedFile } from './damage';
import { sheetSize } from '../core/sheet/sheetSize';

/** A file that asks for a password. */
export const encrypted = 'file-encrypted';

/**
 * The workbook.
 *
 * @throws DamagedFile where the library cannot make sense of the bytes.
 */
export function readBinaryBook(bytes: Uint8Array): Book | typeof encrypted {
  if (isCompoundFile(bytes) && !isWhole(bytes)) throw new DamagedFile('Workbook');
  useHostEncodings();
  let workbook: WorkBook;
  try {
    workbook = read(bytes, { type: 'array', cellStyles: true, cellNF: true, cellText: false, cellHTML: false });
  } catch (error) {
    // Every error of the library is about the bytes; the password it tells in words only.
    if (error instanceof Error && /password-protected|Encryption scheme/.test(error.message)) return encrypted;
    throw new DamagedFile('Workbook');
  }
  const listed = workbook.Workbook?.Sheets ?? [];
  return {
    countsFrom1904: workbook.Workbook?.WBProps?.date1904 ?? false,
    sheets: workbook.SheetNames.map((name, place) => {
      const sheet = workbook.Sheets[name];
      if (!sheet) throw new DamagedFile(name);
      return sheetFrom(name, sheet, listed[place]?.Hidden ?? 0);
    }),
  };
}

/** Texts of Excel 95 are in the encoding of its country, which the library knows by number and the host by name. */
const encodings: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  10008: 'gb18030',
  65001: 'utf-8',
};

/** The library's own tables of encodings are half a megabyte of what every host has built in. */
function useHostEncodings(): void {
  const decode = (page: number, data: readonly number[] | string | Uint8Array): string => {
    const bytes =
      typeof data === 'string' ? Uint8Array.from(data, (character) => character.charCodeAt(0)) : Uint8Array.from(data);
    return new TextDecoder(encodings[page] ?? 'windows-1252').decode(bytes);
  };
  set_cptable({ utils: { decode, encode: () => [], hascp: (page: number) => page in encodings } });
}

const visibilities = ['visible', 'hidden', 'very-hidden'] as const;

function sheetFrom(name: string, sheet: WorkSheet, hidden: number): BookSheet {
  return {
    name,
    visibility: visibilities[hidden] ?? 'visible',
    cells: cellsOf(sheet),
    merges: (sheet['!merges'] ?? []).map(({ e, s }): Area => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: hiddenIn(sheet['!rows'] ?? [], sheetSize.rows),
    hiddenColumns: hiddenIn(sheet['!cols'] ?? [], sheetSize.columns),
    columnWidths: widthsIn(sheet['!cols'] ?? []),
    isProtected: Boolean(sheet['!protect']),
  };
}

function widthsIn(columns: readonly ({ readonly width?: number } | null | undefined)[]): (number | null)[] {
  return Array.from(columns, (column) => column?.width ?? null);
}

function hiddenIn(places: readonly ({ readonly hidden?: boolean } | null | undefined)[], most: number): number[] {
  const hidden: number[] = [];
  // The lists have holes.
  places.forEach((place, index) => {
    if (place?.hidden && index < most) hidden.push(index);
  });
  return hidden;
}

function cellsOf(sheet: WorkSheet): BookCell[] {
  const cells: BookCell[] = [];
  for (const [address, cell] of Object.entries(sheet) as [string, CellObject][]) {
    if (address.startsWith('!')) continue;
    const value = valueOf(cell);
    if (value === null && cell.f === undefined) continue;
    cells.push({
      ref: fromA1(address),
      value,
      ...(cell.f === undefined ? {} : { formula: cell.f }),
      ...(cell.z === undefined ? {} : { format: String(cell.z) }),
    });
  }
  return cells;
}

/** Error values by their number in the file (MS-XLS 2.5.10). */
const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

function valueOf({ t, v }: CellObject): CellValue {
  switch (t) {
    case 'n':
    case 's':
    case 'b':
      return typeof v === 'number' || typeof v === 'boolean' ? v : v === undefined || v === '' ? null : String(v);
    case 'e':
      return { error: errors[Number(v)] ?? '#N/A' };
    default:
      return null;
  }
}

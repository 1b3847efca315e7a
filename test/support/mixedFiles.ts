/** Files of every kind that units send, each with a project of its own, with what a review must make of them. */
import { read, write, type BookType } from '@e965/xlsx';
import { docxOf, paragraph, wordTable } from './docxOf';
import { packageOfBook } from '../../src/file/bookPackage';
import type { Snapshot } from '../../src/core/sheet/snapshot';
import { familyForms, publishedForms } from '../forms';

/** A file, and whether it is read or told. */
export interface MixedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The kind of the fault that tells it; null where it is read and its forms are reviewed. */
  readonly fault: string | null;
}

type Make = (source: Source) => Uint8Array;

interface Source {
  readonly xlsx: Uint8Array;
  readonly docx: Uint8Array;
}

const firstHalf = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length / 2));

const converted =
  (bookType: BookType): Make =>
  ({ xlsx }) =>
    new Uint8Array(
      write(read(xlsx, { type: 'array', cellStyles: true, cellNF: true }), { type: 'array', bookType }) as ArrayBuffer,
    );

/** The beginning of an OLE container that holds an encrypted package (MS-OFFCRYPTO 2.3.4.4). */
function encryptedPackage(): Uint8Array {
  const bytes = new Uint8Array(512 * 3);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, 0xfffffffe, true);
  view.setUint32(68, 0xfffffffe, true);
  for (let place = 76; place < 512; place += 4) view.setUint32(place, place === 76 ? 0 : 0xffffffff, true);
  // The table of sectors: itself, then the directory, of one sector.
  for (let place = 512; place < 1024; place += 4) view.setUint32(place, 0xffffffff, true);
  view.setUint32(512, 0xfffffffd, true);
  view.setUint32(516, 0xfffffffe, true);
  const entry = (at: number, name: string, type: number, child: number): void => {
    for (let index = 0; index < name.length; index += 1) view.setUint16(at + 2 * index, name.charCodeAt(index), true);
    view.setUint16(at + 64, 2 * (name.length + 1), true);
    bytes[at + 66] = type;
    for (const place of [68, 72]) view.setUint32(at + place, 0xffffffff, true);
    view.setUint32(at + 76, child, true);
    view.setUint32(at + 116, 0xfffffffe, true);
  };
  entry(1024, 'Root Entry', 5, 1);
  entry(1152, 'EncryptedPackage', 2, 0xffffffff);
  return bytes;
}

/** The kinds, with the ending that people give them. */
const kinds: readonly (readonly [ending: string, fault: string | null, make: Make])[] = [
  ['.xlsx', null, ({ xlsx }) => xlsx],
  ['.xls', null, converted('biff8')],
  ['.et', null, converted('biff8')],
  ['.xlsb', null, converted('xlsb')],
  ['.ods', null, converted('ods')],
  ['.fods', null, converted('fods')],
  ['.docx', null, ({ docx }) => docx],
  // As web systems export it.
  ['（导出）.xls', null, converted('html')],
  ['（改名）.xlsx', null, converted('biff8')],
  ['（截断）.xlsx', 'file-damaged', ({ xlsx }) => firstHalf(xlsx)],
  ['（损坏）.xls', 'file-damaged', (source) => firstHalf(converted('biff8')(source))],
  ['（加密）.xlsx', 'file-encrypted', encryptedPackage],
  ['（说明）.xls', 'file-pdf', () => new TextEncoder().encode('%PDF-1.7\n%…')],
];

function xlsxFrom({ area, formulas, hiddenRows, merges, numberFormats, sheetName, values }: Snapshot): Uint8Array {
  const cells = values.flatMap((line, down) =>
    line.flatMap((value, across) => {
      const formula = formulas[down]?.[across] ?? null;
      if (value === null && formula === null) return [];
      const ref = { row: (area?.top ?? 0) + down, column: (area?.left ?? 0) + across };
      const format = numberFormats[down]?.[across] ?? 'General';
      return { ref, value, format, ...(formula === null ? {} : { formula: formula.slice(1) }) };
    }),
  );
  const look = { visibility: 'visible', hiddenColumns: [], columnWidths: [], isProtected: false } as const;
  return packageOfBook({ countsFrom1904: false, sheets: [{ ...look, name: sheetName, cells, merges, hiddenRows }] });
}

/** So many files, the kinds in turn. */
export function mixedFiles(count: number): readonly MixedFile[] {
  const forms = [...publishedForms, ...familyForms].map(({ snapshot }) => snapshot);
  const sources: Source[] = [];
  for (const snapshot of forms) {
    const docx = docxOf(paragraph('附件') + wordTable(snapshot));
    sources.push({ xlsx: xlsxFrom(snapshot), docx });
  }
  return Array.from({ length: count }, (_, number) => {
    const [ending, fault, make] = kinds[number % kinds.length]!;
    const source = sources[Math.floor(number / kinds.length) % sources.length]!;
    return { name: `${String(number).padStart(4, '0')} 自评表${ending}`, bytes: make(source), fault };
  });
}

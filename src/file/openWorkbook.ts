/** A file of any kind behind the workbook port: an .xlsx as it is, every other format with tables as an .xlsx of it. */
import { failed, succeeded } from '../port/outcome';
import type { Outcome } from '../port/workbook';
import type { convert } from './convert';
import { damageOf } from './damage';
import { fileKindOf, type TableFormat } from './fileKind';
import { openXlsxWorkbook, type XlsxOptions, type XlsxWorkbook } from './xlsxWorkbook';
import { canonicalName, isTooLarge, packageLimit } from './workbookPackage';
import { isZip, portableUnpacker, readDirectory, type ZipEntry } from './zip';

/** An open workbook, whatever it was. */
export interface AnyWorkbook extends XlsxWorkbook {
  /** The format that it was converted from when it was opened; null for an .xlsx, which stays as it is. */
  readonly convertedFrom: Exclude<TableFormat, 'xlsx'> | null;
}

/** What reads the other formats. */
export interface Formats {
  readonly convert: typeof convert;
}

/** What is needed beyond what an .xlsx needs. */
export interface OpeningOptions extends XlsxOptions {
  /** Loads the piece that reads other formats, where the host loads pieces in a way of its own. */
  readonly loadFormats?: () => Promise<Formats>;
}

const importFormats = (): Promise<Formats> => import(/* webpackChunkName: "formats" */ './convert');

/**
 * Opens the bytes of a file. Faults: what the file is instead of a workbook, file-encrypted, file-damaged,
 * file-too-large.
 */
export async function openWorkbook(bytes: Uint8Array, options: OpeningOptions): Promise<Outcome<AnyWorkbook>> {
  const { unpacker = portableUnpacker, loadFormats = importFormats, path } = options;
  if (bytes.length > packageLimit.file) return failed({ kind: 'file-too-large', path });
  try {
    const directory = isZip(bytes) ? readDirectory(bytes) : [];
    // Of every kind of archive, because what is inside is unpacked to tell it.
    if (isTooLarge(directory)) return failed({ kind: 'file-too-large', path });
    const kind = fileKindOf(bytes, unpacker, directory);
    if (kind === null) return failed({ kind: 'not-a-workbook', path });
    if (kind.startsWith('file-')) return failed({ kind, path } as { kind: 'file-empty'; path: string });
    const format = kind as TableFormat;
    if (format === 'xlsx') return as(knownForXlsx(openXlsxWorkbook(bytes, options, directory), directory, path), null);
    const formats = await loadFormats();
    const converted = formats.convert(bytes, format, unpacker);
    if (typeof converted === 'string') return failed({ kind: converted, path });
    return as(openXlsxWorkbook(converted, options), format);
  } catch (error) {
    return failed(damageOf(error, path));
  }
}

/** The parts that lead to the workbook; without them a package that has one leads nowhere. */
const leading = ['[Content_Types].xml', '_rels/.rels'];

/** What is inside said what the file is: where it cannot be opened as that all the same, it is damaged. */
function knownForXlsx(
  opened: Outcome<XlsxWorkbook>,
  directory: readonly ZipEntry[],
  path: string,
): Outcome<XlsxWorkbook> {
  if (opened.ok || opened.fault.kind !== 'not-a-workbook') return opened;
  const names = new Set(directory.map(({ name }) => canonicalName(name)));
  const place = leading.find((name) => !names.has(canonicalName(name)));
  return place === undefined ? opened : failed({ kind: 'file-damaged', path, place });
}

function as(opened: Outcome<XlsxWorkbook>, convertedFrom: AnyWorkbook['convertedFrom']): Outcome<AnyWorkbook> {
  if (!opened.ok) return opened;
  const workbook = opened.value;
  return succeeded({
    ...workbook,
    convertedFrom,
    async capabilities() {
      const known = await workbook.capabilities();
      if (!known.ok || convertedFrom === null) return known;
      return succeeded({ ...known.value, details: { ...known.value.details, convertedFrom } });
    },
  });
}

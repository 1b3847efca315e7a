/** What a file is, by its first bytes and what is inside; its name says nothing. */
import type { OtherFile } from '../port/workbook';
import { isCompoundFile, isWhole, streamNames } from './compoundFile';
import { DamagedFile } from './damage';
import { decodeText } from './textEncoding';
import { isZip, portableUnpacker, readDirectory, unpack, type Unpacker, type ZipEntry } from './zip';
import { canonicalName } from './workbookPackage';

/** A format with tables that is read. */
export type TableFormat = 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'fods' | 'xml2003' | 'docx' | 'html' | 'text';

/** What a file can be told to be; null: nobody knows. */
export type FileKind = TableFormat | OtherFile | 'file-encrypted' | null;

/**
 * Looks into the bytes.
 *
 * @param directory of an archive, where it was read already.
 * @throws DamagedFile for a container without a directory: a download that was cut off.
 */
export function fileKindOf(
  bytes: Uint8Array,
  unpacker: Unpacker = portableUnpacker,
  directory?: readonly ZipEntry[],
): FileKind {
  if (bytes.length === 0) return 'file-empty';
  const known = signatures.find(([signature]) => startsWith(bytes, signature));
  if (known) return known[1];
  if (isCompoundFile(bytes)) return kindOfCompound(bytes);
  if (isZip(bytes)) return kindOfArchive(bytes, unpacker, directory ?? readDirectory(bytes));
  // Beginning of a sheet of Excel 2 to 4, which has no container around it (MS-XLS 2.4.21).
  if (bytes[0] === 0x09 && [0, 2, 4, 8].includes(bytes[1] ?? -1) && bytes[3] === 0) return 'xls';
  return kindOfText(bytes);
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const signatures: readonly (readonly [signature: readonly number[], kind: OtherFile])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'file-pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'file-image'],
  [[0xff, 0xd8, 0xff], 'file-image'],
  [[0x47, 0x49, 0x46, 0x38], 'file-image'],
  [[0x42, 0x4d], 'file-image'],
  [[0x49, 0x49, 0x2a, 0x00], 'file-image'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'file-image'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'file-archive'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'file-archive'],
  [[0x1f, 0x8b], 'file-archive'],
];

/** What the streams of a compound file tell, the first that fits (MS-XLS 2.1.2, MS-DOC 2.1, MS-OFFCRYPTO 2.3.4.4). */
const streams: readonly (readonly [stream: string, kind: FileKind])[] = [
  ['EncryptedPackage', 'file-encrypted'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['WordDocument', 'file-old-word'],
  ['PowerPoint Document', 'file-slides'],
];

function kindOfCompound(bytes: Uint8Array): FileKind {
  const names = streamNames(bytes);
  const known = streams.find(([stream]) => names.has(stream));
  // The directory often lies at the end.
  if (!known && !isWhole(bytes)) throw new DamagedFile('CFB');
  return known?.[1] ?? null;
}

/** What the names in an archive tell, the first that fits. */
const insides: readonly (readonly [name: string, kind: FileKind])[] = [
  ['xl/workbook.bin', 'xlsb'],
  ['xl/workbook.xml', 'xlsx'],
  ['word/document.xml', 'docx'],
  ['ppt/presentation.xml', 'file-slides'],
];

function kindOfArchive(bytes: Uint8Array, unpacker: Unpacker, entries: readonly ZipEntry[]): FileKind {
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'file-archive';
  const byName = new Map(entries.map((entry) => [canonicalName(entry.name), entry]));
  const known = insides.find(([name]) => byName.has(name));
  if (known) return known[1];
  const textOf = (name: string): string => {
    const entry: ZipEntry | undefined = byName.get(name);
    return entry && entry.size < 1 << 20 ? new TextDecoder().decode(unpack(bytes, entry, unpacker)) : '';
  };
  if (byName.has('content.xml')) return kindOfOpenDocument(textOf);
  // A package whose parts have names of their own: its relationships lead on.
  return byName.has('[content_types].xml') ? kindOfPackage(textOf('[content_types].xml')) : 'file-archive';
}

function kindOfOpenDocument(textOf: (name: string) => string): FileKind {
  const manifest = textOf('meta-inf/manifest.xml');
  if (manifest.includes('encryption-data')) return 'file-encrypted';
  const type = `${textOf('mimetype')} ${manifest}`;
  if (type.includes('opendocument.spreadsheet')) return 'ods';
  return type.includes('opendocument.presentation') ? 'file-slides' : null;
}

function kindOfPackage(types: string): FileKind {
  if (types.includes('sheet.binary')) return 'xlsb';
  if (types.includes('spreadsheetml')) return 'xlsx';
  if (types.includes('wordprocessingml.document')) return 'docx';
  return types.includes('presentationml') ? 'file-slides' : null;
}

/** How much of a text tells what it is. */
const headLength = 8192;

const marks: readonly (readonly [mark: RegExp, kind: FileKind])[] = [
  [/^\{\\rtf/, 'file-old-word'],
  [/<office:document[\s>]/, 'fods'],
  [/<(?:\w+:)?Workbook[\s>][^>]*urn:schemas-microsoft-com:office:spreadsheet/, 'xml2003'],
  [/<w:wordDocument[\s>]|<pkg:package[\s>]/, 'file-old-word'],
  [/^\s*(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html|head|body|table|div|meta|style)[\s>]/i, 'html'],
  [/<html[\s>]/i, 'html'],
  [/^\s*<\?xml|^MIME-Version:/i, null],
];

function kindOfText(bytes: Uint8Array): FileKind {
  const text = decodeText(bytes);
  if (text === null) return null;
  const head = text.slice(0, headLength);
  if (head.trim() === '') return 'file-empty';
  const known = marks.find(([mark]) => mark.test(head));
  return known ? known[1] : 'text';
}

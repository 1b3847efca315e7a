/** The archive around a package: its directory, and one entry unpacked and proved by its length and checksum. */
import { inflateSync } from 'fflate';
import { DamagedFile } from './damage';

/** One entry of the directory. */
export interface ZipEntry {
  /** As written, but for the encoding. */
  readonly name: string;
  /** Bytes once unpacked, as the directory says. */
  readonly size: number;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
  readonly checksum: number;
}

/** What unpacks and proves the content of an entry. */
export interface Unpacker {
  /** Unpacks raw deflate to exactly `size` bytes at most. @throws where the stream is broken. */
  inflate(packed: Uint8Array, size: number): Uint8Array;
  /** CRC-32, as `checksumOf` gives it. */
  checksum(bytes: Uint8Array): number;
  /** Whether these are the same bytes. */
  isSame(left: Uint8Array, right: Uint8Array): boolean;
}

/** The one that works everywhere. */
export const portableUnpacker: Unpacker = {
  inflate: (packed, size) => inflateSync(packed, { out: new Uint8Array(size) }),
  checksum: (bytes) => checksumOf(bytes),
  isSame: (left, right) => left.length === right.length && left.every((byte, place) => byte === right[place]),
};

/** The same parts are the same bytes, whenever they are written: the first time that an archive can say. */
export const firstMoment = new Date(1980, 0, 1);

const signature = { end: 0x06054b50, end64: 0x06064b50, entry: 0x02014b50, local: 0x04034b50 } as const;
const allOnes = 0xffffffff;

/** Whether the bytes begin as an archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

const viewOf = ({ buffer, byteLength, byteOffset }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

/**
 * The entries in the order of the directory.
 *
 * @throws DamagedFile where there is no directory, as in a file that was cut off.
 */
export function readDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  try {
    return entriesFrom(bytes);
  } catch (error) {
    // Only a view throws this: a place beyond the end of the file.
    if (error instanceof RangeError) throw new DamagedFile('zip');
    throw error;
  }
}

function entriesFrom(bytes: Uint8Array): readonly ZipEntry[] {
  const view = viewOf(bytes);
  const { count, start } = directoryOf(view);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let number = 0; number < count; number += 1) {
    if (view.getUint32(at, true) !== signature.entry) throw new DamagedFile('zip');
    const lengths = {
      name: view.getUint16(at + 28, true),
      extra: view.getUint16(at + 30, true),
      comment: view.getUint16(at + 32, true),
    };
    const nameEnd = at + 46 + lengths.name;
    const flags = view.getUint16(at + 8, true);
    const plain = {
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    };
    const { offset, packed, size } = inLongForm(view, nameEnd, nameEnd + lengths.extra, plain);
    entries.push({
      size,
      packed,
      offset,
      name: nameFrom(bytes.subarray(at + 46, nameEnd)),
      isEncrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
    });
    at = nameEnd + lengths.extra + lengths.comment;
  }
  return entries;
}

/** Where the directory lies, from the record at the end of the archive, behind which a comment may stand. */
function directoryOf(view: DataView): { readonly count: number; readonly start: number } {
  const longestComment = 0xffff;
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - longestComment); at -= 1) {
    if (view.getUint32(at, true) !== signature.end) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count !== 0xffff && start !== allOnes) return { count, start };
    const long = Number(view.getBigUint64(at - 20 + 8, true));
    if (view.getUint32(long, true) !== signature.end64) break;
    return { count: Number(view.getBigUint64(long + 32, true)), start: Number(view.getBigUint64(long + 48, true)) };
  }
  throw new DamagedFile('zip');
}

interface Sizes {
  readonly size: number;
  readonly packed: number;
  readonly offset: number;
}

/** Sizes of more than four bytes stand in an extra field, in this order, those only that do not fit (APPNOTE 4.5.3). */
function inLongForm(view: DataView, from: number, to: number, plain: Sizes): Sizes {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const long = (value: number): number => {
      if (value !== allOnes) return value;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    return { size: long(plain.size), packed: long(plain.packed), offset: long(plain.offset) };
  }
  return plain;
}

/** Made once: making one takes longer than reading a directory. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Chinese archivers write names in the encoding of their machine, whatever the archive says. */
function nameFrom(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    // Not UTF-8: the decoder throws for nothing else.
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The bytes of an entry as they lie in the archive. @throws DamagedFile where they cannot lie there. */
export function packedBytes(bytes: Uint8Array, { method, name, offset, packed }: ZipEntry): Uint8Array {
  const view = viewOf(bytes);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== signature.local) throw new DamagedFile(name);
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const raw = bytes.subarray(from, from + packed);
  if (raw.length !== packed || (method !== 0 && method !== 8)) throw new DamagedFile(name);
  return raw;
}

/**
 * The bytes of an entry.
 *
 * @throws DamagedFile where they cannot be unpacked, or are not those that were packed.
 */
export function unpack(bytes: Uint8Array, entry: ZipEntry, unpacker: Unpacker): Uint8Array {
  const { checksum, method, name, size } = entry;
  const raw = packedBytes(bytes, entry);
  const content = method === 0 ? raw : inflated(raw, entry, unpacker);
  if (content.length !== size || unpacker.checksum(content) !== checksum) throw new DamagedFile(name);
  return content;
}

function inflated(raw: Uint8Array, { name, size }: ZipEntry, unpacker: Unpacker): Uint8Array {
  try {
    return unpacker.inflate(raw, size);
  } catch {
    // Whatever the library says of a broken stream.
    throw new DamagedFile(name);
  }
}

/** Remainders of a byte with none to three bytes of zeros behind it, one table after the other. */
const remainders = remainderTables();

function remainderTables(): Int32Array {
  const tables = new Int32Array(4 * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit += 1) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
    tables[byte] = remainder;
  }
  for (let place = 256; place < tables.length; place += 1) {
    const before = tables[place - 256] ?? 0;
    tables[place] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
  }
  return tables;
}

/** The checksum of bytes that follow others, whose checksum is given; four bytes at a time. */
export function checksumOf(bytes: Uint8Array, before = 0): number {
  const remainder = (table: number, byte: number): number => remainders[table * 256 + (byte & 0xff)] ?? 0;
  const whole = bytes.length - (bytes.length % 4);
  let sum = ~before;
  let at = 0;
  for (; at < whole; at += 4) {
    const word =
      sum ^
      ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24));
    sum = remainder(3, word) ^ remainder(2, word >>> 8) ^ remainder(1, word >>> 16) ^ remainder(0, word >>> 24);
  }
  for (; at < bytes.length; at += 1) sum = remainder(0, sum ^ (bytes[at] ?? 0)) ^ (sum >>> 8);
  return ~sum >>> 0;
}

/** Whatever is packed here: names in UTF-8 (bit 11), the first moment of an archive (APPNOTE 4.4.4 to 4.4.6). */
const written = { version: 20, flags: 0x0800, time: 0, date: 0x21 } as const;

/** What an entry says before its content and again in the directory, from the version that is needed to read it on. */
function sayEntry(view: DataView, at: number, { checksum, method, packed, size }: ZipEntry, nameLength: number): void {
  const { date, flags, time, version } = written;
  [version, flags, method, time, date].forEach((word, place) => view.setUint16(at + place * 2, word, true));
  [checksum, packed, size].forEach((word, place) => view.setUint32(at + 10 + place * 4, word, true));
  view.setUint16(at + 22, nameLength, true);
}

/** What stands before the content of an entry. */
export function zipHead(entry: ZipEntry): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  const head = new Uint8Array(30 + name.length);
  const view = viewOf(head);
  view.setUint32(0, signature.local, true);
  sayEntry(view, 4, entry, name.length);
  head.set(name, 30);
  return head;
}

/** The directory, which stands behind all entries, and the end of the archive; for less than 4 GiB. */
export function zipDirectory(entries: readonly ZipEntry[], start: number): Uint8Array {
  const listed = entries.map((entry) => {
    const name = new TextEncoder().encode(entry.name);
    const line = new Uint8Array(46 + name.length);
    const view = viewOf(line);
    view.setUint32(0, signature.entry, true);
    view.setUint16(4, written.version, true);
    sayEntry(view, 6, entry, name.length);
    view.setUint32(42, entry.offset, true);
    line.set(name, 46);
    return line;
  });
  const length = listed.reduce((sum, line) => sum + line.length, 0);
  const directory = new Uint8Array(length + 22);
  let at = 0;
  for (const line of listed) {
    directory.set(line, at);
    at += line.length;
  }
  const view = viewOf(directory);
  view.setUint32(at, signature.end, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, length, true);
  view.setUint32(at + 16, start, true);
  return directory;
}

/** The container of old Office formats (MS-CFB): which streams are in it, and whether all of it is there. */

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether the bytes begin as one. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Entries of the directory are 128 bytes long and lie at multiples of it, so that they are found without the chains. */
export function streamNames(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = (bytes[at + 64] ?? 0) + 256 * (bytes[at + 65] ?? 0);
    const type = bytes[at + 66];
    if (length < 4 || length > 64 || length % 2 === 1 || (type !== 1 && type !== 2)) continue;
    names.add(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)));
  }
  return names;
}

/** No sector, a sector of the table itself, and the first of the numbers that are none of a sector. */
const free = 0xffffffff;
const ofTable = 0xfffffffd;
const special = 0xfffffffa;
/** Places of the first tables of sectors, in the header. */
const listed = { from: 76, to: 512 } as const;

/**
 * Whether every sector that another one leads to lies within the file: a file that was cut off is read by some libraries as far as
 * it goes, without a word about the rest.
 */
export function isWhole(bytes: Uint8Array): boolean {
  if (bytes.length < 1024) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 2 ** view.getUint16(30, true);
  if (size !== 512 && size !== 4096) return false;
  let last = -1;
  let first = 0;
  for (let at: number = listed.from; at < listed.to; at += 4) {
    const table = view.getUint32(at, true);
    if (table === free) break;
    const from = (table + 1) * size;
    if (from + size > bytes.length) return false;
    for (let entry = 0; entry < size / 4; entry += 1) {
      const next = view.getUint32(from + entry * 4, true);
      if (next < special) last = Math.max(last, next);
      else if (next === ofTable) last = Math.max(last, first + entry);
    }
    first += size / 4;
  }
  // The last sector may be cut short by a program that does not fill it up.
  return bytes.length > (last + 1) * size;
}

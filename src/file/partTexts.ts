/**
 * The texts of parts of a package. The files of a batch come from few templates, so that their small parts are the same
 * bytes from file to file: the last one of every name is kept, and not unpacked again.
 */
import { DamagedFile } from './damage';
import { decodePart } from './textEncoding';
import { packedBytes, unpack, type Unpacker, type ZipEntry } from './zip';

/** How much is kept: so many parts, of so many bytes packed and unpacked at most. */
const keeping = { parts: 16, packed: 4096, size: 65_536 } as const;

interface KeptPart {
  readonly packed: Uint8Array;
  readonly entry: ZipEntry;
  readonly text: string;
}

const kept = new Map<string, KeptPart>();

/**
 * The text of an entry.
 *
 * @throws DamagedFile where it cannot be unpacked, or is in no encoding that it says.
 */
export function textOfPart(archive: Uint8Array, entry: ZipEntry, unpacker: Unpacker): string {
  const { name } = entry;
  const isSmall = entry.packed <= keeping.packed && entry.size <= keeping.size;
  const known = isSmall ? kept.get(name) : undefined;
  if (known && isSaidToBeSame(known.entry, entry) && unpacker.isSame(known.packed, packedBytes(archive, entry)))
    return known.text;
  const text = decodePart(unpack(archive, entry, unpacker));
  if (text === null) throw new DamagedFile(name);
  // Copied, because a view would keep the whole file.
  if (isSmall) keep({ entry, text, packed: packedBytes(archive, entry).slice() });
  return text;
}

/** Whether the directory says the same of both, so that the same bytes unpack to the same text, or to the same damage. */
function isSaidToBeSame(one: ZipEntry, other: ZipEntry): boolean {
  return one.method === other.method && one.size === other.size && one.checksum === other.checksum;
}

function keep(part: KeptPart): void {
  const { name } = part.entry;
  const oldest = kept.size < keeping.parts || kept.has(name) ? undefined : kept.keys().next().value;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(name, part);
}

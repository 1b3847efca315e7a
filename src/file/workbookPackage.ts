/** The zip package of a workbook as bytes: parts are unpacked when asked for, and changed parts replace the old. */
import { zipSync, type Zippable } from 'fflate';
import { textOfPart } from './partTexts';
import { firstMoment, isZip, portableUnpacker, readDirectory, unpack, type Unpacker, type ZipEntry } from './zip';

/** An immutable package; a change yields a new one. */
export interface WorkbookPackage {
  /** Names of the parts in the order of the archive. */
  readonly names: readonly string[];
  /** Whether the package has a part of that name. */
  has(name: string): boolean;
  /**
   * A part as text, or null where the package has none of that name. Names are the same whatever their case, their
   * slashes and their percent signs, as for Excel.
   *
   * @throws DamagedFile where the part cannot be unpacked or is in no encoding that it says.
   */
  text(name: string): string | null;
  /** The package with these parts put in place; null removes a part. Other parts keep their bytes. */
  with(parts: ReadonlyMap<string, string | null>): WorkbookPackage;
  /** The package as a file. */
  bytes(): Uint8Array;
}

/** Why bytes are not opened as a package. */
export type PackageProblem = 'not-a-workbook' | 'file-too-large';

/**
 * How much is unpacked at most, in bytes: a workbook of forms stays under a hundredth of it, one with formats down to
 * the last row under the whole of it, and an archive that says more (or is made to fill the memory) is refused before anything
 * is unpacked. `part` is for what is read as text.
 */
export const packageLimit = { file: 128 * 1024 * 1024, part: 128 * 1024 * 1024, whole: 512 * 1024 * 1024 } as const;

/** From how many bytes on a part is packed fast instead of small. */
const large = 8 * 1024 * 1024;

const isText = (name: string): boolean => /\.(?:xml|rels|vml)$/iu.test(name);

/** Whether an archive says that it unpacks to more than is unpacked; asked before anything of it is. */
export function isTooLarge(entries: readonly ZipEntry[]): boolean {
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  return unpacked > packageLimit.whole || entries.some(({ name, size }) => isText(name) && size > packageLimit.part);
}

/** One spelling for all of a name. */
export function canonicalName(name: string): string {
  const plain = name.replaceAll('\\', '/').replace(/^\/+/u, '');
  if (!plain.includes('%')) return plain.toLowerCase();
  try {
    return decodeURIComponent(plain).toLowerCase();
  } catch {
    // A percent sign that stands for itself.
    return plain.toLowerCase();
  }
}

/**
 * Opens the bytes of an .xlsx or .xlsm, or says why they are none.
 *
 * @param directory of the archive, where it was read already.
 * @throws DamagedFile
 */
export function openPackage(
  bytes: Uint8Array,
  unpacker: Unpacker = portableUnpacker,
  directory?: readonly ZipEntry[],
): WorkbookPackage | PackageProblem {
  if (bytes.length > packageLimit.file) return 'file-too-large';
  if (!isZip(bytes)) return 'not-a-workbook';
  const entries = directory ?? readDirectory(bytes);
  if (isTooLarge(entries)) return 'file-too-large';
  const archive = new Archive(bytes, entries, unpacker);
  return archive.actual('[Content_Types].xml') === null ? 'not-a-workbook' : packageOf(archive, new Map());
}

/** The file as it was opened; its texts are unpacked once, whatever is changed later. */
class Archive {
  readonly names: readonly string[];
  private readonly byName: ReadonlyMap<string, ZipEntry>;
  private spellings: ReadonlyMap<string, string> | null = null;
  private readonly texts = new Map<string, string>();

  constructor(
    readonly original: Uint8Array,
    entries: readonly ZipEntry[],
    private readonly unpacker: Unpacker,
  ) {
    const files = entries.filter(({ name }) => !/[\\/]$/u.test(name));
    this.byName = new Map(files.map((entry) => [entry.name, entry]));
    this.names = [...this.byName.keys()];
  }

  /** The name as the archive spells it; null where it has none. */
  actual(name: string): string | null {
    if (this.byName.has(name)) return name;
    // The first of two names that differ in their spelling only, as in a program that looks for one.
    this.spellings ??= new Map([...this.names].reverse().map((known) => [canonicalName(known), known]));
    return this.spellings.get(canonicalName(name)) ?? null;
  }

  content(name: string): Uint8Array | null {
    const entry = this.byName.get(name);
    return entry ? unpack(this.original, entry, this.unpacker) : null;
  }

  text(name: string): string | null {
    const known = this.texts.get(name);
    if (known !== undefined) return known;
    const entry = this.byName.get(name);
    if (!entry) return null;
    const text = textOfPart(this.original, entry, this.unpacker);
    this.texts.set(name, text);
    return text;
  }
}

function packageOf(archive: Archive, changed: ReadonlyMap<string, string | null>): WorkbookPackage {
  const names = [
    ...archive.names.filter((name) => changed.get(name) !== null),
    ...[...changed].filter(([name, text]) => text !== null && !archive.names.includes(name)).map(([name]) => name),
  ];
  const spelled = (name: string): string => archive.actual(name) ?? name;
  return {
    names,
    has: (name) => names.includes(spelled(name)),
    text(name) {
      const replaced = changed.get(spelled(name));
      return replaced === undefined ? archive.text(spelled(name)) : replaced;
    },
    with: (parts) =>
      packageOf(archive, new Map([...changed, ...[...parts].map(([name, text]) => [spelled(name), text] as const)])),
    bytes() {
      if (changed.size === 0) return archive.original;
      const files: Zippable = {};
      for (const name of names) {
        const text = changed.get(name);
        const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : archive.content(name);
        // A part of many megabytes is all repetition, and the best packing of it takes ten times as long.
        if (bytes) files[name] = [bytes, { level: bytes.length > large ? 1 : 6 }];
      }
      return zipSync(files, { mtime: firstMoment });
    },
  };
}

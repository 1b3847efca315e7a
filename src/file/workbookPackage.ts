/** The zip package of a workbook as bytes: parts are unpacked when asked for, and changed parts replace the old. */
import { unzipSync, zipSync, type Zippable } from 'fflate';

/** An immutable package; a change yields a new one. */
export interface WorkbookPackage {
  /** Names of the parts in the order of the archive. */
  readonly names: readonly string[];
  /** A part as text, or null where the package has none of that name. */
  text(name: string): string | null;
  /** The package with these parts put in place; null removes a part. Other parts keep their bytes. */
  with(parts: ReadonlyMap<string, string | null>): WorkbookPackage;
  /** The package as a file. */
  bytes(): Uint8Array;
}

/** Why bytes are not a package that can be read. */
export type PackageProblem = 'not-a-workbook' | 'file-encrypted' | 'file-too-large';

/**
 * How much is unpacked at most, in bytes: a workbook of forms stays under a hundredth of it, and an archive that says
 * more (or is made to fill the memory) is refused before anything is unpacked. `part` is for what is read as text.
 */
export const packageLimit = { file: 128 * 1024 * 1024, part: 64 * 1024 * 1024, whole: 512 * 1024 * 1024 } as const;

// The signature of a compound file: an .xls, or an .xlsx wrapped because it is encrypted.
const compoundSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const isText = (name: string): boolean => /\.(?:xml|rels|vml)$/iu.test(name);

/** Opens the bytes of an .xlsx or .xlsm, or says why they are none. */
export function openPackage(bytes: Uint8Array): WorkbookPackage | PackageProblem {
  if (compoundSignature.every((byte, index) => bytes[index] === byte)) {
    // The stream that holds an encrypted workbook is named so in the directory (MS-OFFCRYPTO 2.3.4.4).
    const directory = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1));
    return directory.includes('EncryptedPackage') ? 'file-encrypted' : 'not-a-workbook';
  }
  if (bytes.length > packageLimit.file) return 'file-too-large';
  const names: string[] = [];
  let unpacked = 0;
  let largest = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        unpacked += originalSize;
        if (isText(name)) largest = Math.max(largest, originalSize);
        return false;
      },
    });
  } catch {
    // The library throws only where the bytes are not a zip archive or a damaged one.
    return 'not-a-workbook';
  }
  if (largest > packageLimit.part || unpacked > packageLimit.whole) return 'file-too-large';
  if (!names.includes('[Content_Types].xml')) return 'not-a-workbook';
  try {
    // All texts in one pass: what is damaged inside is then known on opening, and not in the middle of a review.
    const texts = unzipSync(bytes, { filter: ({ name }) => isText(name) });
    return packageOf(bytes, names, new Map(), new Map(Object.entries(texts)));
  } catch {
    // As above: a compressed stream that cannot be unpacked.
    return 'not-a-workbook';
  }
}

function packageOf(
  original: Uint8Array,
  originalNames: readonly string[],
  changed: ReadonlyMap<string, string | null>,
  texts: ReadonlyMap<string, Uint8Array>,
): WorkbookPackage {
  const unpacked = new Map<string, string>();
  const names = [
    ...originalNames.filter((name) => changed.get(name) !== null),
    ...[...changed].filter(([name, text]) => text !== null && !originalNames.includes(name)).map(([name]) => name),
  ];
  return {
    names,
    text(name) {
      const replaced = changed.get(name);
      if (replaced !== undefined) return replaced;
      let text = unpacked.get(name);
      if (text === undefined) {
        const bytes = texts.get(name) ?? unzipSync(original, { filter: (entry) => entry.name === name })[name];
        if (!bytes) return null;
        text = new TextDecoder().decode(bytes);
        unpacked.set(name, text);
      }
      return text;
    },
    with(parts) {
      return packageOf(original, originalNames, new Map([...changed, ...parts]), texts);
    },
    bytes() {
      if (changed.size === 0) return original;
      const kept = unzipSync(original);
      const files: Zippable = {};
      for (const name of names) {
        const text = changed.get(name);
        const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : kept[name];
        if (bytes) files[name] = bytes;
      }
      // The same parts are the same bytes, whenever they are written: the first time that an archive can say.
      return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
    },
  };
}

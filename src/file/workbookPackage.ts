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
export type PackageProblem = 'not-a-workbook' | 'file-encrypted';

// The signature of a compound file: an .xls, or an .xlsx wrapped because it is encrypted.
const compoundSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Opens the bytes of an .xlsx or .xlsm, or says why they are none. */
export function openPackage(bytes: Uint8Array): WorkbookPackage | PackageProblem {
  if (compoundSignature.every((byte, index) => bytes[index] === byte)) {
    // The stream that holds an encrypted workbook is named so in the directory (MS-OFFCRYPTO 2.3.4.4).
    const directory = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1));
    return directory.includes('EncryptedPackage') ? 'file-encrypted' : 'not-a-workbook';
  }
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
  } catch {
    // The library throws only where the bytes are not a zip archive or a damaged one.
    return 'not-a-workbook';
  }
  if (!names.includes('[Content_Types].xml')) return 'not-a-workbook';
  return packageOf(bytes, names, new Map());
}

function packageOf(
  original: Uint8Array,
  originalNames: readonly string[],
  changed: ReadonlyMap<string, string | null>,
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
        const bytes = unzipSync(original, { filter: (entry) => entry.name === name })[name];
        if (!bytes) return null;
        text = new TextDecoder().decode(bytes);
        unpacked.set(name, text);
      }
      return text;
    },
    with(parts) {
      return packageOf(original, originalNames, new Map([...changed, ...parts]));
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
      return zipSync(files, { level: 6 });
    },
  };
}

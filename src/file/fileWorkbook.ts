/** A workbook file on disk behind the port: what cannot be opened says why, a save is whole or not at all. */
import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Outcome } from '../port/workbook';
import * as zlib from 'node:zlib';
import { failed } from '../port/outcome';
import { packageLimit } from './workbookPackage';
import { openWorkbook, type AnyWorkbook, type Formats } from './openWorkbook';
import { portableUnpacker, type Unpacker } from './zip';

/** An open file; changes stay in memory until it is saved. */
export interface FileWorkbook extends AnyWorkbook {
  /**
   * Writes the workbook whole or not at all: to `path`, else to the file it was opened to be saved as, else over the
   * file that was opened. A file that was converted on opening is never written over: it is an .xlsx now. Faults:
   * file-not-writable, read-only.
   */
  save(path?: string): Promise<Outcome<{ readonly path: string }>>;
}

/** What keeps a file from being read, by the code of the operating system; anything else may pass. */
const unreadableKinds: Readonly<Record<string, 'file-missing' | 'not-a-workbook'>> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  ELOOP: 'file-missing',
  ENAMETOOLONG: 'file-missing',
  EISDIR: 'not-a-workbook',
};

/**
 * A thread that runs the source as it is has what compiles a `require` on the way, but not what compiles an `import()`.
 */
function loadFormats(): Promise<Formats> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- as said above
  return Promise.resolve(require('./convert') as Formats);
}

/** Up to how many packed bytes a part is unpacked sooner than what Node has built in is set up for it. */
const small = 512;

/** How many bytes one packed byte comes to at most (zlib's technical details: 1032 to 1). */
const mostExpansion = 1032;

/** Node has it from 20.15 and 22.2 on. */
const nativeChecksum = (zlib as { readonly crc32?: typeof zlib.crc32 }).crc32;

/** Unpacks with what Node has built in; the size is what the directory says, and more is not unpacked. */
const nativeUnpacker: Unpacker = {
  inflate: (packed, size) =>
    packed.length <= small
      ? portableUnpacker.inflate(packed, size)
      : zlib.inflateRawSync(packed, {
          maxOutputLength: Math.max(1, size),
          // At once into a buffer that fits, and none that the packed bytes could not fill, whatever the directory says.
          chunkSize: Math.max(64, Math.min(size + 1, packed.length * mostExpansion)),
        }),
  checksum: (bytes) => nativeChecksum?.(bytes) ?? portableUnpacker.checksum(bytes),
  isSame: (left, right) => Buffer.compare(left, right) === 0,
};

/**
 * Opens a file of any format with tables. Faults: file-missing, file-not-readable, file-encrypted, file-damaged,
 * file-too-large, and what the file is where it holds no table.
 */
export async function openFileWorkbook(
  path: string,
  { saveAs }: { readonly saveAs?: string } = {},
): Promise<Outcome<FileWorkbook>> {
  const read = readNow(path);
  if (!read.ok) return read;
  const opened = await openWorkbook(read.value, {
    path,
    unpacker: nativeUnpacker,
    loadFormats,
  });
  if (!opened.ok) return opened;
  const workbook = opened.value;
  const usual = saveAs ?? (workbook.convertedFrom === null ? path : null);
  return {
    ok: true,
    value: {
      ...workbook,
      save(given) {
        const target = given ?? usual;
        if (target === null) return Promise.resolve(failed({ kind: 'read-only' }));
        return writeWhole(target, workbook.bytes());
      },
    },
  };
}

function readNow(path: string): Outcome<Uint8Array> {
  try {
    const found = statSync(path);
    // A pipe or a device has no end to wait for.
    if (!found.isFile() && !found.isDirectory()) return failed({ kind: 'not-a-workbook', path });
    // Before reading: a file of many gigabytes must not fill the memory to be told that it is too large.
    if (found.size > packageLimit.file) return failed({ kind: 'file-too-large', path });
    // At once, because a small file is read sooner than a thread that would read it meanwhile is woken, twice over.
    return { ok: true, value: readFileSync(path) };
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    return failed({ kind: unreadableKinds[code] ?? 'file-not-readable', path });
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<Outcome<{ readonly path: string }>> {
  const target = resolve(path);
  // In the same folder, because only there a rename replaces the file in one step.
  // Not named after it, because a long name may just fit by itself.
  const draft = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    const mode = await modeOf(target);
    if (mode !== null) await access(target, constants.W_OK);
    await writeFile(draft, bytes, mode === null ? {} : { mode });
    await rename(draft, target);
    return { ok: true, value: { path } };
  } catch (error) {
    await removeDraft(draft);
    if (systemCode(error) === null) throw error;
    return { ok: false, fault: { kind: 'file-not-writable', path } };
  }
}

/** Takes the draft away; in a folder that may not be entered there is none. */
async function removeDraft(draft: string): Promise<void> {
  try {
    await rm(draft, { force: true });
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}

async function modeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    return found.mode;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The code of an error of the operating system, such as "ENOENT"; null for anything else. */
function systemCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('syscall' in error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

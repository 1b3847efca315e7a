/** A workbook file on disk behind the port: what cannot be opened says why, a save is whole or not at all. */
import { randomUUID } from 'node:crypto';
import { access, constants, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Outcome } from '../review/workbook';
import { loadExcelize } from './loadExcelize';
import { createNumberDisplay } from './numberDisplay';
import { packageLimit } from './workbookPackage';
import { openXlsxWorkbook, type XlsxWorkbook } from './xlsxWorkbook';

/** An open file; changes stay in memory until it is saved. */
export interface FileWorkbook extends XlsxWorkbook {
  /**
   * Writes the workbook whole or not at all: to `path`, else to the file it was opened to be saved as, else over the
   * file that was opened. Faults: file-not-writable.
   */
  save(path?: string): Promise<Outcome<{ readonly path: string }>>;
}

/** Opens an .xlsx or .xlsm. Faults: file-missing, not-a-workbook (an .xls too), file-encrypted, file-too-large. */
export async function openFileWorkbook(
  path: string,
  { saveAs = path }: { readonly saveAs?: string } = {},
): Promise<Outcome<FileWorkbook>> {
  let bytes: Uint8Array;
  try {
    // Before reading: a file of many gigabytes must not fill the memory to be told that it is too large.
    if ((await stat(path)).size > packageLimit.file) return { ok: false, fault: { kind: 'file-too-large', path } };
    bytes = await readFile(path);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { ok: false, fault: { kind: 'file-missing', path } };
    // A folder, or a file that may not be read: there is something, but no workbook to be had from it.
    if (code !== null) return { ok: false, fault: { kind: 'not-a-workbook', path } };
    throw error;
  }
  const opened = openXlsxWorkbook(bytes, {
    path,
    loadDisplay: async (countsFrom1904) => createNumberDisplay(await loadExcelize(), countsFrom1904),
  });
  if (!opened.ok) return opened;
  const workbook = opened.value;
  return {
    ok: true,
    value: { ...workbook, save: (target = saveAs) => writeWhole(target, workbook.bytes()) },
  };
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<Outcome<{ readonly path: string }>> {
  const target = resolve(path);
  // In the same folder, because only there a rename replaces the file in one step.
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    const mode = await modeOf(target);
    if (mode !== null) await access(target, constants.W_OK);
    await writeFile(draft, bytes, mode === null ? {} : { mode });
    await rename(draft, target);
    return { ok: true, value: { path } };
  } catch (error) {
    await rm(draft, { force: true });
    if (systemCode(error) === null) throw error;
    return { ok: false, fault: { kind: 'file-not-writable', path } };
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

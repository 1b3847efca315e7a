/** A clean copy of a file on disk, written whole to where nothing stands yet. */
import { openSync, closeSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { failed, succeeded } from '../port/outcome';
import type { HostFault, Outcome } from '../port/workbook';
import { cleanCopy, type CleanCopy } from './cleanCopy';
import { damageOf } from './damage';
import { packageLimit } from './workbookPackage';

/**
 * Writes the clean copy of `path` to `target`. Faults: those of a file that cannot be read as a workbook;
 * file-exists where something stands at the target, file-not-writable where it may not be written.
 */
export async function cleanFile(path: string, target: string): Promise<Outcome<Omit<CleanCopy, 'bytes'>>> {
  const read = bytesOf(path);
  if (!read.ok) return read;
  const copy = cleanedOr(read.value, path);
  if ('kind' in copy) return failed(copy);
  const { bytes, ...left } = copy;
  const problem = await writeNew(resolve(target), bytes);
  return problem === null ? succeeded(left) : failed({ kind: problem, path: target });
}

/** The copy, or the fault that says why there is none. */
function cleanedOr(bytes: Uint8Array, path: string): CleanCopy | HostFault {
  try {
    const copy = cleanCopy(bytes);
    return typeof copy === 'string' ? { kind: copy, path } : copy;
  } catch (error) {
    return damageOf(error, path);
  }
}

function bytesOf(path: string): Outcome<Uint8Array> {
  try {
    const found = statSync(path);
    if (!found.isFile()) return failed({ kind: 'not-a-workbook', path });
    if (found.size > packageLimit.file) return failed({ kind: 'file-too-large', path });
    return succeeded(readFileSync(path));
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    return failed({ kind: code === 'ENOENT' || code === 'ENOTDIR' ? 'file-missing' : 'file-not-readable', path });
  }
}

/** Makes the file, or says why not; one that is there already is never written over. */
async function writeNew(target: string, bytes: Uint8Array): Promise<'file-exists' | 'file-not-writable' | null> {
  let descriptor: number | null = null;
  try {
    await mkdir(dirname(target), { recursive: true });
    descriptor = openSync(target, 'wx');
    writeFileSync(descriptor, bytes);
    return null;
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    // What was begun is ours, and half a file is none.
    if (descriptor !== null) rmSync(target, { force: true });
    return descriptor === null && code === 'EEXIST' ? 'file-exists' : 'file-not-writable';
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** The code of an error of the operating system; null for anything else. */
function systemCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('syscall' in error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

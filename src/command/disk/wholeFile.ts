/** Writes a file whole or not at all: into a draft beside it, which takes its name in one step at the end. */
import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isSystemError } from './system';

/** Makes the folder that a file will lie in; where that is refused, writing the file says so. */
export function makeFolderFor(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/**
 * Writes the pieces, one after the other, to `path`; folders on the way are made.
 *
 * @returns false where the operating system refuses; nothing is left behind then.
 */
export function writeWhole(path: string, pieces: Iterable<string | Uint8Array>): boolean {
  const target = resolve(path);
  // Not named after it, because a long name may just fit by itself.
  const draft = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    mkdirSync(dirname(target), { recursive: true });
    const descriptor = openSync(draft, 'wx');
    try {
      writePieces(descriptor, pieces);
      renameSync(draft, target);
    } finally {
      // After the rename there is no draft any more.
      rmSync(draft, { force: true });
    }
    return true;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

function writePieces(descriptor: number, pieces: Iterable<string | Uint8Array>): void {
  try {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    }
  } finally {
    closeSync(descriptor);
  }
}

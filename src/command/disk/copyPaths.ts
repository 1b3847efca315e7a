/** Where the reviewed copies go: every file its own place, no original and no other copy overwritten. */
import { join, parse, resolve } from 'node:path';
import { copyMark } from '../../port/copyNames';
import type { FoundFile } from './findWorkbooks';

/** One file with the place of its copy. */
export interface Assigned {
  readonly path: string;
  readonly copy: string;
}

/** File systems take names of 255 bytes; a few are kept for the temporary name of whoever copies it on. */
const longestName = 240;

/** Endings that say what a copy is; whatever else the file was called, its copy is an .xlsx. */
const kept = ['.xlsx', '.xlsm', '.xltx', '.xltm'];

function copyEnding(ending: string): string {
  return kept.includes(ending.toLowerCase()) ? ending : '.xlsx';
}

/** As much of a name, by whole characters, as fits with what follows it. */
export function fitting(name: string, rest: string): string {
  const kept = Array.from(name);
  while (Buffer.byteLength(kept.join('') + rest) > longestName) kept.pop();
  return kept.join('');
}

/**
 * The files with places for their copies under `folder`, in the same subfolders as the originals; where two would
 * fall together, the later gets a number. A file that is itself the copy of another one of this batch is left out.
 */
export function assignCopies(files: readonly FoundFile[], folder: string, mark = copyMark): readonly Assigned[] {
  const taken = new Set<string>();
  const assigned = files.map(({ inside, path }) => {
    const { dir, ext: ending, name } = parse(inside);
    const ext = copyEnding(ending);
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? '' : `(${number})`;
      const rest = `${mark}${suffix}${ext}`;
      const copy = resolve(join(folder, dir, `${fitting(name, rest)}${rest}`));
      // File systems that ignore case would put both into one file.
      const key = copy.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return { path, copy };
    }
  });
  return assigned.filter(({ path }) => !taken.has(resolve(path).toLowerCase()));
}

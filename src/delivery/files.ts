/** Folders and zips as plain maps, so that a package can be put together and looked at without touching the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** Contents by path; paths use "/" and are relative. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Every file of a folder and its folders. */
export function readFolder(folder: string, prefix = ''): Files {
  return new Map(
    readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
      const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
      return entry.isDirectory()
        ? [...readFolder(folder, path)]
        : [[path, new Uint8Array(readFileSync(join(folder, path)))]];
    }),
  );
}

/** The same files, one folder deeper. */
export function inFolder(folder: string, files: Files): Files {
  return new Map([...files].map(([path, bytes]) => [`${folder}/${path}`, bytes]));
}

/** Zip's clock has no zone; built from local parts, this reads the same on every machine. */
const moment = new Date(2020, 0, 1);

/** A zip of the files; equal files give equal bytes, whenever and wherever they are zipped. */
export function zip(files: Files): Uint8Array {
  const sorted = [...files].sort(([one], [two]) => (one < two ? -1 : 1));
  // Said to be made on Unix: unzip takes names of a zip made on DOS for an old code page, whatever the zip says of UTF-8.
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: moment, os: 3, attrs: 0o100644 << 16 });
}

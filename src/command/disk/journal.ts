/** What a batch has finished, one line a file, so that nothing need stay in memory and a stopped batch can go on. */
import { closeSync, existsSync, fsyncSync, openSync, readSync, rmSync, truncateSync, writeSync } from 'node:fs';
import type { ReviewedFile } from '../reviewedFile';
import { statOf } from './system';

/** What must be the same for an earlier result to hold. */
export interface Stamp {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970; -1, as is the size, for a file that is not there. */
  readonly changed: number;
  /** Rubric and place of the copy, as text. */
  readonly settings: string;
}

/** The stamp of a file as it is now. */
export function stampOf(path: string, settings: string): Stamp {
  const found = statOf(path);
  return { path, size: found?.size ?? -1, changed: found?.mtimeMs ?? -1, settings };
}

interface Line {
  readonly stamp: Stamp;
  readonly result: ReviewedFile;
}

/** How much is read at once while looking for line ends, in bytes. */
const chunk = 1 << 20;
const newline = 0x0a;

/** A journal that is open; results are read back from the file, not from memory. */
export interface Journal {
  /** Whether the file was finished by an earlier run and is unchanged since. */
  has(stamp: Stamp): boolean;
  add(stamp: Stamp, result: ReviewedFile): void;
  /** @throws Error when nothing was added for the path: a bug. */
  read(path: string): ReviewedFile;
  close(): void;
  /** Closes it and takes the file away. */
  remove(): void;
}

const keyOf = ({ changed, path, settings, size }: Stamp): string => JSON.stringify([path, size, changed, settings]);

/**
 * Opens the journal at `file`. `resume`: keep what an earlier run finished; else begin anew. A last line that was cut
 * short is cut off.
 */
export function openJournal(file: string, resume: boolean): Journal {
  if (!resume) rmSync(file, { force: true });
  const descriptor = openSync(file, existsSync(file) ? 'r+' : 'w+');
  const places = new Map<string, { readonly start: number; readonly length: number }>();
  const finished = new Set<string>();
  let end = 0;

  const lineAt = (start: number, length: number): Line => {
    const bytes = Buffer.alloc(length);
    readSync(descriptor, bytes, 0, length, start);
    return JSON.parse(bytes.toString('utf8')) as Line;
  };

  const bytes = Buffer.alloc(chunk);
  for (let at = 0; ;) {
    const count = readSync(descriptor, bytes, 0, chunk, at);
    if (count === 0) break;
    for (let place = 0; place < count; place += 1) {
      if (bytes[place] !== newline) continue;
      const length = at + place - end;
      const { stamp } = lineAt(end, length);
      places.set(stamp.path, { start: end, length });
      finished.add(keyOf(stamp));
      end += length + 1;
    }
    at += count;
  }
  truncateSync(file, end);

  return {
    has: (stamp) => finished.has(keyOf(stamp)),
    add(stamp, result) {
      const line: Line = { stamp, result };
      const text = Buffer.from(`${JSON.stringify(line)}\n`, 'utf8');
      writeSync(descriptor, text, 0, text.length, end);
      places.set(stamp.path, { start: end, length: text.length - 1 });
      finished.add(keyOf(stamp));
      end += text.length;
    },
    read(path) {
      const place = places.get(path);
      if (!place) throw new Error(`the journal has nothing about ${path}`);
      return lineAt(place.start, place.length).result;
    },
    close() {
      fsyncSync(descriptor);
      closeSync(descriptor);
    },
    remove() {
      closeSync(descriptor);
      rmSync(file, { force: true });
    },
  };
}

/** What a batch has finished, one line a file, so that nothing need stay in memory and a stopped batch can go on. */
import { closeSync, existsSync, fsyncSync, openSync, rmSync, truncateSync, writeSync } from 'node:fs';
import type { ReviewedFile } from '../reviewedFile';
import { linesIn, longestLine, textAt } from './lines';
import { progressMark } from './ownMark';
import { isSystemError, statOf } from './system';

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

/** A line is its mark, a space and JSON: a line that we did not write finishes no file. */
const markLength = 32;

/** A journal that is open; results are read back from the file, not from memory. */
export interface BatchJournal {
  /** Whether the file was finished by an earlier run and is unchanged since. */
  has(stamp: Stamp): boolean;
  /** Keeps a result. Where the disk takes no more it is kept in memory, and a stopped batch cannot go on. */
  add(stamp: Stamp, result: ReviewedFile): void;
  /** @throws Error when nothing was added for the path: a bug. */
  read(path: string): ReviewedFile;
  /** How many lines of an earlier run are not as we wrote them; their files count as not finished. */
  readonly unsound: number;
  /** Whether something could not be written. */
  isFull(): boolean;
  close(): void;
  /** Closes it and takes the file away. */
  remove(): void;
}

const keyOf = ({ changed, path, settings, size }: Stamp): string => JSON.stringify([path, size, changed, settings]);

/** The line, or null where it is not as we wrote it. */
function lineOf(text: string, secret: Uint8Array): Line | null {
  const json = text.slice(markLength + 1);
  if (text[markLength] !== ' ' || text.slice(0, markLength) !== progressMark(json, secret)) return null;
  return JSON.parse(json) as Line;
}

/**
 * Whether the file there may be begun anew: it is a journal of ours, or holds nothing.
 *
 * @throws the operating system's refusal.
 */
export function isOwnJournal(file: string, secret: Uint8Array): boolean {
  if (!existsSync(file)) return true;
  const descriptor = openSync(file, 'r');
  try {
    for (const { length, start } of linesIn(descriptor)) {
      if (length > longestLine) return false;
      if (lineOf(textAt(descriptor, start, length), secret)) return true;
    }
    return (statOf(file)?.size ?? 0) === 0;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Opens the journal at `file`. `resume`: keep what an earlier run finished; else begin anew. What follows the last
 * line end was cut short and is cut off.
 *
 * @throws the operating system's refusal.
 */
export function openBatchJournal(file: string, resume: boolean, secret: Uint8Array): BatchJournal {
  if (!resume) rmSync(file, { force: true });
  const descriptor = openSync(file, existsSync(file) ? 'r+' : 'w+');
  const places = new Map<string, { readonly start: number; readonly length: number }>();
  const inMemory = new Map<string, ReviewedFile>();
  const finished = new Set<string>();
  let end = 0;
  let unsound = 0;

  const lineAt = (start: number, length: number): Line | null =>
    length > longestLine ? null : lineOf(textAt(descriptor, start, length), secret);
  for (const { length, start } of linesIn(descriptor)) {
    const line = lineAt(start, length);
    if (line) {
      places.set(line.stamp.path, { start, length });
      finished.add(keyOf(line.stamp));
    } else unsound += 1;
    end = start + length + 1;
  }
  truncateSync(file, end);

  const write = (text: Buffer): boolean => {
    try {
      for (let at = 0; at < text.length;) at += writeSync(descriptor, text, at, text.length - at, end + at);
      return true;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      // Nothing half written stays behind.
      truncateSync(file, end);
      return false;
    }
  };
  return {
    unsound,
    has: (stamp) => finished.has(keyOf(stamp)),
    add(stamp, result) {
      const line: Line = { stamp, result };
      const json = JSON.stringify(line);
      const text = Buffer.from(`${progressMark(json, secret)} ${json}\n`, 'utf8');
      finished.add(keyOf(stamp));
      if (!write(text)) {
        inMemory.set(stamp.path, result);
        return;
      }
      inMemory.delete(stamp.path);
      places.set(stamp.path, { start: end, length: text.length - 1 });
      end += text.length;
    },
    read(path) {
      const kept = inMemory.get(path);
      if (kept) return kept;
      const place = places.get(path);
      const line = place && lineAt(place.start, place.length);
      if (!line) throw new Error(`the journal has nothing about ${path}`);
      return line.result;
    },
    isFull: () => inMemory.size > 0,
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

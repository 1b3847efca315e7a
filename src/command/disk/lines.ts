/** Files of lines that may be larger than memory: where the lines lie, and one of them as text. */
import { readSync } from 'node:fs';

/** How much is read at once while looking for line ends, in bytes. */
const chunk = 1 << 20;
const newline = 0x0a;

/** Where every line lies that has an end, in bytes; the file is read a piece at a time. */
export function* linesIn(descriptor: number): Generator<{ readonly start: number; readonly length: number }> {
  const bytes = Buffer.alloc(chunk);
  let start = 0;
  for (let at = 0; ;) {
    const count = readSync(descriptor, bytes, 0, chunk, at);
    if (count === 0) return;
    for (let place = 0; place < count; place += 1) {
      if (bytes[place] !== newline) continue;
      yield { start, length: at + place - start };
      start = at + place + 1;
    }
    at += count;
  }
}

/** A line longer than this is none that we wrote, in bytes. */
export const longestLine = 256 << 20;

/** A line as text. */
export function textAt(descriptor: number, start: number, length: number): string {
  const bytes = Buffer.alloc(length);
  readSync(descriptor, bytes, 0, length, start);
  return bytes.toString('utf8');
}

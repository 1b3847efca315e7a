/**
 * The results of one share of the files, for `--merge`: a line that says whose share of what it is, and a line a file with
 * its place in the whole. Each begins with a digest of the rest, so that what was cut short or damaged on the way is seen;
 * it says nothing of who wrote it.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import type { Shard } from '../arguments';
import type { ReviewedFile } from '../reviewedFile';
import { linesIn, longestLine, textAt } from './lines';
import { isSystemError } from './system';

/** What all shares of one run have in common. */
export interface Whole {
  /** Of the rules, what is taken up, and the names of all files: shares with another are of another run. */
  readonly run: string;
  /** How many files there are in all shares. */
  readonly files: number;
}

interface Head extends Whole {
  readonly version: 1;
  readonly shard: Shard;
}

const digestLength = 32;
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, digestLength);

/** The digest of what a run rests on. */
export function runOf(settings: readonly unknown[], paths: readonly string[]): string {
  return digestOf(JSON.stringify([settings, paths]));
}

function lineOf(value: unknown): string {
  const json = JSON.stringify(value);
  return `${digestOf(json)} ${json}\n`;
}

/** The lines of a share; each result is asked for when its line is written. */
export function* shareLines(
  { files, run }: Whole,
  shard: Shard,
  results: Iterable<{ readonly place: number; readonly result: ReviewedFile }>,
): Generator<string> {
  const head: Head = { version: 1, run, files, shard };
  yield lineOf(head);
  for (const { place, result } of results) yield lineOf({ place, result });
}

/** All shares together: the results in the order of the files, read anew whenever they are asked for. */
interface Shares {
  readonly files: number;
  readonly results: () => Generator<ReviewedFile>;
  readonly close: () => void;
}

interface LinePlace {
  readonly descriptor: number;
  readonly start: number;
  readonly length: number;
}

/** What a line says, or null where it is not as it was written. */
function valueAt({ descriptor, length, start }: LinePlace): unknown {
  const text = length > longestLine ? '' : textAt(descriptor, start, length);
  const json = text.slice(digestLength + 1);
  if (text[digestLength] !== ' ' || text.slice(0, digestLength) !== digestOf(json)) return null;
  return JSON.parse(json);
}

/** A head as this version writes it, or null. */
function headOf(value: unknown): Head | null {
  const isHead = typeof value === 'object' && value !== null && 'version' in value && value.version === 1;
  return isHead ? (value as Head) : null;
}

/** Where the results lie, by the place of their file; takes shares one after the other. */
class Index {
  readonly places: LinePlace[] = [];
  private readonly seen = new Map<number, string>();
  private whole: Head | null = null;

  /** Takes a share, or says why it cannot be one of these. */
  take(path: string, descriptor: number): string | null {
    const lines = linesIn(descriptor);
    const first = lines.next();
    const head = first.done ? null : headOf(valueAt({ descriptor, ...first.value }));
    if (!head) return `“${path}”不是 --shard 写的结果，没有汇总。`;
    const { shard } = head;
    this.whole ??= head;
    const { files, run, shard: of } = this.whole;
    if (run !== head.run || files !== head.files || of.count !== shard.count)
      return `“${path}”和前面的结果不是同一次复核：文件夹、规则或份数不同，没有汇总。`;
    const twice = this.seen.get(shard.index);
    if (twice !== undefined) return `“${path}”和“${twice}”是同一份（第 ${shard.index} 份），没有汇总。`;
    this.seen.set(shard.index, path);
    let number = 1;
    for (const line of lines) {
      number += 1;
      const value = valueAt({ descriptor, ...line }) as { readonly place: number } | null;
      if (!value) return `“${path}”第 ${number} 行不完整，没有汇总。请把那一份重做一遍。`;
      this.places[value.place] = { descriptor, ...line };
    }
    return null;
  }

  /** How many files there are, or what is missing. */
  complete(): { readonly files: number } | { readonly problem: string } {
    if (!this.whole) return { problem: '没有给出要汇总的结果。' };
    const { files, shard } = this.whole;
    const missing = Array.from({ length: shard.count }, (_, place) => place + 1).filter((one) => !this.seen.has(one));
    if (missing.length > 0) return { problem: `还缺第 ${missing.join('、')} 份（共 ${shard.count} 份），没有汇总。` };
    const done = this.places.filter((place) => place as LinePlace | undefined).length;
    return done === files ? { files } : { problem: `结果不完整：应有 ${files} 个文件，只有 ${done} 个，没有汇总。` };
  }
}

function openOrNull(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}

/** Opens the shares, or says why they cannot be put together. */
export function openShares(paths: readonly string[]): Shares | { readonly problem: string } {
  const opened: number[] = [];
  const close = (): void => {
    for (const descriptor of opened) closeSync(descriptor);
  };
  const refuse = (problem: string): { readonly problem: string } => {
    close();
    return { problem };
  };
  const index = new Index();
  for (const path of paths) {
    const descriptor = openOrNull(path);
    if (descriptor === null) return refuse(`“${path}”读不了，没有汇总。`);
    opened.push(descriptor);
    const problem = index.take(path, descriptor);
    if (problem !== null) return refuse(problem);
  }
  const complete = index.complete();
  if ('problem' in complete) return refuse(complete.problem);
  return {
    files: complete.files,
    *results() {
      for (const place of index.places) yield (valueAt(place) as { readonly result: ReviewedFile }).result;
    },
    close,
  };
}

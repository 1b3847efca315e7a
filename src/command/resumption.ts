/** What an earlier run finished and need not be done again, and what this one finishes, in one journal. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { namesLetter, namesWorkbook, type ReviewArguments } from './arguments';
import type { FileRunner } from './batch';
import { isOwnJournal, type BatchJournal, openBatchJournal, stampOf } from './disk/journal';
import { takeLock } from './disk/lock';
import { isSystemError } from './disk/system';
import type { FileTask, ReviewedFile } from './reviewedFile';

/** Where the journal lies: beside what is written, hidden; null where nothing is written that could be resumed. */
export function journalPath({ html, letter, out, results, xlsx }: ReviewArguments): string | null {
  const inFolder = out !== null && !namesWorkbook(out) ? out : null;
  const letters = letter !== null && !namesLetter(letter) ? letter : null;
  const folder = inFolder ?? (html === null && xlsx === null ? letters : null);
  if (folder !== null) return join(folder, '.复核进度.jsonl');
  const beside = html ?? xlsx ?? letter ?? results;
  return beside === null ? null : join(dirname(beside), `.${beside.replace(/^.*[\\/]/u, '')}.复核进度.jsonl`);
}

/** A journal that is open, with the lock on its place; `close` lets both go. */
export interface HeldJournal extends BatchJournal {
  /** Where it lies. */
  readonly folder: string;
}

/** Opens the journal and makes its folder, or says why not: refused, in use by another run, or somebody's file. */
export function journalAt(
  path: string,
  resume: boolean,
  secret: Uint8Array,
): HeldJournal | { readonly problem: string } {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const lock = takeLock(path.replace(/\.jsonl$/u, '.lock'));
    if ('problem' in lock) return lock;
    if (!resume && !isOwnJournal(path, secret)) {
      lock.release();
      return { problem: `“${path}”不是本工具在这台机器上写的进度记录，没有动它。请换一个文件夹，或先把它移走。` };
    }
    const journal = openBatchJournal(path, resume, secret);
    return {
      ...journal,
      folder: dirname(path),
      close() {
        journal.close();
        lock.release();
      },
      remove() {
        journal.remove();
        lock.release();
      },
    };
  } catch (error) {
    if (isSystemError(error)) return { problem: `“${dirname(path)}”写不进去，请换一个文件夹。` };
    throw error;
  }
}

/** The part of a batch that is left. */
export interface Resumption {
  isFinished(task: FileTask): boolean;
  /** How many files are still to be reviewed. */
  readonly left: number;
  /** Keeps what became of a file, unless it is known from an earlier run. */
  keep(task: FileTask, result: ReviewedFile): void;
  /** The runner, which answers from the journal what was finished before. */
  skipping(runner: FileRunner): FileRunner;
}

/** Looks the tasks up in the journal, by where their copies are wanted; `rubric` and `beside`: what the review rests on. */
export function resumptionOf(
  tasks: readonly FileTask[],
  journal: BatchJournal | null,
  { beside, resume, rubric }: { readonly resume: boolean; readonly rubric: unknown; readonly beside: unknown },
): Resumption {
  const digest = createHash('sha256').update(JSON.stringify(beside)).digest('base64url');
  const settings = new Map(
    tasks.map(({ copy, path, withPapers }) => [path, JSON.stringify([rubric, copy, withPapers, digest])]),
  );
  const stamp = (path: string, isReviewed: boolean) => stampOf(path, isReviewed ? (settings.get(path) ?? '') : '');
  const finished = new Set(
    tasks.flatMap(({ copy, path }) =>
      resume && journal?.has(stamp(path, true)) && (copy === null || existsSync(copy)) ? [path] : [],
    ),
  );
  return {
    isFinished: ({ path }) => finished.has(path),
    left: tasks.length - finished.size,
    keep({ path }, result) {
      // A fault may be gone at the next run, so only what was reviewed counts as finished; the report reads all.
      if (!finished.has(path)) journal?.add(stamp(path, result.file.fault === null), result);
    },
    skipping: (runner) => ({
      ...runner,
      review: (task) =>
        finished.has(task.path) && journal ? Promise.resolve(journal.read(task.path)) : runner.review(task),
    }),
  };
}

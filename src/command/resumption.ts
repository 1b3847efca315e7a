/** What an earlier run finished and need not be done again, and what this one finishes, in one journal. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { namesWorkbook, type ReviewArguments } from './arguments';
import type { Runner } from './batch';
import { type Journal, openJournal, stampOf } from './disk/journal';
import { isSystemError } from './disk/system';
import type { FileTask, ReviewedFile } from './reviewedFile';

/** Where the journal lies: beside what is written, hidden; null where nothing is written that could be resumed. */
export function journalPath({ html, out, xlsx }: ReviewArguments): string | null {
  if (out !== null && !namesWorkbook(out)) return join(out, '.复核进度.jsonl');
  const beside = html ?? xlsx;
  return beside === null ? null : join(dirname(beside), `.${beside.replace(/^.*[\\/]/u, '')}.复核进度.jsonl`);
}

/** Opens the journal, making its folder; null where the operating system refuses. */
export function journalAt(path: string, resume: boolean): Journal | null {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return openJournal(path, resume);
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}

/** The part of a batch that is left. */
export interface Resumption {
  /** How many files are still to be reviewed. */
  readonly left: number;
  /** Keeps what became of a file, unless it is known from an earlier run. */
  keep(task: FileTask, result: ReviewedFile): void;
  /** The runner, which answers from the journal what was finished before. */
  skipping(runner: Runner): Runner;
}

/** Looks the tasks up in the journal; `rubric`: what the review rests on, as plain data. */
export function resumptionOf(
  tasks: readonly FileTask[],
  journal: Journal | null,
  { resume, rubric }: { readonly resume: boolean; readonly rubric: unknown },
): Resumption {
  const settings = ({ copy, withPapers }: FileTask): string => JSON.stringify([rubric, copy, withPapers]);
  const isFinished = (task: FileTask): boolean =>
    journal !== null &&
    journal.has(stampOf(task.path, settings(task))) &&
    (task.copy === null || existsSync(task.copy));
  const finished = new Set(resume ? tasks.filter(isFinished) : []);
  return {
    left: tasks.length - finished.size,
    keep(task, result) {
      // A fault may be gone at the next run, so only what was reviewed counts as finished; the report reads all.
      if (!finished.has(task)) journal?.add(stampOf(task.path, result.file.fault ? '' : settings(task)), result);
    },
    skipping: (runner) => ({
      stop: () => runner.stop(),
      review: (task) =>
        finished.has(task) && journal ? Promise.resolve(journal.read(task.path)) : runner.review(task),
    }),
  };
}

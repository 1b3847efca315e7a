/** Reviews many files, several at once, and hands the results on in the order of the files. */
import type { FileTask, ReviewedFile } from './reviewedFile';

/** Somebody who reviews one file at a time: this thread, or another one. */
export interface FileRunner {
  /** Never rejects for what is wrong with a file; that is part of the result. */
  review(task: FileTask): Promise<ReviewedFile>;
  stop(): Promise<void>;
}

export interface Batch {
  readonly tasks: readonly FileTask[];
  readonly runners: readonly FileRunner[];
  /** Asked before each file is begun. */
  readonly isStopped: () => boolean;
  /** As soon as a file is finished, in any order. */
  readonly onFinished: (task: FileTask, result: ReviewedFile) => void;
  /** Each result once, in the order of the tasks. */
  readonly onNext: (result: ReviewedFile) => void;
}

/** How many finished files may wait for a slower one before them, a runner; keeps memory flat. */
const waiting = 16;

/**
 * Runs the batch and stops the runners.
 *
 * @returns how many files were handed on; fewer than there are only when it was stopped.
 */
export async function runBatch({ isStopped, onFinished, onNext, runners, tasks }: Batch): Promise<number> {
  const finished = new Map<number, ReviewedFile>();
  let begun = 0;
  let handedOn = 0;
  let wake: (() => void)[] = [];
  const mayBegin = (): boolean => begun - handedOn < waiting * runners.length;

  const work = async (runner: FileRunner): Promise<void> => {
    while (begun < tasks.length && !isStopped()) {
      if (!mayBegin()) {
        await new Promise<void>((settle) => wake.push(settle));
        continue;
      }
      const place = begun;
      begun += 1;
      const task = tasks[place];
      if (!task) return;
      const result = await runner.review(task);
      onFinished(task, result);
      finished.set(place, result);
      for (let next = finished.get(handedOn); next; next = finished.get(handedOn)) {
        finished.delete(handedOn);
        handedOn += 1;
        onNext(next);
      }
      const sleepers = wake;
      wake = [];
      for (const settle of sleepers) settle();
    }
  };
  try {
    await Promise.all(runners.map(work));
  } finally {
    await Promise.all(runners.map((runner) => runner.stop()));
  }
  return handedOn;
}

/** Reviews files in a worker thread of its own, which a file can neither crash nor hold up for the others. */
import { Worker } from 'node:worker_threads';
import type { FileRunner } from '../batch';
import { type FileTask, refusedFile, type ReviewedFile } from '../reviewedFile';

/** What a thread is started with. */
export interface ThreadData {
  /** Id of a built-in profile, or the parsed JSON of a file; null: inferred. */
  readonly rubric: unknown;
  /** The secret of this installation, by which copies are marked as ours. */
  readonly secret: Uint8Array;
}

/** What a thread answers to a task. */
export type ThreadAnswer =
  | { readonly kind: 'reviewed'; readonly result: ReviewedFile }
  /** A bug met in this file; `details` is for whoever mends it. */
  | { readonly kind: 'bug'; readonly details: string };

/** What one file may cost before it is given up. */
export interface ThreadLimits {
  /** Milliseconds. */
  readonly patience: number;
  /** MiB of the thread's heap. */
  readonly heap: number;
}

/** A form takes milliseconds, and a workbook within the limits of opening stays below this heap. */
const usualLimits: ThreadLimits = { patience: 120_000, heap: 1536 };

/** The line for a file that met a bug of ours: it is never the file's fault, and never looks like success. */
function bugLine(path: string, details: string): ReviewedFile {
  const [summary = ''] = details.split('\n');
  return refusedFile(
    path,
    'unexpected',
    `复核程序在“${path}”上出错（${summary}），没有复核这个文件。请把它反馈给维护人员。`,
  );
}

const gaveUp = (path: string, because: string): ReviewedFile =>
  refusedFile(path, 'file-too-large', `“${path}”${because}，已跳过。请只保留自评表，另存为 .xlsx 后再复核。`);

/** Code that runs a TypeScript source; a thread made of text looks for modules where the command was called. */
function compiling(program: string): string {
  return [require.resolve('tsx/cjs'), program].map((path) => `require(${JSON.stringify(path)});`).join(' ');
}

/**
 * A thread that runs the same program as this one.
 *
 * @param program absolute path of the composition root: a bundle, or in development the TypeScript source, which the
 * thread then compiles as it goes.
 */
export function threadRunner(
  program: string,
  data: ThreadData,
  { heap, patience }: ThreadLimits = usualLimits,
  /** Told what whoever mends it needs to know. */
  onBug: (details: string) => void = () => undefined,
): FileRunner {
  const bugFile = (path: string, details: string): ReviewedFile => {
    onBug(details);
    return bugLine(path, details);
  };
  let worker: Worker | null = null;
  const start = (): Worker => {
    const isSource = program.endsWith('.ts');
    return new Worker(isSource ? compiling(program) : program, {
      eval: isSource,
      workerData: data,
      // The loader of the parent is set up for a process, not for a thread.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heap },
    });
  };
  return {
    review(task: FileTask) {
      const current = (worker ??= start());
      return new Promise<ReviewedFile>((settle) => {
        const done = (result: ReviewedFile, isLost: boolean): void => {
          clearTimeout(timer);
          current.off('message', onMessage).off('error', onError).off('exit', onExit);
          if (isLost) {
            worker = null;
            void current.terminate().then(() => settle(result));
          } else settle(result);
        };
        const onMessage = (answer: ThreadAnswer): void =>
          done(answer.kind === 'reviewed' ? answer.result : bugFile(task.path, answer.details), false);
        const onError = (error: unknown): void => {
          const isFull =
            typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
          done(isFull ? gaveUp(task.path, '复核时内存不够') : bugFile(task.path, String(error)), true);
        };
        const onExit = (code: number): void => done(bugFile(task.path, `thread exit ${code}`), true);
        const tooLong = `复核超过 ${patience / 1000} 秒`;
        const timer = setTimeout(() => done(gaveUp(task.path, tooLong), true), patience);
        current.on('message', onMessage).on('error', onError).on('exit', onExit);
        current.postMessage(task);
      });
    },
    async stop() {
      await worker?.terminate();
      worker = null;
    },
  };
}

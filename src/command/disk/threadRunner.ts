/** Reviews files in a worker thread of its own, which a file can neither crash nor hold up for the others. */
import { Worker } from 'node:worker_threads';
import { type FilesBeside, nothingBeside, type PackedBeside } from '../filesBeside';
import type { LookedFor, LookingRunner } from '../gatherBeside';
import type { ReviewedAhead } from '../reviewedAhead';
import { type FileTask, refusedFile, type ReviewedFile } from '../reviewedFile';

/** What a thread is started with. */
export interface ThreadData {
  /** Id of a built-in profile, or the parsed JSON of a file; null: inferred. */
  readonly rubric: unknown;
  /** The secret of this installation, by which copies are marked as ours. */
  readonly secret: Uint8Array;
  /** Whether what came with the files is taken up. */
  readonly adopts: boolean;
  /** Whether what a letter says is told of every form. */
  readonly letters: boolean;
}

/** What a thread is asked; what it is told has no answer. */
export type ThreadQuestion =
  | { readonly kind: 'review' | 'review-ahead'; readonly task: FileTask }
  | { readonly kind: 'look'; readonly path: string; readonly wanted: LookedFor }
  | { readonly kind: 'learn'; readonly beside: FilesBeside };

/** What a thread answers to a question. */
export type ThreadAnswer =
  /** Null: the file cannot be read. */
  | { readonly kind: 'looked'; readonly beside: PackedBeside | null }
  | { readonly kind: 'reviewed'; readonly result: ReviewedFile }
  /** Null: the file cannot be reviewed. */
  | { readonly kind: 'ahead'; readonly ahead: ReviewedAhead | null }
  /** A bug met in this file; `details` is for whoever mends it. */
  | { readonly kind: 'bug'; readonly details: string };

/** What one file may cost before it is given up. */
export interface ThreadLimits {
  /** Milliseconds. */
  readonly patience: number;
  /** MiB of the thread's heap. */
  readonly heap: number;
}

/**
 * MiB of a thread's heap for what is thrown away soon. As it comes, it is 48, all of which stays taken. Twice as much as
 * this takes 10 MiB more a thread, for two percent of the processor time.
 */
const young = 12;

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

/** A thread that ended without an answer; `gaveUp` says why it was given up, null where it met a bug. */
interface Lost {
  readonly kind: 'lost';
  readonly gaveUp: string | null;
  readonly details: string;
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
): LookingRunner {
  const bugFile = (path: string, details: string): ReviewedFile => {
    onBug(details);
    return bugLine(path, details);
  };
  let worker: Worker | null = null;
  let known = nothingBeside;
  const tell = (to: Worker, question: ThreadQuestion): void => to.postMessage(question);
  const start = (): Worker => {
    const isSource = program.endsWith('.ts');
    const started = new Worker(isSource ? compiling(program) : program, {
      eval: isSource,
      workerData: data,
      // The loader of the parent is set up for a process, not for a thread.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: young },
    });
    if (known !== nothingBeside) tell(started, { kind: 'learn', beside: known });
    return started;
  };
  /** Asks the thread, and comes back with the answer or with what became of a thread that gave none. */
  const ask = (question: ThreadQuestion): Promise<ThreadAnswer | Lost> => {
    const current = (worker ??= start());
    return new Promise((settle) => {
      const done = (answer: ThreadAnswer | Lost): void => {
        clearTimeout(timer);
        current.off('message', done).off('error', onError).off('exit', onExit);
        if (answer.kind !== 'lost') settle(answer);
        else {
          worker = null;
          void current.terminate().then(() => settle(answer));
        }
      };
      const onError = (error: unknown): void => {
        const isFull =
          typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        done({ kind: 'lost', gaveUp: isFull ? '复核时内存不够' : null, details: String(error) });
      };
      const onExit = (code: number): void => done({ kind: 'lost', gaveUp: null, details: `thread exit ${code}` });
      const tooLong = `复核超过 ${patience / 1000} 秒`;
      const timer = setTimeout(() => done({ kind: 'lost', gaveUp: tooLong, details: tooLong }), patience);
      current.on('message', done).on('error', onError).on('exit', onExit);
      tell(current, question);
    });
  };
  return {
    async review(task: FileTask) {
      const answer = await ask({ kind: 'review', task });
      if (answer.kind === 'reviewed') return answer.result;
      if (answer.kind === 'lost' && answer.gaveUp !== null) return gaveUp(task.path, answer.gaveUp);
      return bugFile(task.path, 'details' in answer ? answer.details : 'an answer to another question');
    },
    async look(path, wanted) {
      const answer = await ask({ kind: 'look', path, wanted });
      // Whatever keeps the file from being looked through keeps it from being reviewed, and is said then.
      return answer.kind === 'looked' ? answer.beside : null;
    },
    async reviewAhead(task) {
      const answer = await ask({ kind: 'review-ahead', task });
      // As above: said by the review that follows.
      return answer.kind === 'ahead' ? answer.ahead : null;
    },
    learn(beside) {
      known = beside;
      if (worker) tell(worker, { kind: 'learn', beside });
    },
    async stop() {
      await worker?.terminate();
      worker = null;
    },
  };
}

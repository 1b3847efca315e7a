/** The thread's side of a batch: answers one file after the other, and turns a bug into an answer. */
import type { MessagePort } from 'node:worker_threads';
import type { Rubric } from '../core/rubric/rubric';
import { markKey, markStandingOf, workbookMark } from './disk/ownMark';
import type { ThreadAnswer, ThreadData, ThreadQuestion } from './disk/threadRunner';
import { makeFolderFor } from './disk/wholeFile';
import { type FilesBeside, nothingBeside, packBeside } from './filesBeside';
import { lookThrough } from './lookThrough';
import { type CopyMark, type FileServices, reviewFile, reviewTelling } from './reviewFile';
import { packJson } from './packedJson';
import { rubricOf } from './rubricChoice';

/**
 * How copies are marked with the secret of this installation.
 *
 * @internal tests review and write without a thread
 */
export function copyMarkOf(secret: Uint8Array): CopyMark {
  return {
    markOf: (bytes) => ({ key: markKey, text: workbookMark(bytes, secret) }),
    mayWrite: (path) => ['free', 'ours'].includes(markStandingOf(path, secret)),
  };
}

async function answer(
  question: Exclude<ThreadQuestion, { kind: 'learn' }>,
  rubric: Rubric | null,
  beside: FilesBeside,
  services: FileServices,
): Promise<ThreadAnswer> {
  try {
    if (question.kind === 'look') {
      const { path, wanted } = question;
      const found = await lookThrough(path, wanted, services.open);
      return { kind: 'looked', beside: found && packBeside(found) };
    }
    const { task } = question;
    if (question.kind === 'review-ahead') {
      const { result, told } = await reviewTelling(task, rubric, services, beside);
      if (!told) return { kind: 'ahead', ahead: null };
      const { beside: own, forms } = told;
      return { kind: 'ahead', ahead: { ...forms, beside: packBeside(own), packed: packJson(result) } };
    }
    if (task.copy !== null) makeFolderFor(task.copy);
    return { kind: 'reviewed', result: await reviewFile(task, rubric, services, beside) };
  } catch (error) {
    // The boundary of one file: a bug that it brings out is reported as one and leaves the other files alone.
    return { kind: 'bug', details: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Serves the port until it is closed. */
export function serveFiles(
  port: MessagePort,
  data: ThreadData,
  given: Omit<FileServices, 'own' | 'adopts' | 'letters'>,
): void {
  const services: FileServices = { ...given, own: copyMarkOf(data.secret), adopts: data.adopts, letters: data.letters };
  const rubric = rubricOf(data);
  let beside = nothingBeside;
  port.on('message', (question: ThreadQuestion) => {
    if (question.kind === 'learn') beside = question.beside;
    else void answer(question, rubric, beside, services).then((answered) => port.postMessage(answered));
  });
}

/** The line to an open file: to a worker of its own, or, where the browser gives a page none, to the page itself. */
import { type Line, lineOver } from '../file/calls';

/** The end of a line, and how to be rid of it. */
export interface FileLine {
  readonly line: Line;
  /** Calls when the other end broke down. */
  readonly onBreak: (hear: (error: Error) => void) => void;
  readonly close: () => void;
}

/**
 * Opens a line. A page that was opened from the disk has no origin, and so is given neither workers nor connections.
 *
 * @param script of the worker, beside the page.
 */
export async function openFileLine(script: string): Promise<FileLine> {
  if (window.location.protocol === 'file:') return openLineWithin();
  const worker = new Worker(script);
  return {
    line: lineOver(worker),
    onBreak: (hear) =>
      worker.addEventListener('error', ({ message }) => hear(new Error(message || 'The worker could not be started'))),
    close: () => worker.terminate(),
  };
}

async function openLineWithin(): Promise<FileLine> {
  const { answerCalls, createWorkbookCalls } = await import(/* webpackChunkName: "within" */ './fileWithin');
  const { port1, port2 } = new MessageChannel();
  answerCalls(lineOver(port2), createWorkbookCalls());
  port1.start();
  port2.start();
  return {
    line: lineOver(port1),
    onBreak: () => undefined,
    close: () => port1.close(),
  };
}

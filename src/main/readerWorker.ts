/** Composition root of the worker in which the pane reads a file. Wires, decides nothing. */
import { answerCalls, lineOver, type Post } from '../file/calls';
import { createWorkbookCalls } from '../file/workbookCalls';

// What a number looks like is up to the Excel that it comes into: no engine of four megabytes for that here.
answerCalls(
  lineOver(self as unknown as Post),
  createWorkbookCalls(() => Promise.resolve(null)),
);

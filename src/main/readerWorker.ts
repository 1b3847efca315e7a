/** Composition root of the worker in which the pane reads a file. Wires, decides nothing. */
import { answerCalls, lineOver, type Post } from '../file/calls';
import { createWorkbookCalls } from '../file/workbookCalls';

answerCalls(lineOver(self as unknown as Post), createWorkbookCalls());

/** Composition root of the worker that holds an open file. Wires, decides nothing. */
import { answerCalls, lineOver, type Post } from '../file/calls';
import { createWorkbookCalls } from '../file/workbookCalls';

// The types of a page, which this file is compiled with, know the worker's inside as a window.
answerCalls(lineOver(self as unknown as Post), createWorkbookCalls());

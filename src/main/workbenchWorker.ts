/** Composition root of the worker that holds an open file. Wires, decides nothing. */
import { init } from 'excelize-wasm';
import { answerCalls, lineOver, type Post } from '../file/calls';
import { displayBy } from '../file/loadDisplay';
import { createWorkbookCalls } from '../file/workbookCalls';

// Four megabytes, fetched once a number format turns up that is not plain.
const loadDisplay = displayBy(() => init('number-formats.bin'));

// The types of a page, which this file is compiled with, know the worker's inside as a window.
answerCalls(lineOver(self as unknown as Post), createWorkbookCalls(loadDisplay));

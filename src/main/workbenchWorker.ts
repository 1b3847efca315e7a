/** Composition root of the worker that holds an open file. Wires, decides nothing. */
import { init } from 'excelize-wasm';
import { answerCalls, lineOver, type Post } from '../file/calls';
import { createNumberDisplay } from '../file/numberDisplay';
import { createWorkbookCalls, type LoadDisplay } from '../file/workbookCalls';

/**
 * Four megabytes, fetched once a number format turns up that is not plain. Whatever keeps it away (a server without
 * the file, a policy without WebAssembly), such numbers are then shown bare, and the page says so.
 */
const loadDisplay: LoadDisplay = async (countsFrom1904) => {
  try {
    return createNumberDisplay(await init('number-formats.bin'), countsFrom1904);
  } catch {
    return null;
  }
};

// The types of a page, which this file is compiled with, know the worker's inside as a window.
answerCalls(lineOver(self as unknown as Post), createWorkbookCalls(loadDisplay));

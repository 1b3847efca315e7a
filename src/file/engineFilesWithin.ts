/**
 * The files of the engine from the end of this very program: stands in for `engineFiles.ts` where the command line is
 * one file that needs nothing beside it (see `src/main/bundleCommand.js`).
 */
import { readFile } from 'node:fs/promises';
import type { EngineFiles } from './engineFiles';

const opening = '/*engine ';

/** Reads them. */
export async function readEngineFiles(): Promise<EngineFiles> {
  const text = await readFile(__filename, 'latin1');
  const [loader, program] = text
    .slice(text.lastIndexOf(opening) + opening.length, text.lastIndexOf('*/'))
    .split(' ')
    .map((piece) => Buffer.from(piece, 'base64'));
  if (!loader || !program) throw new Error('no engine at the end of this program');
  return { loader: loader.toString('utf8'), program: new Uint8Array(program) };
}

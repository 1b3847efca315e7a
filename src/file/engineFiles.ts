/** The files of the engine for number formats and workbooks, from its package. */
import { readFile } from 'node:fs/promises';

/** The engine as it is shipped. */
export interface EngineFiles {
  /** Its loader, as source text. */
  readonly loader: string;
  /** Its program, packed. */
  readonly program: Uint8Array;
}

/** Reads them. */
export async function readEngineFiles(): Promise<EngineFiles> {
  return {
    loader: await readFile(require.resolve('excelize-wasm'), 'utf8'),
    program: new Uint8Array(await readFile(require.resolve('excelize-wasm/excelize.wasm.gz'))),
  };
}

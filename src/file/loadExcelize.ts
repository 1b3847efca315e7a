/** Loads the number format engine from its package, once per process. */
import { compileFunction } from 'node:vm';
import { readEngineFiles } from './engineFiles';
import type { Excelize } from './numberDisplay';

let engine: Promise<Excelize> | null = null;

/** The engine; the first call takes about a third of a second. */
export function loadExcelize(): Promise<Excelize> {
  return (engine ??= load());
}

/**
 * The package's loader for Node imports from generated code, which a process that runs code in a sandbox (a test
 * runner, for one) forbids. Its loader for browsers only needs a fetch, so it is given one that hands it the program,
 * and no `process` that would make it believe otherwise.
 */
async function load(): Promise<Excelize> {
  const { loader, program } = await readEngineFiles();
  const exported: { init?: (path: string) => Promise<Excelize> } = {};
  const fetchProgram = (): Promise<{ arrayBuffer: () => Promise<Uint8Array> }> =>
    Promise.resolve({ arrayBuffer: () => Promise.resolve(program) });
  const define = compileFunction(loader, ['exports', 'process', 'fetch']) as (
    exports: typeof exported,
    process: undefined,
    fetch: typeof fetchProgram,
  ) => void;
  define(exported, undefined, fetchProgram);
  if (!exported.init) throw new Error('excelize-wasm exports no init');
  return exported.init('excelize.wasm.gz');
}

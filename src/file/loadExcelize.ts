/** Loads the number format engine from its package, once per process. */
import { readFile } from 'node:fs/promises';
import { compileFunction } from 'node:vm';
import type { Excelize } from './numberDisplay';

let engine: Promise<Excelize> | null = null;

/** The engine; the first call takes about a third of a second. */
export function loadExcelize(): Promise<Excelize> {
  return (engine ??= load());
}

/**
 * The package's loader for Node imports from generated code, which a process that runs code in a sandbox (a test
 * runner, for one) forbids. Its loader for browsers only needs a fetch, so it is given one that reads the file, and
 * no `process` that would make it believe otherwise.
 */
async function load(): Promise<Excelize> {
  const source = await readFile(require.resolve('excelize-wasm'), 'utf8');
  const exported: { init?: (path: string) => Promise<Excelize> } = {};
  const fetchFile = async (path: string): Promise<{ arrayBuffer: () => Promise<Uint8Array> }> => {
    const bytes = new Uint8Array(await readFile(path));
    return { arrayBuffer: () => Promise.resolve(bytes) };
  };
  const define = compileFunction(source, ['exports', 'process', 'fetch']) as (
    exports: typeof exported,
    process: undefined,
    fetch: typeof fetchFile,
  ) => void;
  define(exported, undefined, fetchFile);
  if (!exported.init) throw new Error('excelize-wasm exports no init');
  return exported.init(require.resolve('excelize-wasm/excelize.wasm.gz'));
}

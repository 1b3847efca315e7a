/** Another reader of the format than ours, once per process: what we write is opened and calculated by it, too. */
import { readFile } from 'node:fs/promises';
import { compileFunction } from 'node:vm';
import type { init } from 'excelize-wasm';

type Excelize = Awaited<ReturnType<typeof init>>;

let loaded: Promise<Excelize> | null = null;

/** The reader; the first call takes about a third of a second. */
export function loadExcelize(): Promise<Excelize> {
  return (loaded ??= load());
}

/**
 * The package's loader for Node imports from generated code, which a test runner's sandbox forbids. Its loader for
 * browsers only needs a fetch, so it is given one that hands it the program, and no `process` that would make it
 * believe otherwise.
 */
async function load(): Promise<Excelize> {
  const loader = await readFile(require.resolve('excelize-wasm'), 'utf8');
  const program = new Uint8Array(await readFile(require.resolve('excelize-wasm/excelize.wasm.gz')));
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

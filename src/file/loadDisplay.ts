/** The engine for number formats, fetched when it is first needed, or kept away: then numbers are shown bare. */
import { createNumberDisplay, type Excelize } from './numberDisplay';
import type { LoadDisplay } from './workbookCalls';

/**
 * How a fetch says that nothing came (no such server, a policy against it), and how WebAssembly says that it may not
 * or that what came is no engine, such as a server's page for a file that is not there. Everything else is a bug.
 */
const keptAway: readonly string[] = ['TypeError', 'CompileError'];

/** How the engine's own unpacking says that what came is not packed: a server's page for a file that is not there. */
const notPacked = 'incorrect header check';

function isKeptAway(error: unknown): boolean {
  return error instanceof Error && (keptAway.includes(error.name) || error.message === notPacked);
}

/** Loads the display by an engine. The promise rejects where the engine came and does not work, which is a bug. */
export function displayBy(fetchEngine: () => Promise<Excelize>): LoadDisplay {
  return async (countsFrom1904) => {
    let engine: Excelize;
    try {
      engine = await fetchEngine();
    } catch (error) {
      if (isKeptAway(error)) return null;
      throw error;
    }
    return createNumberDisplay(engine, countsFrom1904);
  };
}

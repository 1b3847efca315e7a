/**
 * Plays `mergeUndoGroup` (ExcelApi 1.20), which office.js from npm does not know yet: what an add-in asks for is taken
 * at the door of `Excel.run`, and the rest goes on to the real one. How a real host refuses is told by its issue
 * tracker (office-js #6711, #6491, #6255) and was never seen.
 */
import type { SimulatedHost } from '../richapi/host';
import type { UndoGroup } from './options';

type Run = (...given: readonly unknown[]) => Promise<unknown>;

/** What office.js makes, as far as it is needed here. */
export interface LoadedOffice {
  readonly Excel: { run: Run };
  readonly OfficeExtension: {
    readonly Error: new (details: { readonly code: string; readonly message: string }) => Error;
  };
}

const isGrouped = (options: unknown): boolean =>
  typeof options === 'object' && options !== null && 'mergeUndoGroup' in options && options.mergeUndoGroup === true;

/** Lets `Excel.run` answer to the option. */
export function playUndoGroups({ Excel, OfficeExtension }: LoadedOffice, host: SimulatedHost, kind: UndoGroup): void {
  const { run } = Excel;
  const refusal = (code: string): Error => new OfficeExtension.Error({ code, message: 'Simulated' });
  Excel.run = async (...given) => {
    if (!isGrouped(given[0]) || !host.supports('1.20')) return run(...given);
    if (kind === 'not-supported') throw refusal('UndoNotSupported');
    if (kind === 'broken') throw refusal('GeneralException');
    host.undo.group(true);
    try {
      const result = await run(...given);
      if (kind === 'broken-afterwards') throw refusal('GeneralException');
      return result;
    } finally {
      host.undo.group(false);
    }
  };
}

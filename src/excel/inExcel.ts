/** The only door to Excel: runs a batch, and turns what Excel answers instead of a result into a host fault. */
import { failed } from '../port/outcome';
import type { Outcome } from '../port/workbook';
import { isLevelSupported } from './capabilities';
import { logDiagnostics } from './diagnostics';
import { codeOf, faultOfCode, type CallContext } from './faults';

/** A piece of work with Excel. */
export type Batch<T> = (context: Excel.RequestContext) => Promise<Outcome<T>>;

/**
 * Runs a batch at once or not at all: while a cell is being edited it yields that fault instead of waiting, so that
 * the pane can say so. One Ctrl+Z takes the whole batch back where Excel can. Anything but an error of Excel is
 * thrown on.
 */
export async function inExcel<T>(call: CallContext, batch: Batch<T>): Promise<Outcome<T>> {
  if (typeof Excel === 'undefined') return failed({ kind: 'not-in-excel' });
  const options: Excel.RunOptions = isLevelSupported('1.20')
    ? { delayForCellEdit: false, mergeUndoGroup: true }
    : { delayForCellEdit: false };
  return withFaults(call, () => Excel.run(options, batch));
}

/** Runs a batch on the context of an object from an earlier batch, such as an event handler. */
export async function inContextOf<T>(
  earlier: OfficeExtension.ClientRequestContext,
  batch: Batch<T>,
): Promise<Outcome<T>> {
  return withFaults({ sheet: null }, () => Excel.run(earlier, batch));
}

async function withFaults<T>(call: CallContext, run: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await run();
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    const fault = faultOfCode(code, call);
    // The user gets a sentence; whoever is asked for help finds the details in the console.
    if (fault.kind === 'unexpected') void logDiagnostics(error);
    return failed(fault);
  }
}

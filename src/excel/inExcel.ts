/** The only door to Excel: runs a batch, and turns what Excel answers instead of a result into a host fault. */
import { failed, succeeded } from '../port/outcome';
import type { HostFault, Outcome } from '../port/workbook';
import { isLevelSupported } from './capabilities';
import { isCompatibilityMode } from './compatibilityMode';
import { logDiagnostics } from './diagnostics';
import { codeOf, faultOfCode, isAboutUndo, type CallContext } from './faults';

/** A piece of work with Excel. */
export type ExcelBatch<T> = (context: Excel.RequestContext) => Promise<Outcome<T>>;

/** How far a piece of work that writes has got. */
export interface ExcelProgress {
  /** To be set before the first round trip that writes; from there on the work is not begun anew. */
  isWriting: boolean;
}

/** A piece of work that writes. */
export type WritingBatch<T> = (context: Excel.RequestContext, progress: ExcelProgress) => Promise<Outcome<T>>;

// While a cell is being edited the work yields that fault instead of waiting, so that the pane can say so.
const atOnce: Excel.RunOptions = { delayForCellEdit: false };

/** Runs a piece of work that only reads, at once or not at all. Anything but an error of Excel is thrown on. */
export async function inExcel<T>(call: CallContext, batch: ExcelBatch<T>): Promise<Outcome<T>> {
  if (typeof Excel === 'undefined') return failed({ kind: 'not-in-excel' });
  return withFaults(call, () => Excel.run(atOnce, batch));
}

/**
 * Runs a piece of work that writes, at once or not at all. One Ctrl+Z takes all of it back where Excel can do that; a
 * host that refuses to group is asked again without it, as long as nothing was written, and one that fails to close the
 * group after the work is done has still done it.
 */
export async function writingInExcel<T>(
  call: CallContext,
  batch: WritingBatch<T>,
  isGrouped = true,
): Promise<Outcome<T>> {
  if (typeof Excel === 'undefined') return failed({ kind: 'not-in-excel' });
  const ungrouped = (): Promise<Outcome<T>> =>
    withFaults(call, () => Excel.run(atOnce, (context) => batch(context, { isWriting: false })));
  if (!isGrouped || !isLevelSupported('1.20')) return ungrouped();

  const progress: ExcelProgress = { isWriting: false };
  let done: Outcome<T> | null = null;
  const grouped = async (): Promise<Outcome<T>> => {
    try {
      return await Excel.run({ ...atOnce, mergeUndoGroup: true }, async (context) => {
        done = await batch(context, progress);
        return done;
      });
    } catch (error) {
      const code = codeOf(error);
      if (code !== null && done !== null) return done;
      if (code === null || progress.isWriting || !isAboutUndo(code)) throw error;
      return ungrouped();
    }
  };
  return withFaults(call, grouped);
}

/** Runs a batch on the context of an object from an earlier batch, such as an event handler. */
export async function inContextOf<T>(
  earlier: OfficeExtension.ClientRequestContext,
  batch: ExcelBatch<T>,
): Promise<Outcome<T>> {
  return withFaults({ sheet: null }, () => Excel.run(earlier, batch));
}

async function withFaults<T>(call: CallContext, run: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await run();
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    const fault = (code === 'ItemNotFound' ? await missingSheet(call) : null) ?? faultOfCode(code, call);
    // The user gets a sentence; whoever is asked for help finds the details in the console.
    if (fault.kind === 'unexpected') void logDiagnostics(error);
    const isOfOldFormat = ['unexpected', 'too-old', 'read-only'].includes(fault.kind) && isCompatibilityMode();
    return failed(isOfOldFormat ? { kind: 'compatibility-mode' } : fault);
  }
}

/** Something was not found: it was the sheet only if the sheet itself is not there. Null: it is something else. */
async function missingSheet({ sheet }: CallContext): Promise<HostFault | null> {
  if (sheet === null) return null;
  try {
    const looked = await Excel.run(atOnce, async (context) => {
      const found = context.workbook.worksheets.getItemOrNullObject(sheet);
      found.load('id');
      await context.sync();
      return succeeded(found.isNullObject);
    });
    return looked.ok && looked.value ? { kind: 'sheet-missing', sheet } : null;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

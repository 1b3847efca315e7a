/** A workbook of a file with the screen that it lacks: a sheet in front, a selected cell, and what was changed. */
import { succeeded } from '../port/outcome';
import type { Outcome, Workbook } from '../port/workbook';
import type { WorkbookScreen } from './screen';

/** The workbook as the pane gets it. */
export function workbookOnScreen(workbook: Workbook, screen: WorkbookScreen): Workbook {
  /** Tells the screen of a success; a fault means that nothing was changed. */
  const telling = async <T>(done: Promise<Outcome<T>>, isDrawn: boolean): Promise<Outcome<T>> => {
    const outcome = await done;
    if (outcome.ok) screen.changed(isDrawn);
    return outcome;
  };
  const inFront = (): string => screen.state().sheetId;
  return {
    ...workbook,
    async sheets() {
      const sheets = await workbook.sheets();
      if (!sheets.ok) return sheets;
      return succeeded(sheets.value.map((sheet) => ({ ...sheet, isActive: sheet.id === inFront() })));
    },
    read: (sheetId) => workbook.read(sheetId ?? inFront()),
    async apply(sheetId, changes) {
      const applied = await workbook.apply(sheetId, changes);
      if (applied.ok) {
        const { marked, results } = applied.value;
        const isWritten = results.some(({ outcome }) => outcome === 'written' || outcome === 'different');
        if (isWritten || marked !== null) screen.changed(true);
      }
      return applied;
    },
    writeSheet: (sheet, renew) => telling(workbook.writeSheet(sheet, renew), true),
    async unmark(sheetId) {
      const unmarked = await workbook.unmark(sheetId);
      if (unmarked.ok && unmarked.value.removed > 0) screen.changed(true);
      return unmarked;
    },
    remember: (key, text) => telling(workbook.remember(key, text), false),
    async reveal(sheetId, cell) {
      const found = await workbook.reveal(sheetId, cell);
      if (found.ok) screen.reveal(sheetId, cell);
      return found;
    },
    selection() {
      const { cell, sheetId } = screen.state();
      return Promise.resolve(succeeded({ sheetId, cell }));
    },
  };
}

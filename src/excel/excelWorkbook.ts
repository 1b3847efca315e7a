/** The open workbook in Excel behind the port. */
import { toA1 } from '../core/sheet/cellRef';
import { failed, succeeded } from '../port/outcome';
import type { Outcome, Selection, SheetEntry, Unmarked, Workbook } from '../port/workbook';
import { addSheet, removeSheet } from './addSheet';
import { applyChanges } from './applyChanges';
import { capabilitiesOfExcel } from './capabilities';
import { codeOf, faultOfCode, isOfConnection } from './faults';
import { inExcel, writingInExcel } from './inExcel';
import { marksAmong } from './marks';
import { findRules, removeMarksApart } from './marksApart';
import { writeOwnSheet } from './writeOwnSheet';
import { readSheet } from './readSheet';
import { readSheets } from './readSheets';
import { keptKeys, recallText, rememberText } from './remember';
import { createOwnWrites, watchSheets } from './watch';

/** Makes the adapter; it asks nothing of Office until one of its functions is called. */
export function createExcelWorkbook(): Workbook {
  const ownWrites = createOwnWrites();
  return {
    capabilities: () =>
      Promise.resolve(
        typeof Office === 'undefined' ? failed({ kind: 'not-in-excel' }) : succeeded(capabilitiesOfExcel()),
      ),
    sheets: listSheets,
    read(sheetId) {
      // Whatever was written before is part of what is read now; news of it is no news any more.
      ownWrites.forget();
      return readSheet(sheetId);
    },
    readMany(sheetIds, control) {
      ownWrites.forget();
      return readSheets(sheetIds, control);
    },
    apply: (sheetId, changes) => applyChanges(sheetId, changes, ownWrites),
    writeSheet: (sheet, renew) => writeOwnSheet(sheet, renew, ownWrites),
    addSheet: (sheet) => addSheet(sheet, ownWrites),
    removeSheet,
    unmark: removeMarks,
    reveal: (sheetId, cell) => revealCell(sheetId, toA1(cell)),
    selection: selectedCell,
    watch: (onChange) => watchSheets(ownWrites, onChange),
    recall: recallText,
    keptKeys,
    remember: rememberText,
  };
}

function listSheets(): Promise<Outcome<readonly SheetEntry[]>> {
  return inExcel({ sheet: null }, async (context) => {
    const { worksheets } = context.workbook;
    const list = (): void => {
      worksheets.load('items/id,items/name,items/visibility');
    };
    list();
    const active = worksheets.getActiveWorksheet();
    active.load('id');
    let activeId: string | null = null;
    try {
      await context.sync();
      activeId = active.id;
    } catch (error) {
      // A chart sheet in front is none of the worksheets, and asking for it fails the whole batch.
      const code = codeOf(error);
      if (code === null || isOfConnection(code)) throw error;
      list();
      await context.sync();
    }
    return succeeded(
      worksheets.items.map(({ id, name, visibility }): SheetEntry => {
        const seen = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'very-hidden' } as const;
        return { id, name, visibility: seen[visibility], isActive: id === activeId };
      }),
    );
  });
}

function removeMarks(sheetId: string): Promise<Outcome<Unmarked>> {
  return writingInExcel({ sheet: sheetId }, async (context, progress) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    sheet.load('name');
    sheet.protection.load('protected');
    await context.sync();
    if (sheet.isNullObject) return failed({ kind: 'sheet-missing', sheet: sheetId });
    const found = await findRules(context, sheet);
    const isAny = marksAmong(found.rules).length > 0;
    if (isAny && sheet.protection.protected) return failed({ kind: 'sheet-protected', sheet: sheet.name });
    progress.isWriting = isAny;
    const { cells, left, standing } = await removeMarksApart(context, sheet, found);
    return succeeded({ removed: cells, ...(left > 0 ? { left } : {}), ...(standing > 0 ? { standing } : {}) });
  });
}

function revealCell(sheetId: string, address: string): Promise<Outcome<null>> {
  return inExcel({ sheet: sheetId }, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    sheet.load('name,visibility');
    sheet.activate();
    sheet.getRange(address).select();
    let failure: string | null = null;
    try {
      await context.sync();
    } catch (error) {
      const code = codeOf(error);
      if (code === null || isOfConnection(code)) throw error;
      failure = code;
      // A hidden sheet cannot be activated; only asking again tells whether it was that.
      sheet.load('name,visibility');
      await context.sync();
    }
    if (sheet.isNullObject) return failed({ kind: 'sheet-missing', sheet: sheetId });
    // It cannot be shown without changing it.
    if (sheet.visibility !== Excel.SheetVisibility.visible) return failed({ kind: 'sheet-hidden', sheet: sheet.name });
    return failure === null ? succeeded(null) : failed(faultOfCode(failure, { sheet: sheet.name }));
  });
}

function selectedCell(): Promise<Outcome<Selection>> {
  return inExcel({ sheet: null }, async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load('rowIndex,columnIndex,worksheet/id');
    await context.sync();
    return succeeded({ sheetId: cell.worksheet.id, cell: { row: cell.rowIndex, column: cell.columnIndex } });
  });
}

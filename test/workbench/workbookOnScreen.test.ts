/** The port on a screen: what is in front is active, what the pane reveals is selected, and changes are counted. */
import { fromA1 } from '../../src/core/sheet/cellRef';
import { openXlsxWorkbook } from '../../src/file/xlsxWorkbook';
import type { Workbook } from '../../src/port/workbook';
import { createScreen, type WorkbookScreen } from '../../src/workbench/screen';
import { workbookOnScreen } from '../../src/workbench/workbookOnScreen';
import { contractWorkbook, sheetNames } from '../contracts/contractWorkbook';
import { editOf, valueOf } from '../contracts/workbookContract';

let screen: WorkbookScreen;
let workbook: Workbook;
let ids: Readonly<Record<string, string>>;
beforeEach(async () => {
  const file = valueOf(
    openXlsxWorkbook(contractWorkbook, {
      path: 'contract.xlsx',
    }),
  );
  const sheets = valueOf(await file.sheets());
  ids = Object.fromEntries(sheets.map(({ id, name }) => [name, id]));
  screen = createScreen(sheets[0]!.id);
  workbook = workbookOnScreen(file, screen);
});
const idOf = (name: string): string => ids[name]!;
const unsaved = (): number => screen.state().changes - screen.state().saved;

test('the sheet in front is the active one, and the one that is read when none is named', async () => {
  screen.select(idOf(sheetNames.protected), fromA1('B1'));
  const active = valueOf(await workbook.sheets()).filter(({ isActive }) => isActive);
  expect(active.map(({ name }) => name)).toEqual([sheetNames.protected]);
  expect(valueOf(await workbook.read()).sheetName).toBe(sheetNames.protected);
  expect(valueOf(await workbook.selection())).toEqual({ sheetId: idOf(sheetNames.protected), cell: fromA1('B1') });
});

test('what is revealed is selected; a sheet that is not there is a fault and nothing moves', async () => {
  valueOf(await workbook.reveal(idOf(sheetNames.hidden), fromA1('A1')));
  expect(screen.state()).toMatchObject({ sheetId: idOf(sheetNames.hidden), revealed: 1 });
  expect(await workbook.reveal('no-such-sheet', fromA1('A1'))).toMatchObject({ ok: false });
  expect(screen.state()).toMatchObject({ sheetId: idOf(sheetNames.hidden), revealed: 1 });
});

test('a write, a mark and a small text are changes to be saved; a saved copy has them', async () => {
  const sheetId = idOf(sheetNames.everything);
  const snapshot = valueOf(await workbook.read(sheetId));
  valueOf(await workbook.apply(sheetId, { edits: [editOf(snapshot, 'B2', 9)], marks: null }));
  valueOf(await workbook.apply(sheetId, { edits: [], marks: [{ severity: 'P0', cells: [fromA1('B2')] }] }));
  valueOf(await workbook.remember('k', 'text'));
  expect(unsaved()).toBe(3);
  // Small texts are not drawn.
  expect(screen.state().drawing).toBe(2);
  screen.saved(screen.state().changes);
  expect(unsaved()).toBe(0);
  valueOf(await workbook.unmark(sheetId));
  expect(unsaved()).toBe(1);
});

test('what changed nothing is nothing to save: a refused write, marks that were not there, a fault', async () => {
  const sheetId = idOf(sheetNames.everything);
  const snapshot = valueOf(await workbook.read(sheetId));
  // Over a formula.
  valueOf(await workbook.apply(sheetId, { edits: [editOf(snapshot, 'D2', 9)], marks: null }));
  valueOf(await workbook.unmark(sheetId));
  expect(await workbook.remember('k', null)).toMatchObject({ ok: true });
  expect(await workbook.apply('no-such-sheet', { edits: [], marks: [] })).toMatchObject({ ok: false });
  expect(screen.state().drawing).toBe(0);
});

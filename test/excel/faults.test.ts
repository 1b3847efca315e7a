/** Whatever goes wrong on the way to Excel comes back as a fault, and what was written before is told as it stands. */
import { codeOf, faultOfCode } from '../../src/excel/faults';
import type { Workbook } from '../../src/port/workbook';
import { cellsOf, differences, editOf, valueOf } from '../contracts/workbookContract';
import type { Fault } from '../../src/simulator/richapi/faults';
import { excelInNode, type ExcelInNode } from '../support/excelInNode';
import { formSheet } from './formSheet';

let running: ExcelInNode;
beforeEach(async () => {
  running = await excelInNode([formSheet(10, 9)]);
});
afterEach(() => {
  running.excel.dispose();
});

const calls: Readonly<Record<string, (workbook: Workbook) => Promise<unknown>>> = {
  sheets: (workbook) => workbook.sheets(),
  read: (workbook) => workbook.read('{1}'),
  apply: (workbook) =>
    workbook.apply('{1}', { edits: [], marks: [{ severity: 'P0', cells: [{ row: 1, column: 7 }] }] }),
  unmark: (workbook) => workbook.unmark('{1}'),
  reveal: (workbook) => workbook.reveal('{1}', { row: 1, column: 1 }),
  watch: (workbook) => workbook.watch(() => undefined),
  recall: (workbook) => workbook.recall('k'),
  keptKeys: (workbook) => workbook.keptKeys(),
  remember: (workbook) => workbook.remember('k', 'v'),
};
const accidents: readonly (readonly [Fault['what'], string])[] = [
  ['cell-editing', 'cell-being-edited'],
  ['session-lost', 'session-lost'],
  ['busy', 'busy'],
  ['request-too-large', 'too-large'],
  ['response-too-large', 'too-large'],
  [{ code: 'AccessDenied' }, 'read-only'],
  [{ code: 'InactiveWorkbook' }, 'other-workbook-active'],
  [{ code: 'GeneralException' }, 'unexpected'],
];

describe.each(Object.keys(calls))('%s', (name) => {
  test.each(accidents)('turns %j into the fault %s', async (what, kind) => {
    // For good, since a fault that passes and is not one of the connection is tried again in smaller pieces.
    running.excel.host.faults.lay({ when: 1, what, times: Infinity });
    expect(await calls[name]?.(running.workbook)).toMatchObject({ ok: false, fault: { kind } });
  });
});

test('a cell that is being edited is a fault at once, and the call works when it is left', async () => {
  running.excel.host.startCellEditing();
  expect(await running.workbook.read()).toEqual({ ok: false, fault: { kind: 'cell-being-edited' } });
  running.excel.host.stopCellEditing();
  expect((await running.workbook.read()).ok).toBe(true);
});

test('a batch that breaks after some of its actions is told as it stands', async () => {
  for (const afterActions of Array.from({ length: 16 }, (_, index) => index * 3)) {
    running.excel.dispose();
    running = await excelInNode([formSheet(10, 9)]);
    const before = valueOf(await running.workbook.read());
    const edits = ['H1', 'I1', 'H3', 'I4'].map((address) => editOf(before, address, 99));
    let number = 0;
    running.excel.host.faults.lay({
      when: () => {
        number += 1;
        return number === 2;
      },
      what: { code: 'GeneralException' },
      afterActions,
    });
    const marks = [{ severity: 'P0', cells: [{ row: 0, column: 7 }] }] as const;
    const applied = await running.workbook.apply(before.sheetId, { edits, marks });
    running.excel.host.faults.clear();
    const after = valueOf(await running.workbook.read());
    const changed = differences(before, after);
    if (applied.ok) {
      const written = applied.value.results.filter(({ outcome }) => outcome === 'written').map(({ id }) => id);
      expect([...written].sort()).toEqual(changed);
      expect(applied.value.marked).toBe(valueOf(await running.workbook.unmark(before.sheetId)).removed);
    } else {
      expect(applied.fault).toEqual({ kind: 'unexpected', code: 'GeneralException' });
      expect(changed).toEqual([]);
    }
  }
}, 60_000);

test('a connection that breaks while writing is a fault, and nothing outside the plan was touched', async () => {
  const before = valueOf(await running.workbook.read());
  running.excel.host.faults.lay({ when: ({ names }) => names.includes('Values'), what: 'session-lost', times: 9 });
  const outcome = await running.workbook.apply(before.sheetId, { edits: [editOf(before, 'H1', 99)], marks: null });
  expect(outcome.ok ? outcome.value.results : outcome.fault).toEqual({ kind: 'session-lost' });
  running.excel.host.faults.clear();
  expect([...cellsOf(valueOf(await running.workbook.read())).keys()]).toEqual([...cellsOf(before).keys()]);
});

test.each([
  ['InvalidOperationInCellEditMode', 'cell-being-edited'],
  ['AccessDenied', 'read-only'],
  // Of a sheet that was named it is not the code that says so, but the sheet itself.
  ['ItemNotFound', 'unexpected'],
  ['UnsupportedSheet', 'sheet-without-cells'],
  ['FilteredRangeConflict', 'sheet-filtered'],
  ['InactiveWorkbook', 'other-workbook-active'],
  ['InvalidSelection', 'selection-without-cells'],
  ['ApiNotFound', 'too-old'],
  ['ApiNotAvailable', 'too-old'],
  ['NotImplemented', 'too-old'],
  ['UnsupportedFeature', 'too-old'],
  ['UnsupportedOperation', 'too-old'],
  ['RequestPayloadSizeLimitExceeded', 'too-large'],
  ['ResponsePayloadSizeLimitExceeded', 'too-large'],
  ['MemoryLimitReached', 'too-large'],
  ['RangeExceedsLimit', 'too-large'],
  ['OperationCellsExceedLimit', 'too-large'],
  ['InvalidOrTimedOutSession', 'session-lost'],
  ['Unauthenticated', 'session-lost'],
  ['ActivityLimitReached', 'busy'],
  ['Conflict', 'busy'],
  ['RequestAborted', 'busy'],
  ['ServiceNotAvailable', 'busy'],
  ['GeneralException', 'unexpected'],
  ['UndoNotSupported', 'unexpected'],
  ['SomethingNew', 'unexpected'],
])('the code %s is the fault %s', (code, kind) => {
  expect(faultOfCode(code, { sheet: '{1}' })).toMatchObject({ kind });
});

test('the same code means what the call was about', () => {
  expect(faultOfCode('AccessDenied', { sheet: '表', isProtected: true })).toEqual({
    kind: 'sheet-protected',
    sheet: '表',
  });
  expect(faultOfCode('ItemNotFound', { sheet: null, isOfFront: true })).toEqual({ kind: 'sheet-without-cells' });
});

test('only errors of Excel have a code; a bug stays a bug', () => {
  expect(codeOf(new TypeError('x is not a function'))).toBeNull();
});

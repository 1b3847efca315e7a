/** What Microsoft's own issue tracker says of Excel, each under its number: what shows there must not show here. */
import { ownSeal } from '../support/ownSeal';
import type { Plan } from '../../src/core/report/edit';
import { areaFromA1, areasFromA1, fromA1, toA1 } from '../../src/core/sheet/cellRef';
import { cellsCovered } from '../../src/excel/areaCount';
import { createExcelWorkbook } from '../../src/excel/excelWorkbook';
import { markFormula } from '../../src/port/markRule';
import { applyAndRecord } from '../../src/review/applyAndRecord';
import { listApplied, revertApply } from '../../src/review/revertApply';
import { reviewSheet } from '../../src/review/reviewSheet';
import { reviewWorkbook } from '../../src/review/reviewWorkbook';
import { SimulatedWorkbook, type PlainConditionalFormat, type PlainSheet } from '../../src/simulator/model';
import type { UndoGroup } from '../../src/simulator/bridge/options';
import { startExcelInNode } from '../../src/simulator/node/startExcelInNode';
import { editOf, valueOf } from '../contracts/workbookContract';
import { excelForEachTest, type ExcelInNode } from '../support/excelInNode';
import { formSheet } from './formSheet';

const start = excelForEachTest();
const time = '2026-03-01T08:00:00.000Z';

const rule = (id: string, more: Partial<PlainConditionalFormat> = {}): PlainConditionalFormat => ({
  id,
  kind: 'Custom',
  areas: ['A1:A3'],
  stopIfTrue: false,
  formula: '=A1>10',
  fill: '#00FF00',
  fontColour: null,
  isBold: false,
  ...more,
});

const small = (more: Partial<PlainSheet> = {}): PlainSheet => ({ ...formSheet(10, 9), ...more });

async function planOf({ workbook }: ExcelInNode): Promise<Plan> {
  const snapshot = valueOf(await workbook.read('{1}'));
  return {
    sheetId: '{1}',
    edits: [editOf(snapshot, 'H1', 99), editOf(snapshot, 'H3', 98)],
    sumBefore: null,
    marks: [{ severity: 'P0', cells: [fromA1('H1'), fromA1('H3')] }],
  };
}

const choice = { editIds: ['H1', 'H3'], marks: true };
const valueAt = ({ excel }: ExcelInNode, address: string): unknown =>
  excel.workbook.toPlain().sheets[0]?.cells?.[address]?.value;
const formulasIn = ({ excel }: ExcelInNode): readonly (string | null)[] =>
  (excel.workbook.toPlain().sheets[0]?.conditionalFormats ?? []).map(({ formula }) => formula);

describe.each(['not-supported', 'broken', 'broken-afterwards'] as const)(
  '#6711, #6491, #6255: a host at level 1.20 whose grouping of undo is %s',
  (undoGroup: UndoGroup) => {
    test('is read, reviewed, written, taken back and unmarked all the same', async () => {
      const running = await start([small()], { level: '1.20', undoGroup });
      const { workbook } = running;
      valueOf(await reviewSheet(workbook, { sheetId: '{1}' }));
      const before = running.excel.workbook.toPlain().sheets[0]?.cells;
      const applied = valueOf(await applyAndRecord(workbook, await planOf(running), choice, time, ownSeal));
      expect(applied).toMatchObject({ marked: 2, record: { kind: 'kept' } });
      expect(applied.brokenBy).toBeUndefined();
      expect([valueAt(running, 'H1'), valueAt(running, 'H3')]).toEqual([99, 98]);
      expect(valueOf(await revertApply(workbook, `${time} {1}`, ownSeal))).toMatchObject({
        state: 'reverted',
        unmarked: true,
      });
      expect(running.excel.workbook.toPlain().sheets[0]?.cells).toEqual(before);
      valueOf(await workbook.remember('k', 'v'));
      expect(valueOf(await workbook.recall('k'))).toBe('v');
      valueOf(await workbook.writeSheet({ name: '纸', rows: [['x']], boldRows: [], columnWidths: [] }));
    });
  },
);

test('#6711: readings never ask for an undo group', async () => {
  const { excel, workbook } = await start([small()], { level: '1.20' });
  const run = jest.spyOn(Excel, 'run');
  valueOf(await workbook.sheets());
  valueOf(await workbook.read('{1}'));
  valueOf(await workbook.readMany(['{1}']));
  valueOf(await workbook.selection());
  valueOf(await workbook.reveal('{1}', fromA1('B2')));
  valueOf(await workbook.recall('k'));
  valueOf(await workbook.watch(() => undefined))();
  const options = run.mock.calls.map(([given]) => given);
  expect(options.length).toBeGreaterThan(6);
  expect(options.filter((given) => 'mergeUndoGroup' in given)).toEqual([]);
  expect(excel.host.undo.steps).toEqual([]);
});

test('#6711: a write is one step of undo where Excel groups', async () => {
  const running = await start([small()], { level: '1.20' });
  running.excel.workbook.edit('{1}', 'I9', 1);
  valueOf(await applyAndRecord(running.workbook, await planOf(running), choice, time, ownSeal));
  expect(running.excel.host.undo.steps).toEqual([{ by: 'user' }, { by: 'add-in' }]);
});

describe('#5918, #3141, #2543: what counts as a write costs the undo stack below 1.20', () => {
  test('a review asks only for merged areas in that way', async () => {
    const { excel, workbook } = await start([{ ...formSheet(60, 9), hiddenRows: [4, 5, 40], hiddenColumns: [2] }]);
    const flagged: (readonly string[])[] = [];
    excel.host.beforeEachBatch(({ isFlaggedAsWrite, names }) => {
      if (isFlaggedAsWrite) flagged.push(names);
    });
    valueOf(await reviewSheet(workbook, { sheetId: '{1}' }));
    valueOf(await reviewWorkbook(workbook));
    const called = new Set(flagged.flat());
    expect(called.has('GetMergedAreasOrNullObject')).toBe(true);
    for (const name of ['GetRowProperties', 'GetColumnProperties', 'Add', 'GetCellProperties']) {
      expect(called.has(name)).toBe(false);
    }
  });

  test('jumping, listing, remembering what is there and watching cost nothing', async () => {
    const { excel, workbook } = await start([small()]);
    excel.workbook.edit('{1}', 'I9', 1);
    valueOf(await workbook.sheets());
    valueOf(await workbook.selection());
    valueOf(await workbook.reveal('{1}', fromA1('B2')));
    valueOf(await workbook.recall('k'));
    valueOf(await listApplied(workbook, ownSeal));
    valueOf(await workbook.watch(() => undefined));
    expect(excel.host.undo.steps).toEqual([{ by: 'user' }]);
  });

  test.each(['1.15', '1.20'])('the capabilities of level %s say whether a review keeps it', async (level) => {
    const { excel, workbook } = await start([small()], { level });
    excel.workbook.edit('{1}', 'I9', 1);
    valueOf(await reviewSheet(workbook, { sheetId: '{1}' }));
    const isKept = excel.host.undo.steps.some(({ by }) => by === 'user');
    expect(valueOf(await workbook.capabilities()).nativeUndo).toBe(isKept);
  });

  test('hidden lines are read whichever they are', async () => {
    const hiddenRows = [0, 4, 5, 31, 32, 63, 99];
    const { workbook } = await start([{ ...formSheet(100, 9), hiddenRows, hiddenColumns: [1, 8] }]);
    const snapshot = valueOf(await workbook.read('{1}'));
    expect([...snapshot.hiddenRows].sort((one, other) => one - other)).toEqual(hiddenRows);
    expect([...snapshot.hiddenColumns].sort()).toEqual([1, 8]);
  });
});

describe.each([
  ['#6396: what Ctrl+Z leaves of a deleted rule', [rule('{X}', { trouble: 'broken' })]],
  ['#6835, #6827: a duplicated rule', [rule('{X}'), rule('{Y}', { trouble: 'unreadable' })]],
  [
    '#6835: one that cannot be read among twenty',
    [...Array.from({ length: 20 }, (_, index) => rule(`{R${index}}`)), rule('{X}', { trouble: 'broken' })],
  ],
] as const)('%s', (_name, conditionalFormats) => {
  test('values and marks are written, what is left is said, and everything is taken back', async () => {
    const running = await start([small({ conditionalFormats: [...conditionalFormats] })]);
    const { workbook } = running;
    const before = running.excel.workbook.toPlain().sheets[0];
    const applied = valueOf(await applyAndRecord(workbook, await planOf(running), choice, time, ownSeal));
    expect(applied).toMatchObject({ marked: 2, marksLeft: { rules: 1, unplaced: 0 }, record: { kind: 'kept' } });
    expect(applied.brokenBy).toBeUndefined();
    expect(applied.results.map(({ outcome }) => outcome)).toEqual(['written', 'written']);
    expect(formulasIn(running)).toContain(markFormula('P0'));
    const back = valueOf(await revertApply(workbook, `${time} {1}`, ownSeal));
    expect(back).toMatchObject({ state: 'reverted', brokenBy: null, rulesLeft: 1 });
    expect(running.excel.workbook.toPlain().sheets[0]).toEqual(before);
  });

  test('marks are removed, and what is left is said', async () => {
    const marks = [rule('{M}', { formula: markFormula('P1'), areas: ['B2:B3', 'D4'] })];
    const running = await start([small({ conditionalFormats: [...conditionalFormats, ...marks] })]);
    expect(valueOf(await running.workbook.unmark('{1}'))).toEqual({ removed: 3, left: 1 });
    expect(formulasIn(running)).not.toContain(markFormula('P1'));
    expect(formulasIn(running)).toHaveLength(conditionalFormats.length);
  });

  test('a sheet of our own is written', async () => {
    const { workbook } = await start([
      small(),
      small({ id: '{2}', name: '纸', conditionalFormats: [...conditionalFormats] }),
    ]);
    const written = valueOf(await workbook.writeSheet({ name: '纸', rows: [['x']], boldRows: [], columnWidths: [] }));
    expect(written.name).toBe('纸（2）');
  });
});

test('#5222: a mark that cannot be deleted after editing by hand is left, the others go, and the cells are written', async () => {
  const marks = [
    rule('{M}', { formula: markFormula('P0'), areas: ['B2'], trouble: 'undeletable' }),
    rule('{N}', { formula: markFormula('P1'), areas: ['D4:D5'] }),
  ];
  const running = await start([small({ conditionalFormats: marks })]);
  const applied = valueOf(await applyAndRecord(running.workbook, await planOf(running), choice, time, ownSeal));
  // The two of the plan and the one that stays.
  expect(applied).toMatchObject({ marked: 3, marksLeft: { rules: 1, unplaced: 0 } });
  expect(applied.results.map(({ outcome }) => outcome)).toEqual(['written', 'written']);
  expect(valueOf(await running.workbook.unmark('{1}'))).toEqual({ removed: 2, left: 1, standing: 1 });
});

test.each(['GeneralException', 'session-lost'] as const)(
  'a batch that breaks (%s) while marks are being made leaves no half-made one, wherever it breaks',
  async (fault) => {
    const what = fault === 'session-lost' ? fault : { code: fault };
    for (let afterActions = 1; afterActions <= 24; afterActions += 1) {
      const running = await start([small({ conditionalFormats: [rule('{U}')] })]);
      const { marks } = await planOf(running);
      running.excel.host.faults.lay({ when: ({ writes }) => writes, what, afterActions });
      const applied = await running.workbook.apply('{1}', { edits: [], marks });
      const formats = running.excel.workbook.toPlain().sheets[0]?.conditionalFormats ?? [];
      expect(formats.map(({ formula }) => formula).filter((formula) => formula === null || formula === '')).toEqual([]);
      const standing = formats.filter(({ formula }) => formula === markFormula('P0')).flatMap(({ areas }) => areas);
      expect(applied.ok ? applied.value.marked : 0).toBe(standing.length);
    }
  },
);

test('#5222: a mark that cannot be deleted stays on record when a write is taken back', async () => {
  const running = await start([small()]);
  const applied = valueOf(await applyAndRecord(running.workbook, await planOf(running), choice, time, ownSeal));
  expect(applied.marked).toBe(2);
  const [sheet] = running.excel.workbook.sheets;
  if (!sheet) throw new Error('there is no sheet');
  const sound = sheet.conditionalFormats;
  sheet.conditionalFormats = sound.map((format) => ({ ...format, trouble: 'undeletable' }));
  const first = valueOf(await revertApply(running.workbook, `${time} {1}`, ownSeal));
  expect(first).toMatchObject({ state: 'reverted', unmarked: false, rulesLeft: 1, brokenBy: null });
  expect(valueOf(await listApplied(running.workbook, ownSeal))).toMatchObject({
    entries: [{ cells: [], marks: true }],
  });
  sheet.conditionalFormats = sound;
  const second = valueOf(await revertApply(running.workbook, `${time} {1}`, ownSeal));
  expect(second).toMatchObject({ state: 'reverted', unmarked: true });
  expect(valueOf(await listApplied(running.workbook, ownSeal))).toMatchObject({ entries: [] });
});

test('#5222: only a sheet that is not there is told to be missing', async () => {
  const { excel, workbook } = await start([small()]);
  excel.host.faults.lay({ when: 1, what: { code: 'ItemNotFound' }, times: Infinity });
  expect(await workbook.read('{1}')).toEqual({ ok: false, fault: { kind: 'unexpected', code: 'ItemNotFound' } });
  excel.host.faults.clear();
  expect(await workbook.read('{9}')).toEqual({ ok: false, fault: { kind: 'sheet-missing', sheet: '{9}' } });
});

describe('whole rows and columns', () => {
  test.each([
    ['Sheet1!H:H', { top: 0, left: 7, bottom: 1_048_575, right: 7 }],
    ['Sheet1!13:14', { top: 12, left: 0, bottom: 13, right: 16_383 }],
    ["'表, 1'!$A:$C", { top: 0, left: 0, bottom: 1_048_575, right: 2 }],
  ])('the address %s is read', (address, area) => {
    expect(areaFromA1(address)).toEqual(area);
  });

  test('a mark over a whole sheet is counted by its edges', () => {
    expect(cellsCovered([areaFromA1('A1:Z1048576'), areaFromA1('13:14'), areaFromA1('C3')])).toBe(
      26 * 1_048_576 + 2 * (16_384 - 26),
    );
  });

  test('marks that were spread over them neither fail a write nor a revert nor their removal', async () => {
    const marks = [
      rule('{M}', { formula: markFormula('P0'), areas: ['H:H'] }),
      rule('{N}', { formula: markFormula('P1'), areas: ['13:14', 'A1'] }),
    ];
    const running = await start([small({ conditionalFormats: marks })]);
    const applied = valueOf(
      await applyAndRecord(running.workbook, await planOf(running), { ...choice, marks: false }, time, ownSeal),
    );
    expect(applied.results.map(({ outcome }) => outcome)).toEqual(['written', 'written']);
    expect(valueOf(await revertApply(running.workbook, `${time} {1}`, ownSeal))).toMatchObject({ state: 'reverted' });
    expect(valueOf(await running.workbook.unmark('{1}'))).toEqual({ removed: 1_048_576 + 2 * 16_383 + 1 });
  });
});

test('RangeAreas.address: areas joined by ", " that lack the sheet\'s name are read, lost ones left out', () => {
  expect(areasFromA1('A1:B4, D1').map(({ top, left }) => toA1({ row: top, column: left }))).toEqual(['A1', 'D1']);
  expect(areasFromA1("'甲,乙'!A1:B4,'甲,乙'!D1, #REF!")).toHaveLength(2);
});

test('#935: a workbook of Excel 97-2003 is reviewed, not written, and the way out is said', async () => {
  const excel = await startExcelInNode(SimulatedWorkbook.fromPlain({ name: 'C:\\表\\自评.xls', sheets: [small()] }));
  excel.installGlobals();
  const workbook = createExcelWorkbook();
  const before = excel.workbook.toPlain();
  valueOf(await reviewSheet(workbook, { sheetId: '{1}' }));
  const fault = { ok: false, fault: { kind: 'compatibility-mode' } };
  const snapshot = valueOf(await workbook.read('{1}'));
  expect(await workbook.apply('{1}', { edits: [editOf(snapshot, 'H1', 99)], marks: null })).toEqual(fault);
  expect(await workbook.writeSheet({ name: '纸', rows: [['x']], boldRows: [], columnWidths: [] })).toEqual(fault);
  expect(excel.workbook.toPlain()).toEqual(before);
  excel.dispose();
});

describe('the article on performance: 5 MB at once', () => {
  const beside = (rows: number, columns: number): PlainSheet => {
    const form = formSheet(30, 9);
    const cells: Record<string, { value: string }> = {};
    for (let row = 0; row < rows; row += 1) {
      for (let column = 12; column < columns; column += 1) cells[toA1({ row, column })] = { value: `项目${row}` };
    }
    return { ...form, cells: { ...cells, ...form.cells } };
  };

  test('a sheet of 4,940 × 25 cells beside a form is read in bands of rows', async () => {
    const { excel, workbook } = await start([beside(4940, 25)]);
    const snapshot = valueOf(await workbook.read('{1}'));
    expect(snapshot.values).toHaveLength(4940);
    expect(snapshot.values[4939]?.[24]).toBe('项目4939');
    expect(snapshot.merges).toHaveLength(30);
    expect(Math.max(...excel.host.counts().batches.map(({ bytesOut }) => bytesOut))).toBeLessThan(5_000_000);
    expect(valueOf(await workbook.readMany(['{1}']))[0]?.outcome.ok).toBe(true);
  }, 60_000);

  test('long texts that one answer cannot hold are read in smaller bands', async () => {
    const sheet = formSheet(60, 9);
    const cells = Object.fromEntries(
      Array.from({ length: 60 }, (_, row) => [toA1({ row, column: 10 }), { value: '长'.repeat(20_000) }]),
    );
    const { workbook } = await start([
      { ...sheet, cells: { ...sheet.cells, ...cells } },
      small({ id: '{2}', name: '另' }),
    ]);
    expect(valueOf(await workbook.read('{1}')).values[59]?.[10]).toHaveLength(20_000);
    const many = valueOf(await workbook.readMany(['{1}', '{2}']));
    expect(many.map(({ outcome }) => outcome.ok)).toEqual([true, true]);
  }, 60_000);
});

test('#771, #6365: a sheet that fails while it is measured is one line, the others are reviewed', async () => {
  const sheets = Array.from({ length: 7 }, (_, index) => small({ id: `{${index + 1}}`, name: `表${index + 1}` }));
  const { excel, workbook } = await start(sheets);
  excel.host.failAt('{5}', 'GeneralException');
  const { sheets: reviewed } = valueOf(await reviewWorkbook(workbook));
  expect(reviewed.map(({ report }) => report.ok)).toEqual([true, true, true, true, false, true, true]);
  expect(reviewed[4]?.report).toEqual({ ok: false, fault: { kind: 'unexpected', code: 'GeneralException' } });
});

test('#5319: a picture, a chart or another workbook that is selected is said as that', async () => {
  const { excel, workbook } = await start([small()]);
  excel.host.faults.lay({ when: 1, what: { code: 'InvalidSelection' } });
  expect(await workbook.selection()).toEqual({ ok: false, fault: { kind: 'selection-without-cells' } });
});

describe('#3831, #5148: a session that only reads', () => {
  test('is reviewed, sheet and workbook, without anything that counts as a write; only writing is refused', async () => {
    const running = await start([{ ...small(), hiddenRows: [3] }, { ...small({ id: '{2}', name: '另' }) }]);
    const { excel, workbook } = running;
    const plan = await planOf(running);
    excel.workbook.isReadOnly = true;
    const report = valueOf(await reviewSheet(workbook, { sheetId: '{1}' }));
    expect(report.mergesUnread).toBe(true);
    expect(valueOf(await workbook.read('{1}')).hiddenRows).toEqual([3]);
    const { sheets } = valueOf(await reviewWorkbook(workbook));
    expect(sheets.map((sheet) => sheet.report.ok)).toEqual([true, true]);
    valueOf(await workbook.reveal('{1}', fromA1('B2')));
    valueOf(await listApplied(workbook, ownSeal));
    valueOf(await workbook.watch(() => undefined));
    expect(await applyAndRecord(workbook, plan, choice, time, ownSeal)).toEqual({
      ok: false,
      fault: { kind: 'read-only' },
    });
    expect(valueOf(await workbook.unmark('{1}'))).toEqual({ removed: 0 });
  });
});

test('a structure that is protected refuses a new sheet and says so', async () => {
  const { excel, workbook } = await start([small()]);
  excel.workbook.isStructureProtected = true;
  const paper = { name: '纸', rows: [['x']], boldRows: [], columnWidths: [] };
  expect(await workbook.writeSheet(paper)).toEqual({ ok: false, fault: { kind: 'read-only' } });
});

test('a hidden sheet is told from one that is missing', async () => {
  const { workbook } = await start([small(), small({ id: '{2}', name: '藏', visibility: 'hidden' })]);
  expect(await workbook.reveal('{2}', fromA1('A1'))).toEqual({
    ok: false,
    fault: { kind: 'sheet-hidden', sheet: '藏' },
  });
});

test('rows put in above a plan: what moved is left alone and named', async () => {
  const running = await start([small()]);
  const plan = await planOf(running);
  const news: (string | null)[] = [];
  valueOf(await running.workbook.watch(({ address }) => news.push(address)));
  running.excel.workbook.insertRows('{1}', 1);
  const { results } = valueOf(await applyAndRecord(running.workbook, plan, choice, time, ownSeal));
  expect(news).toEqual(['2:2']);
  expect(results.map(({ outcome }) => outcome)).toEqual(['written', 'changed']);
});

describe('what holds and has to go on holding', () => {
  test('#2180: rules of kinds that have no formula are not asked for one', async () => {
    const kinds = (['DataBar', 'ColorScale', 'IconSet', 'TopBottom', 'CellValue'] as const).map((kind) =>
      rule(`{${kind}}`, { kind, formula: null }),
    );
    const running = await start([small({ conditionalFormats: kinds })]);
    const applied = valueOf(await applyAndRecord(running.workbook, await planOf(running), choice, time, ownSeal));
    expect(applied.marksLeft).toBeUndefined();
    expect(applied.marked).toBe(2);
  });

  test('#3611, #1590: each merged area is read once, with its size, by the band that holds its first cell', async () => {
    const { workbook } = await start([formSheet(400, 9)]);
    const { merges } = valueOf(await workbook.read('{1}'));
    expect(merges).toHaveLength(400);
    expect(new Set(merges.map(({ top, left }) => `${top} ${left}`)).size).toBe(400);
    expect(merges.every(({ top, bottom }) => bottom === top + 1)).toBe(true);
  });

  test('#5198: addresses stay below 8,192 characters', async () => {
    const { excel, workbook } = await start([small()]);
    const cells = Array.from({ length: 2400 }, (_, index) => ({ row: index * 2, column: 700 + (index % 3) }));
    const applied = valueOf(await workbook.apply('{1}', { edits: [], marks: [{ severity: 'P1', cells }] }));
    expect(applied.marked).toBe(2400);
    expect(applied.marksLeft).toBeUndefined();
    expect(excel.workbook.toPlain().sheets[0]?.conditionalFormats?.length).toBeGreaterThan(1);
  });

  test('#6687: text that looks like a formula stays text, and stays it when taken back', async () => {
    const running = await start([small({ cells: { A1: { value: '=甲+乙', isPrefixed: true } } })]);
    const snapshot = valueOf(await running.workbook.read('{1}'));
    const plan: Plan = { sheetId: '{1}', edits: [editOf(snapshot, 'A1', '-5%，未完成')], sumBefore: null, marks: [] };
    valueOf(await applyAndRecord(running.workbook, plan, { editIds: ['A1'], marks: false }, time, ownSeal));
    expect(valueAt(running, 'A1')).toBe('-5%，未完成');
    valueOf(await revertApply(running.workbook, `${time} {1}`, ownSeal));
    expect(running.excel.workbook.toPlain().sheets[0]?.cells?.['A1']).toMatchObject({ value: '=甲+乙' });
    expect(running.excel.workbook.toPlain().sheets[0]?.cells?.['A1']?.formula).toBeUndefined();
  });

  test.each(['1.13', '1.15', '1.20'])(
    '#1786, #2121: own writes are no news at level %s, those of others are',
    async (level) => {
      const running = await start([small()], { level });
      const news: (string | null)[] = [];
      valueOf(await running.workbook.watch(({ address }) => news.push(address)));
      valueOf(await applyAndRecord(running.workbook, await planOf(running), choice, time, ownSeal));
      expect(news).toEqual([]);
      running.excel.workbook.edit('{1}', 'I9', 1, 'co-author');
      await new Promise((resolve) => setTimeout(resolve, 0));
      expect(news).toEqual(['I9']);
    },
  );

  test('#360, #5206, #6091: settings that were lost on saving leave the cells as written and nothing to take back', async () => {
    const running = await start([small()]);
    valueOf(await applyAndRecord(running.workbook, await planOf(running), choice, time, ownSeal));
    const excel = await startExcelInNode(running.excel.workbook.reopened({ losesSettings: true }));
    excel.installGlobals();
    const workbook = createExcelWorkbook();
    expect(valueOf(await listApplied(workbook, ownSeal))).toMatchObject({ state: 'readable', entries: [] });
    expect(valueOf(await revertApply(workbook, `${time} {1}`, ownSeal))).toEqual({ state: 'no-such-entry' });
    expect(valueOf(await workbook.unmark('{1}'))).toEqual({ removed: 2 });
    excel.dispose();
  });
});

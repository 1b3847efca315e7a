/** What the Excel adapter writes, seen from the workbook behind it. */
import { ownSeal } from '../support/ownSeal';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { textForCell } from '../../src/excel/textForCell';
import { addressesOf } from '../../src/excel/marks';
import { applyAndRecord } from '../../src/review/applyAndRecord';
import { revertApply } from '../../src/review/revertApply';
import { editOf, hostileTexts, valueOf } from '../contracts/workbookContract';
import type { PlainSheet } from '../../src/simulator/model';
import { excelForEachTest } from '../support/excelInNode';
import { formSheet } from './formSheet';

const start = excelForEachTest();

test('only the planned cells of the whole workbook are touched, their formats and every other sheet not', async () => {
  const { workbook, excel } = await start([formSheet(20, 9), formSheet(5, 5, '{2}')]);
  const snapshot = valueOf(await workbook.read());
  const before = excel.workbook.toPlain();
  const edits = ['H1', 'H2', 'H3', 'I7', 'A1'].map((address) => editOf(snapshot, address, `=${address}`));
  valueOf(await workbook.apply(snapshot.sheetId, { edits, marks: null }));
  const after = excel.workbook.toPlain();
  const cells = { ...before.sheets[0]?.cells };
  for (const { id } of edits) cells[id] = { ...cells[id], value: `=${id}`, isPrefixed: true };
  expect(after).toEqual({ ...before, sheets: [{ ...before.sheets[0], cells }, before.sheets[1]] });
});

test('a cell that was changed between looking and writing reads back as it is', async () => {
  const { workbook, excel } = await start([formSheet(5, 9)]);
  const snapshot = valueOf(await workbook.read());
  excel.workbook.edit('{1}', 'H1', 5);
  const { results } = valueOf(
    await workbook.apply(snapshot.sheetId, {
      edits: [editOf(snapshot, 'H1', 99), editOf(snapshot, 'H2', 98)],
      marks: null,
    }),
  );
  expect(results.map(({ outcome, now }) => [outcome, now.value])).toEqual([
    ['changed', 5],
    ['written', 98],
  ]);
});

test('a cell that another cell spills into is never written', async () => {
  const sheet: PlainSheet = {
    id: '{1}',
    name: '表',
    cells: { A1: { value: 1, formula: '=SEQUENCE(3)' }, A2: { value: 2 }, A3: { value: 3 }, B2: { value: 7 } },
    spills: ['A1:A3'],
  };
  const { workbook } = await start([sheet]);
  const snapshot = valueOf(await workbook.read());
  const edits = [editOf(snapshot, 'A2', 9), editOf(snapshot, 'B2', 8)];
  const { results } = valueOf(await workbook.apply('{1}', { edits, marks: null }));
  expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'written']);
});

test('marks come back from a file whose rules were written with other spacing', async () => {
  const format = {
    id: '{F}',
    kind: 'Custom',
    areas: ['A1:A3'],
    stopIfTrue: false,
    fill: null,
    fontColour: null,
    isBold: false,
  } as const;
  const { workbook, excel } = await start([
    {
      ...formSheet(5, 5),
      conditionalFormats: [
        { ...format, formula: '=LEN("zp-mark-v1-P1") > 0' },
        { ...format, id: '{U}', formula: '=$A1>0' },
        { ...format, id: '{D}', kind: 'DataBar', formula: null },
      ],
    },
  ]);
  expect(valueOf(await workbook.unmark('{1}'))).toEqual({ removed: 3 });
  expect(excel.workbook.sheets[0]?.conditionalFormats.map(({ id }) => id)).toEqual(['{U}', '{D}']);
});

test.each([['1.15'], ['1.13']])('changes by the user are told and own writes are not (ExcelApi %s)', async (level) => {
  const { workbook, excel } = await start([formSheet(5, 9)], { level });
  const told: unknown[] = [];
  const stop = valueOf(await workbook.watch((change) => told.push(change)));
  const snapshot = valueOf(await workbook.read());
  const edits = ['H1', 'H2', 'I3'].map((address) => editOf(snapshot, address, 99));
  valueOf(await workbook.apply('{1}', { edits, marks: [{ severity: 'P0', cells: [{ row: 0, column: 7 }] }] }));
  await new Promise((done) => setTimeout(done, 20));
  expect(told).toEqual([]);
  excel.workbook.edit('{1}', 'I4', 5);
  await new Promise((done) => setTimeout(done, 20));
  expect(told).toEqual([{ sheetId: '{1}', address: 'I4' }]);
  stop();
  await new Promise((done) => setTimeout(done, 20));
  excel.workbook.edit('{1}', 'I5', 5);
  await new Promise((done) => setTimeout(done, 20));
  expect(told).toHaveLength(1);
});

test('a text too large for the settings is refused before it is sent', async () => {
  const { workbook } = await start([formSheet(2, 2)]);
  expect(await workbook.remember('journal', '记'.repeat(40_000))).toEqual({ ok: false, fault: { kind: 'too-large' } });
  expect(valueOf(await workbook.recall('journal'))).toBeNull();
});

test('a number in a cell formatted as text becomes its text: told, recorded, and taken back', async () => {
  const cells = { A1: { numberFormat: '@' }, A2: { value: '9分', numberFormat: '@' }, A3: { value: 1 } };
  const { workbook, excel } = await start([{ id: '{1}', name: '表', cells }]);
  const before = excel.workbook.toPlain();
  const snapshot = valueOf(await workbook.read());
  const edits = [editOf(snapshot, 'A1', 8.5), editOf(snapshot, 'A2', 0.1 + 0.2), editOf(snapshot, 'A3', 2)];
  const plan = { sheetId: '{1}', edits, sumBefore: null, marks: [] };
  const choice = { editIds: ['A1', 'A2', 'A3'], marks: false };
  const applied = valueOf(await applyAndRecord(workbook, plan, choice, '2026-03-01', ownSeal));
  expect(applied.results.map(({ asText, now, outcome }) => [outcome, now.value, asText])).toEqual([
    ['written', '8.5', true],
    ['written', '0.3', true],
    ['written', 2, undefined],
  ]);
  expect(valueOf(await applyAndRecord(workbook, plan, choice, '2026-03-02', ownSeal)).record.kind).toBe(
    'nothing-written',
  );
  valueOf(await revertApply(workbook, '2026-03-01 {1}', ownSeal));
  expect(excel.workbook.toPlain()).toEqual(before);
});

test('a number format that a write changed is put back with the value; one that the user chose since is not', async () => {
  const cells = { A1: { value: 1 }, A2: { value: 2 } };
  const { workbook, excel } = await start([{ id: '{1}', name: '表', cells }]);
  const sheet = excel.workbook.sheets[0];
  const before = excel.workbook.toPlain();
  const snapshot = valueOf(await workbook.read());
  const edits = [editOf(snapshot, 'A1', 10), editOf(snapshot, 'A2', 20)];
  // A host that formats what is put into a cell, as Excel does with what looks like a date.
  const stop = excel.workbook.onChange((change) => {
    if (change.kind === 'cells') for (const row of [0, 1]) sheet?.change({ row, column: 0 }, { numberFormat: 'd-mmm' });
  });
  const plan = { sheetId: '{1}', edits, sumBefore: null, marks: [] };
  valueOf(await applyAndRecord(workbook, plan, { editIds: ['A1', 'A2'], marks: false }, '2026-03-01', ownSeal));
  stop();
  sheet?.change({ row: 1, column: 0 }, { numberFormat: '0.00' });
  valueOf(await revertApply(workbook, '2026-03-01 {1}', ownSeal));
  const [first] = before.sheets;
  const expected = { ...first?.cells, A2: { value: 2, numberFormat: '0.00' } };
  expect(excel.workbook.toPlain()).toEqual({ ...before, sheets: [{ ...first, cells: expected }] });
});

test('what a host makes of a value is recorded, so that it too is taken back', async () => {
  const { workbook, excel } = await start([{ id: '{1}', name: '表', cells: { A1: { value: 1 } } }]);
  const snapshot = valueOf(await workbook.read());
  const stop = excel.workbook.onChange((change) => {
    if (change.kind === 'cells') excel.workbook.sheets[0]?.change({ row: 0, column: 0 }, { value: 10.01 });
  });
  const plan = { sheetId: '{1}', edits: [editOf(snapshot, 'A1', 10)], sumBefore: null, marks: [] };
  const applied = valueOf(
    await applyAndRecord(workbook, plan, { editIds: ['A1'], marks: false }, '2026-03-01', ownSeal),
  );
  stop();
  expect(applied.results).toMatchObject([{ outcome: 'different', now: { value: 10.01 } }]);
  expect(valueOf(await revertApply(workbook, '2026-03-01 {1}', ownSeal))).toMatchObject({
    cells: [{ outcome: 'restored' }],
  });
  expect(valueOf(await workbook.read())).toEqual(snapshot);
});

test('settings that do not keep what they are given are told', async () => {
  const { workbook, excel } = await start([{ id: '{1}', name: '表', cells: { A1: { value: 1 } } }]);
  const snapshot = valueOf(await workbook.read());
  const stop = excel.workbook.onChange((change) => {
    if (change.kind === 'cells') excel.workbook.settings = new Map();
  });
  const plan = { sheetId: '{1}', edits: [editOf(snapshot, 'A1', 10)], sumBefore: null, marks: [] };
  const applied = valueOf(
    await applyAndRecord(workbook, plan, { editIds: ['A1'], marks: false }, '2026-03-01', ownSeal),
  );
  stop();
  expect(applied.record).toEqual({ kind: 'not-kept' });
  expect(applied.results).toMatchObject([{ outcome: 'written' }]);
});

test.each([['1.15'], ['1.13']])(
  "co-authors' changes are told, also to a cell that was just written (ExcelApi %s)",
  async (level) => {
    const { workbook, excel } = await start([formSheet(5, 9), formSheet(3, 3, '{2}')], { level });
    const told: unknown[] = [];
    valueOf(await workbook.watch((change) => told.push(change)));
    const snapshot = valueOf(await workbook.read());
    valueOf(await workbook.apply('{1}', { edits: [editOf(snapshot, 'H1', 99)], marks: null }));
    const settle = () => new Promise((done) => setTimeout(done, 20));
    await settle();
    excel.workbook.edit('{1}', 'H1', 7, 'co-author');
    excel.workbook.edit('{2}', 'A1', 7, 'co-author');
    await settle();
    expect(told).toEqual([
      { sheetId: '{1}', address: 'H1' },
      { sheetId: '{2}', address: 'A1' },
    ]);
  },
);

test.each([['1.15'], ['1.13']])(
  'taking back and writing a report sheet tell nothing of themselves (ExcelApi %s)',
  async (level) => {
    const { workbook } = await start([formSheet(5, 9)], { level });
    const told: unknown[] = [];
    valueOf(await workbook.watch((change) => told.push(change)));
    const snapshot = valueOf(await workbook.read());
    const plan = { sheetId: '{1}', edits: [editOf(snapshot, 'H1', 99)], sumBefore: null, marks: [] };
    valueOf(await applyAndRecord(workbook, plan, { editIds: ['H1'], marks: false }, '2026-03-01', ownSeal));
    valueOf(await revertApply(workbook, '2026-03-01 {1}', ownSeal));
    const report = { name: '报告', rows: [['甲']], boldRows: [], columnWidths: [] };
    valueOf(await workbook.writeSheet(report));
    valueOf(await workbook.writeSheet(report));
    await new Promise((done) => setTimeout(done, 20));
    expect(told).toEqual([]);
  },
);

test('tables of our own have lines and filled headings that stay in sight, and leave none behind when renewed', async () => {
  const { workbook, excel } = await start([formSheet(5, 9)]);
  const paper = (bottom: number) => ({
    name: '底稿',
    rows: [['题'], ['名称', '得分'], ...Array.from({ length: bottom - 1 }, (_, row) => [`第${row}项`, row])],
    boldRows: [0, 1],
    columnWidths: [],
    tables: [{ top: 1, bottom, width: 2 }],
  });
  const look = () => {
    const sheet = excel.workbook.toPlain().sheets.find(({ name }) => name === '底稿');
    const linesOf = (address: string) => sheet?.cells?.[address]?.lines ?? '';
    return {
      lines: ['A1', 'A2', 'B3', 'B5', 'A6', 'C3'].map(linesOf).join(' '),
      fill: [sheet?.cells?.['B2']?.fill, sheet?.cells?.['A5']?.fill],
      frozen: sheet?.frozenRows,
    };
  };
  valueOf(await workbook.writeSheet(paper(5)));
  expect(look()).toEqual({ lines: ' TBLR TBLR TBLR TBLR ', fill: ['#DDEBF7', undefined], frozen: 2 });
  valueOf(await workbook.writeSheet(paper(3)));
  expect(look()).toEqual({ lines: ' TBLR TBLR   ', fill: ['#DDEBF7', undefined], frozen: 2 });
});

test('plain words go without an apostrophe, everything that could be more goes with one', () => {
  for (const text of ['完成率较高', '偏差原因：人员离职', 'abc', '【需填写】', '第1行'])
    expect(textForCell(text, 'General')).toBe(text);
  const plain = ['<b>&amp;"引号"</b>', '_x0041_', '【需填写】', 'cmd|/c calc', '第一行\n第二行'];
  for (const text of hostileTexts) expect(textForCell(text, 'General')).toBe(plain.includes(text) ? text : `'${text}`);
});

test('addresses join neighbours, name each cell once and stay below the limit', () => {
  expect(
    addressesOf([
      { row: 2, column: 1 },
      { row: 1, column: 1 },
      { row: 1, column: 1 },
      { row: 5, column: 0 },
    ]),
  ).toEqual(['A6,B2:B3']);
  const scattered = Array.from({ length: 3000 }, (_, index) => ({ row: index * 2, column: 30 }));
  const addresses = addressesOf(scattered);
  expect(addresses.length).toBeGreaterThan(1);
  expect(addresses.every((address) => address.length <= 7000)).toBe(true);
  expect(addresses.join(',').split(',')).toHaveLength(3000);
  expect(addressesOf([])).toEqual([]);
});

test.each([
  ['1.20', true],
  ['1.19', false],
])('one Ctrl+Z takes a whole write back where Excel can (ExcelApi %s)', async (level, isGrouped) => {
  const { workbook } = await start([formSheet(5, 9)], { level });
  expect(valueOf(await workbook.capabilities()).nativeUndo).toBe(isGrouped);
  const snapshot = valueOf(await workbook.read());
  const run = jest.spyOn(Excel, 'run');
  const edits = ['H1', 'H2', 'I3'].map((address) => editOf(snapshot, address, 99));
  valueOf(await workbook.apply('{1}', { edits, marks: [{ severity: 'P0', cells: [{ row: 0, column: 7 }] }] }));
  const options = run.mock.calls.map(([first]) => first as { readonly mergeUndoGroup?: boolean });
  run.mockRestore();
  // All of it is one group: looking, writing and marking are one use of Excel.
  expect(options.map(({ mergeUndoGroup }) => mergeUndoGroup ?? false)).toEqual([isGrouped]);
});

test('the room never calls what would lock, move, rename, hide or take away anything', () => {
  const folder = resolve(__dirname, '../../src/excel');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(10);
  expect(existsSync(join(folder, 'inExcel.ts'))).toBe(true);
  const forbidden =
    /\.(?:protect|unprotect|copy|copyFrom|clearAll|clear|merge|unmerge|insert|save|close|insertWorksheetsFromBase64)\(|\.tables\b|\.(?:visibility|position|name|numberFormat|rowHidden|columnHidden)\s*=[^=]|worksheets?\.delete|\bsheet\.delete\(|fill\.clear|styles\b/u;
  // One file puts a format back that a write changed, one empties and formats sheets that carry our own mark, one fills a
  // sheet that it has just added, and takes away the sheet that it is told (only one that came so and is as it came).
  const allowed: Readonly<Record<string, readonly string[]>> = {
    'addSheet.ts': ['.merge(', '.numberFormat = ', '.rowHidden = ', '.columnHidden = ', 'sheet.delete('],
    'numberFormat.ts': ['.numberFormat = '],
    'writeOwnSheet.ts': ['.clear(', 'fill.clear(', '.numberFormat = '],
  };
  for (const name of files) {
    const whole = readFileSync(join(folder, name), 'utf8');
    const text = (allowed[name] ?? []).reduce((rest, piece) => rest.replace(piece, ''), whole);
    expect(`${name}: ${forbidden.exec(text)?.[0] ?? ''}`).toBe(`${name}: `);
  }
  const runners = files.filter((name) => readFileSync(join(folder, name), 'utf8').includes('Excel.run('));
  expect(runners).toEqual(['inExcel.ts']);
});

test('many scattered cells are written in few blocks, and the cells between them stay as they were', async () => {
  const { workbook, excel } = await start([{ ...formSheet(90, 9), merges: ['G40:G42'] }]);
  const snapshot = valueOf(await workbook.read());
  const before = excel.workbook.toPlain().sheets[0];
  const addresses = Array.from({ length: 30 }, (_, index) => [`G${index * 3 + 1}`, `I${index * 3 + 2}`]).flat();
  excel.host.resetCounts();
  const edits = addresses.map((address) => editOf(snapshot, address, 5));
  valueOf(await workbook.apply('{1}', { edits, marks: null }));
  const write = excel.host.counts().batches.at(-1);
  expect(write?.bytesIn).toBeLessThan(5_000);
  const cells = { ...before?.cells };
  for (const address of addresses) cells[address] = { ...cells[address], value: 5 };
  expect(excel.workbook.toPlain().sheets[0]).toEqual({ ...before, cells });
});

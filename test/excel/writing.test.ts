/** What the Excel adapter writes, seen from the workbook behind it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { textForCell } from '../../src/excel/textForCell';
import { addressesOf } from '../../src/excel/marks';
import { editOf, hostileTexts, valueOf } from '../contracts/workbookContract';
import type { PlainSheet } from '../simulator/model';
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

test('the room never calls what would lock, move, rename, hide or take away anything', () => {
  const folder = resolve(__dirname, '../../src/excel');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(10);
  expect(existsSync(join(folder, 'inExcel.ts'))).toBe(true);
  const forbidden =
    /\.(?:protect|unprotect|copy|copyFrom|clearAll|clear|merge|unmerge|insert|save|close|insertWorksheetsFromBase64)\(|\.tables\b|\.(?:visibility|position|name|numberFormat|rowHidden|columnHidden)\s*=[^=]|worksheets?\.delete|\bsheet\.delete\(|fill\.clear|styles\b/u;
  for (const name of files)
    expect(`${name}: ${forbidden.exec(readFileSync(join(folder, name), 'utf8'))?.[0] ?? ''}`).toBe(`${name}: `);
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

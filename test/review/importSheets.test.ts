/** Sheets of a file come into the workbook as they are there, and go again where nobody touched them. */
import type { Snapshot } from '../../src/core/sheet/snapshot';
import type { Outcome } from '../../src/port/workbook';
import { type FileTables, importSheets } from '../../src/review/importSheets';
import { listImports, takeBackImport } from '../../src/review/takeBackImport';
import { createMemoryWorkbook, type DescribedSheet, type MemoryWorkbook } from '../support/memoryWorkbook';
import { foreignSeal, ownSeal } from '../support/ownSeal';

const time = '2026-03-02T08:00:00Z';

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fault));
  return outcome.value;
}

async function fileOf(described: readonly DescribedSheet[], more: Partial<FileTables> = {}): Promise<FileTables> {
  const file = createMemoryWorkbook(described);
  const sheets: { snapshot: Snapshot; visibility: 'visible' | 'hidden' | 'very-hidden'; columnWidths: number[] }[] = [];
  for (const { id, visibility } of valueOf(await file.sheets())) {
    sheets.push({ snapshot: valueOf(await file.read(id)), visibility, columnWidths: [] });
  }
  return { fileName: '某单位 2023.xls', countsFrom1904: false, sheets, ...more };
}

const form: DescribedSheet = {
  name: 'Sheet1',
  rows: [
    ['项目支出绩效自评表', null],
    ['得分', { value: 9.5, format: '0.00' }],
    ['总分', { value: 9.5, formula: '=SUM(B2)' }],
    ['上年', { value: 8, formula: '=去年!B3' }],
  ],
  merges: ['A1:B1'],
  hiddenRows: [3],
};

const namesIn = async (workbook: MemoryWorkbook): Promise<readonly string[]> =>
  valueOf(await workbook.sheets()).map(({ name }) => name);

const open = (): MemoryWorkbook => createMemoryWorkbook([{ name: '汇总', rows: [['甲', 1]] }]);

test('one table is one sheet, called as the file is where a program named it, with formulas that stay in it', async () => {
  const workbook = open();
  const done = valueOf(await importSheets(workbook, await fileOf([form]), time, ownSeal));
  expect(done).toMatchObject({
    fileName: '某单位 2023.xls',
    sheets: [{ name: '某单位 2023', nameInFile: 'Sheet1', resultsOnly: 1, different: 0, clippedFrom: null }],
    hidden: [],
    isRecorded: true,
    unfinished: [],
  });
  const read = valueOf(await workbook.read(done.sheets[0]?.sheetId));
  expect(read.values.map((line) => line[1])).toEqual([null, 9.5, 9.5, 8]);
  expect(read.formulas.flat().filter((formula) => formula !== null)).toEqual(['=SUM(B2)']);
  expect(read.numberFormats[1]?.[1]).toBe('0.00');
  expect([read.merges, read.hiddenRows]).toEqual([[{ top: 0, left: 0, bottom: 0, right: 1 }], [3]]);
});

test('every sheet that can be seen and holds something comes, by its own name; hidden ones are told and stay', async () => {
  const workbook = open();
  const file = await fileOf([
    { ...form, name: '汇总' },
    { name: '空', rows: [] },
    { ...form, name: '乙' },
    { ...form, name: '草稿', visibility: 'hidden' },
  ]);
  const done = valueOf(await importSheets(workbook, file, time, ownSeal));
  expect(await namesIn(workbook)).toEqual(['汇总', '汇总（2）', '乙']);
  expect(done.hidden).toEqual(['草稿']);
});

test('dates that count from 1904 are the same days afterwards', async () => {
  const workbook = open();
  const rows = [['日期', { value: 43538, format: 'yyyy-m-d' }, 43538]];
  const file = await fileOf([{ name: '表', rows }], { countsFrom1904: true });
  const done = valueOf(await importSheets(workbook, file, time, ownSeal));
  expect(valueOf(await workbook.read(done.sheets[0]?.sheetId)).values).toEqual([['日期', 45000, 43538]]);
});

test('a file without a cell is told, and nothing is added', async () => {
  const workbook = open();
  expect(await importSheets(workbook, await fileOf([{ name: '空', rows: [] }]), time, ownSeal)).toEqual({
    ok: false,
    fault: { kind: 'file-without-table', path: '某单位 2023.xls' },
  });
  expect(await namesIn(workbook)).toEqual(['汇总']);
});

test('a protected structure is a fault of the whole; a break after the first sheet tells what is there', async () => {
  const workbook = open();
  const file = await fileOf([
    { ...form, name: '甲' },
    { ...form, name: '乙' },
  ]);
  workbook.failNext({ kind: 'read-only' }, 'addSheet');
  expect(await importSheets(workbook, file, time, ownSeal)).toEqual({ ok: false, fault: { kind: 'read-only' } });
  expect(await namesIn(workbook)).toEqual(['汇总']);

  let added = 0;
  const breaking: MemoryWorkbook = {
    ...workbook,
    addSheet: (sheet) => {
      added += 1;
      if (added === 2) workbook.failNext({ kind: 'session-lost' }, 'addSheet');
      return workbook.addSheet(sheet);
    },
  };
  const done = valueOf(await importSheets(breaking, file, time, ownSeal));
  expect(done).toMatchObject({ sheets: [{ name: '甲' }], brokenBy: { kind: 'session-lost' }, isRecorded: true });
  valueOf(await takeBackImport(workbook, time, ownSeal));
  expect(await namesIn(workbook)).toEqual(['汇总']);
});

test('a sheet that stands there although the host says it failed is named', async () => {
  const workbook = open();
  const breaking: MemoryWorkbook = {
    ...workbook,
    addSheet: async (sheet) => {
      await workbook.addSheet(sheet);
      return { ok: false, fault: { kind: 'session-lost' } };
    },
  };
  const done = valueOf(await importSheets(breaking, await fileOf([{ ...form, name: '甲' }]), time, ownSeal));
  expect(done).toMatchObject({ sheets: [], unfinished: ['甲'], brokenBy: { kind: 'session-lost' }, isRecorded: false });
});

describe('taking back', () => {
  let workbook: MemoryWorkbook;
  beforeEach(async () => {
    workbook = open();
    const file = await fileOf([
      { ...form, name: '甲' },
      { ...form, name: '乙' },
    ]);
    valueOf(await importSheets(workbook, file, time, ownSeal));
  });

  test('removes what nobody touched, and is not offered a second time', async () => {
    expect(valueOf(await listImports(workbook, ownSeal))).toEqual([
      { time, fileName: '某单位 2023.xls', sheets: ['甲', '乙'] },
    ]);
    expect(valueOf(await takeBackImport(workbook, time, ownSeal)).sheets).toEqual([
      { name: '甲', outcome: 'removed' },
      { name: '乙', outcome: 'removed' },
    ]);
    expect(await namesIn(workbook)).toEqual(['汇总']);
    expect(valueOf(await listImports(workbook, ownSeal))).toEqual([]);
    expect(valueOf(await takeBackImport(workbook, time, ownSeal)).sheets).toEqual([]);
  });

  test('what the user edited is the user’s and stays, and so does what another sheet counts with', async () => {
    workbook.typeInto('甲', 'B2', 10);
    expect(valueOf(await takeBackImport(workbook, time, ownSeal)).sheets).toEqual([
      { name: '甲', outcome: 'edited' },
      { name: '乙', outcome: 'removed' },
    ]);
    expect(await namesIn(workbook)).toEqual(['汇总', '甲']);

    const using = createMemoryWorkbook([{ name: '汇总', rows: [[{ value: 1, formula: "='甲'!B2" }]] }]);
    valueOf(await importSheets(using, await fileOf([{ ...form, name: '甲' }]), time, ownSeal));
    expect(valueOf(await takeBackImport(using, time, ownSeal)).sheets).toEqual([{ name: '甲', outcome: 'used' }]);
  });

  test('what is gone is told, and a host that refuses is told with its fault and can be asked again', async () => {
    workbook.loseSheet('甲');
    workbook.failNext({ kind: 'read-only' }, 'removeSheet');
    expect(valueOf(await takeBackImport(workbook, time, ownSeal))).toEqual({
      fileName: '某单位 2023.xls',
      sheets: [
        { name: '甲', outcome: 'missing' },
        { name: '乙', outcome: 'failed' },
      ],
      fault: { kind: 'read-only' },
    });
    expect(valueOf(await takeBackImport(workbook, time, ownSeal)).sheets).toEqual([{ name: '乙', outcome: 'removed' }]);
  });

  test('what another installation brought in is not ours to remove', async () => {
    expect(valueOf(await listImports(workbook, foreignSeal))).toEqual([]);
    expect(valueOf(await takeBackImport(workbook, time, foreignSeal)).sheets).toEqual([]);
    expect(await namesIn(workbook)).toEqual(['汇总', '甲', '乙']);
  });
});

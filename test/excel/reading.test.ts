/** What the Excel adapter reads where Excel makes it hard. */
import { readingLimit } from '../../src/core/sheet/snapshot';
import { bandsOf } from '../../src/excel/mergedAreas';
import { valueOf } from '../contracts/workbookContract';
import type { PlainCell, PlainSheet } from '../../src/simulator/model';
import { excelForEachTest } from '../support/excelInNode';
import { formSheet } from './formSheet';

const start = excelForEachTest();

test('bands partition an area, and a safe one can never hold 513 merged areas', () => {
  for (const [rows, columns] of [
    [1, 1],
    [200, 12],
    [5000, 100],
    [513, 1],
  ] as const) {
    for (const onlySafe of [true, false]) {
      const area = { top: 3, left: 2, bottom: rows + 2, right: columns + 1 };
      const { bands, isSafe } = bandsOf(area, onlySafe);
      expect(bands[0]?.top).toBe(area.top);
      expect(bands.at(-1)?.bottom).toBe(area.bottom);
      bands.slice(1).forEach((band, index) => {
        expect(band.top).toBe((bands[index]?.bottom ?? 0) + 1);
      });
      if (isSafe) for (const { top, bottom } of bands) expect((bottom - top + 1) * columns).toBeLessThanOrEqual(512);
    }
  }
});

test('far more merged areas than Excel gives at once are all read, each once, in three round trips', async () => {
  const sheet = formSheet(1600, 20);
  const merges = Array.from({ length: 1600 }, (_, row) => [
    `C${row + 1}:D${row + 1}`,
    `E${row + 1}:F${row + 1}`,
    ...(row < 100
      ? Array.from(
          { length: 6 },
          (_pair, pair) =>
            `${String.fromCharCode(71 + pair * 2)}${row + 1}:${String.fromCharCode(72 + pair * 2)}${row + 1}`,
        )
      : []),
  ]).flat();
  const { workbook, excel } = await start([{ ...sheet, merges: [...(sheet.merges ?? []), ...merges] }]);
  excel.host.resetCounts();
  const snapshot = valueOf(await workbook.read());
  expect(excel.host.counts().batches.length).toBeLessThanOrEqual(3);
  expect(snapshot.merges).toHaveLength((sheet.merges ?? []).length + merges.length);
  expect(new Set(snapshot.merges.map(({ top, left }) => `${top} ${left}`)).size).toBe(snapshot.merges.length);
});

test('a sheet that is used to its last row is clipped before any value is asked for', async () => {
  const cells: Record<string, PlainCell> = { A1: { value: 1 }, XFD1048576: { value: 2 } };
  const { workbook, excel } = await start([{ id: '{1}', name: '大表', cells }]);
  const snapshot = valueOf(await workbook.read());
  expect(snapshot.clippedFrom).toEqual({ rows: 1_048_576, columns: 16_384 });
  expect(snapshot.values).toHaveLength(readingLimit.rows);
  expect(snapshot.values[0]).toHaveLength(readingLimit.columns);
  expect(excel.host.counts().bytesIn).toBeLessThan(1_000_000);
});

test('text that looks like a formula or an error is text', async () => {
  const cells: Record<string, PlainCell> = {
    A1: { value: '=1+1', isPrefixed: true },
    B1: { value: '#N/A' },
    C1: { value: { error: '#N/A' } },
    D1: { value: 2, formula: '=1+1' },
    E1: { value: '=A1', numberFormat: '@' },
  };
  const { workbook } = await start([{ id: '{1}', name: '表', cells }]);
  const snapshot = valueOf(await workbook.read());
  expect(snapshot.values).toEqual([['=1+1', '#N/A', { error: '#N/A' }, 2, '=A1']]);
  expect(snapshot.formulas).toEqual([[null, null, null, '=1+1', null]]);
});

test('a chart sheet in front has no cells, and the other sheets are still listed', async () => {
  const sheets: PlainSheet[] = [
    { id: '{1}', name: '图', kind: 'chart' },
    { id: '{2}', name: '表', cells: { A1: { value: 1 } } },
  ];
  const { workbook } = await start(sheets, { activeSheet: '{1}' });
  expect(await workbook.read()).toEqual({ ok: false, fault: { kind: 'sheet-without-cells' } });
  expect(valueOf(await workbook.sheets()).map(({ name, isActive }) => ({ name, isActive }))).toContainEqual({
    name: '表',
    isActive: false,
  });
});

test('an Excel without merged areas is too old', async () => {
  const { workbook } = await start([formSheet(3, 3)], { level: '1.12' });
  expect(await workbook.read()).toEqual({ ok: false, fault: { kind: 'too-old', needs: 'ExcelApi 1.13' } });
});

test('outside Excel every call says so', async () => {
  const { workbook, excel } = await start([formSheet(3, 3)]);
  excel.dispose();
  const fault = { ok: false, fault: { kind: 'not-in-excel' } };
  expect(await workbook.read()).toEqual(fault);
  expect(await workbook.sheets()).toEqual(fault);
  expect(await workbook.capabilities()).toEqual(fault);
});

test('says which Excel it is', async () => {
  const { workbook } = await start([formSheet(3, 3)], { level: '1.13' });
  expect(valueOf(await workbook.capabilities())).toMatchObject({
    host: 'excel',
    nativeUndo: false,
    details: { platform: 'PC', excelApi: '1.13' },
  });
});

test('a hidden sheet cannot be revealed, and stays hidden', async () => {
  const hidden: PlainSheet = { id: '{2}', name: '隐藏', visibility: 'hidden', cells: { A1: { value: 1 } } };
  const { workbook, excel } = await start([formSheet(3, 3), hidden]);
  expect(await workbook.reveal('{2}', { row: 0, column: 0 })).toMatchObject({ ok: false });
  expect(excel.workbook.toPlain().sheets[1]?.visibility).toBe('hidden');
});

/** Round trips and bytes, counted on the real request engine. */
import type { Edit } from '../../src/core/report/edit';
import { toA1 } from '../../src/core/sheet/cellRef';
import type { Snapshot } from '../../src/core/sheet/snapshot';
import { editOf, valueOf } from '../contracts/workbookContract';
import { excelInNode, type ExcelInNode } from '../support/excelInNode';
import { formSheet } from './formSheet';

let running: ExcelInNode;
let snapshot: Snapshot;
beforeEach(async () => {
  running = await excelInNode([formSheet(200, 12)]);
  snapshot = valueOf(await running.workbook.read());
});
afterEach(() => {
  running.excel.dispose();
});
const counted = async (run: () => Promise<unknown>): Promise<{ syncs: number; bytesIn: number; largest: number }> => {
  running.excel.host.resetCounts();
  await run();
  const { batches, bytesIn } = running.excel.host.counts();
  return { syncs: batches.length, bytesIn, largest: Math.max(...batches.map((batch) => batch.bytesIn)) };
};

test('a sheet of 200 rows is read in two round trips and few bytes', async () => {
  const { syncs, bytesIn } = await counted(() => running.workbook.read());
  expect(syncs).toBe(2);
  expect(bytesIn).toBeLessThan(16_000);
  expect(snapshot.merges).toHaveLength(200);
});

test('120 values, 120 marks and 40 notes are written in two round trips and at most 20 KB', async () => {
  const scores: Edit[] = Array.from({ length: 120 }, (_, row) => editOf(snapshot, toA1({ row, column: 8 }), 10));
  const notes: Edit[] = Array.from({ length: 40 }, (_, row) =>
    editOf(snapshot, toA1({ row: row * 3, column: 5 }), `-5%，完成值低于指标值，原因：【需填写】${row}`),
  );
  const marks = [
    { severity: 'P0', cells: scores.slice(0, 60).map(({ cell }) => cell) },
    { severity: 'P1', cells: scores.slice(60).map(({ cell }) => cell) },
  ] as const;
  const { syncs, bytesIn } = await counted(async () => {
    const { results, marked } = valueOf(
      await running.workbook.apply(snapshot.sheetId, { edits: [...scores, ...notes], marks }),
    );
    expect(results.every(({ outcome }) => outcome === 'written')).toBe(true);
    expect(marked).toBe(120);
  });
  expect(syncs).toBe(2);
  expect(bytesIn).toBeLessThan(20_480);
});

test('scattered marks stay below the length of address that Excel takes', async () => {
  const cells = Array.from({ length: 2400 }, (_, index) => ({ row: (index * 2) % 4800, column: (index * 7) % 12 }));
  const { largest } = await counted(async () => {
    valueOf(await running.workbook.apply(snapshot.sheetId, { edits: [], marks: [{ severity: 'P2', cells }] }));
  });
  expect(largest).toBeLessThan(64_000);
  expect(valueOf(await running.workbook.unmark(snapshot.sheetId))).toEqual({
    removed: new Set(cells.map(toA1)).size,
  });
});

test('jumping to a cell is one round trip', async () => {
  const { syncs } = await counted(() => running.workbook.reveal(snapshot.sheetId, { row: 16, column: 8 }));
  expect(syncs).toBe(1);
  expect(running.excel.workbook.toPlain().selection).toBe('I17');
});

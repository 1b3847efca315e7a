/** Round trips and bytes, counted on the real request engine. */
import { ownSeal } from '../support/ownSeal';
import type { Edit } from '../../src/core/report/edit';
import { toA1 } from '../../src/core/sheet/cellRef';
import type { Snapshot } from '../../src/core/sheet/snapshot';
import { applyAndRecord } from '../../src/review/applyAndRecord';
import { listApplied, revertApply } from '../../src/review/revertApply';
import { reviewWorkbook } from '../../src/review/reviewWorkbook';
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

test('the same with its record in the journal still fits, and is taken back in nine round trips', async () => {
  const words = Array.from({ length: 40 }, (_, row) => {
    const note = `复核提示：得分8分，比分值10分少2分。偏差原因：【需填写】。改进措施：【需填写】。${row}`;
    return editOf(snapshot, toA1({ row: row * 3, column: 13 }), note);
  });
  const scores = Array.from({ length: 120 }, (_, row) => editOf(snapshot, toA1({ row, column: 8 }), 10));
  const cells = scores.map(({ cell }) => cell);
  const edits = [...scores, ...words];
  const plan = { sheetId: snapshot.sheetId, edits, sumBefore: null, marks: [{ severity: 'P0' as const, cells }] };
  const choice = { editIds: edits.map(({ id }) => id), marks: true };
  let entryId = '';
  const apply = await counted(async () => {
    const { record } = valueOf(
      await applyAndRecord(running.workbook, plan, choice, '2026-03-01T08:00:00.000Z', ownSeal),
    );
    if (record.kind === 'kept') ({ entryId } = record);
  });
  expect(apply.syncs).toBe(2);
  expect(apply.bytesIn).toBeLessThan(20_480);
  const revert = await counted(async () => {
    expect(valueOf(await revertApply(running.workbook, entryId, ownSeal))).toMatchObject({
      state: 'reverted',
      unmarked: true,
    });
  });
  expect(revert.syncs).toBeLessThanOrEqual(9);
  expect(valueOf(await running.workbook.read())).toEqual(snapshot);
});

test.each([1, 20, 21, 45])(
  'a workbook of %i sheets is reviewed in 2 round trips and one for every twenty',
  async (count) => {
    running.excel.dispose();
    running = await excelInNode(
      Array.from({ length: count }, (_, index) => ({ ...formSheet(30, 9, `{${index + 1}}`), name: `表${index + 1}` })),
    );
    const { syncs, largest } = await counted(async () => {
      const { isCancelled, sheets } = valueOf(await reviewWorkbook(running.workbook));
      expect(isCancelled).toBe(false);
      expect(sheets).toHaveLength(count);
      expect(sheets.every(({ report }) => report.ok)).toBe(true);
    });
    expect(syncs).toBeLessThanOrEqual(2 + Math.ceil(count / 20));
    expect(largest).toBeLessThan(4_000_000);
  },
);

test('sheets that are too many cells for one answer are read in more than one', async () => {
  running.excel.dispose();
  running = await excelInNode([formSheet(2000, 12), { ...formSheet(2000, 12, '{2}'), name: '另一张' }]);
  running.excel.host.resetCounts();
  valueOf(await running.workbook.readMany(['{1}', '{2}']));
  const { batches } = running.excel.host.counts();
  expect(batches).toHaveLength(3);
  expect(Math.max(...batches.map(({ bytesOut }) => bytesOut))).toBeLessThan(5_000_000);
});

test('texts of more than a request can hold are written in several, none of them above 4 MB', async () => {
  const edits = Array.from({ length: 45 }, (_, row) =>
    editOf(snapshot, toA1({ row, column: 14 }), '长'.repeat(32_000)),
  );
  const plan = { sheetId: snapshot.sheetId, edits, sumBefore: null, marks: [] };
  const choice = { editIds: edits.map(({ id }) => id), marks: false };
  const { largest, syncs } = await counted(async () => {
    const { record, results } = valueOf(await applyAndRecord(running.workbook, plan, choice, '2026-03-01', ownSeal));
    expect(results.map(({ outcome }) => outcome)).toEqual(edits.map(() => 'written'));
    // One entry for all the parts, so that one call takes everything back.
    expect(record).toMatchObject({ kind: 'kept' });
  });
  expect(largest).toBeLessThan(4_000_000);
  expect(syncs).toBeGreaterThan(2);
  const listed = valueOf(await listApplied(running.workbook, ownSeal));
  expect(listed).toMatchObject({ entries: [{ cells: { length: 45 } }] });
  valueOf(await revertApply(running.workbook, '2026-03-01 {1}', ownSeal));
  expect(valueOf(await running.workbook.read())).toEqual(snapshot);
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

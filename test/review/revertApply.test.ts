/** Whoever reviews, writes, saves, reopens and takes back finds the workbook as it was opened: with every adapter. */
import { foreignSeal, ownSeal } from '../support/ownSeal';
import type { Edit, Plan } from '../../src/core/report/edit';
import { fromA1, toA1 } from '../../src/core/sheet/cellRef';
import type { Snapshot } from '../../src/core/sheet/snapshot';
import { applyAndRecord, type RecordedApply } from '../../src/review/applyAndRecord';
import { journalKey } from '../../src/review/journal';
import { adoptEntries } from '../../src/review/journalStore';
import { listApplied, lookAtApplied, revertApply, type Reverted } from '../../src/review/revertApply';
import type { Workbook } from '../../src/port/workbook';
import { contractWorkbook, sheetNames } from '../contracts/contractWorkbook';
import { differences, editOf, valueOf } from '../contracts/workbookContract';
import { hostNames, openHosted, type HostedWorkbook } from '../support/workbookHosts';

const morning = '2026-03-01T08:00:00.000Z';
const noon = '2026-03-01T12:00:00.000Z';

const planOf = (snapshot: Snapshot, edits: readonly Edit[]): Plan => ({
  sheetId: snapshot.sheetId,
  edits,
  sumBefore: null,
  marks: [{ severity: 'P0', cells: [fromA1('B2'), fromA1('B3')] }],
});
const all = ({ edits }: Plan, marks: boolean) => ({ editIds: edits.map(({ id }) => id), marks });
const entryOf = ({ record }: RecordedApply): string => {
  if (record.kind !== 'kept') throw new Error(record.kind);
  return record.entryId;
};
const reverted = (value: Reverted) => {
  if (value.state !== 'reverted') throw new Error(value.state);
  return value;
};
const outcomes = (value: Reverted) =>
  Object.fromEntries(reverted(value).cells.map(({ cell, outcome }) => [toA1(cell), outcome]));

describe.each(hostNames)('with the %s adapter', (host) => {
  let hosted: HostedWorkbook;
  let workbook: Workbook;
  let before: Snapshot;
  beforeEach(async () => {
    hosted = await openHosted(host, contractWorkbook);
    ({ workbook } = hosted);
    before = valueOf(await workbook.read());
  });
  afterEach(() => {
    hosted.close();
  });
  const reopen = async (): Promise<void> => {
    hosted = await hosted.reopen();
    ({ workbook } = hosted);
  };
  const write = async (time: string, values: Readonly<Record<string, string | number>>, marks = false) => {
    const snapshot = valueOf(await workbook.read(before.sheetId));
    const edits = Object.entries(values).map(([address, after]) => editOf(snapshot, address, after));
    const plan = planOf(snapshot, edits);
    return valueOf(await applyAndRecord(workbook, plan, all(plan, marks), time, ownSeal));
  };

  test('an apply is taken back after saving and reopening: values, texts, blanks, marks and the journal itself', async () => {
    const values = { B3: 8.5, A3: '复核提示：-5%', B2: 9, A4: '=1', B8: 3, C4: 1, C6: '合并', F12: '下' };
    const applied = await write(morning, values, true);
    expect(applied.results.map(({ outcome }) => outcome)).toEqual(Object.keys(values).map(() => 'written'));
    expect(applied.remembered).toBe(true);
    expect(entryOf(applied)).toContain(morning);
    await reopen();
    const listed = valueOf(await listApplied(workbook, ownSeal));
    expect(listed).toMatchObject({ state: 'readable', dropped: 0, entries: [{ time: morning, sheetName: '自评表' }] });
    const back = valueOf(await revertApply(workbook, entryOf(applied), ownSeal));
    expect(new Set(Object.values(outcomes(back)))).toEqual(new Set(['restored']));
    expect(back).toMatchObject({ unmarked: true, brokenBy: null, journalFault: null });
    await reopen();
    expect(valueOf(await workbook.read())).toEqual(before);
    expect(valueOf(await workbook.unmark(before.sheetId))).toEqual({ removed: 0 });
    expect(valueOf(await workbook.recall(journalKey))).toBeNull();
    expect(valueOf(await listApplied(workbook, ownSeal))).toEqual({ state: 'readable', entries: [], dropped: 0 });
  });

  test('an earlier apply is taken back while a later one stays', async () => {
    const first = await write(morning, { B3: 8.5, A3: '甲' });
    const second = await write(noon, { A4: '00124' });
    expect(valueOf(await listApplied(workbook, ownSeal))).toMatchObject({
      entries: [{ time: noon }, { time: morning }],
    });
    valueOf(await revertApply(workbook, entryOf(first), ownSeal));
    expect(differences(before, valueOf(await workbook.read()))).toEqual(['A4']);
    valueOf(await revertApply(workbook, entryOf(second), ownSeal));
    expect(valueOf(await workbook.read())).toEqual(before);
  });

  test('of two applies to one cell the later is taken back first; the earlier refuses until then', async () => {
    const first = await write(morning, { B3: 8 });
    const second = await write(noon, { B3: 9 });
    expect(outcomes(valueOf(await revertApply(workbook, entryOf(first), ownSeal)))).toEqual({ B3: 'changed' });
    expect(outcomes(valueOf(await revertApply(workbook, entryOf(second), ownSeal)))).toEqual({ B3: 'restored' });
    expect(outcomes(valueOf(await revertApply(workbook, entryOf(first), ownSeal)))).toEqual({ B3: 'restored' });
    expect(valueOf(await workbook.read())).toEqual(before);
  });

  test('a cell that changed since is left alone and named, the others go back, and it can be tried again', async () => {
    const applied = await write(morning, { B3: 8.5, A3: '复核提示', B2: 9 }, true);
    await hosted.type(sheetNames.everything, 'A3', '有人改过');
    const back = valueOf(await revertApply(workbook, entryOf(applied), ownSeal));
    expect(outcomes(back)).toEqual({ B3: 'restored', A3: 'changed', B2: 'restored' });
    expect(reverted(back).cells.find(({ outcome }) => outcome === 'changed')?.now.value).toBe('有人改过');
    expect(differences(before, valueOf(await workbook.read()))).toEqual(['A3']);
    expect(valueOf(await listApplied(workbook, ownSeal))).toMatchObject({ entries: [{ cells: [fromA1('A3')] }] });
    await hosted.type(sheetNames.everything, 'A3', '复核提示');
    expect(outcomes(valueOf(await revertApply(workbook, entryOf(applied), ownSeal)))).toEqual({ A3: 'restored' });
    expect(valueOf(await workbook.read())).toEqual(before);
  });

  test('what was taken back by other means counts as done', async () => {
    const applied = await write(morning, { B3: 8.5, B2: 9 });
    await hosted.type(sheetNames.everything, 'B3', '');
    expect(valueOf(await lookAtApplied(workbook, entryOf(applied), ownSeal))).toMatchObject({
      cells: [{ standing: 'as-before' }, { standing: 'ours' }],
    });
    expect(outcomes(valueOf(await revertApply(workbook, entryOf(applied), ownSeal)))).toEqual({
      B3: 'already',
      B2: 'restored',
    });
    expect(valueOf(await revertApply(workbook, entryOf(applied), ownSeal))).toEqual({ state: 'no-such-entry' });
  });

  test('a damaged or foreign journal is named; the next apply puts a good one in its place and says so', async () => {
    valueOf(await workbook.remember(journalKey, '{"v":1,"entries":[['));
    expect(valueOf(await listApplied(workbook, ownSeal))).toEqual({ state: 'defective' });
    expect(valueOf(await revertApply(workbook, 'x', ownSeal))).toEqual({ state: 'defective' });
    expect(valueOf(await lookAtApplied(workbook, 'x', ownSeal))).toEqual({ state: 'defective' });
    const applied = await write(morning, { B3: 8 });
    expect(applied.record).toMatchObject({ kind: 'kept', replacedDefective: true });
    expect(outcomes(valueOf(await revertApply(workbook, entryOf(applied), ownSeal)))).toEqual({ B3: 'restored' });
  });

  test('an apply that writes nothing leaves no record', async () => {
    const applied = await write(morning, { D2: 1 });
    expect(applied.record).toEqual({ kind: 'nothing-written' });
    expect(valueOf(await workbook.recall(journalKey))).toBeNull();
    const first = await write(noon, { B3: 8 });
    const kept = valueOf(await workbook.recall(journalKey));
    const plan = planOf(before, [editOf(before, 'B3', 8)]);
    const again = valueOf(await applyAndRecord(workbook, plan, all(plan, false), '2026-03-01T13:00:00.000Z', ownSeal));
    expect(again.results).toEqual(first.results);
    expect(again.record).toEqual({ kind: 'nothing-written' });
    expect(valueOf(await workbook.recall(journalKey))).toBe(kept);
  });

  test('marks of a later apply stay when an earlier one is taken back', async () => {
    const first = await write(morning, { B3: 8 }, true);
    await write(noon, { B2: 1 }, true);
    expect(valueOf(await revertApply(workbook, entryOf(first), ownSeal))).toMatchObject({ unmarked: false });
    expect(valueOf(await workbook.unmark(before.sheetId))).toEqual({ removed: 2 });
  });

  test('the journal stays below its limit; applies that fell out are counted and cannot be taken back', async () => {
    const old = await write(morning, { A3: '很长'.repeat(8000) });
    const second = await write('2026-03-02', { A3: '更长'.repeat(8001) });
    expect(second.record).toMatchObject({ dropped: 0 });
    await write('2026-03-03', { A3: '新'.repeat(8001) });
    const last = await write('2026-03-04', { A3: '完' });
    expect(last.record).toMatchObject({ kind: 'kept', dropped: 2 });
    expect(Buffer.byteLength(valueOf(await workbook.recall(journalKey)) ?? '')).toBeLessThan(100_000);
    expect(valueOf(await listApplied(workbook, ownSeal))).toMatchObject({ dropped: 2, entries: [{}, {}] });
    expect(valueOf(await revertApply(workbook, entryOf(old), ownSeal))).toEqual({ state: 'no-such-entry' });
  });

  test('a journal that was altered or written elsewhere restores nothing until it is adopted, and is never lost', async () => {
    const applied = await write(morning, { B3: 8 });
    const text = valueOf(await workbook.recall(journalKey)) ?? '';
    const altered = text.replace(/"cells":\[\["B3",[^,]*,/u, '"cells":[["B3",10000,');
    expect(altered).not.toBe(text);
    valueOf(await workbook.remember(journalKey, altered));
    expect(valueOf(await listApplied(workbook, ownSeal))).toMatchObject({ entries: [] });
    expect(valueOf(await revertApply(workbook, entryOf(applied), ownSeal))).toEqual({ state: 'no-such-entry' });

    const second = await write(noon, { B2: 7 });
    expect(valueOf(await listApplied(workbook, ownSeal))).toMatchObject({ entries: [{ time: noon }] });
    expect(outcomes(valueOf(await revertApply(workbook, entryOf(second), ownSeal)))).toEqual({ B2: 'restored' });
    valueOf(await adoptEntries(workbook, ownSeal));
    expect(valueOf(await listApplied(workbook, ownSeal))).toMatchObject({ entries: [{ time: morning }] });
    expect(valueOf(await listApplied(workbook, foreignSeal))).toMatchObject({ entries: [] });
  });

  test('a sheet that is gone is named', async () => {
    const applied = await write(morning, { B3: 8 });
    const text = valueOf(await workbook.recall(journalKey)) ?? '';
    valueOf(
      await workbook.remember(
        journalKey,
        text.replace('自评表', '没有的表').replace(/"sheet":"[^"]*"/u, '"sheet":"x"'),
      ),
    );
    valueOf(await adoptEntries(workbook, ownSeal));
    expect(await revertApply(workbook, entryOf(applied), ownSeal)).toEqual({
      ok: false,
      fault: { kind: 'sheet-missing', sheet: '没有的表' },
    });
    valueOf(await workbook.remember(journalKey, text.replace(/"sheet":"[^"]*"/u, '"sheet":"x"')));
    valueOf(await adoptEntries(workbook, ownSeal));
    expect(outcomes(valueOf(await revertApply(workbook, entryOf(applied), ownSeal)))).toEqual({ B3: 'restored' });
  });

  test('several sheets are read in one call, each with its own outcome, until it is cancelled', async () => {
    const ids = valueOf(await workbook.sheets()).map(({ id }) => id);
    const told: string[] = [];
    const all = valueOf(
      await workbook.readMany([...ids, 'no-such-sheet'], { onRead: ({ sheetId }) => void told.push(sheetId) }),
    );
    expect(told).toEqual([...ids, 'no-such-sheet']);
    expect(all.map(({ outcome }) => (outcome.ok ? outcome.value.sheetName : outcome.fault.kind))).toEqual([
      '自评表',
      '受保护',
      '空白',
      '隐藏页',
      'sheet-missing',
    ]);
    expect(all[0]?.outcome).toEqual({ ok: true, value: before });
    expect(valueOf(await workbook.readMany(ids, { isCancelled: () => true }))).toEqual([]);
    expect(valueOf(await workbook.readMany([]))).toEqual([]);
  });
});

/** What is too much at once is written in halves, and the report says how far it got. */
import { ownSeal } from '../support/ownSeal';
import { applyAndRecord } from '../../src/review/applyAndRecord';
import { applyInParts } from '../../src/review/applyInParts';
import { listApplied, revertApply } from '../../src/review/revertApply';
import type { HostFault, Workbook } from '../../src/port/workbook';
import { editOf, valueOf } from '../contracts/workbookContract';
import { createMemoryWorkbook } from '../support/memoryWorkbook';

const addresses = ['A1', 'A2', 'A3', 'A4', 'A5'];
const marks = [{ severity: 'P0' as const, cells: [{ row: 0, column: 0 }] }];

/** A workbook that takes at most so many cells at once, and answers the nth of those applies with a fault. */
async function narrow(most: number, breaks: { readonly at: number; readonly fault: HostFault } | null = null) {
  const memory = createMemoryWorkbook([{ name: '表', rows: addresses.map(() => [1]) }]);
  const sizes: number[] = [];
  const workbook: Workbook = {
    ...memory,
    apply: (sheetId, changes) => {
      if (changes.edits.length > most) return Promise.resolve({ ok: false, fault: { kind: 'too-large' } });
      sizes.push(changes.edits.length);
      if (breaks?.at === sizes.length) return Promise.resolve({ ok: false, fault: breaks.fault });
      return memory.apply(sheetId, changes);
    },
  };
  const snapshot = valueOf(await memory.read());
  return { memory, workbook, sizes, snapshot, edits: addresses.map((address) => editOf(snapshot, address, 9)) };
}

test('it is halved until it fits; results keep their order, marks come last and once', async () => {
  const { edits, memory, sizes, snapshot, workbook } = await narrow(2);
  const applied = valueOf(await applyInParts(workbook, snapshot.sheetId, { edits, marks }));
  expect(sizes).toEqual([2, 1, 2]);
  expect(applied.results.map(({ id, outcome }) => [id, outcome])).toEqual(addresses.map((id) => [id, 'written']));
  expect(applied.marked).toBe(1);
  expect(memory.marksOf('表')).toHaveLength(1);
});

test('one cell that is too large is a fault, and nothing was written', async () => {
  const { edits, memory, snapshot, workbook } = await narrow(0);
  const fault = { ok: false, fault: { kind: 'too-large' } };
  expect(await applyInParts(workbook, snapshot.sheetId, { edits, marks })).toEqual(fault);
  expect(valueOf(await memory.read())).toEqual(snapshot);
});

test('a connection that breaks between parts: the report ends where it broke, and the record takes that back', async () => {
  const { edits, memory, snapshot, workbook } = await narrow(2, { at: 3, fault: { kind: 'session-lost' } });
  const plan = { sheetId: snapshot.sheetId, edits, sumBefore: null, marks };
  const applied = valueOf(
    await applyAndRecord(workbook, plan, { editIds: addresses, marks: true }, '2026-03-01', ownSeal),
  );
  expect(applied).toMatchObject({ brokenBy: { kind: 'session-lost' }, record: { kind: 'kept' }, remembered: true });
  expect(applied.results.map(({ id }) => id)).toEqual(['A1', 'A2', 'A3']);
  expect(valueOf(await memory.read()).values).toEqual([[9], [9], [9], [1], [1]]);
  expect(valueOf(await listApplied(memory, ownSeal))).toMatchObject({ entries: [{ cells: { length: 3 } }] });
  valueOf(await revertApply(memory, `2026-03-01 ${snapshot.sheetId}`, ownSeal));
  expect(valueOf(await memory.read())).toEqual(snapshot);
});

test('taking back is halved alike, and what was not reached is told and can be tried again', async () => {
  const { edits, memory, snapshot } = await narrow(9);
  const plan = { sheetId: snapshot.sheetId, edits, sumBefore: null, marks: [] };
  valueOf(await applyAndRecord(memory, plan, { editIds: addresses, marks: false }, '2026-03-01', ownSeal));
  let calls = 0;
  const breaking: Workbook = {
    ...memory,
    apply: (sheetId, changes) => {
      if (changes.edits.length > 3) return Promise.resolve({ ok: false, fault: { kind: 'too-large' } });
      calls += 1;
      return calls === 2 ? Promise.resolve({ ok: false, fault: { kind: 'busy' } }) : memory.apply(sheetId, changes);
    },
  };
  const entryId = `2026-03-01 ${snapshot.sheetId}`;
  const first = valueOf(await revertApply(breaking, entryId, ownSeal));
  expect(first).toMatchObject({ brokenBy: { kind: 'busy' } });
  const outcomes = first.state === 'reverted' ? first.cells.map(({ outcome }) => outcome) : [];
  expect(outcomes).toEqual(['restored', 'restored', 'restored', 'different', 'different']);
  valueOf(await revertApply(breaking, entryId, ownSeal));
  expect(valueOf(await memory.read())).toEqual(snapshot);
});

/** A thread that hangs, fills its memory, throws or ends costs its own file only. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TargetTable } from '../../../src/core/form/targetTable';
import { nothingBeside } from '../../../src/command/filesBeside';
import type { LookingRunner } from '../../../src/command/gatherBeside';
import { type ThreadLimits, threadRunner } from '../../../src/command/disk/threadRunner';

/** Stands for the program: what it does with a file is the file's name. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
let known = [];
parentPort.on('message', ({ kind, task, beside, path = task?.path }) => {
  if (kind === 'learn') { known = beside; return; }
  if (path === 'hang') for (;;) {}
  if (path === 'fill') { const all = []; for (;;) all.push(new Array(100000).fill(all.length)); }
  if (path === 'throw') throw new TypeError('no such thing');
  if (path === 'end') process.exit(3);
  if (kind === 'look' && path !== 'bug') parentPort.postMessage({ kind: 'looked', beside: { targetTables: [path] } });
  else if (kind === 'review-ahead' && path !== 'bug') parentPort.postMessage({ kind: 'ahead', ahead: { projects: [path] } });
  else if (path === 'bug') parentPort.postMessage({ kind: 'bug', details: 'Error: odd\\n    at somewhere' });
  else parentPort.postMessage({ kind: 'reviewed', result: { file: { path, fault: null, sheets: [] }, forms: [], written: null, data: workerData, known } });
});
`;

let folder: string;
let runner: LookingRunner;

function start(limits: ThreadLimits = { patience: 60_000, heap: 32 }): void {
  const file = join(folder, 'program.js');
  writeFileSync(file, program);
  runner = threadRunner(
    file,
    { rubric: 'xixia-2019', secret: new Uint8Array(32), adopts: false, letters: false },
    limits,
  );
}
const review = async (path: string) => (await runner.review({ path, copy: null, withPapers: false })).file;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thread-'));
});
afterEach(async () => {
  await runner.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a program is run as it stands and is given the rubric', async () => {
  start();
  expect(await runner.review({ path: 'a.xlsx', copy: null, withPapers: false })).toMatchObject({
    data: { rubric: 'xixia-2019', secret: new Uint8Array(32) },
  });
});

test('a file that takes too long is given up with its limit named', async () => {
  start({ patience: 300, heap: 32 });
  const given = await review('hang');
  expect(given.fault).toMatchObject({ kind: 'file-too-large' });
  expect(given.fault?.message).toMatch(/^“hang”复核超过 0\.3 秒，已跳过。请/u);
});

test('a file that fills the memory is given up, and the next one is reviewed', async () => {
  start();
  const given = await review('fill');
  expect(given.fault).toMatchObject({ kind: 'file-too-large' });
  expect(given.fault?.message).toMatch(/^“fill”复核时内存不够，已跳过。请/u);
  expect((await review('b.xlsx')).fault).toBeNull();
}, 60_000);

test('a bug, met in whatever way, never looks like success or like a fault of the file', async () => {
  start();
  for (const path of ['bug', 'throw', 'end']) {
    const { fault } = await review(path);
    expect(fault).toMatchObject({ kind: 'unexpected' });
    expect(fault?.message).toContain('反馈给维护人员');
    expect((await review('c.xlsx')).fault).toBeNull();
  }
}, 60_000);

test('a file is reviewed ahead, and what keeps it from that is left to be said by its review', async () => {
  start();
  const ahead = (path: string) => runner.reviewAhead({ path, copy: null, withPapers: false });
  expect(await ahead('a.xlsx')).toEqual({ projects: ['a.xlsx'] });
  for (const path of ['bug', 'throw', 'end']) expect(await ahead(path)).toBeNull();
}, 60_000);

test('a thread is told what was found in other files, and so is the one that takes its place', async () => {
  start();
  expect(await runner.look('a.xlsx', 'beside')).toMatchObject({ targetTables: ['a.xlsx'] });
  expect(await runner.look('bug', 'beside')).toBeNull();
  expect(await runner.look('end', 'beside')).toBeNull();
  const known = { ...nothingBeside, targetTables: [{ projectName: '道路养护' } as TargetTable] };
  runner.learn(known);
  const task = { path: 'b.xlsx', copy: null, withPapers: false };
  expect(await runner.review(task)).toMatchObject({ known });
  expect((await review('end')).fault).toMatchObject({ kind: 'unexpected' });
  expect(await runner.review(task)).toMatchObject({ known });
}, 60_000);

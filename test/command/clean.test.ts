/** --clean as its users start it: copies that may go back to the unit, and nothing else. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { commandLine } from './support/commandLine';

const sample = resolve(__dirname, '../../src/demo/samples/huaiyuan-2023.xlsx');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clean-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function review(...words: readonly string[]) {
  const run = spawnSync(process.execPath, [...commandLine, ...words], {
    encoding: 'utf8',
    cwd: resolve(__dirname, '../..'),
  });
  return { code: run.status, out: run.stdout, errors: run.stderr };
}

test('#6227, #1542: a reviewed copy becomes one without marks; the reports stay, and no original is touched', () => {
  const reviewed = join(folder, '复核稿.xlsx');
  review(sample, '--out', reviewed, '--sheets');
  const before = readFileSync(reviewed);
  const inside = (path: string): string =>
    Object.entries(unzipSync(readFileSync(path)))
      .map(([name, part]) => `${name}\n${strFromU8(part, true)}`)
      .join('\n');
  expect(inside(reviewed)).toMatch(/zp-mark-v1/);
  const { code, out } = review(reviewed, '--clean', '--out', join(folder, '发回'));
  expect(code).toBe(0);
  expect(out).toMatch(/去掉标记 [1-9]\d* 条/u);
  expect(readdirSync(join(folder, '发回'))).toEqual(['复核稿（干净副本）.xlsx']);
  const clean = join(folder, '发回', '复核稿（干净副本）.xlsx');
  expect(inside(clean)).not.toMatch(/zp-mark|zp-sheet|webextension/);
  expect(Object.keys(unzipSync(readFileSync(clean))).filter((name) => /worksheets\/sheet/.test(name)).length).toBe(
    Object.keys(unzipSync(before)).filter((name) => /worksheets\/sheet/.test(name)).length,
  );
  expect(Buffer.compare(readFileSync(reviewed), before)).toBe(0);
  // Made again, nothing is written over.
  const again = review(reviewed, '--clean', '--out', join(folder, '发回'));
  expect([again.code, again.errors]).toEqual([2, expect.stringContaining('没有覆盖')]);
}, 60_000);

test('files that are none are named, the others are done', () => {
  mkdirSync(join(folder, '报送'));
  copyFileSync(sample, join(folder, '报送', 'a.xlsx'));
  writeFileSync(join(folder, '报送', 'b.xlsx'), 'not a workbook');
  const { code, errors } = review(join(folder, '报送'), '--clean', '--out', join(folder, '发回'));
  expect(code).toBe(2);
  expect(errors).toContain('b.xlsx');
  expect(readdirSync(join(folder, '发回'))).toEqual(['a（干净副本）.xlsx']);
}, 60_000);

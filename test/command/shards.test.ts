/** What several machines reviewed of one folder comes to what one run of all of it does, byte for byte. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openShares, shareLines } from '../../src/command/disk/shardResults';
import { refusedFile } from '../../src/command/reviewedFile';

const root = resolve(__dirname, '../..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shards-'));
  const forms = join(folder, '报送', '一乡');
  mkdirSync(forms, { recursive: true });
  const sample = join(root, 'src/demo/samples/huaiyuan-2023.xlsx');
  for (const name of ['1.xlsx', '2.xlsx', '10.xlsx', '总.xlsx']) copyFileSync(sample, join(forms, name));
  writeFileSync(join(forms, '坏的.xlsx'), readFileSync(sample).subarray(0, 1000));
});
afterAll(() => rmSync(folder, { recursive: true }));

function review(...words: readonly string[]) {
  const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, 'src/main/review.js'), ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, XDG_CONFIG_HOME: join(folder, '.config'), APPDATA: join(folder, '.config') },
  });
  return { status, stderr, stdout };
}
const bytes = (name: string): string => readFileSync(join(folder, name)).toString('base64');
const share = (index: number) => review('报送', '--shard', `${index}/2`, '--results', `${index}.jsonl`);

test('shares that are put together are one run', () => {
  const one = review('报送', '--json', '--html', 'one.html', '--xlsx', 'one.xlsx');
  // A file that is damaged is told of, and everything else is done.
  expect(one.status).toBe(2);
  expect(share(1).stderr).toContain('已写 1.jsonl：第 1 份，共 2 份');
  expect(share(2).stderr).toContain('已写 2.jsonl：第 2 份，共 2 份');
  expect(readdirSync(folder).filter((name) => name.includes('进度'))).toEqual([]);

  // In whatever order they are given.
  const merged = review('2.jsonl', '1.jsonl', '--merge', '--json', '--html', 'merged.html', '--xlsx', 'merged.xlsx');
  expect(merged.stderr.replaceAll('merged', 'one')).toBe(one.stderr);
  expect({ ...merged, stderr: '' }).toEqual({ ...one, stderr: '' });
  expect(bytes('merged.html')).toBe(bytes('one.html'));
  expect(bytes('merged.xlsx')).toBe(bytes('one.xlsx'));
}, 120_000);

test('what is not all of one run is refused with a sentence', () => {
  const result = refusedFile('a.xlsx', 'file-damaged', '坏的');
  const write = (name: string, run: string, index: number, places: readonly number[]): string => {
    const path = join(folder, name);
    const results = places.map((place) => ({ place, result }));
    writeFileSync(path, [...shareLines({ run, files: 3 }, { index, count: 2 }, results)].join(''));
    return path;
  };
  const first = write('a1.jsonl', 'a', 1, [0, 2]);
  const second = write('a2.jsonl', 'a', 2, [1]);
  const less = write('a2-less.jsonl', 'a', 2, []);
  const other = write('b2.jsonl', 'b', 2, [1]);
  const damaged = write('damaged.jsonl', 'a', 2, [1]);
  writeFileSync(damaged, readFileSync(damaged, 'utf8').replace('坏的', '好的'));
  const refusal = (...paths: readonly string[]): string => {
    const shares = openShares(paths);
    return 'problem' in shares ? shares.problem : '';
  };
  expect(refusal(first)).toContain('还缺第 2 份（共 2 份）');
  expect(refusal(first, first)).toContain('是同一份（第 1 份）');
  expect(refusal(first, other)).toContain('不是同一次复核');
  expect(refusal(first, less)).toContain('应有 3 个文件，只有 2 个');
  expect(refusal(first, damaged)).toContain('第 2 行不完整');
  expect(refusal(join(root, 'package.json'))).toContain('不是 --shard 写的结果');
  expect(refusal(join(folder, 'none.jsonl'))).toContain('读不了');
  expect(refusal(second, first)).toBe('');
});

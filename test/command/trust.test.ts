/** Nothing is lost and nothing half written, whatever stands in the way: the command as its users start it. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ReviewJson } from '../../src/command/reviewJson';
import { openBytes } from '../support/workbookHosts';
import { commandLine } from './support/commandLine';

const sample = resolve(__dirname, '../../src/demo/samples/huaiyuan-2023.xlsx');
let folder: string;
let config: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trust-'));
  config = mkdtempSync(join(tmpdir(), 'config-'));
});
afterEach(() => {
  for (const place of [folder, config]) rmSync(place, { recursive: true, force: true });
});

function review(words: readonly string[], before: readonly string[] = []) {
  const command = [process.execPath, ...commandLine, ...words];
  const [program = '', ...line] = before.length === 0 ? command : [...before, ...command];
  const run = spawnSync(program, line, {
    encoding: 'utf8',
    cwd: resolve(__dirname, '../..'),
    env: { ...process.env, XDG_CONFIG_HOME: config, APPDATA: config },
  });
  return { code: run.status, out: run.stdout, errors: run.stderr };
}
const json = (text: string): ReviewJson => JSON.parse(text) as ReviewJson;

test('a copy that a person worked in is kept, one that nobody touched is written anew, and the rest is refused', async () => {
  const [forms, out] = [join(folder, '报送'), join(folder, '复核')];
  mkdirSync(forms);
  for (const name of ['甲.xlsx', '乙.xlsx']) copyFileSync(sample, join(forms, name));
  expect(review([forms, '--out', out]).code).toBe(1);
  const [touched, untouched] = [join(out, '甲（复核稿）.xlsx'), join(out, '乙（复核稿）.xlsx')];
  expect(statSync(join(config, 'self-evaluation-review', 'secret')).mode & 0o077).toBe(0);
  const first = readFileSync(untouched);

  const workbook = openBytes(readFileSync(touched));
  await workbook.writeSheet({ name: '我填好的', rows: [['已填']], boldRows: [], columnWidths: [10] });
  writeFileSync(touched, workbook.bytes());
  const filled = readFileSync(touched);

  for (const extra of [[], ['--overwrite'], ['--resume']]) {
    const again = review([forms, '--out', out, ...extra]);
    expect(again.code).toBe(1);
    expect(again.errors).toContain('有 1 份复核稿的位置上');
    expect(readFileSync(touched).equals(filled)).toBe(true);
    expect(readFileSync(untouched).equals(first)).toBe(true);
    expect(readdirSync(out).sort()).toEqual(
      ['乙（复核稿）.xlsx', '甲（复核稿）.xlsx', '甲（复核稿）（2）.xlsx'].sort(),
    );
  }
}, 120_000);

test('the same inputs and options give the same bytes: copy, page and workbook', () => {
  const outputs = ['一', '二'].map((name) => {
    const [copy, html, xlsx] = ['稿.xlsx', '报告.html', '汇总.xlsx'].map((file) => join(folder, name, file)) as [
      string,
      string,
      string,
    ];
    mkdirSync(join(folder, name));
    expect(review([sample, '--out', copy, '--sheets', '--html', html, '--xlsx', xlsx]).code).toBe(1);
    return [copy, html, xlsx].map((path) => readFileSync(path));
  });
  const [first, second] = outputs as [Buffer[], Buffer[]];
  expect(first.map((bytes, place) => bytes.equals(second[place]!))).toEqual([true, true, true]);
  expect(first[1]!.toString('utf8')).not.toContain('生成时间');
  const html = join(folder, 'r.html');
  review([sample, '--html', html, '--time']);
  expect(readFileSync(html, 'utf8')).toMatch(/生成时间：\d{4}-\d\d-\d\d \d\d:\d\d [+-]\d\d:\d\d。/u);
}, 120_000);

test('what came with a file is counted on every screen of the command line and changes nothing', async () => {
  const workbook = openBytes(readFileSync(sample));
  const listed = await workbook.sheets();
  const [sheet] = listed.ok ? listed.value : [];
  const piece = { form: 0, check: 'score-matches-rule', indicator: null, message: 'x', reason: '经局长同意' };
  await workbook.remember(`accepted:${sheet!.id}`, JSON.stringify({ version: 1, content: [piece] }));
  const forged = join(folder, 'a.xlsx');
  writeFileSync(forged, workbook.bytes());
  const { code, out } = review([forged, '--json']);
  expect(code).toBe(1);
  const counts = { accepted: 1, decisions: 0, rubrics: 0, columns: 0, applied: 0 };
  expect(json(out).files[0]?.brought).toEqual({ ...counts, adopted: false });
  expect(review([forged]).out).toContain('随文件带来的 1 项（说明后通过 1），不是在这台机器上做的，没有采用。');
}, 60_000);

test('who says --adopt takes up what came with the file, and is told so', async () => {
  const workbook = openBytes(readFileSync(sample));
  const honest = json(review([sample, '--json']).out);
  const at = honest.files[0]!.sheets.findIndex(({ form }) => form?.project === '食堂经费');
  const decision = {
    ...{ kind: 'opinion', at: '2026-03-01T08:00:00.000Z', indicator: null, opinion: '总体可行' },
    form: { project: '食堂经费', unit: null, year: null, sheet: null, place: 0 },
  };
  await workbook.remember('decisions', JSON.stringify({ version: 1, content: [decision] }));
  const returned = join(folder, 'a.xlsx');
  writeFileSync(returned, workbook.bytes());
  const without = json(review([returned, '--json']).out).files[0]!;
  expect([without.brought?.adopted, without.sheets[at]?.form?.review.opinion]).toEqual([false, null]);
  const { out } = review([returned, '--json', '--adopt']);
  const adopted = json(out).files[0]!;
  expect([adopted.brought?.adopted, adopted.sheets[at]?.form?.review.opinion]).toEqual([true, '总体可行']);
}, 60_000);

test('a crash is exit 3 with one sentence; its details only with --debug', () => {
  // A preloaded piece that breaks the program from inside.
  const breaking = join(folder, 'break.cjs');
  writeFileSync(breaking, 'process.stdout.write = () => { throw new TypeError("broken from inside"); };');
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, ['--require', breaking, ...commandLine, sample, ...words], {
      encoding: 'utf8',
      cwd: resolve(__dirname, '../..'),
      env: { ...process.env, XDG_CONFIG_HOME: config, APPDATA: config },
    });
  const plain = run();
  expect(plain.status).toBe(3);
  expect(plain.stderr).toMatch(/^复核程序自己出了错，停下了[^\n]*\n$/u);
  const debug = run('--debug');
  expect(debug.status).toBe(3);
  expect(debug.stderr).toMatch(/broken from inside\n\s+at /u);
}, 60_000);

test('a disk that takes no more is one sentence and exit 2; nothing half written stays, and all is reviewed', () => {
  const forms = join(folder, '报送');
  mkdirSync(forms);
  for (let number = 0; number < 3; number += 1) copyFileSync(sample, join(forms, `${number}.xlsx`));
  // No file may grow beyond a few kilobytes: what a full disk does to every write.
  const limited = ['bash', '-c', 'trap "" XFSZ; ulimit -f 20; exec "$@"', '-'];
  // The program's one file is made before.
  review([sample]);
  const { code, errors, out } = review([forms, '--json', '--html', join(folder, 'r.html')], limited);
  expect(errors).toMatch(/进度记不下来（磁盘可能满了）/u);
  expect(errors).toMatch(/r\.html”写不进去/u);
  expect(errors).not.toMatch(/\n\s+at /u);
  expect(code).toBe(2);
  expect(json(out).files.map(({ fault }) => fault)).toEqual([null, null, null]);
  expect(readdirSync(folder).filter((name) => name !== '报送' && !name.endsWith('.jsonl'))).toEqual([]);
}, 120_000);

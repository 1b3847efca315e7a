/** The command line as its users start it: a process with arguments, an exit code and two streams. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ReviewJson } from '../../src/command/reviewJson';

const sample = resolve(__dirname, '../demo/samples/huaiyuan-2023.xlsx');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'review-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function review(...words: readonly string[]) {
  const run = spawnSync('npm', ['run', '--silent', 'review', '--', ...words], {
    encoding: 'utf8',
    cwd: resolve(__dirname, '../..'),
  });
  return { code: run.status, out: run.stdout, errors: run.stderr.replace(/^npm warn.*\n/gmu, '') };
}

const json = (text: string): ReviewJson => JSON.parse(text) as ReviewJson;

test('the published workbook gives the figures a reviewer must be told', () => {
  const { code, out } = review(sample, '--json');
  const [file] = json(out).files;
  const sheet = (name: string) => file?.sheets.find((one) => one.name === name);
  expect(code).toBe(1);

  const canteen = sheet('食堂经费');
  expect(canteen?.form?.totals).toEqual({
    weight: 100,
    statedScore: 87.3,
    sumOfScores: 87.3,
    computedScore: 97.3,
    grade: '良',
    computedGrade: '优',
  });
  expect(canteen?.findings.filter(({ severity }) => severity === 'P0')).toEqual([
    expect.objectContaining({ check: 'score-matches-rule', cells: ['I17'], found: 10, expected: 20 }),
  ]);
  expect(canteen?.findings).toContainEqual(
    expect.objectContaining({ check: 'reason-not-pasted', cells: ['J14', 'J17'] }),
  );
  expect(canteen?.form?.indicators.find(({ cell }) => cell === 'D14')).toMatchObject({
    name: '就餐人数',
    weight: 10,
    target: '=20人',
    actual: '17人',
    score: 8.5,
    computed: 8.5,
    derivation: expect.stringContaining('17 ÷ 20 × 10 = 8.50') as string,
  });

  expect(sheet('衔接资金')?.findings.filter(({ severity }) => severity === 'P0')).toEqual([]);
  const shifted = sheet('规划编制费');
  expect(shifted?.findings.map(({ check }) => check)).toContain('columns-aligned');
  expect(shifted?.form?.indicators.every(({ computed }) => computed === null)).toBe(true);
}, 60_000);

test('a readable Chinese table is printed without --json', () => {
  const { out } = review(sample);
  expect(out).toContain('【食堂经费】');
  expect(out).toContain('I17');
  expect(out).toContain('17 ÷ 20 × 10 = 8.50'.slice(0, 2));
}, 60_000);

test('the reviewed copy carries the scores, and the original stays byte for byte', () => {
  const original = join(folder, '原表.xlsx');
  const copy = join(folder, '复核稿.xlsx');
  copyFileSync(sample, original);
  const before = readFileSync(original);
  const { errors } = review(original, '--out', copy);
  expect(errors).toContain('复核稿已存为');
  expect(readFileSync(original).equals(before)).toBe(true);

  const { out } = review(copy, '--json');
  const canteen = json(out).files[0]?.sheets.find(({ name }) => name === '食堂经费');
  expect(canteen?.form?.totals.statedScore).toBe(97.3);
  expect(canteen?.findings.filter(({ severity }) => severity === 'P0')).toEqual([]);
}, 60_000);

test('what cannot be read is one sentence in its place, exit code 2, and never stops the rest', () => {
  const broken = join(folder, 'broken.xlsx');
  writeFileSync(broken, 'this is no workbook');
  const { code, out } = review(broken, join(folder, 'missing.xlsx'), sample, '--json');
  const kinds = json(out).files.map(({ fault }) => fault?.kind ?? null);
  expect(kinds).toEqual(['not-a-workbook', 'file-missing', null]);
  expect(json(out).files.every(({ fault }) => fault === null || /[\u4e00-\u9fff]/u.test(fault.message))).toBe(true);
  expect(code).toBe(2);
}, 60_000);

test('a wrong command says what is wrong and how to use it', () => {
  const { code, errors } = review('--colour');
  expect(code).toBe(2);
  expect(errors).toContain('用法');
}, 60_000);

/** The command line as its users start it: a process with arguments, an exit code and two streams. */
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import type { ReviewJson } from '../../src/command/reviewJson';
import { commandLine } from './support/commandLine';
import { readWorkbook } from './support/readWorkbook';

const sample = resolve(__dirname, '../../src/demo/samples/huaiyuan-2023.xlsx');
let folder: string;
let settings: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'review-'));
  settings = mkdtempSync(join(tmpdir(), 'settings-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(settings, { recursive: true, force: true });
});

/** The user's settings of a test lie in its folder. */
const environment = () => ({
  ...process.env,
  XDG_CONFIG_HOME: join(settings, 'config'),
  APPDATA: join(settings, 'config'),
});

function started(program: string, before: readonly string[], words: readonly string[]) {
  const run = spawnSync(program, [...before, ...words], {
    encoding: 'utf8',
    cwd: resolve(__dirname, '../..'),
    env: environment(),
  });
  return { code: run.status, out: run.stdout, errors: run.stderr.replace(/^npm warn.*\n/gmu, '') };
}
const review = (...words: readonly string[]) => started(process.execPath, commandLine, words);
const reviewByNpm = (...words: readonly string[]) => started('npm', ['run', '--silent', 'review', '--'], words);

const json = (text: string): ReviewJson => JSON.parse(text) as ReviewJson;

test('the published workbook gives the figures a reviewer must be told', () => {
  const { code, out } = reviewByNpm(sample, '--json');
  const [file] = json(out).files;
  const sheet = (name: string) => file?.sheets.find((one) => one.name === name);
  expect(code).toBe(1);

  const canteen = sheet('食堂经费');
  expect(canteen?.form?.totals).toEqual({
    weight: 100,
    statedScore: 87.3,
    sumOfScores: 87.3,
    computedScore: 97.3,
    ruledScore: 97.3,
    grade: '良',
    computedGrade: '优',
    settledScore: 67.3,
    openWeight: 30,
    openCount: 4,
    allowed: [91.3, 97.3],
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
  const rows = shifted?.form?.indicators ?? [];
  expect(rows.length).toBeGreaterThan(5);
  // What stands under the wrong header is not called a weight or a score.
  expect(
    rows.flatMap(({ computed, score, weight }) => [computed, score, weight]).every((points) => points === null),
  ).toBe(true);
}, 60_000);

test('a readable Chinese table is printed without --json', () => {
  const { out } = review(sample);
  expect(out).toContain('【食堂经费】');
  expect(out).toContain('版式：全国通用表');
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

test('the copy carries the papers of every form, once however often it is reviewed, and they are not reviewed', async () => {
  const [first, second] = [join(folder, '一.xlsx'), join(folder, '二.xlsx')];
  const papers = ['自评复核报告', '自评复核底稿', '自评复核附表'];
  const sheetsOf = async (path: string) => [...(await readWorkbook(readFileSync(path))).keys()];
  expect(review(sample, '--out', first, '--sheets').code).toBe(1);
  const expected = ['衔接资金', '食堂经费', '规划编制费'].concat(
    ['', '（2）', '（3）'].flatMap((number) => papers.map((name) => name + number)),
  );
  expect(await sheetsOf(first)).toEqual(expected);
  const again = review(first, '--json', '--out', second, '--sheets');
  expect(json(again.out).files[0]?.sheets.map(({ name }) => name)).toEqual(['衔接资金', '食堂经费', '规划编制费']);
  expect(await sheetsOf(second)).toEqual(expected);

  // The figures of the tables are those of the JSON.
  const canteen = json(review(sample, '--json').out).files[0]?.sheets.find(({ name }) => name === '食堂经费');
  const tables = (await readWorkbook(readFileSync(first))).get('自评复核附表（2）')?.values.flat() ?? [];
  const words = tables.filter((value) => typeof value === 'string');
  expect(words.join('\n')).toContain(`可核定得分${canteen?.form?.totals.settledScore ?? ''}分`);
  for (const { message } of canteen?.findings ?? []) expect(words).toContain(message);
}, 120_000);

test('what cannot be read is one sentence in its place, exit code 2, and never stops the rest', () => {
  const broken = join(folder, 'broken.xlsx');
  writeFileSync(broken, 'this is no workbook');
  const { code, out } = review(broken, join(folder, 'missing.xlsx'), sample, '--json');
  const kinds = json(out).files.map(({ fault }) => fault?.kind ?? null);
  expect(kinds).toEqual(['file-without-table', 'file-missing', null]);
  expect(json(out).files.every(({ fault }) => fault === null || /[\u4e00-\u9fff]/u.test(fault.message))).toBe(true);
  expect(code).toBe(2);
}, 60_000);

test('a wrong command says what is wrong and how to use it', () => {
  const { code, errors } = review('--colour');
  expect(code).toBe(2);
  expect(errors).toContain('用法');
}, 60_000);

test('a folder becomes a page, a workbook and copies that say the same, with every unreadable file on a line', async () => {
  const forms = join(folder, '报送');
  for (const unit of ['甲局', '乙局']) {
    mkdirSync(join(forms, unit), { recursive: true });
    copyFileSync(sample, join(forms, unit, '自评表.xlsx'));
  }
  writeFileSync(join(forms, '~$自评表.xlsx'), 'owner');
  // A download that broke off.
  writeFileSync(join(forms, '旧表.xls'), readFileSync(sample).subarray(0, 2000));
  writeFileSync(join(forms, '空.xlsx'), '');
  // An archive of a few kilobytes that says it unpacks to more than any form.
  writeFileSync(
    join(forms, '炸弹.xlsx'),
    zipSync({ '[Content_Types].xml': new Uint8Array(1), 'xl/worksheets/sheet1.xml': new Uint8Array(130 << 20) }),
  );
  const [html, xlsx, out] = [join(folder, 'r.html'), join(folder, 'r.xlsx'), join(folder, '复核')];
  const run = review(forms, '--html', html, '--xlsx', xlsx, '--out', out, '--jobs', '2');
  expect(run.code).toBe(2);
  expect(run.out.match(/^“.*”/gmu)).toHaveLength(3);
  expect(run.out).toMatch(/旧表\.xls”已经损坏，坏在 zip.*重新要一份/u);
  expect(run.out).toMatch(/炸弹\.xlsx”太大/u);
  expect(run.out).toContain('共 6 张自评表');

  expect(readdirSync(folder).sort()).toEqual(['r.html', 'r.xlsx', '复核', '报送'].sort());
  expect(readdirSync(out).sort()).toEqual(['乙局', '甲局'].sort());
  expect(readdirSync(join(out, '甲局'))).toEqual(['自评表（复核稿）.xlsx']);

  const page = readFileSync(html, 'utf8');
  expect(page).toContain('允许的总分在91.3分至97.3分之间；总分和等级在评定之后确定（自评得分87.30分，等级“良”）');
  const summary = (await readWorkbook(readFileSync(xlsx))).get('汇总表');
  const canteens = summary?.values.filter((row) => row[1] === '食堂经费') ?? [];
  expect(canteens.map((row) => row.slice(4, 19))).toEqual([
    [11.28, 11.28, 9.92, 0.879433, 87.3, 67.3, 4, 30, 91.3, 97.3, null, null, null, '良', '待评定'],
    [11.28, 11.28, 9.92, 0.879433, 87.3, 67.3, 4, 30, 91.3, 97.3, null, null, null, '良', '待评定'],
  ]);
  // The same workbook came twice, so that each of its forms is a duplicate.
  expect(page.match(/同一项目重复报送/gu)).toHaveLength(3);

  const { files, summary: rollUp } = json(review(forms, '--json').out) as ReviewJson & {
    summary: { totals: { forms: number } };
  };
  expect(files.map(({ fault }) => fault?.kind ?? null)).toEqual(
    expect.arrayContaining([null, 'file-damaged', 'file-empty', 'file-too-large']),
  );
  expect(rollUp.totals.forms).toBe(6);
}, 120_000);

test('Ctrl-C leaves whole copies and a journal, and --resume does only the rest', async () => {
  const [forms, out] = [join(folder, '报送'), join(folder, '复核')];
  mkdirSync(forms);
  for (let number = 0; number < 150; number += 1) copyFileSync(sample, join(forms, `${number}.xlsx`));
  const words = [forms, '--out', out, '--jobs', '1', '--html', join(folder, 'r.html')];
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main/cli.ts', ...words], {
    cwd: resolve(__dirname, '../..'),
    env: environment(),
  });
  let errors = '';
  child.stderr.on('data', (piece: Buffer) => (errors += piece.toString('utf8')));
  const copies = (): readonly string[] => {
    try {
      return readdirSync(out).filter((name) => name.endsWith('.xlsx'));
    } catch {
      return [];
    }
  };
  while (copies().length < 3 && child.exitCode === null) await new Promise((settle) => setTimeout(settle, 20));
  child.kill('SIGINT');
  const code = await new Promise((settle) => child.on('exit', settle));
  expect(code).toBe(130);
  expect(errors).toContain('--resume 继续');
  const finished = copies();
  expect(finished.length).toBeLessThan(150);
  expect(readdirSync(folder).sort()).toEqual(['复核', '报送'].sort());
  expect(readdirSync(out).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  const times = new Map(finished.map((name) => [name, readFileSync(join(out, name)).length]));

  const again = review(...words, '--resume');
  expect(again.code).toBe(1);
  expect(copies()).toHaveLength(150);
  for (const [name, size] of times) expect(readFileSync(join(out, name))).toHaveLength(size);
  expect(again.out).toContain('共 450 张自评表');
  expect(readdirSync(out).filter((name) => !name.endsWith('.xlsx'))).toEqual([]);
  // So many forms are an index and pages beside it.
  const pages = readdirSync(join(folder, 'r.files')).map((name) => join(folder, 'r.files', name));
  const sections = [join(folder, 'r.html'), ...pages].flatMap(
    (path) => readFileSync(path, 'utf8').match(/<section class="form"/gu) ?? [],
  );
  expect(sections).toHaveLength(450);
}, 180_000);

test('a reader that has seen enough ends the run without an error', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main/cli.ts', sample, '--json'], {
    cwd: resolve(__dirname, '../..'),
    env: environment(),
  });
  let errors = '';
  child.stderr.on('data', (piece: Buffer) => (errors += piece.toString('utf8')));
  // Gone before the first word, so that no word finds a reader, however fast the run is.
  child.stdout.destroy();
  expect(await new Promise((settle) => child.on('close', settle))).toBe(130);
  expect(errors).toBe('');
}, 60_000);

test('a rubric can be named or given as a file; one that is not sound says where', () => {
  const rubric = (text: string) => {
    writeFileSync(join(folder, 'rubric.json'), text);
    return review(sample, '--json', '--rubric', join(folder, 'rubric.json'));
  };
  const forced = json(review(sample, '--json', '--rubric', 'xixia-2019').out).files[0];
  expect(forced?.sheets.map(({ form }) => form?.rubric.id)).toEqual(forced?.sheets.map(() => 'xixia-2019'));
  expect(rubric('{').errors).toContain('不是能读的 JSON');
  const unsound = rubric('{"id":"x"}');
  expect(unsound.code).toBe(2);
  expect(unsound.errors).toMatch(/tiers/u);
  expect(review(sample, '--rubric', 'no-such-rules').errors).toContain('national-2020');
}, 120_000);

test('help speaks both languages', () => {
  const { code, out } = reviewByNpm('--help');
  expect(code).toBe(0);
  expect(out).toContain('退出码');
  expect(out).toContain('Exit codes');
}, 60_000);

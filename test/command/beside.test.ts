/** What stands in one file is held against the form in another: approved targets, the year before, the first round. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ReviewJson } from '../../src/command/reviewJson';
import { approvedTargets, loweredForm } from '../support/targetsBeside';
import { commandLine } from './support/commandLine';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beside-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(...words: readonly string[]) {
  return spawnSync(process.execPath, [...commandLine, ...words, '--json'], {
    encoding: 'utf8',
    cwd: resolve(__dirname, '../..'),
    env: { ...process.env, XDG_CONFIG_HOME: folder, APPDATA: folder },
  });
}

function sheetsOf(...words: readonly string[]) {
  return (JSON.parse(run(...words).stdout) as ReviewJson).files.flatMap(({ path, sheets }) =>
    sheets.map((sheet) => ({ file: path.replace(/^.*[\\/]/u, ''), sheet })),
  );
}

function findings(...words: readonly string[]) {
  return sheetsOf(...words).flatMap(({ file, sheet }) =>
    sheet.findings
      .filter(({ check }) => check === 'targets-as-approved')
      .map(({ beside, cells, expected, found, message, severity }) => ({
        ...{ file, severity, cells, found, expected, message, beside },
      })),
  );
}

const csv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((cells) => cells.map((cell) => cell ?? '').join(',')).join('\n');

test('a table in another file of the batch is compared, with its file, sheet and cell named', () => {
  const [form, targets] = [join(folder, '自评.csv'), join(folder, '批复.csv')];
  writeFileSync(form, csv(loweredForm));
  writeFileSync(targets, csv(approvedTargets));
  expect(findings(form)).toEqual([]);
  expect(findings(form, targets)).toEqual([
    {
      ...{ file: '自评.csv', severity: 'P1', cells: ['D4'], found: '≥100公里', expected: '≥120公里' },
      message: expect.stringMatching(/批复\.csv \S+!D4/u) as string,
      beside: { file: expect.stringMatching(/批复\.csv$/u) as string, sheet: expect.any(String) as string, cell: 'D4' },
    },
  ]);
}, 60_000);

test('a table of another unit is about another project of that name', () => {
  const [form, targets] = [join(folder, '自评.csv'), join(folder, '批复.csv')];
  const withUnit = (rows: readonly (readonly (string | number | null)[])[], unit: string) => [
    ...rows.slice(0, 2),
    ['实施单位', unit],
    ...rows.slice(2),
  ];
  writeFileSync(form, csv(withUnit(loweredForm, '甲县公路局')));
  writeFileSync(targets, csv(withUnit(approvedTargets, '乙县公路局')));
  expect(findings(form, targets)).toEqual([]);
  writeFileSync(targets, csv(withUnit(approvedTargets, '甲县公路局')));
  expect(findings(form, targets)).toMatchObject([{ cells: ['D5'] }]);
}, 60_000);

test('the form of the year before in another file is compared, with its file and cell named', () => {
  const [now, before] = [join(folder, '今年.csv'), join(folder, '去年.csv')];
  const lastYear = loweredForm.map((cells) => [...cells]);
  lastYear[0] = ['2022年度项目支出绩效自评表'];
  lastYear[3]![3] = '≥120公里';
  writeFileSync(now, csv(loweredForm));
  writeFileSync(before, csv(lastYear));
  const lowered = sheetsOf(now, before).flatMap(({ file, sheet }) =>
    sheet.findings.filter(({ check }) => check === 'targets-hold-last-year').map((found) => ({ file, ...found })),
  );
  expect(lowered).toMatchObject([
    { file: '今年.csv', cells: ['D4'], found: '≥100公里', expected: '≥120公里', beside: { cell: 'D4' } },
  ]);
  expect(lowered[0]!.message).toMatch(/2022年（.*去年\.csv \S+!D4）/u);
}, 60_000);

test('what is reviewed while the files are looked through is to the byte what is reviewed after', () => {
  const paths = ['去年.csv', '今年.csv', '批复.csv', '别的.csv', '坏.xlsx'].map((name) => join(folder, name));
  const lastYear = loweredForm.map((cells) => [...cells]);
  lastYear[0] = ['2022年度项目支出绩效自评表'];
  const other = loweredForm.map((cells) => cells.map((cell) => (cell === '农村道路养护' ? '食堂经费' : cell)));
  const contents = [csv(lastYear), csv(loweredForm), csv(approvedTargets), csv(other), 'PK'];
  paths.forEach((path, place) => writeFileSync(path, contents[place] ?? ''));
  // Nothing came with these files, so that adopting it changes nothing but that they are looked through first.
  const [ahead, after] = [run(...paths), run(...paths, '--adopt')];
  expect(ahead.stdout).toBe(after.stdout);
  expect(ahead.stdout).toContain('"targets-as-approved"');
  expect([ahead.status, after.status]).toEqual([2, 2]);
}, 60_000);

test('a file that came back is held against the first one; a first file that cannot be read stops the run', () => {
  const [first, again, broken] = [join(folder, '首次.csv'), join(folder, '送回.csv'), join(folder, '坏.xlsx')];
  const rows: (string | number | null)[][] = loweredForm.map((cells) => [...cells]);
  rows[3]![4] = '80公里';
  writeFileSync(first, csv(rows));
  rows[3]![5 + 1] = 40;
  rows[5]![6] = 90;
  rows.splice(2, 0, ['实施单位', '县公路局']);
  writeFileSync(again, csv(rows));
  const [{ sheet } = { sheet: null }] = sheetsOf(again, '--against', first);
  const fates = sheet!.form!.round!.points.map(({ check, fate, name }) => [check, name, fate]);
  expect(fates).toContainEqual(['score-matches-rule', '养护里程', 'mended']);
  expect(fates).toContainEqual(['reason-given', '养护里程', 'changed']);
  writeFileSync(broken, 'PK');
  const { status, stderr } = run(again, '--against', broken);
  expect([status, stderr]).toEqual([2, expect.stringContaining('坏.xlsx')]);
}, 60_000);

/** Approved targets in one file are held against the form in another, and a change of them makes a finished file due again. */
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

function findings(...words: readonly string[]) {
  const { stdout } = spawnSync(process.execPath, [...commandLine, ...words, '--json'], {
    encoding: 'utf8',
    cwd: resolve(__dirname, '../..'),
    env: { ...process.env, XDG_CONFIG_HOME: folder, APPDATA: folder },
  });
  const { files } = JSON.parse(stdout) as ReviewJson;
  return files.flatMap(({ path, sheets }) =>
    sheets.flatMap((sheet) =>
      sheet.findings
        .filter(({ check }) => check === 'targets-as-approved')
        .map(({ beside, cells, expected, found, message, severity }) => ({
          file: path.replace(/^.*[\\/]/u, ''),
          ...{ severity, cells, found, expected, message, beside },
        })),
    ),
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

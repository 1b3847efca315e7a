/** A bureau's folder as it comes: every kind of file at once through the command line, none silent, none a crash. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { mixedFiles } from '../support/mixedFiles';
import { commandLine } from './support/commandLine';

const count = 130;
let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'mixed-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly path: string;
  readonly fault?: { readonly kind: string } | null;
  readonly sheets: readonly { readonly form: object | null }[];
}

test('what can be read is reviewed, what cannot is told by its own kind, and the whole ends with 2', () => {
  const files = mixedFiles(count);
  for (const { bytes, name } of files) writeFileSync(join(folder, name), bytes);
  const { status, stderr, stdout } = spawnSync(process.execPath, [...commandLine, folder, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  expect(stderr).not.toMatch(/程序出错/u);
  expect(status).toBe(2);
  const told = new Map(
    (JSON.parse(stdout) as { files: readonly Told[] }).files.map((one) => [basename(one.path), one]),
  );
  expect(told.size).toBe(count);
  for (const { fault, name } of files) {
    const { fault: said, sheets } = told.get(name)!;
    expect([name, said?.kind ?? null]).toEqual([name, fault]);
    if (fault === null) expect([name, sheets.some(({ form }) => form !== null)]).toEqual([name, true]);
  }
}, 120_000);

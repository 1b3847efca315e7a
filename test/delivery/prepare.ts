/**
 * Builds what the tests of the delivery look at, in a process of its own: webpack's loaders do not run inside jest.
 * prepareInProcess(folder) from a test; `tsx prepare.ts <folder>` is what it starts.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildPane, type BuiltPane } from '../../src/delivery/buildPane';
import { excelScript } from '../../src/delivery/excelScript';

/** The address that tests build for. */
const testBaseUrl = 'https://office.example.gov.cn/zipin';

/** What was built. */
export interface Prepared {
  readonly pane: BuiltPane;
  /** See excelScript(). */
  readonly script: string;
}

/** Builds the pane, with office.js beside it, and the simulated Excel, into a folder. */
export function prepareInProcess(folder: string): Prepared {
  const { status, stderr } = spawnSync('npx', ['tsx', resolve('test/delivery/prepare.ts'), folder], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed: ${stderr}`);
  return JSON.parse(readFileSync(join(folder, 'prepared.json'), 'utf8')) as Prepared;
}

async function prepare(folder: string): Promise<void> {
  const [pane, script] = await Promise.all([buildPane('self', testBaseUrl, join(folder, 'pane'), true), excelScript()]);
  writeFileSync(join(folder, 'prepared.json'), JSON.stringify({ pane, script } satisfies Prepared));
}

if (require.main === module) {
  prepare(process.argv[2] ?? '').catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}

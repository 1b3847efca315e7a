/**
 * The one test command: types of every layer, lint, dead code, format, the production build, and every jest test; words
 * after `npm test --` go to jest. Two steps run at a time, since most of them keep one core busy and there may be no
 * more. What a step says is printed when it is done, and "N passed, N failed" as the last line.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTurn } from './house/inTurn';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

// The linter holds the types of every room, which is more than Node gives by itself on a small machine. Not so for jest:
// the option outranks the heap that a thread is given, and the test of a file that fills its memory would fill this.
const roomy = { ...process.env, NODE_OPTIONS: '--max-old-space-size=8192' };
const npm = (script: string, words: readonly string[]): string[] => ['run', '--silent', script, '--', ...words];

/** Runs a script beside others; all that it says is printed at its end, in one piece. */
function step(name: string, script: string, ...words: readonly string[]): Promise<Count> {
  const started = Date.now();
  return new Promise((done, fail) => {
    const child = spawn('npm', npm(script, words), { stdio: ['ignore', 'pipe', 'pipe'], env: roomy });
    const said: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => said.push(piece));
    child.stderr.on('data', (piece: Buffer) => said.push(piece));
    child.on('error', fail);
    child.on('close', (status) => {
      const passed = status === 0;
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      process.stdout.write(
        `${Buffer.concat(said).toString()}${passed ? 'passed' : 'FAILED'}: ${name} (${seconds} s)\n`,
      );
      done(passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
    });
  });
}

/** Runs a script and lets it speak for itself; whether it succeeded. */
function aloud(line: readonly string[]): Promise<boolean> {
  return new Promise((done, fail) => {
    const child = spawn('npm', line, { stdio: 'inherit' });
    child.on('error', fail);
    child.on('close', (status) => done(status === 0));
  });
}

async function jest(words: readonly string[]): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'jest-result-'));
  try {
    const file = join(folder, 'result.json');
    const succeeded = await aloud(npm('jest', ['--ci', '--json', `--outputFile=${file}`, ...words]));
    const result = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numTotalTests: number;
      testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
    };
    // A test file that does not even load has no failed test of its own, but has failed all the same.
    const broken = result.testResults.filter(
      ({ assertionResults, status }) => status === 'failed' && assertionResults.length === 0,
    ).length;
    const failed = result.numFailedTests + broken;
    if (result.numTotalTests === 0) return { passed: 0, failed: Math.max(failed, 1) };
    return { passed: result.numPassedTests, failed: succeeded ? failed : Math.max(failed, 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(): Promise<void> {
  const counts = await inTurn(2, [
    // The pages that jest looks at are built of what this keeps.
    () => step('production build', 'build', '--env', 'cache=true'),
    () => step('lint', 'lint:code'),
    () => step('types of every layer', 'types'),
    () => step('format', 'format:check'),
    () => step('dead code', 'dead'),
    // With workers of its own: what is still under way is soon done.
    () => jest(process.argv.slice(2)),
  ]);
  const passed = counts.reduce((running, count) => running + count.passed, 0);
  const failed = counts.reduce((running, count) => running + count.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

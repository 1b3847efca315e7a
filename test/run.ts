/**
 * The one test command: types of every layer, lint, format, the production build, and every jest test.
 * Prints what failed as it goes, and "N passed, N failed" as its last line.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

function npm(script: string, ...args: readonly string[]): boolean {
  // The fault matrix keeps a page of office.js a trial, which is more than Node gives by itself.
  const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=8192' };
  const { status } = spawnSync('npm', ['run', '--silent', script, '--', ...args], { stdio: 'inherit', env });
  return status === 0;
}

function step(name: string, script: string): Count {
  const started = Date.now();
  const passed = npm(script);
  console.log(`${passed ? 'passed' : 'FAILED'}: ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function jest(...args: readonly string[]): Count {
  const folder = mkdtempSync(join(tmpdir(), 'jest-result-'));
  try {
    const file = join(folder, 'result.json');
    const succeeded = npm('jest', '--ci', '--json', `--outputFile=${file}`, ...args);
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

const counts = [
  step('types of every layer', 'types'),
  step('lint', 'lint'),
  step('format', 'format:check'),
  step('production build', 'build'),
  jest(...process.argv.slice(2)),
];
const passed = counts.reduce((running, count) => running + count.passed, 0);
const failed = counts.reduce((running, count) => running + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

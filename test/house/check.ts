/**
 * `npm run check`: the minute before a commit. Types of every room; lint and format of the files that changed since the
 * last commit; the tests that reach them, and the guards. What needs a build or a browser is left to `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

function linesOf(command: string, ...args: readonly string[]): readonly string[] {
  const { status, stderr, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout.split('\n').filter((line) => line !== '');
}

/** Runs a step, says how long it took, and whether it passed; without files there is nothing to run. */
function passes(name: string, files: readonly string[], [command = '', ...args]: readonly string[]): boolean {
  if (files.length === 0) return true;
  const started = Date.now();
  const { status } = spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit' });
  console.log(`${status === 0 ? 'passed' : 'FAILED'}: ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return status === 0;
}

const changed = [
  ...linesOf('git', 'diff', '--name-only', 'HEAD'),
  ...linesOf('git', 'ls-files', '--others', '--exclude-standard'),
].filter((path) => existsSync(path));
const code = changed.filter((path) => /^(?:src|test)\/.*\.tsx?$/u.test(path));
const related = changed.filter((path) => /^(?:src|test)\/.*\.(?:tsx?|json)$/u.test(path));

// A cached answer of the linter may miss what a changed type elsewhere makes wrong; `npm run lint` asks anew.
const cache = ['--cache', '--cache-strategy', 'content', '--cache-location', 'node_modules/.cache/eslint/'];
const jest = ['jest', '--config', 'test/jest.config.js', '--selectProjects', 'node', 'pane'];
const heavy = ['--testPathIgnorePatterns', '/test/(?:delivery|recorder|demo|journeys|properties)/'];
const results = [
  passes('types', ['.'], ['tsc', '--build', 'test']),
  passes('lint', code, ['eslint', '--max-warnings', '0', ...cache, ...code]),
  passes('format', changed, ['prettier', '--check', '--log-level', 'warn', '--ignore-unknown', ...changed]),
  passes('guards', ['.'], [...jest, 'test/guards']),
  passes('related tests', related, [...jest, ...heavy, '--passWithNoTests', '--findRelatedTests', ...related]),
];
process.exitCode = results.every(Boolean) ? 0 : 1;

/** The README's commands and lists are true. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checks } from '../../src/core/checks';
import { checkSentences as chinese } from '../../src/words/zh-CN/checks';

const root = resolve(__dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

test('every npm command in the README exists', () => {
  const named = [...readme.matchAll(/npm (?:run )?(?:--silent )?([a-z][a-z:]*)/gu)].map(([, name = '']) => name);
  const builtIn = ['ci', 'install'];
  expect(named.length).toBeGreaterThan(3);
  expect([...new Set(named)].filter((name) => !(name in scripts) && !builtIn.includes(name))).toEqual([]);
});

test("the README's table of checks is the registry", () => {
  const rows = [...readme.matchAll(/^\| `([a-z-]+)` \| (P[012]) \| ([^|]+) \|$/gmu)].map(([, id, severity, title]) => [
    id,
    severity,
    title?.trim(),
  ]);
  expect(rows).toEqual(checks.map(({ id, severity }) => [id, severity, chinese[id].title]));
});

test('nothing of this repository names a machine, a workplace or a registry', () => {
  const text = ['README.md', 'src/README.md', 'package.json', '.npmrc', '.ci/run']
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  expect(text).not.toMatch(/\/work\/|registry\.npmjs|\.\.\/shared/u);
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved":/u);
});

/**
 * The numbers beside the benches are written by the benches: each has a section of its own, and renews no other. What a
 * change adds is in them, and the table of the front README says the same.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checks } from '../../src/core/checks';
import { faultClasses } from '../bench/faults/faultClasses';
import { withSection } from '../bench/notebook';
import { ruleCases } from '../bench/ruleCases';
import { publishedForms } from '../forms';

const readme = readFileSync(resolve('test/bench/README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as { scripts: Record<string, string> };
const benches = Object.keys(scripts).filter((name) => /^bench\b/u.test(name));

test.each(benches)('npm run %s has its section, with numbers in it', (name) => {
  const renewed = withSection(readme, `npm run ${name}`, 'anew');
  expect(renewed).toContain(`<!-- npm run ${name} -->\n\nanew\n\n<!-- /npm run ${name} -->`);
  expect(readme.length - renewed.length).toBeGreaterThan(200);
});

test('a section is renewed alone', () => {
  const text = 'a\n<!-- x -->\n\n1\n\n<!-- /x -->\nb\n<!-- y -->\n\n2\n\n<!-- /y -->\n';
  expect(withSection(text, 'y', '3\n')).toBe(text.replace('2', '3'));
  expect(() => withSection(text, 'z', '3')).toThrow('no section for z');
});

/** The cells of the rows of a bench's tables that begin with a name of these. */
function rowsOf(bench: string, isName: (first: string) => boolean): readonly (readonly string[])[] {
  const [, section = ''] =
    new RegExp(`<!-- npm run ${bench} -->([^]*?)<!-- /npm run ${bench} -->`, 'u').exec(readme) ?? [];
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([first = '']) => isName(first));
}

describe('what a change adds is in the tables: else the bench has to be run again', () => {
  test('bench:faults has a row for every check that is seeded', () => {
    const seeded = new Set<string>(faultClasses.map(({ check }) => check));
    const inOrder = checks.map(({ id }) => id).filter((id) => seeded.has(id));
    expect(rowsOf('bench:faults', (first) => first.startsWith('`')).map(([first]) => first)).toEqual(
      inOrder.map((id) => `\`${id}\``),
    );
  });

  test('bench:published has a row for every published form', () => {
    const names = publishedForms.map(({ name }) => name);
    expect(rowsOf('bench:published', (first) => names.includes(first)).map(([first]) => first)).toEqual(names);
  });

  test('bench:rules counts every rule text that is written with points', () => {
    const [texts] = rowsOf('bench:rules', (first) => first === 'written with points');
    expect(Number(texts?.at(-1))).toBe(ruleCases.length);
  });
});

describe('the table of the front README is taken from those of the benches', () => {
  const front = readFileSync(resolve('README.md'), 'utf8');
  const sumOf = (rows: readonly (readonly string[])[], column: number): number =>
    rows.reduce((sum, row) => sum + Number(row[column]), 0);

  test.each([
    ['published', '张公开的自评表'],
    ['layout', '张按公开的版式'],
  ])('forms of source %s', (source, name) => {
    const names = publishedForms.map((form) => form.name);
    const rows = rowsOf('bench:published', (first) => names.includes(first)).filter(([, from]) => from === source);
    const [raised, defended, expected, missed] = [2, 3, 4, 5].map((column) => sumOf(rows, column));
    const [, ...shown] =
      new RegExp(`^\\| (\\d+) ${name}.*?\\| (\\d+) \\| (\\d+) \\| (\\d+)（(\\d+) 处） \\|`, 'mu').exec(front) ?? [];
    expect(shown.map(Number)).toEqual([rows.length, raised, defended, missed, expected]);
  });

  test('seeded faults', () => {
    const [all] = rowsOf('bench:faults', (first) => first === 'all');
    const [, ...shown] = /^\| 种错 ([\d,]+) 处.*?\| ([\d,]+) \| ([\d,]+) \| (\d+) \|/mu.exec(front) ?? [];
    const [seeded, found, missed] = [Number(all?.[1]), Number(all?.[2]), Number(all?.[1]) - Number(all?.[2])];
    expect(shown.map((figure) => Number(figure.replaceAll(',', '')))).toEqual([seeded, found, found, missed]);
  });
});

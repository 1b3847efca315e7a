/** The numbers beside the benches are written by the benches: each has a section of its own, and renews no other. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { withSection } from '../bench/notebook';

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

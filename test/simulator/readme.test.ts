/** The README's list of members is the one that the declarations make. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memberTable } from '../../src/simulator/memberTable';

it('the README lists the simulated members', () => {
  const readme = readFileSync(join(__dirname, '../../src/simulator/README.md'), 'utf8');
  const listed = /<!-- members -->([\s\S]*)<!-- \/members -->/u.exec(readme)?.[1] ?? '';
  // The formatter may break lines and escape stars.
  const plain = (text: string): string => text.replace(/\s+/gu, ' ').replaceAll('\\', '').trim();
  expect(plain(listed)).toBe(plain(memberTable().join('\n')));
});

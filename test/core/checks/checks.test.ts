/** Every check, by its README: documented, with examples that fail and pass exactly where they say. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../../../src/core/checks';
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import { toA1 } from '../../../src/core/sheet/cellRef';
import { slotsOf } from '../../../src/words/fill';
import { createWords } from '../../../src/words';
import { checkSentences as english } from '../../../src/words/en/checks';
import { checkSentences as chinese } from '../../../src/words/zh-CN/checks';
import { examplesIn, headings, readCheckReadme } from '../../support/checkReadme';
import { markedSheet } from '../../support/markedSheet';

const folder = join(__dirname, '../../../src/core/checks');

/** What one check says of a sheet, in the form in which markers promise it. */
function findingsOf(id: string, source: string) {
  const { expected, snapshot } = markedSheet(source);
  const found = reviewSnapshot(snapshot).forms.flatMap(({ findings }) => findings);
  return {
    promised: expected
      .filter(({ check }) => check === id)
      // "{check:message 65→}" promises what was found and that nothing certain was expected.
      .map((promise) => ({ ...promise, expected: promise.expected === '' ? null : promise.expected })),
    reported: found
      .filter(({ check }) => check === id)
      .map(({ cells, expected: wanted, found: actual, message }) => ({
        check: id,
        message,
        cell: cells[0] ? toA1(cells[0]) : '',
        found: actual === null ? null : String(actual),
        expected: wanted === null ? null : String(wanted),
      })),
  };
}

const inOrder = <T extends { readonly cell: string; readonly message: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((left, right) => (left.cell + left.message).localeCompare(right.cell + right.message));

test('every folder of the room is a registered check, and no id stands twice', () => {
  // `shared` holds the words and sums that several checks use.
  const folders = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'shared',
  );
  const ids: readonly string[] = checks.map(({ id }) => id);
  expect([...ids].sort()).toEqual(folders.map(({ name }) => name).sort());
  expect(new Set(ids).size).toBe(ids.length);
});

test('a check yields only to checks that run before it', () => {
  const seen = new Set<string>();
  for (const { id, yieldsTo } of checks) {
    expect(yieldsTo.filter((other) => !seen.has(other))).toEqual([]);
    seen.add(id);
  }
});

describe.each(checks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const readme = existsSync(join(folder, id, 'README.md')) ? readCheckReadme(id) : null;

  test('has a README with its id, its title and the fixed headings', () => {
    expect(readme?.title).toBe(`${id} ${chinese[id].title}`);
    expect(readme?.order).toEqual([...headings]);
  });

  test('has failing and passing examples, none twice', () => {
    const failing = examplesIn(readme?.sections['不通过的表'] ?? '');
    const passing = examplesIn(readme?.sections['通过的表'] ?? '');
    expect(failing.length).toBeGreaterThan(0);
    expect(passing.length).toBeGreaterThan(0);
    expect(new Set([...failing, ...passing].map((example) => example.replace(/\s/gu, ''))).size).toBe(
      failing.length + passing.length,
    );
  });

  test('fails where the failing examples say, and nowhere else', () => {
    for (const example of examplesIn(readme?.sections['不通过的表'] ?? '')) {
      const { promised, reported } = findingsOf(id, example);
      expect(promised.length).toBeGreaterThan(0);
      const compared = inOrder(reported).map((finding, place) => {
        const promise = inOrder(promised)[place];
        return promise?.found === null ? { ...finding, found: null, expected: null } : finding;
      });
      expect(compared).toEqual(inOrder(promised));
    }
  });

  test('is silent on the passing examples', () => {
    for (const example of examplesIn(readme?.sections['通过的表'] ?? '')) {
      const { promised, reported } = findingsOf(id, example);
      expect(promised).toEqual([]);
      expect(reported).toEqual([]);
    }
  });

  test('says in both languages only what it reports', () => {
    for (const words of [chinese, english]) {
      const { messages, remedy, title, why } = words[id];
      expect([title, why, remedy].every((sentence) => sentence.trim() !== '')).toBe(true);
      expect(Object.keys(messages).sort()).toEqual(Object.keys(check.messages).sort());
      for (const [key, facts] of Object.entries<readonly string[]>(check.messages)) {
        const allowed = new Set([...facts, 'derivation', 'readings', 'ways', 'ask']);
        const used = [...slotsOf((messages as Readonly<Record<string, string>>)[key] ?? ''), ...slotsOf(remedy)];
        expect(used.filter((slot) => !allowed.has(slot))).toEqual([]);
      }
    }
  });

  test('reports exactly the facts it declares, and both languages can say them', () => {
    for (const example of examplesIn(readme?.sections['不通过的表'] ?? '')) {
      const findings = reviewSnapshot(markedSheet(example).snapshot).forms.flatMap(({ findings: all }) => all);
      for (const finding of findings.filter((candidate) => candidate.check === id)) {
        const declared = (check.messages as Readonly<Record<string, readonly string[]>>)[finding.message];
        expect(Object.keys(finding.facts).sort()).toEqual([...(declared ?? [])].sort());
        for (const locale of ['zh-CN', 'en'] as const) {
          const { message, remedy } = createWords(locale).findingText(finding);
          expect(message).not.toMatch(/[{}]|undefined|NaN/u);
          expect(remedy).not.toMatch(/[{}]|undefined|NaN/u);
        }
      }
    }
  });
});

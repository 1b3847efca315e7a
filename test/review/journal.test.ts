import { ownSeal } from '../support/ownSeal';
import { fromA1 } from '../../src/core/sheet/cellRef';
import { fingerprint } from '../../src/core/fingerprint';
import {
  holdsPrint,
  printOf,
  readJournal,
  withEntry,
  writeJournal,
  type Journal,
  type JournalEntry,
} from '../../src/review/journal';

const entry = (id: string, texts: readonly string[]): JournalEntry => ({
  id,
  time: '2026-03-01T08:00:00.000Z',
  sheetId: '{1}',
  sheetName: '自评表',
  marks: true,
  cells: texts.map((text, index) => ({
    cell: { row: index, column: 3 },
    before: { value: text, numberFormat: index % 2 === 0 ? 'General' : '0.00' },
    after: printOf(`${text}\n复核提示`),
    formatAfter: index === 1 ? '@' : null,
  })),
});
const empty: Journal = { entries: [], dropped: 0 };

test('a journal reads back as it was written, whatever its values are', () => {
  const values = [null, 0, -1.5, true, false, '', '=1+1', "'", '"\\\n', '8.5', '［“”］', '😀'];
  const cells = values.map((value, row) => ({
    cell: { row, column: 0 },
    before: { value, numberFormat: 'General' },
    after: printOf(value),
    formatAfter: null,
  }));
  const journal = { entries: [{ ...entry('a', ['旧']), cells }, entry('b', ['甲', '乙'])], dropped: 2 };
  expect(readJournal(writeJournal(journal, ownSeal).text, ownSeal)).toEqual({ state: 'readable', journal });
});

test('no text is an empty journal', () => {
  expect(readJournal(null, ownSeal)).toEqual({ state: 'readable', journal: empty });
});

const good = writeJournal(withEntry(empty, entry('a', ['旧', '新'])), ownSeal).text;
test.each([
  ['nothing', ''],
  ['no JSON', '{"v":1,"entr'],
  ['a list', '[]'],
  ['a number', '1'],
  ['null', 'null'],
  ['another version', good.replace('"v":1', '"v":2')],
  ['another shape', '{"v":1}'],
  ['a count that is none', good.replace('"dropped":0', '"dropped":-1')],
  ['an address that is none', good.replace('"D1"', '"D0"')],
  ['an address outside every sheet', good.replace('"D1"', '"ABCD1"')],
  ['a place below nothing', good.replace('"D1"', '0')],
  ['a value that cannot stand in a cell', good.replace('"旧"', '{"a":1}')],
  ['a format that is not there', good.replace('"formats":["General","0.00","@"]', '"formats":[]')],
  ['an entry that is none', good.replace('"entries":[', '"entries":[null,')],
  ['cells that are none', good.replace('"cells":[', '"cells":[7,')],
])('a text that is %s is said to be defective, and nothing is thrown', (_what, text) => {
  expect(text).not.toBe(good);
  expect(readJournal(text, ownSeal)).toEqual({ state: 'defective' });
});

test('the oldest entries are dropped and counted, the last one stays', () => {
  const long = Array.from({ length: 30 }, (_, index) => '很长的旧说明'.repeat(50) + String(index));
  let journal = empty;
  for (let number = 1; number <= 8; number += 1) {
    const written = writeJournal(withEntry(journal, entry(`第${number}次`, long)), ownSeal);
    ({ journal } = written);
    expect(Buffer.byteLength(written.text)).toBeLessThan(100_000);
    expect(journal.dropped + journal.entries.length).toBe(number);
  }
  expect(journal.dropped).toBeGreaterThan(0);
  expect(journal.entries.at(-1)?.id).toBe('第8次');
  expect(readJournal(writeJournal(journal, ownSeal).text, ownSeal)).toEqual({ state: 'readable', journal });
});

test('two parts of one apply are one entry, which keeps the older state before and the newer after', () => {
  const first = entry('a', ['甲', '乙']);
  const second: JournalEntry = {
    ...entry('a', []),
    marks: false,
    cells: [
      { cell: fromA1('D2'), before: { value: 'x', numberFormat: '@' }, after: 9, formatAfter: null },
      { cell: fromA1('D9'), before: { value: null, numberFormat: '@' }, after: 1, formatAfter: null },
    ],
  };
  const { entries } = withEntry(withEntry(empty, first), second);
  expect(entries).toHaveLength(1);
  expect(entries[0]?.marks).toBe(true);
  expect(entries[0]?.cells).toEqual([
    first.cells[0],
    { cell: fromA1('D2'), before: { value: '乙', numberFormat: '0.00' }, after: 9, formatAfter: null },
    second.cells[1],
  ]);
});

test('a written text is known again by its print, and any other is not', () => {
  const state = (value: string | number | null) => ({ value, formula: null, numberFormat: 'General' });
  expect(holdsPrint(state('复核提示：甲'), printOf('复核提示：甲'))).toBe(true);
  expect(holdsPrint(state('复核提示：乙'), printOf('复核提示：甲'))).toBe(false);
  expect(holdsPrint(state(8.5), printOf('8.5'))).toBe(false);
  expect(holdsPrint(state('8.5'), printOf(8.5))).toBe(false);
  expect(holdsPrint({ ...state('8.5'), numberFormat: '@' }, printOf(8.5))).toBe(true);
  expect(holdsPrint(state(null), printOf(null))).toBe(true);
  expect(holdsPrint({ ...state(8.5), formula: '=A1' }, printOf(8.5))).toBe(false);
});

test('prints of fifty thousand similar texts are all different', () => {
  const prints = new Set<string>();
  for (let index = 0; index < 50_000; index += 1) prints.add(fingerprint(`得分${index}分，比分值少${index % 7}分`));
  expect(prints.size).toBe(50_000);
  expect(fingerprint('ab')).not.toBe(fingerprint('ba'));
});

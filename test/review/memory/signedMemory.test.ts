/** What this installation kept is told from what came with a file, piece by piece. */
import { passingPreferences } from '../../../src/review/memory/preferences';
import { sealOf, secretKey } from '../../../src/review/memory/seal';
import {
  foreign,
  ours,
  type PieceKind,
  readPieces,
  signedPiece,
  textOfPieces,
} from '../../../src/review/memory/signedMemory';
import { createStore } from '../../../src/review/memory/store';
import { createMemoryWorkbook } from '../../support/memoryWorkbook';
import { foreignSeal, ownSeal } from '../../support/ownSeal';

interface Word {
  readonly word: string;
}
const kindAt = (place: string): PieceKind<Word> => ({
  key: 'words',
  read: ({ word }) => (typeof word === 'string' ? { word } : null),
  fieldsOf: ({ word }) => ({ word }),
  placeOf: () => place,
});
const kind = kindAt('words');

function read(text: string | null, at = kind, seal = ownSeal) {
  const kept = readPieces(text, at, seal);
  if (kept.kind !== 'value') throw new Error(kept.kind);
  return { ours: ours(kept.value).map(({ word }) => word), foreign: foreign(kept.value).map(({ word }) => word) };
}
const written = (words: readonly string[], seal = ownSeal) =>
  textOfPieces(words.map((word) => signedPiece({ word }, kind, seal)))!;

test('what was signed here is ours; unsigned, altered, carried elsewhere or signed elsewhere it is an offer', () => {
  expect(read(written(['甲', '乙']))).toEqual({ ours: ['甲', '乙'], foreign: [] });
  expect(read('{"version":1,"content":[{"word":"甲"}]}')).toEqual({ ours: [], foreign: ['甲'] });
  expect(read(written(['甲']).replace('甲', '丙'))).toEqual({ ours: [], foreign: ['丙'] });
  expect(read(written(['甲']), kindAt('words of another project'))).toEqual({ ours: [], foreign: ['甲'] });
  expect(read(written(['甲'], foreignSeal))).toEqual({ ours: [], foreign: ['甲'] });
  for (const seal of ['""', 'null', 'true', '[]', '{}', '0']) {
    expect(read(`{"version":1,"content":[{"word":"甲","seal":${seal}}]}`)).toEqual({ ours: [], foreign: ['甲'] });
  }
});

test('a field that is added to a signed piece makes it an offer', () => {
  const text = written(['甲']).replace('"word"', '"more":1,"word"');
  expect(read(text)).toEqual({ ours: [], foreign: ['甲'] });
});

test('what others kept stays as they signed it while ours is changed, and is ours once adopted', async () => {
  const workbook = createMemoryWorkbook([{ name: '甲', rows: [] }]);
  await workbook.remember('words', written(['他的'], foreignSeal));
  const store = createStore(workbook, ownSeal);
  await store.change(kind, (words) => [...words, { word: '我的' }]);
  const text = async () => {
    const recalled = await workbook.recall('words');
    return recalled.ok ? recalled.value : null;
  };
  expect(read(await text())).toEqual({ ours: ['我的'], foreign: ['他的'] });
  expect(read(await text(), kind, foreignSeal)).toEqual({ ours: ['他的'], foreign: ['我的'] });
  await store.adopt(kind, (own, brought) => [...own, ...brought]);
  expect(read(await text())).toEqual({ ours: ['我的', '他的'], foreign: [] });
});

test('the secret is made once, stays with the user, and another chance gives another seal', () => {
  const preferences = passingPreferences();
  const fill = (value: number) => (bytes: Uint8Array) => void bytes.fill(value);
  const first = sealOf(preferences, fill(3));
  const signature = first.sign('a', { b: 1 });
  expect(signature).toMatch(/^[0-9a-f]{32}$/);
  expect(signature).not.toContain(preferences.get(secretKey)!.slice(0, 16));
  expect(sealOf(preferences, fill(4)).isOurs('a', { b: 1 }, signature)).toBe(true);
  expect(sealOf(passingPreferences(), fill(4)).isOurs('a', { b: 1 }, signature)).toBe(false);
  preferences.set(secretKey, 'damaged');
  expect(sealOf(preferences, fill(4)).isOurs('a', { b: 1 }, signature)).toBe(false);
});

test('the signature is HMAC-SHA-256 as others compute it', () => {
  // openssl: printf '["a",{"b":1}]' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0101…01 (32 bytes), first half.
  expect(ownSeal.sign('a', { b: 1 })).toBe('a7634f2340dab5107cfe56eff64983bc');
});

/** No name twice for two things: what one file of src exports, no other file exports under the same name. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { sharedNames } from '../house/exportedNames';
import { filesIn, source } from '../house/imports';

/** Names that are one thing in several files, each with the reason. */
const oneThing: Readonly<Record<string, { readonly files: readonly string[]; readonly because: string }>> = {
  applyChanges: {
    files: ['excel/applyChanges.ts', 'file/applyChanges.ts'],
    because: 'the same verb of the port in two adapters, which never meet',
  },
};

/** A sentence in two languages is one thing: the same file in each of them. */
const withoutLanguage = (path: string): string => path.replace(/^words\/(?:en|zh-CN)\//u, 'words/');

const shared = sharedNames(
  new Map(filesIn(source).map((path) => [relative(source, path), readFileSync(path, 'utf8')])),
).filter(({ files }) => new Set(files.map(withoutLanguage)).size > 1);

test('every exported name is declared in one file', () => {
  expect(shared.filter(({ name, files }) => oneThing[name]?.files.join() !== files.join())).toEqual([]);
});

test('what is excepted is there', () => {
  expect(shared.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(oneThing)));
});

test('a name in two files is found, whatever it names', () => {
  const names = (...texts: readonly string[]): readonly string[] =>
    sharedNames(new Map(texts.map((text, index) => [`${index}.ts`, text]))).map(({ name }) => name);
  expect(names('export interface Cell {}', 'export function Cell() {}')).toEqual(['Cell']);
  expect(names('export const a = 1, b = 2;', 'export class b {}')).toEqual(['b']);
  expect(names('export const { a, b: [c] } = d;', 'type c = 1; export type { c };')).toEqual(['c']);
  const handedOn = "import type { Cell } from './0'; export type { Cell };";
  expect(names('export type Cell = 1;', handedOn)).toEqual([]);
  // Handed on, not exported, or twice in one file.
  expect(names('export type Cell = 1;', "export { Cell } from './0';", 'interface Cell {}')).toEqual([]);
  expect(names('export type Cell = 1;\nexport const Cell = 1;')).toEqual([]);
});

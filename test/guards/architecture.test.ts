/** Who may import whom between the rooms of src; the linter says it while typing, this says it for good. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { filesIn, importsOf, isAllowed, roomOf, source as root } from '../house/imports';
import { coreFolders, houseReadme, projects, rooms as law } from '../house/law';

/** Folders of the core, by what they build on; a check may not import another check. */
const coreOrder = new Map(coreFolders.map(({ folder, mayImport }) => [folder, mayImport]));

const rooms = law.map(({ room }) => room);
const imports = rooms.flatMap((room) => filesIn(join(root, room)).flatMap((path) => importsOf(path)));
test('every room of src has its row in the law', () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...rooms].sort());
});

test('no room imports what it may not', () => {
  expect(imports.length).toBeGreaterThan(100);
  expect(imports.filter((one) => !isAllowed(one))).toEqual([]);
});

/** Who may import whom, as pairs of places: rooms, and folders of the core. */
const permits = [
  ...law.flatMap(({ room, mayImport }) => mayImport.map((permit) => ({ from: room, permit }))),
  ...coreFolders.flatMap(({ folder, mayImport }) =>
    mayImport.map((permit) => ({ from: `core/${folder}`, permit: `core/${permit}` })),
  ),
];

test('no permission is there that nobody uses', () => {
  const isWithin = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);
  const isMeant = (target: string, permit: string): boolean => {
    if (permit === 'packages') return !target.startsWith('..') && !rooms.includes(roomOf(target));
    return permit.endsWith('*') ? target.startsWith(permit.slice(0, -1)) : isWithin(target, permit);
  };
  const isUsed = ({ from, permit }: (typeof permits)[number]): boolean =>
    imports.some(({ file, target }) => isWithin(file, from) && isMeant(target, permit));
  expect(permits.filter((one) => !isUsed(one))).toEqual([]);
});

test('no room and no folder of the core builds on what builds on it', () => {
  const placeOf = (permit: string): string => (permit.startsWith('core/') ? permit : roomOf(permit));
  const circlesFrom = (start: string, way: readonly string[]): readonly string[] =>
    permits
      .filter(({ from }) => from === way.at(-1))
      .map(({ permit }) => placeOf(permit))
      .flatMap((next) => {
        if (next === start) return [[...way, next].join(' → ')];
        return way.includes(next) ? [] : circlesFrom(start, [...way, next]);
      });
  expect(permits.flatMap(({ from }) => circlesFrom(from, [from]))).toEqual([]);
});

test('words import types only from other rooms', () => {
  const typed = law.filter(({ importsTypesOnly }) => importsTypesOnly).map(({ room }) => room);
  expect(typed).toContain('words');
  expect(
    imports.filter(
      ({ file, target, typeOnly }) => typed.includes(roomOf(file)) && roomOf(target) !== roomOf(file) && !typeOnly,
    ),
  ).toEqual([]);
});

test('inside the core, folders import only what they build on', () => {
  const wrong = imports.filter(({ file, target, typeOnly }) => {
    const [room, from = ''] = file.split('/');
    const [targetRoom, to = ''] = target.split('/');
    const isBetweenFolders =
      room === 'core' && targetRoom === 'core' && coreOrder.has(from) && coreOrder.has(to) && from !== to;
    // A type may be shared against the order: a finding carries the derivation of its score.
    return isBetweenFolders && !typeOnly && !(coreOrder.get(from) ?? []).includes(to);
  });
  expect(wrong).toEqual([]);
});

test('no check imports another', () => {
  const folderOf = (path: string): string | null => /^core\/checks\/([a-z-]+-[a-z-]+)\//u.exec(path)?.[1] ?? null;
  const wrong = imports.filter(
    ({ file, target }) => folderOf(file) !== null && folderOf(target) !== null && folderOf(file) !== folderOf(target),
  );
  expect(wrong).toEqual([]);
});

/** Whether the code (not a comment or a text) names a global of the host. */
function saysHost(node: ts.Node): boolean {
  if (ts.isIdentifier(node) && ['Office', 'Excel', 'OfficeExtension'].includes(node.text)) return true;
  return ts.forEachChild(node, (child) => saysHost(child) || undefined) ?? false;
}

/** Rooms that are Excel's side of the talk, or its stand-in. */
const speakers = ['excel', 'main', 'simulator', 'demo', 'delivery'];

test('only the excel room and the composition root say Office or Excel', () => {
  const speaking = rooms
    .filter((room) => !speakers.includes(room))
    .flatMap((room) => filesIn(join(root, room)))
    .filter((path) => saysHost(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true)));
  expect(speaking.map((path) => relative(root, path))).toEqual([]);
});

test('office-js-helpers is imported in one file, and only on demand', () => {
  const users = imports.filter(({ target }) => target === '@microsoft/office-js-helpers').map(({ file }) => file);
  expect(users).toEqual(['excel/diagnostics.ts']);
});

test('every room says what it does and what it may not do', () => {
  const places = [...rooms, ...coreFolders.map(({ folder }) => `core/${folder}`)];
  const silent = places.filter((place) => {
    try {
      const text = readFileSync(join(root, place, 'README.md'), 'utf8');
      return !/\*\*Does\*\*/u.test(text) || !/\*\*May not\*\*/u.test(text);
    } catch {
      return true;
    }
  });
  expect(silent).toEqual([]);
});

test('project files and the table of rooms are as the law has them', () => {
  for (const { path, text } of projects()) {
    const written: unknown = JSON.parse(readFileSync(resolve(path), 'utf8'));
    expect({ path, written }).toEqual({ path, written: JSON.parse(text) as unknown });
  }
  expect(readFileSync(resolve('src/README.md'), 'utf8')).toBe(houseReadme());
});

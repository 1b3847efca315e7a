/** Files with their places: read when they are chosen, and opened again on another visit with everything that may be so by then. */
import type { KeptPlace } from '../../src/workbench/handles';
import { type ChosenFile, type FileOrigin, placesOf, readChosen, reopen } from '../../src/workbench/places';
import { Disk } from './memoryHandles';

let disk: Disk;
beforeEach(() => {
  disk = new Disk();
  disk.put('forms/b.xlsx', 'bb');
  disk.put('forms/a.xlsx', 'a');
  disk.put('forms/below/c.docx', 'ccc', 7);
  disk.put('forms/~$a.xlsx', 'lock');
  disk.put('forms/letter.pdf', 'no table');
  disk.put('alone.et', 'alone');
});

const originsOf = (files: readonly ChosenFile[]): readonly FileOrigin[] => files.flatMap(({ origin }) => origin ?? []);
const pathsOf = (files: readonly ChosenFile[]): readonly string[] => originsOf(files).map(({ path }) => path);

/** What a visit keeps that chose the folder and the file. */
async function keptVisit(): Promise<readonly KeptPlace[]> {
  const { files } = await readChosen([disk.folderAt('forms'), disk.fileAt('alone.et')]);
  return placesOf(originsOf(files));
}

test('a folder is its tables by their paths, those below it too; a file is taken whatever it is called', async () => {
  disk.put('picture.png', 'p');
  const { files, missing } = await readChosen([disk.folderAt('forms'), disk.fileAt('picture.png')]);
  expect(pathsOf(files)).toEqual(['a.xlsx', 'b.xlsx', 'below/c.docx', 'picture.png']);
  expect(files.map(({ file }) => file.name)).toEqual(['a.xlsx', 'b.xlsx', 'c.docx', 'picture.png']);
  expect(missing).toEqual([]);
});

test('what is kept of a visit: each place once, with name, size and time of its files and nothing else', async () => {
  const kept = await keptVisit();
  expect(kept.map(({ handle, seen }) => ({ name: handle.name, seen }))).toEqual([
    {
      name: 'forms',
      seen: [
        { path: 'a.xlsx', size: 1, modified: 1 },
        { path: 'b.xlsx', size: 2, modified: 1 },
        { path: 'below/c.docx', size: 3, modified: 7 },
      ],
    },
    { name: 'alone.et', seen: [{ path: 'alone.et', size: 5, modified: 1 }] },
  ]);
  expect(Object.keys(kept[0]!)).toEqual(['handle', 'seen']);
});

test('another visit opens all of it again, and says nothing of what is as it was', async () => {
  const kept = await keptVisit();
  disk.asks = true;
  const again = await reopen(kept, []);
  expect(pathsOf(again.files)).toEqual(['a.xlsx', 'b.xlsx', 'below/c.docx', 'alone.et']);
  expect(again).toMatchObject({ missing: [], changed: [], added: [] });
});

test('changed by size or by time, new in the folder, gone: each is told of by its path', async () => {
  const kept = await keptVisit();
  disk.put('forms/a.xlsx', 'A', 2);
  disk.put('forms/below/c.docx', 'cccc', 7);
  disk.put('forms/below/d.csv', 'd');
  disk.files.delete('forms/b.xlsx');
  disk.files.delete('alone.et');
  const again = await reopen(kept, []);
  expect(again.changed).toEqual(['a.xlsx', 'below/c.docx']);
  expect(again.added).toEqual(['below/d.csv']);
  expect(again.missing.map(({ origin, reason }) => [origin.path, reason])).toEqual([
    ['b.xlsx', 'gone'],
    ['alone.et', 'gone'],
  ]);
  expect(pathsOf(again.files)).toEqual(['a.xlsx', 'below/c.docx', 'below/d.csv']);
});

test.each(['closed', 'too-late'] as const)(
  'asked for reading and %s: all is missing, and can be tried again',
  async (answer) => {
    const kept = await keptVisit();
    disk.asks = true;
    disk.answer = answer;
    const refused = await reopen(kept, []);
    expect(refused.files).toEqual([]);
    expect(refused.missing.map(({ reason }) => reason)).toEqual(['denied', 'denied', 'denied', 'denied']);
    disk.answer = 'allowed';
    const again = await reopen(placesOf(refused.missing.map(({ origin }) => origin)), []);
    expect(again).toMatchObject({ missing: [], changed: [], added: [] });
    expect(again.files).toHaveLength(4);
  },
);

test('a file that is held is missing alone; trying again yields it without what is open already', async () => {
  const kept = await keptVisit();
  disk.fail('forms/b.xlsx', 'NotReadableError');
  const first = await reopen(kept, []);
  expect(first.missing.map(({ origin, reason }) => [origin.path, origin.size, reason])).toEqual([
    ['b.xlsx', 2, 'held'],
  ]);
  disk.put('forms/b.xlsx', 'bb');
  const again = await reopen(placesOf(first.missing.map(({ origin }) => origin)), originsOf(first.files));
  expect(pathsOf(again.files)).toEqual(['b.xlsx']);
  expect(again).toMatchObject({ missing: [], changed: [], added: [] });
});

test('of a folder that is gone every file is missing', async () => {
  const kept = await keptVisit();
  for (const path of [...disk.files.keys()]) if (path.startsWith('forms/')) disk.files.delete(path);
  const again = await reopen(kept, []);
  expect(again.missing.map(({ origin, reason }) => [origin.path, reason])).toEqual([
    ['a.xlsx', 'gone'],
    ['b.xlsx', 'gone'],
    ['below/c.docx', 'gone'],
  ]);
  expect(pathsOf(again.files)).toEqual(['alone.et']);
});

test('what is no answer of the browser is a bug', async () => {
  const broken = { ...disk.fileAt('alone.et'), getFile: () => Promise.reject(new TypeError('broken')) };
  await expect(readChosen([broken])).rejects.toThrow('broken');
});

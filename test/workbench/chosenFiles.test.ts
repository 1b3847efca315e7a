/** What was dropped: with places to open it again where the browser gives them for all of it, else as every browser does. */
import { droppedFiles } from '../../src/workbench/chosenFiles';
import type { FileHandle, FolderHandle } from '../../src/workbench/handles';
import { Disk } from './memoryHandles';

/** A drop of files alone; its list is empty once the event is over. */
function dropOf(names: readonly string[]): DataTransfer {
  const files = names.map((name) => new File(['x'], name));
  const items = files.map((file) => ({
    kind: 'file',
    webkitGetAsEntry: () => (items.length > 0 ? { isFile: true, isDirectory: false, name: file.name } : null),
  }));
  queueMicrotask(() => items.splice(0));
  return { items: [{ kind: 'string' }, ...items], files } as unknown as DataTransfer;
}

let disk: Disk;
beforeEach(() => {
  disk = new Disk();
  disk.put('forms/a.xlsx', 'a');
  disk.put('b.xlsx', 'b');
});

const handing = (handles: readonly (FileHandle | FolderHandle | null)[]): Disk =>
  Object.assign(disk, { dropped: () => Promise.resolve(handles) });

const read = async (drop: DataTransfer, handles: Disk | null) =>
  (await droppedFiles(drop, handles)).files.map(({ file, origin }) => [file.name, origin?.path ?? null]);

test('a folder and a file with their places', async () => {
  const handles = handing([disk.folderAt('forms'), disk.fileAt('b.xlsx')]);
  expect(await read(dropOf(['forms', 'b.xlsx']), handles)).toEqual([
    ['a.xlsx', 'a.xlsx'],
    ['b.xlsx', 'b.xlsx'],
  ]);
});

test('where one of them has none, as from an e-mail, all are taken as every browser gives them', async () => {
  expect(await read(dropOf(['a.xlsx', 'b.xlsx']), handing([null, disk.fileAt('b.xlsx')]))).toEqual([
    ['a.xlsx', null],
    ['b.xlsx', null],
  ]);
});

test('a browser without places, and a drop of no file', async () => {
  expect(await read(dropOf(['a.xlsx']), null)).toEqual([['a.xlsx', null]]);
  expect(await read(dropOf([]), disk)).toEqual([]);
  expect(await droppedFiles(null, disk)).toEqual({ files: [], missing: [] });
});

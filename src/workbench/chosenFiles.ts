/** Which files are meant by what was chosen or dropped: folders with all that is below them, without locks and other kinds. */
import type { FileHandles } from './handles';
import { passingFiles, type PlaceRead, readChosen } from './places';
import { isTable } from './tableFiles';

/** The files of a folder, by their paths in it. */
export function tablesOfFolder(files: readonly File[]): readonly File[] {
  return files
    .filter(isTable)
    .sort((left, right) => left.webkitRelativePath.localeCompare(right.webkitRelativePath, 'zh-CN'));
}

function fileOf(entry: FileSystemFileEntry): Promise<readonly File[]> {
  return new Promise((resolve) =>
    // What cannot be read now is told of when it is opened, if it is there at all.
    entry.file(
      (file) => resolve([file]),
      () => resolve([]),
    ),
  );
}

/** A browser hands out the entries of a folder in parts, until none is left. */
function partOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
}

async function within(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile) return (await fileOf(entry as FileSystemFileEntry)).filter(isTable);
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  for (let part = await partOf(reader); part.length > 0; part = await partOf(reader)) {
    for (const each of part) found.push(...(await within(each)));
  }
  return found;
}

/** What was dropped. Everything must be asked for at once: the list is empty after the event. */
export async function droppedFiles(dropped: DataTransfer | null, handles: FileHandles | null): Promise<PlaceRead> {
  const items = [...(dropped?.items ?? [])].filter(({ kind }) => kind === 'file');
  const files = [...(dropped?.files ?? [])];
  const entries = items.map((item) => item.webkitGetAsEntry());
  const handed = (await handles?.dropped(items)) ?? [];
  const places = handed.flatMap((handle) => handle ?? []);
  // A part without handles comes from another program, and then all is taken as every browser gives it.
  if (places.length > 0 && places.length === items.length) return readChosen(places);
  if (!entries.some((entry) => entry?.isDirectory)) return passingFiles(files);
  const found: File[] = [];
  for (const entry of entries) {
    if (entry) found.push(...(entry.isFile ? await fileOf(entry as FileSystemFileEntry) : await within(entry)));
  }
  return passingFiles(found);
}

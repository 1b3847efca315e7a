/** Which files are meant by what was chosen or dropped: folders with all that is below them, without locks and other kinds. */

/** What a folder is looked through for; a file that is chosen by itself is opened whatever it is called. */
const tables = /\.(?:xlsx|xlsm|xls|et|xlsb|ods|fods|docx|csv)$/iu;

/** Whether a file that lies in a folder is worth opening; "~$…" are locks of the office suites. */
function isTable({ name }: File): boolean {
  return tables.test(name) && !/^(?:~\$|\.)/u.test(name);
}

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

/** What was dropped. Entries must be asked for at once: the list is empty after the event. */
export async function droppedFiles(dropped: DataTransfer | null): Promise<readonly File[]> {
  const entries = [...(dropped?.items ?? [])].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const files = [...(dropped?.files ?? [])];
  if (!entries.some((entry) => entry?.isDirectory)) return files;
  const found: File[] = [];
  for (const entry of entries) {
    if (entry) found.push(...(entry.isFile ? await fileOf(entry as FileSystemFileEntry) : await within(entry)));
  }
  return found;
}

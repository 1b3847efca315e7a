/** Files with the places that they were opened from: read now, opened again on another visit, and held against then. */
import type { FileHandle, FileStamp, FolderHandle, KeptPlace } from './handles';
import { isTable } from './tableFiles';

/** From where a file was opened, and how it was then. */
export interface FileOrigin extends FileStamp {
  /** The file's own, or that of the folder in which it was chosen. */
  readonly handle: FileHandle | FolderHandle;
}

/** A file that was chosen; `origin`: null where the browser gives no way to open it again. */
export interface ChosenFile {
  readonly file: File;
  readonly origin: FileOrigin | null;
}

/** Why a file could not be opened again. */
type MissingReason = 'gone' | 'denied' | 'held';

/** A file that could not be read where it was. */
export interface MissingFile {
  readonly origin: FileOrigin;
  readonly reason: MissingReason;
}

/** What was read of one place. */
export interface PlaceRead {
  readonly files: readonly ChosenFile[];
  readonly missing: readonly MissingFile[];
}

/** What became of the places of an earlier visit. */
export interface Reopened extends PlaceRead {
  /** Paths of files that are not as they were. */
  readonly changed: readonly string[];
  /** Paths of files that lie in a folder now and did not then. */
  readonly added: readonly string[];
}

/** Files as the browser's own list yields them, which are known for this visit alone. */
export function passingFiles(files: readonly File[]): PlaceRead {
  return { files: files.map((file) => ({ file, origin: null })), missing: [] };
}

/** The reason behind an answer of the browser. @throws what is no such answer. */
function reasonOf(error: unknown): MissingReason {
  if (!(error instanceof DOMException)) throw error;
  if (error.name === 'NotFoundError') return 'gone';
  return error.name === 'NotAllowedError' || error.name === 'SecurityError' ? 'denied' : 'held';
}

/** A file of a place, with its path there. */
interface Found {
  readonly path: string;
  readonly handle: FileHandle;
}

async function readFile(handle: FileOrigin['handle'], found: Found): Promise<ChosenFile | MissingFile> {
  const { path } = found;
  try {
    const file = await found.handle.getFile();
    return { file, origin: { handle, path, size: file.size, modified: file.lastModified } };
  } catch (error) {
    return { origin: { handle, path, size: 0, modified: 0 }, reason: reasonOf(error) };
  }
}

/** The tables in a folder and below it, by their paths. */
async function tablesBelow(folder: FolderHandle, path: string): Promise<readonly Found[]> {
  const found: Found[] = [];
  for await (const handle of folder.values()) {
    const own = `${path}${handle.name}`;
    if (handle.kind === 'directory') found.push(...(await tablesBelow(handle, `${own}/`)));
    else if (isTable(handle)) found.push({ path: own, handle });
  }
  return found;
}

/** What can be opened of a place: of a folder, all tables by their paths. Of `seen`, what is not there is missing. */
async function readPlace({ handle, seen }: KeptPlace): Promise<PlaceRead> {
  let found: readonly Found[];
  try {
    const below = handle.kind === 'file' ? [{ path: handle.name, handle }] : await tablesBelow(handle, '');
    found = [...below].sort((left, right) => left.path.localeCompare(right.path, 'zh-CN'));
  } catch (error) {
    return { files: [], missing: allMissing({ handle, seen }, reasonOf(error)) };
  }
  const read = await Promise.all(found.map((one) => readFile(handle, one)));
  const there = new Set(found.map(({ path }) => path));
  const gone = seen.filter(({ path }) => !there.has(path));
  return {
    files: read.flatMap((one) => ('file' in one ? [one] : [])),
    missing: [
      ...read.flatMap((one) => ('reason' in one ? [withStampOf(seen, one)] : [])),
      ...allMissing({ handle, seen: gone }, 'gone'),
    ],
  };
}

/** So that on yet another visit it is held against what was last opened. */
function withStampOf(seen: readonly FileStamp[], { origin, reason }: MissingFile): MissingFile {
  return { reason, origin: { ...origin, ...seen.find(({ path }) => path === origin.path) } };
}

function allMissing({ handle, seen }: KeptPlace, reason: MissingReason): readonly MissingFile[] {
  return seen.map((stamp) => ({ origin: { handle, ...stamp }, reason }));
}

/** Reads what the user chose or dropped just now. */
export async function readChosen(handles: readonly FileOrigin['handle'][]): Promise<PlaceRead> {
  const read = await Promise.all(handles.map((handle) => readPlace({ handle, seen: [] })));
  return { files: read.flatMap(({ files }) => files), missing: read.flatMap(({ missing }) => missing) };
}

const readOnly = { mode: 'read' } as const;

/** Asks the user where the browser wants them asked. */
async function mayRead(handle: FileOrigin['handle']): Promise<boolean> {
  try {
    const standing = await handle.queryPermission(readOnly);
    return (standing === 'prompt' ? await handle.requestPermission(readOnly) : standing) === 'granted';
  } catch (error) {
    reasonOf(error);
    return false;
  }
}

const isOf =
  (handle: FileOrigin['handle'], path: string) =>
  (origin: FileOrigin): boolean =>
    origin.handle === handle && origin.path === path;

/**
 * Opens the places of an earlier visit again; begins with asking, for which the user's click must be recent.
 *
 * @param held are open already and left out.
 */
export async function reopen(places: readonly KeptPlace[], held: readonly FileOrigin[]): Promise<Reopened> {
  const allowed: { readonly place: KeptPlace; readonly isAllowed: boolean }[] = [];
  // One after the other: a browser shows one question at a time.
  for (const place of places) allowed.push({ place, isAllowed: await mayRead(place.handle) });
  const read = await Promise.all(
    allowed.map(async ({ isAllowed, place }) => {
      const { files, missing } = isAllowed
        ? await readPlace(place)
        : { files: [], missing: allMissing(place, 'denied') };
      const wanted = files.filter(({ origin }) => !origin || !held.some(isOf(origin.handle, origin.path)));
      return { files: wanted, missing, ...comparedWith(place.seen, wanted) };
    }),
  );
  return {
    files: read.flatMap(({ files }) => files),
    missing: read.flatMap(({ missing }) => missing),
    changed: read.flatMap(({ changed }) => changed),
    added: read.flatMap(({ added }) => added),
  };
}

function comparedWith(seen: readonly FileStamp[], files: readonly ChosenFile[]): Pick<Reopened, 'changed' | 'added'> {
  const before = new Map(seen.map((stamp) => [stamp.path, stamp]));
  const now = files.flatMap(({ origin }) => origin ?? []);
  return {
    added: now.filter(({ path }) => !before.has(path)).map(({ path }) => path),
    changed: now
      .filter(({ modified, path, size }) => {
        const stamp = before.get(path);
        return stamp !== undefined && (stamp.size !== size || stamp.modified !== modified);
      })
      .map(({ path }) => path),
  };
}

/** The places of these files, each once. */
export function placesOf(origins: readonly FileOrigin[]): readonly KeptPlace[] {
  const places = new Map<FileOrigin['handle'], FileStamp[]>();
  for (const { handle, modified, path, size } of origins) {
    const seen = places.get(handle) ?? [];
    seen.push({ path, size, modified });
    places.set(handle, seen);
  }
  return [...places].map(([handle, seen]) => ({ handle, seen }));
}

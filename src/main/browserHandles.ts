/** Files and folders of the browser that can be opened again, kept in its own store of objects. */
import type { FileHandle, FileHandles, FolderHandle, KeptPlace, Picked, TargetFolder } from '../workbench/handles';

/** What of the window not every browser has; the types of the language lack it. */
interface Pickers {
  showOpenFilePicker(options: { readonly id: string; readonly multiple: boolean }): Promise<readonly FileHandle[]>;
  showDirectoryPicker(options: {
    readonly id: string;
    readonly mode: 'read' | 'readwrite';
  }): Promise<FolderHandle & TargetFolder>;
}

type DroppedItem = DataTransferItem & { getAsFileSystemHandle?(): Promise<FileHandle | FolderHandle | null> };

async function picked<T>(picking: Promise<T>): Promise<Picked<T>> {
  try {
    return { kind: 'picked', value: await picking };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    // Closed by the user; everything else is the browser, or who looks after it, forbidding the dialog.
    return { kind: error.name === 'AbortError' ? 'cancelled' : 'unavailable' };
  }
}

async function handleOf(item: DroppedItem): Promise<FileHandle | FolderHandle | null> {
  try {
    return (await item.getAsFileSystemHandle?.()) ?? null;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

const [database, store, key] = ['zp', 'places', 'last'];

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('no reason', 'UnknownError'));
  });
}

async function inStore(mode: IDBTransactionMode, use: (places: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store);
  const opened = await settled(opening);
  try {
    return await settled(use(opened.transaction(store, mode).objectStore(store)));
  } finally {
    opened.close();
  }
}

/** What a store that is closed to us comes to: the browser's known answers, and nothing that the user can mend here. */
async function unlessClosed<T>(asking: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof DOMException && error.name !== 'DataCloneError') return otherwise;
    throw error;
  }
}

/**
 * Null where the browser has no such files, and for pages straight from the disk: all of those share one store, and where
 * the files of a review are is nothing for another page.
 */
export function browserHandles(): FileHandles | null {
  const { location } = window;
  const pickers = window as unknown as Pickers;
  if (location.protocol === 'file:' || !('showOpenFilePicker' in window && 'showDirectoryPicker' in window))
    return null;
  return {
    pickFiles: () => picked(pickers.showOpenFilePicker({ id: 'forms', multiple: true })),
    pickFolder: () => picked(pickers.showDirectoryPicker({ id: 'forms', mode: 'read' })),
    pickTarget: () => picked(pickers.showDirectoryPicker({ id: 'copies', mode: 'readwrite' })),
    dropped: (items) => Promise.all(items.map(handleOf)),
    async recall() {
      const kept = inStore('readonly', (places) => places.get(key));
      const value = await unlessClosed(kept, undefined);
      // Written by this page alone; one of another version has another key.
      return Array.isArray(value) ? (value as readonly KeptPlace[]) : [];
    },
    keep: (places) =>
      unlessClosed(
        inStore('readwrite', (all) => (places.length > 0 ? all.put(places, key) : all.delete(key))).then(() => true),
        false,
      ),
  };
}

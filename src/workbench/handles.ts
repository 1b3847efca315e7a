/**
 * The port over a browser that hands out files and folders which can be opened again on another visit (the File System
 * Access API), and a place to keep them. What of the API is used is declared here: not every browser has it, and the
 * types of the language lack a part. A file that was opened has no way here to be written.
 */

/** Reading is all that is ever asked of what was opened. */
interface ReadOnly {
  readonly mode: 'read';
}

interface Handle {
  /** Without the path. */
  readonly name: string;
  queryPermission(wanted: ReadOnly): Promise<PermissionState>;
  /** Asks the user, and so needs their click; rejects with a SecurityError where that was too long ago. */
  requestPermission(wanted: ReadOnly): Promise<PermissionState>;
}

/** A file that the user chose. */
export interface FileHandle extends Handle {
  readonly kind: 'file';
  /** Rejects with a DOMException: NotFoundError, NotAllowedError, or another where the file is held. */
  getFile(): Promise<File>;
}

/** A folder that the user chose. */
export interface FolderHandle extends Handle {
  readonly kind: 'directory';
  values(): AsyncIterable<FileHandle | FolderHandle>;
}

/** A file of our own in a folder. */
export interface NewFile {
  getFile(): Promise<File>;
  /** What is written stands there only after `close`. */
  createWritable(): Promise<{
    write(content: Blob | Uint8Array<ArrayBuffer>): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
}

/** A folder into which copies may be put. */
export interface TargetFolder {
  readonly name: string;
  /** Without `create` it rejects with a NotFoundError where there is no such file. What is there is never emptied. */
  getFileHandle(name: string, how?: { readonly create: boolean }): Promise<NewFile>;
  removeEntry(name: string): Promise<void>;
}

/** One file as it was when it was opened. */
export interface FileStamp {
  /** Its name; of a file in a folder, its path below that. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** In milliseconds since 1970. */
  readonly modified: number;
}

/** A file or a folder, and what was opened from it. */
export interface KeptPlace {
  readonly handle: FileHandle | FolderHandle;
  readonly seen: readonly FileStamp[];
}

/** What the user chose; `cancelled`: nothing, on purpose; `unavailable`: the browser does not let this page ask. */
export type Picked<T> = { readonly kind: 'picked'; readonly value: T } | { readonly kind: 'cancelled' | 'unavailable' };

/** Pickers, and the places kept from one visit to the next. Never contents. */
export interface FileHandles {
  pickFiles(): Promise<Picked<readonly FileHandle[]>>;
  pickFolder(): Promise<Picked<FolderHandle>>;
  /** A folder for copies, which may be written into. */
  pickTarget(): Promise<Picked<TargetFolder>>;
  /** What was dropped on the page; must be called within the event, for the list is empty after it. */
  dropped(items: readonly DataTransferItem[]): Promise<readonly (FileHandle | FolderHandle | null)[]>;
  /** The places kept last; none where the browser keeps nothing. */
  recall(): Promise<readonly KeptPlace[]>;
  /** Keeps these in the place of all others, or none; whether the browser did. */
  keep(places: readonly KeptPlace[]): Promise<boolean>;
}

/** The twin of the browser's files that can be opened again: a disk in memory, with everything that may stand in the way. */
import type {
  FileHandle,
  FileHandles,
  FolderHandle,
  KeptPlace,
  NewFile,
  Picked,
  TargetFolder,
} from '../../src/workbench/handles';

/** One file of the disk; `fault`: what the browser answers instead of it, by the name of the exception. */
interface DiskFile {
  readonly content: string | Blob;
  readonly modified: number;
  readonly fault?: string;
}

const refusing = (name: string): Promise<never> => Promise.reject(new DOMException('of the twin', name));

export class Disk implements FileHandles {
  /** By path, such as "folder/below/a.xlsx". */
  readonly files = new Map<string, DiskFile>();
  kept: readonly KeptPlace[] = [];
  /** What the user picks next; null: they close the dialog. */
  next: readonly string[] | null = null;
  /** Whether the browser forbids dialogs. */
  isForbidden = false;
  /** Whether reading has to be asked for, as on another visit. */
  asks = false;
  /** What becomes of asking; `too-late`: the user's click was too long ago. */
  answer: 'allowed' | 'closed' | 'too-late' = 'allowed';
  /** What the browser answers to writing, by the name of the exception. */
  writingFault: string | null = null;

  put(path: string, content: string | Blob, modified = 1): void {
    this.files.set(path, { content, modified });
  }
  fail(path: string, fault: string): void {
    this.files.set(path, { content: '', modified: 1, fault });
  }

  private readonly permissions = {
    queryPermission: () => Promise.resolve<PermissionState>(this.asks ? 'prompt' : 'granted'),
    requestPermission: (): Promise<PermissionState> => {
      if (this.answer === 'too-late') return refusing('SecurityError');
      this.asks = this.answer === 'closed';
      return Promise.resolve(this.asks ? 'prompt' : 'granted');
    },
  };

  /** What lies directly in the folder. */
  private namesIn(folder: string): readonly string[] {
    const paths = [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`));
    return [...new Set(paths.map((path) => path.slice(folder.length + 1).split('/')[0]!))];
  }

  fileAt(path: string): FileHandle {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return {
      kind: 'file',
      name,
      ...this.permissions,
      getFile: () => {
        const file = this.files.get(path);
        if (this.asks) return refusing('NotAllowedError');
        if (!file) return refusing('NotFoundError');
        if (file.fault !== undefined) return refusing(file.fault);
        return Promise.resolve(new File([file.content], name, { lastModified: file.modified }));
      },
    };
  }

  folderAt(path: string): FolderHandle {
    const within = (name: string): FileHandle | FolderHandle =>
      this.files.has(`${path}/${name}`) ? this.fileAt(`${path}/${name}`) : this.folderAt(`${path}/${name}`);
    const names = (): readonly string[] => this.namesIn(path);
    return {
      kind: 'directory',
      name: path.slice(path.lastIndexOf('/') + 1),
      ...this.permissions,
      async *values() {
        if (names().length === 0) await refusing('NotFoundError');
        for (const name of names()) yield within(name);
      },
    };
  }

  targetAt(folder: string): TargetFolder {
    return {
      name: folder,
      getFileHandle: (name, how) => {
        const path = `${folder}/${name}`;
        if (this.namesIn(path).length > 0) return refusing('TypeMismatchError');
        if (!this.files.has(path) && !how?.create) return refusing('NotFoundError');
        if (!this.files.has(path)) this.put(path, '');
        return Promise.resolve(this.newFile(path));
      },
      removeEntry: (name) => {
        this.files.delete(`${folder}/${name}`);
        return Promise.resolve();
      },
    };
  }

  private newFile(path: string): NewFile {
    let written: Blob | null = null;
    return {
      getFile: () => this.fileAt(path).getFile(),
      createWritable: () =>
        Promise.resolve({
          write: (content) => {
            if (this.writingFault !== null) return refusing(this.writingFault);
            written = new Blob([content]);
            return Promise.resolve();
          },
          close: () => {
            this.put(path, written ?? '', 2);
            return Promise.resolve();
          },
          abort: () => Promise.resolve(),
        }),
    };
  }

  private pick<T>(of: (paths: readonly string[]) => T): Promise<Picked<T>> {
    if (this.isForbidden) return Promise.resolve({ kind: 'unavailable' });
    return Promise.resolve(this.next ? { kind: 'picked', value: of(this.next) } : { kind: 'cancelled' });
  }
  pickFiles = () => this.pick((paths) => paths.map((path) => this.fileAt(path)));
  pickFolder = () => this.pick(([path]) => this.folderAt(path!));
  pickTarget = () => this.pick(([path]) => this.targetAt(path!));
  dropped = (items: readonly DataTransferItem[]) => Promise.resolve(items.map(() => null));
  recall = () => Promise.resolve(this.kept);
  keep = (places: readonly KeptPlace[]) => {
    this.kept = places;
    return Promise.resolve(true);
  };
}

/** Saves copies into a folder: of the open file, or of all files of the batch that were changed. */
import { useCallback } from 'react';
import { useRaise } from '../pane/useRaise';
import type { SayWorkbench } from '../words/workbenchWords';
import { copyName } from './fileKinds';
import type { FileHandles, TargetFolder } from './handles';
import { putCopy } from './saveToFolder';
import type { FileActions } from './useFile';
import type { SessionActions } from './useSession';

/** What saves into a folder. */
export interface FolderCopies {
  readonly saveOpen: () => void;
  readonly saveAll: () => void;
}

type Files = Pick<FileActions, 'file' | 'save' | 'tell'>;
type Batch = Pick<SessionActions, 'items' | 'saveAll' | 'saved'>;

/** Null where the browser has no folders to offer; where it lets nobody pick one, copies are downloaded instead. */
export function useFolderCopies(
  handles: FileHandles | null,
  say: SayWorkbench,
  { file, save, tell }: Files,
  { items, saveAll, saved }: Batch,
): FolderCopies | null {
  const raise = useRaise();
  const nameOf = useCallback(
    (name: string, isConverted: boolean) => copyName(name, isConverted, (own) => say('copyName', { name: own })),
    [say],
  );
  const picking = useCallback(
    (into: (folder: TargetFolder) => Promise<void>, otherwise: () => void) => {
      const pick = async (): Promise<void> => {
        const picked = await handles?.pickTarget();
        if (picked?.kind === 'picked') await into(picked.value);
        if (picked?.kind === 'unavailable') otherwise();
      };
      pick().catch(raise);
    },
    [handles, raise],
  );
  const saveOpen = useCallback(() => {
    if (!file) return;
    picking(async (folder) => {
      tell({ kind: 'saving' });
      const { changes } = file.screen.state();
      const content = new Blob([new Uint8Array(await file.opened.bytes())]);
      const name = nameOf(file.name, file.opened.isConverted);
      const put = await putCopy(folder, name, content);
      if (put.ok) file.screen.saved(changes);
      tell(
        put.ok
          ? { kind: 'savedInto', file: put.name, folder: folder.name }
          : { kind: 'refused', file: name, refusal: put.refusal },
      );
    }, save);
  }, [file, nameOf, picking, save, tell]);
  const saveEach = useCallback(() => {
    picking(async (folder) => {
      tell({ kind: 'saving' });
      const unsaved = items.filter(({ isUnsaved }) => isUnsaved);
      for (const { file: changed, id, name } of unsaved) {
        // What was changed here is an .xlsx by now, whatever it was called.
        const put = await putCopy(folder, nameOf(name, true), changed);
        // What hinders one hinders the next; those before are saved and no longer asked for.
        if (!put.ok) {
          tell({ kind: 'refused', file: name, refusal: put.refusal });
          return;
        }
        saved(id, changed);
      }
      tell({ kind: 'allSavedInto', n: unsaved.length, folder: folder.name });
    }, saveAll);
  }, [items, nameOf, picking, saveAll, saved, tell]);
  return handles && { saveOpen, saveAll: saveEach };
}

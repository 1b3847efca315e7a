/** The file that is open, and everything that is done with files: opening, asking before one is dropped, saving a copy. */
import { useCallback, useRef, useState } from 'react';
import { useRaise } from '../pane/useRaise';
import type { Workbook } from '../port/workbook';
import type { SayWorkbench } from '../words/workbenchWords';
import { copyName, refusalOf, type Refusal } from './fileKinds';
import { createScreen, type WorkbookScreen } from './screen';
import type { ChosenFile, FileOrigin } from './places';
import type { OpenedFile, WorkbenchServices } from './services';
import { workbookOnScreen } from './workbookOnScreen';

/** A file with the screen that shows it. */
export interface FileOnScreen {
  /** Counts openings: the same name may be opened twice. */
  readonly opening: number;
  readonly name: string;
  /** What was opened. */
  readonly source: ChosenFile;
  /** Which file of the batch it is; null where it is open by itself. */
  readonly item: string | null;
  readonly opened: OpenedFile;
  readonly screen: WorkbookScreen;
  /** What the pane works on. */
  readonly workbook: Workbook;
}

/** What became of the last thing that was done, in the terms of a sentence. */
export type News =
  | {
      readonly kind: 'opening' | 'opened' | 'converted' | 'saved' | 'cleaned' | 'stopped';
      readonly file: string;
    }
  | { readonly kind: 'saving' | 'cleaning' }
  | { readonly kind: 'savedInto'; readonly file: string; readonly folder: string }
  | { readonly kind: 'allSavedInto'; readonly n: number; readonly folder: string }
  | { readonly kind: 'refused'; readonly file: string; readonly refusal: Refusal };

/** How a file of a batch is opened. */
interface OpenedAs {
  readonly item: string | null;
  readonly name: string;
  /** The sheet in front; null: the file's own. */
  readonly sheetId: string | null;
  /** Whether it carries changes that are in no saved copy. */
  readonly isUnsaved: boolean;
}

/** A changed file that was put away. */
interface PutAway {
  readonly item: string | null;
  readonly file: File;
  readonly origin: FileOrigin | null;
  readonly isUnsaved: boolean;
}

interface FileState {
  readonly file: FileOnScreen | null;
  readonly news: News | null;
  /** Chosen while changes are unsaved: the user is asked what shall become of them. */
  readonly asked: ChosenFile | null;
}

export interface FileActions extends FileState {
  /** Opens the file, or asks first where changes are unsaved. */
  readonly open: (file: ChosenFile) => void;
  /** Opens a file of a batch without asking: the one before was put away. */
  readonly openNow: (file: ChosenFile, opening: OpenedAs) => Promise<void>;
  /** Closes the open file; yields it as it is now where something was changed. */
  readonly putAway: () => Promise<PutAway | null>;
  /** Hands out a changed file as a reviewed copy. */
  readonly saveFile: (file: File, name: string) => void;
  readonly save: () => void;
  /** Hands out the file as it stands, changes included, cleaned; what is unsaved stays unsaved. */
  readonly saveClean: () => void;
  /** Gives up the file that is being opened. */
  readonly stop: () => void;
  /** Tells of something that was done with files elsewhere. */
  readonly tell: (news: News) => void;
  /** Answers the question. */
  readonly answer: (answer: 'save' | 'drop' | 'keep') => void;
}

const isUnsaved = (file: FileOnScreen | null): boolean => {
  const state = file?.screen.state();
  return state !== undefined && state.changes !== state.saved;
};

const alone = ({ file: { name } }: ChosenFile): OpenedAs => ({ item: null, name, sheetId: null, isUnsaved: false });

/** Keeps the file. */
export function useFile(services: WorkbenchServices, say: SayWorkbench): FileActions {
  const [state, setState] = useState<FileState>({ file: null, news: null, asked: null });
  const raise = useRaise();
  const { asked, file } = state;
  const openings = useRef(0);
  const opening = useRef<AbortController | null>(null);
  /** The file that is open, for what goes on longer than one drawing. */
  const held = useRef<OpenedFile | null>(null);

  const load = useCallback(
    async (chosen: ChosenFile, wanted: OpenedAs): Promise<void> => {
      const { name } = wanted;
      setState((before) => ({ ...before, asked: null, news: { kind: 'opening', file: name } }));
      // Whoever chooses another file meanwhile waits for that one.
      opening.current?.abort();
      const control = new AbortController();
      opening.current = control;
      const outcome = await services.open(chosen.file, control.signal);
      if (control.signal.aborted) {
        if (outcome.ok) outcome.value.close();
        if (opening.current === control) {
          setState((before) => ({ ...before, news: { kind: 'stopped', file: name } }));
        }
        return;
      }
      if (!outcome.ok) {
        const refusal = refusalOf(name, outcome.fault);
        setState((before) => ({ ...before, news: { kind: 'refused', file: name, refusal } }));
        return;
      }
      // It is open: giving up an opening must not take this file's worker with it.
      opening.current = null;
      const opened = outcome.value;
      const sheets = await opened.workbook.sheets();
      const all = sheets.ok ? sheets.value : [];
      const front = all.find(({ id }) => id === wanted.sheetId) ?? all.find(({ isActive }) => isActive) ?? all[0];
      if (!front) throw new Error('an open workbook has no sheet');
      const screen = createScreen(front.id, wanted.isUnsaved);
      const workbook = workbookOnScreen(opened.workbook, screen);
      openings.current += 1;
      setState({
        asked: null,
        file: { opening: openings.current, name, source: chosen, item: wanted.item, opened, screen, workbook },
        news: { kind: opened.isConverted ? 'converted' : 'opened', file: name },
      });
      // What was put away is closed already.
      held.current?.close();
      held.current = opened;
    },
    [services],
  );

  const saveCopy = useCallback(
    async (from: FileOnScreen): Promise<void> => {
      setState((before) => ({ ...before, news: { kind: 'saving' } }));
      // What is changed from here on may be in the copy or not, and so counts as unsaved.
      const { changes } = from.screen.state();
      const name = copyName(from.name, from.opened.isConverted, (own) => say('copyName', { name: own }));
      services.download(name, await from.opened.bytes());
      from.screen.saved(changes);
      setState((before) => ({ ...before, news: { kind: 'saved', file: name } }));
    },
    [services, say],
  );

  const saveCleanCopy = useCallback(
    async (from: FileOnScreen): Promise<void> => {
      setState((before) => ({ ...before, news: { kind: 'cleaning' } }));
      const copy = await services.cleanCopy(from.name, await from.opened.bytes());
      services.download(copy.name, copy.bytes);
      setState((before) => ({ ...before, news: { kind: 'cleaned', file: copy.name } }));
    },
    [services],
  );

  return {
    ...state,
    open: useCallback(
      (chosen) => {
        if (isUnsaved(file)) setState((before) => ({ ...before, asked: chosen }));
        else load(chosen, alone(chosen)).catch(raise);
      },
      [file, load, raise],
    ),
    openNow: load,
    putAway: useCallback(async () => {
      opening.current?.abort();
      if (!file) return null;
      const { changes } = file.screen.state();
      const isChanged = changes > 0;
      const bytes = isChanged ? await file.opened.bytes() : null;
      setState({ file: null, news: null, asked: null });
      file.opened.close();
      held.current = null;
      if (!bytes) return null;
      const changed = new File([new Uint8Array(bytes)], file.name);
      return { item: file.item, file: changed, origin: file.source.origin, isUnsaved: isUnsaved(file) };
    }, [file]),
    saveFile: useCallback(
      (changed, name) => {
        // What was changed here is an .xlsx by now, whatever it was called.
        const copy = copyName(name, true, (own) => say('copyName', { name: own }));
        services.download(copy, changed);
      },
      [services, say],
    ),
    saveClean: useCallback(() => {
      if (file) saveCleanCopy(file).catch(raise);
    }, [file, saveCleanCopy, raise]),
    save: useCallback(() => {
      if (file) saveCopy(file).catch(raise);
    }, [file, saveCopy, raise]),
    stop: useCallback(() => opening.current?.abort(), []),
    tell: useCallback((news) => setState((before) => ({ ...before, news })), []),
    answer: (given) => {
      if (!asked || !file) return;
      if (given === 'keep') setState((before) => ({ ...before, asked: null }));
      else if (given === 'drop') load(asked, alone(asked)).catch(raise);
      else
        saveCopy(file)
          .then(() => load(asked, alone(asked)))
          .catch(raise);
    },
  };
}

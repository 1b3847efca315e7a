/** The file that is open, and everything that is done with files: opening, asking before one is dropped, saving a copy. */
import { useCallback, useRef, useState } from 'react';
import { useRaise } from '../pane/useRaise';
import type { Workbook } from '../port/workbook';
import type { SayWorkbench } from '../words/workbenchWords';
import { copyName, refusalOf, type Refusal } from './fileKinds';
import { createScreen, type WorkbookScreen } from './screen';
import type { OpenedFile, WorkbenchServices } from './services';
import { workbookOnScreen } from './workbookOnScreen';

/** A file with the screen that shows it. */
export interface FileOnScreen {
  /** Counts openings: the same name may be opened twice. */
  readonly opening: number;
  readonly name: string;
  readonly opened: OpenedFile;
  readonly screen: WorkbookScreen;
  /** What the pane works on. */
  readonly workbook: Workbook;
}

/** What became of the last thing that was done, in the terms of a sentence. */
export type News =
  | {
      readonly kind: 'opening' | 'opened' | 'converted' | 'one-only' | 'saved' | 'cleaned' | 'stopped';
      readonly file: string;
    }
  | { readonly kind: 'saving' | 'cleaning' }
  | { readonly kind: 'refused'; readonly file: string; readonly refusal: Refusal };

interface FileState {
  readonly file: FileOnScreen | null;
  readonly news: News | null;
  /** Chosen while changes are unsaved: the user is asked what shall become of them. */
  readonly asked: File | null;
}

export interface FileActions extends FileState {
  /** Opens the first of the files, or asks first where changes are unsaved. */
  readonly open: (files: readonly File[]) => void;
  readonly save: () => void;
  /** Hands out the file as it stands, changes included, cleaned; what is unsaved stays unsaved. */
  readonly saveClean: () => void;
  /** Gives up the file that is being opened. */
  readonly stop: () => void;
  /** Answers the question. */
  readonly answer: (answer: 'save' | 'drop' | 'keep') => void;
}

const isUnsaved = (file: FileOnScreen | null): boolean => {
  const state = file?.screen.state();
  return state !== undefined && state.changes !== state.saved;
};

/** Keeps the file. */
export function useFile(services: WorkbenchServices, say: SayWorkbench): FileActions {
  const [state, setState] = useState<FileState>({ file: null, news: null, asked: null });
  const raise = useRaise();
  const { asked, file } = state;
  const openings = useRef(0);
  const opening = useRef<AbortController | null>(null);

  const load = useCallback(
    async (chosen: File, isOneOfMany: boolean): Promise<void> => {
      setState((before) => ({ ...before, asked: null, news: { kind: 'opening', file: chosen.name } }));
      // Whoever chooses another file meanwhile waits for that one.
      opening.current?.abort();
      const control = new AbortController();
      opening.current = control;
      const outcome = await services.open(chosen, control.signal);
      if (control.signal.aborted) {
        if (outcome.ok) outcome.value.close();
        if (opening.current === control) {
          setState((before) => ({ ...before, news: { kind: 'stopped', file: chosen.name } }));
        }
        return;
      }
      if (!outcome.ok) {
        const refusal = refusalOf(chosen.name, outcome.fault);
        setState((before) => ({ ...before, news: { kind: 'refused', file: chosen.name, refusal } }));
        return;
      }
      const opened = outcome.value;
      const sheets = await opened.workbook.sheets();
      const front = sheets.ok ? (sheets.value.find(({ isActive }) => isActive) ?? sheets.value[0]) : undefined;
      if (!front) throw new Error('an open workbook has no sheet');
      const screen = createScreen(front.id);
      const workbook = workbookOnScreen(opened.workbook, screen);
      openings.current += 1;
      setState({
        asked: null,
        file: { opening: openings.current, name: chosen.name, opened, screen, workbook },
        news: { kind: isOneOfMany ? 'one-only' : opened.isConverted ? 'converted' : 'opened', file: chosen.name },
      });
      file?.opened.close();
    },
    [services, file],
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
      (files) => {
        const [chosen] = files;
        if (!chosen) return;
        if (isUnsaved(file)) setState((before) => ({ ...before, asked: chosen }));
        else load(chosen, files.length > 1).catch(raise);
      },
      [file, load, raise],
    ),
    saveClean: useCallback(() => {
      if (file) saveCleanCopy(file).catch(raise);
    }, [file, saveCleanCopy, raise]),
    save: useCallback(() => {
      if (file) saveCopy(file).catch(raise);
    }, [file, saveCopy, raise]),
    stop: useCallback(() => opening.current?.abort(), []),
    answer: (given) => {
      if (!asked || !file) return;
      if (given === 'keep') setState((before) => ({ ...before, asked: null }));
      else if (given === 'drop') load(asked, false).catch(raise);
      else
        saveCopy(file)
          .then(() => load(asked, false))
          .catch(raise);
    },
  };
}

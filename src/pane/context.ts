/** What every part of the pane can reach: what is known, what can be said, what can be done. */
import { createContext, type Dispatch, useContext } from 'react';
import type { CellRef } from '../core/sheet/cellRef';
import type { FormReport } from '../core/report/report';
import type { Words } from '../words/wordsOf';
import type { PaneEvent, PaneState } from './state';

/** What a click can set off; each ends in an event of the state. */
export interface Actions {
  /** Reviews the sheet of this id, or with null the active one. */
  readonly review: (sheetId: string | null) => void;
  /** Writes what is ticked of the form's plan. */
  readonly apply: (form: FormReport, editIds: readonly string[], marks: boolean) => void;
  readonly unmark: (sheetId: string) => void;
  /** Selects the cell in the workbook; `then` runs afterwards, to keep the keyboard where it was. */
  readonly reveal: (sheetId: string, cell: CellRef, then?: () => void) => void;
  /** Does again what failed last. */
  readonly retry: () => void;
}

export interface Pane {
  readonly state: PaneState;
  readonly dispatch: Dispatch<PaneEvent>;
  readonly words: Words;
  readonly actions: Actions;
}

export const PaneContext = createContext<Pane | null>(null);

/** @throws Error outside the pane. */
export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('usePane is called outside the pane');
  return pane;
}

/** What every part of the pane can reach: what is known, what can be said, what can be done. */
import { createContext, type Dispatch, useContext } from 'react';
import type { CellRef } from '../core/sheet/cellRef';
import type { Finding } from '../core/checks/finding';
import type { ColumnMapping } from '../core/form/columnMapping';
import type { FormReport } from '../core/report/report';
import type { Rubric } from '../core/rubric/rubric';
import type { ReviewedSheet, Unreadable } from '../review/memory/reviewed';
import type { ColumnPick } from '../review/memory/reviewer';
import type { PaperManner } from '../review/writePaper';
import type { Words } from '../words/wordsOf';
import type { PaneServices, PaperRequest } from './services';
import type { Settings } from './settings';
import type { PaneEvent, PaneState } from './state';

/** What a click can set off; each ends in an event of the state. */
export interface Actions {
  /** Reviews the sheet of this id, or with null the active one. */
  readonly review: (sheetId: string | null) => void;
  /** Writes what is ticked of the form's plan. */
  readonly apply: (form: FormReport, editIds: readonly string[], marks: boolean) => void;
  readonly unmark: (sheetId: string) => void;
  /** Asks what was applied and can be taken back. */
  readonly listApplied: () => void;
  readonly revert: (entryId: string) => void;
  /** Reviews the whole workbook, until it is done or cancelled. */
  readonly reviewAll: () => void;
  readonly cancelReviewAll: () => void;
  /** No longer waits for the running task; what it writes is told when the host answers. */
  readonly stopWaiting: () => void;
  /** Puts a sheet of our own into the workbook. */
  readonly writePaper: (request: PaperRequest, manner: PaperManner) => void;
  /** Puts the sample form into the workbook, brings it to the front and reviews it. */
  readonly trySample: (manner: PaperManner) => void;
  /** Selects the cell in the workbook; `then` runs afterwards, to keep the keyboard where it was. */
  readonly reveal: (sheetId: string, cell: CellRef, then?: () => void) => void;
  /** Accepts or, with a null reason, no longer accepts a finding of the form that is shown. */
  readonly accept: (sheet: ReviewedSheet, form: number, finding: Finding, reason: string | null) => void;
  /** Reviews with the picked columns; `refused` runs where their row holds no words to know it by. */
  readonly mapColumns: (sheetId: string, picks: readonly ColumnPick[], refused: () => void) => void;
  readonly useMapping: (sheetId: string, mapping: ColumnMapping) => void;
  readonly forgetMapping: (sheetId: string, mapping: ColumnMapping) => void;
  /** Keeps the rubric for the workbook and reviews the sheet by it, where one is shown. */
  readonly chooseRubric: (rubric: Rubric | null, sheetId: string | null) => void;
  readonly forget: (sheetId: string, part: Unreadable) => void;
  /** Takes over what came with the file, or turns it down. */
  readonly adopt: (sheet: ReviewedSheet) => void;
  readonly refuse: (sheet: ReviewedSheet) => void;
  readonly changeSettings: (settings: Settings) => void;
  /** Does again what failed last. */
  readonly retry: () => void;
}

export interface Pane {
  readonly state: PaneState;
  readonly dispatch: Dispatch<PaneEvent>;
  readonly words: Words;
  readonly actions: Actions;
  /** For pages that ask for something and keep it to themselves. */
  readonly services: PaneServices;
}

export const PaneContext = createContext<Pane | null>(null);

/** @throws Error outside the pane. */
export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('usePane is called outside the pane');
  return pane;
}

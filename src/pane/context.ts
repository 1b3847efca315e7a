/** What every part of the pane can reach: what is known, what can be said, what can be done. */
import { createContext, type Dispatch, useContext } from 'react';
import type { Finding } from '../core/checks/finding';
import type { FormReport, SheetReport } from '../core/report/report';
import type { DecisionOutcome } from '../review/memory/decide';
import type { ReviewedSheet } from '../review/memory/reviewed';
import type { WantedDecision } from '../review/memory/reviewer';
import type { PaperManner } from '../review/writePaper';
import type { FirstWords } from '../words/firstWords';
import type { Words } from '../words/wordsOf';
import type { PaneServices } from './services';
import type { Settings } from './settings';
import type { PaneEvent, PaneState } from './state';

/** Verbs of the services that a click passes on as they are. */
type Passed =
  | 'adopt'
  | 'forget'
  | 'forgetMapping'
  | 'listApplied'
  | 'listImports'
  | 'refuse'
  | 'revert'
  | 'takeBackImport'
  | 'undo'
  | 'unmark'
  | 'useMapping'
  | 'writePaper';

type Asked<Verb extends keyof PaneServices> = PaneServices[Verb] extends (...asked: infer Given) => unknown
  ? Given
  : never;

/** What a click can set off; each ends in an event of the state. What a verb is for stands where it is declared. */
export interface Actions extends Readonly<{ [Verb in Passed]: (...asked: Asked<Verb>) => void }> {
  /** Reviews the sheet of this id, or with null the active one, and shows that form of it, the first where left out. */
  readonly review: (sheetId: string | null, form?: number) => void;
  /** Writes what is ticked of the form's plan. */
  readonly apply: (form: FormReport, editIds: readonly string[], marks: boolean) => void;
  /** Reviews the whole workbook, until it is done or cancelled. */
  readonly reviewAll: () => void;
  readonly cancelReviewAll: () => void;
  /** No longer waits for the running task; what it writes is told when the host answers. */
  readonly stopWaiting: () => void;
  /** Puts the sample form into the workbook, brings it to the front and reviews it. */
  readonly trySample: (manner: PaperManner) => void;
  /** Reads the file and brings its tables in as new sheets. */
  readonly importFile: (file: File) => void;
  /** Selects the cell in the workbook; `then` runs afterwards, to keep the keyboard where it was. */
  readonly reveal: (...asked: [...Asked<'reveal'>, then?: () => void]) => void;
  /** Reviews with the picked columns; `refused` runs where their row holds no words to know it by. */
  readonly mapColumns: (...asked: [...Asked<'mapColumns'>, refused: () => void]) => void;
  /** Keeps the rubric for the workbook and reviews the sheet by it, where one is shown. */
  readonly chooseRubric: (...asked: [...Asked<'chooseRubric'>, sheetId: string | null]) => void;
  /** Lets a finding pass for a reason, or takes that back; `refused` hears why nothing was kept. */
  readonly accept: (...asked: [...Asked<'accept'>, refused: (because: RefusedDecision) => void]) => void;
  /** Keeps a decision and shows the sheet as it is then; `refused` hears why nothing was kept. */
  readonly decide: (
    sheet: ReviewedSheet,
    wanted: WantedDecision,
    replaces: boolean,
    refused: (because: RefusedDecision) => void,
  ) => void;
  /** Says where a form stands, and shows the sheet as it is then. */
  readonly setState: (...asked: Asked<'setState'>) => void;
  /** Marks these forms as returned, one after the other, each with what its unit is told; a fault ends it. */
  readonly returnForms: (forms: readonly ReturnedForm[]) => void;
  /** Holds the sheet against an earlier file; `other` runs where that is about no project of the sheet. */
  readonly takeFirstRound: (sheet: ReviewedSheet, file: File, other: () => void) => void;
  readonly changeSettings: (settings: Settings) => void;
  /** Does again what failed last. */
  readonly retry: () => void;
}

/** A form that goes back to its unit. */
interface ReturnedForm {
  readonly sheet: SheetReport;
  /** Which form of the sheet, from 0. */
  readonly form: number;
  /** What the letter tells the unit. */
  readonly told: readonly Finding[];
}

/** Why a decision was not kept. */
export type RefusedDecision = Exclude<DecisionOutcome, { readonly kind: 'kept' }>;

/** What the first screen can reach, while the words of the rest are still on their way. */
export interface FirstPane {
  readonly state: PaneState;
  readonly dispatch: Dispatch<PaneEvent>;
  readonly words: FirstWords;
  readonly actions: Actions;
  /** For pages that ask for something and keep it to themselves. */
  readonly services: PaneServices;
  /** Whether the first screen is on the screen: what it does not show is fetched only then. */
  readonly isSettled: boolean;
}

/** What everything else can reach. */
export interface Pane extends FirstPane {
  readonly words: Words;
}

export const FirstPaneContext = createContext<FirstPane | null>(null);
/** Null until all words are there. */
export const PaneContext = createContext<Pane | null>(null);

/** @throws Error outside the pane. */
export function useFirstPane(): FirstPane {
  const pane = useContext(FirstPaneContext);
  if (!pane) throw new Error('useFirstPane is called outside the pane');
  return pane;
}

/** @throws Error outside the pane, and before all words are there. */
export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('usePane is called outside the pane');
  return pane;
}

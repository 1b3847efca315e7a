/** What the user looks at: the sheet in front, the selected cell, and how far the workbook is from its last copy. */
import type { CellRef } from '../core/sheet/cellRef';
import type { Selection } from '../port/workbook';

/** One moment of the screen. */
export interface ScreenState extends Selection {
  /** Counts changes of what is drawn: whoever draws reads anew when it grows. */
  readonly drawing: number;
  /** Counts changes of the workbook. */
  readonly changes: number;
  /** How many of them are in the copy that was saved last. */
  readonly saved: number;
  /** Counts cells that the pane asked to see, so that even the same cell twice is shown twice. */
  readonly revealed: number;
}

/** The screen; a state is replaced, never changed. */
export interface WorkbookScreen {
  readonly state: () => ScreenState;
  /** Calls after every change until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void;
  readonly select: (sheetId: string, cell: CellRef) => void;
  /** Selects for the pane. */
  readonly reveal: (sheetId: string, cell: CellRef) => void;
  /** The workbook was changed; whether anything that is drawn was. */
  readonly changed: (isDrawn: boolean) => void;
  /** A copy with that many changes was saved. */
  readonly saved: (changes: number) => void;
}

/** A screen that shows the top of a sheet; `isUnsaved`: of a file that carries changes which are in no copy yet. */
export function createScreen(sheetId: string, isUnsaved = false): WorkbookScreen {
  const cell = { row: 0, column: 0 };
  let state: ScreenState = { sheetId, cell, drawing: 0, changes: isUnsaved ? 1 : 0, saved: 0, revealed: 0 };
  const listeners = new Set<() => void>();
  const change = (part: Partial<ScreenState>): void => {
    state = { ...state, ...part };
    for (const listen of listeners) listen();
  };
  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    select: (sheet, cell) => change({ sheetId: sheet, cell }),
    reveal: (sheet, cell) => change({ sheetId: sheet, cell, revealed: state.revealed + 1 }),
    changed: (isDrawn) => change({ changes: state.changes + 1, drawing: state.drawing + (isDrawn ? 1 : 0) }),
    saved: (changes) => change({ saved: changes }),
  };
}

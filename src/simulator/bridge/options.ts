/**
 * grouped: one step of undo · not-supported: UndoNotSupported before anything runs · broken: an internal error before
 * anything runs · broken-afterwards: everything runs, then the closing of the group fails.
 */
export type UndoGroup = 'grouped' | 'not-supported' | 'broken' | 'broken-afterwards';

/** What can be chosen about a simulated Excel. */
export interface ExcelOptions {
  /** The highest ExcelApi set that it reports and answers, "1.1" to "1.20"; "1.15" when left out. */
  readonly level?: string;
  /** What becomes of `Excel.run({ mergeUndoGroup: true })` from level 1.20 on; "grouped" when left out. */
  readonly undoGroup?: UndoGroup;
  /** Whether requests and answers may be larger than 5 MB, as on the desktop; they may not when left out. */
  readonly isRoomy?: boolean;
  /** Language of the user interface; "zh-CN" when left out. */
  readonly locale?: string;
  /** Whether Office shows itself in its black theme; the colourful one when left out. */
  readonly isDark?: boolean;
  /** The workbook as a file, for those who ask for it; asking is refused when left out. */
  readonly file?: () => Uint8Array;
  /** Milliseconds that every answer takes; 0 when left out. */
  readonly answerAfter?: number;
}

/** What a review yields: data from which every screen, table, file and message is made. */
import type { Documents } from '../documents/documents';
import type { Finding } from '../checks/finding';
import type { Form, NoForm } from '../form/form';
import type { Rubric } from '../rubric/rubric';
import type { Scores } from '../score/scores';
import type { Plan } from './edit';
import type { NotChecked } from './notChecked';
import type { TotalWithheld } from './planEdits';

/** How a rubric came to be the one in force. */
type RubricChoice = 'inferred' | 'chosen' | 'default';

/** One form, reviewed. */
export interface FormReport {
  readonly form: Form;
  readonly rubric: Rubric;
  readonly rubricChoice: RubricChoice;
  readonly scores: Scores;
  /** In reading order: by severity, then by place. */
  readonly findings: readonly Finding[];
  /** What of the form could not be reviewed, and why; empty where all of it was. Said before anything else. */
  readonly notChecked: readonly NotChecked[];
  /** Everything that could be written back; the user picks. */
  readonly plan: Plan;
  /**
   * What would be found once the recommended edits are written and was not found before: a plan says what it leads to.
   * Empty where nothing is written.
   */
  readonly raises: readonly Finding[];
  /** Why the plan offers no total though its cell could be written; null where it does, or where none is needed. */
  readonly totalWithheld: TotalWithheld | null;
  /** What was looked at, so that a clean form can say so. */
  readonly examined: { readonly indicators: number; readonly checks: number; readonly hiddenRows: number };
}

/** One sheet: its forms, or why there is none. */
export interface SheetReport {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly skipped: NoForm | null;
  /** Empty when skipped; usually one. */
  readonly forms: readonly FormReport[];
  /** What stands on the sheet that forms can be held against, here and on other sheets. */
  readonly documents: Documents;
  /** Whether this is the sample form of this add-in, about a project that does not exist. */
  readonly isSample: boolean;
  readonly isProtected: boolean;
  /** True where the host did not let merged areas be asked for: a read-only session. */
  readonly mergesUnread?: true;
  readonly clippedFrom: { readonly rows: number; readonly columns: number } | null;
}

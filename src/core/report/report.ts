/** What a review yields: data from which every screen, table, file and message is made. */
import type { Documents } from '../documents/documents';
import type { Finding } from '../checks/finding';
import type { Form, NoForm } from '../form/form';
import type { Rubric } from '../rubric/rubric';
import type { Scores } from '../score/scores';
import type { Decision } from '../decisions/decision';
import type { FormKey } from '../decisions/formKey';
import type { Conflict } from '../decisions/question';
import type { DecisionStanding } from './decisionStandings';
import type { Plan } from './edit';
import type { NotChecked } from './notChecked';
import type { AcceptedFinding } from './explained';
import type { TotalWithheld } from './planEdits';
import type { Round } from './roundFates';

/** How a rubric came to be the one in force. */
type RubricChoice = 'inferred' | 'chosen' | 'default';

/** One form, reviewed. */
export interface FormReport {
  readonly form: Form;
  readonly rubric: Rubric;
  readonly rubricChoice: RubricChoice;
  readonly scores: Scores;
  /** The open ones, in reading order: by severity, then by place. */
  readonly findings: readonly Finding[];
  /** What of the form could not be reviewed, and why; empty where all of it was. Said before anything else. */
  readonly notChecked: readonly NotChecked[];
  /** 说明后通过: those that the reviewer let pass, with the reason. */
  readonly accepted: readonly AcceptedFinding[];
  /** Open and let pass together, in reading order. */
  readonly allFindings: readonly Finding[];
  /** By what the form is known again, for decisions about it. */
  readonly key: FormKey;
  /** The decisions about this form, with what became of each; the rules for its texts among them. */
  readonly decisions: readonly DecisionStanding[];
  /** Decisions about a row that contradict each other: its written score stands, and another one was given. */
  readonly clashes: readonly Conflict[];
  /** What became of what was returned to the unit; null where the form was not returned. */
  readonly round: Round | null;
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
  /** Decisions that contradict each other, none of which counts; of all forms of the workbook. */
  readonly contradictions: readonly Conflict[];
  /** Decisions about forms that are not on this sheet. */
  readonly elsewhere: readonly Decision[];
  readonly isProtected: boolean;
  /** True where the host did not let merged areas be asked for: a read-only session. */
  readonly mergesUnread?: true;
  readonly clippedFrom: { readonly rows: number; readonly columns: number } | null;
}

/** What a check is: a plain object with functions from a scored row, or a scored form, to findings. */
import type { Documents } from '../documents/documents';
import type { Form } from '../form/form';
import type { Rubric } from '../rubric/rubric';
import type { CellRef } from '../sheet/cellRef';
import type { Cell } from '../sheet/sheetView';
import type { Verdict } from '../score/agreement';
import type { Derivation, GoverningRule, IndicatorScore, Scores } from '../score/scores';
import type { Fact, PlaceBeside, Severity } from './finding';

/** Everything a check may look at. */
export interface Examined {
  readonly form: Form;
  readonly rubric: Rubric;
  readonly scores: Scores;
  /** What stands beside the form in its workbook or batch. */
  readonly documents: Documents;
}

/** What all rows share and no row changes: all that the part of a check for one row may look at beside its row. */
export interface RowSetting {
  readonly rubric: Rubric;
  readonly title: Cell | null;
  readonly project: Cell | null;
  readonly year: number | null;
  readonly yearCell: Cell | null;
  /** Heading of the column of reasons; null where there is none. */
  readonly reasonHeading: Cell | null;
}

/** What all rows of a form share. */
export function settingOf({ form, rubric }: Examined): RowSetting {
  const { columns, project, title, year, yearCell } = form;
  const reasonHeading = columns.find(({ role }) => role === 'reason')?.header ?? null;
  return { rubric, title, project, year, yearCell, reasonHeading };
}

/** What a check says of one finding; the names of `facts` are those declared for the message. */
export interface Remark {
  /** Merge anchors; the first is where to jump. */
  readonly cells: readonly CellRef[];
  readonly facts: Readonly<Record<string, Fact>>;
  /** Key of the indicator it is about; omitted for the form as a whole. */
  readonly indicator?: string;
  /** The other cell, where it stands on another sheet or in another file. */
  readonly beside?: PlaceBeside | null;
  readonly found?: Fact;
  readonly expected?: Fact;
  /** The scored thing it is about, which brings its sum and its rule. */
  readonly score?: { readonly derivation: Derivation; readonly rule: GoverningRule };
  /** What all readings together say, where it is about a score: its severity follows in `severityOf`. */
  readonly verdict?: Verdict;
  /** When this finding weighs otherwise than the check's own severity. */
  readonly severity?: Severity;
}

/** What checks look at. */
type Scope = 'structure' | 'budget' | 'indicators' | 'totals' | 'text' | 'documents';

/** A check. Sentences (title, why, remedy, messages) stand in `words`, under its id. */
export interface Check<Id extends string = string, Key extends string = string> {
  /** Thing + what must hold: `weights-reach-total`. */
  readonly id: Id;
  readonly severity: Severity;
  /**
   * What it looks at. Rows that stand displaced against their header are taken out of what `indicators` checks see,
   * and `totals` and `documents` checks, which need every row, do not run on such a form at all.
   * `documents` checks hold the form against what stands beside it, and run again when more of that is known.
   */
  readonly scope: Scope;
  /** Message keys, each with the names of the facts that its sentence may use. */
  readonly messages: Readonly<Record<Key, readonly string[]>>;
  /**
   * Checks that explain more: where one of these reported the same first cell or the same indicator,
   * this one stays silent.
   */
  readonly yieldsTo: readonly string[];
  /**
   * Whether neither a written score nor a reason changes what it finds and where. A plan writes nothing else, so that it
   * need not be reviewed by this check again; a test holds it to that. Left out, the check runs again.
   */
  readonly ignoresScores?: true;
  /**
   * Looks at one row as it was scored, and at nothing else of the form: a row that stays as it is need not be looked at
   * again. Like `find`, it never throws on odd input and never changes what it is given.
   */
  findInRow?(row: IndicatorScore, setting: RowSetting, report: (message: Key, remark: Remark) => void): void;
  /** Looks at the form as a whole, after its rows. */
  find?(examined: Examined, report: (message: Key, remark: Remark) => void): void;
}

/** Declares a check; reporting a message that was not declared does not compile. */
export function defineCheck<const Id extends string, Key extends string>(
  check: Omit<Check<Id, Key>, 'yieldsTo'> & { readonly yieldsTo?: readonly string[] },
): Check<Id, Key> {
  return { yieldsTo: [], ...check };
}

/** What a check is: a plain object with one function from a scored form to findings. */
import type { Documents } from '../documents/documents';
import type { Form } from '../form/form';
import type { Rubric } from '../rubric/rubric';
import type { CellRef } from '../sheet/cellRef';
import type { Verdict } from '../score/agreement';
import type { Derivation, GoverningRule, Scores } from '../score/scores';
import type { Fact, PlaceBeside, Severity } from './finding';

/** Everything a check may look at. */
export interface Examined {
  readonly form: Form;
  readonly rubric: Rubric;
  readonly scores: Scores;
  /** What stands beside the form in its workbook or batch. */
  readonly documents: Documents;
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
  readonly scope: 'structure' | 'budget' | 'indicators' | 'totals' | 'text' | 'documents';
  /** Message keys, each with the names of the facts that its sentence may use. */
  readonly messages: Readonly<Record<Key, readonly string[]>>;
  /**
   * Checks that explain more: where one of these reported the same first cell or the same indicator,
   * this one stays silent.
   */
  readonly yieldsTo: readonly string[];
  /** Looks for findings. Never throws on odd input, never changes what it is given. */
  find(examined: Examined, report: (message: Key, remark: Remark) => void): void;
}

/** Declares a check; reporting a message that was not declared does not compile. */
export function defineCheck<const Id extends string, Key extends string>(
  check: Omit<Check<Id, Key>, 'yieldsTo'> & { readonly yieldsTo?: readonly string[] },
): Check<Id, Key> {
  return { yieldsTo: [], ...check };
}

/** What a review yields together with what was remembered: findings that are open, and those that were accepted. */
import type { Finding } from '../../core/checks/finding';
import type { ColumnMapping } from '../../core/form/columnMapping';
import { marksOf } from '../../core/report/planEdits';
import type { FormReport, SheetReport } from '../../core/report/report';
import { type Acceptance, type AcceptedFinding, partFindings } from './accepted';
import type { Brought } from './brought';

/** A reviewed form; `findings` and the marks of its plan are those that are still open. */
export interface ReviewedForm extends FormReport {
  readonly accepted: readonly AcceptedFinding[];
  /** Open and accepted together, in reading order. */
  readonly allFindings: readonly Finding[];
}

/** Something kept in the workbook that could not be read, and so did not take part in the review. */
export type Unreadable = 'accepted' | 'columns' | 'rubric';

/** A reviewed sheet. */
export interface ReviewedSheet extends SheetReport {
  readonly forms: readonly ReviewedForm[];
  /** The user's mapping of columns that this review followed, or null. */
  readonly mapping: ColumnMapping | null;
  /** A mapping that the user made for the same header row in another workbook, for them to take; or null. */
  readonly offeredMapping: ColumnMapping | null;
  readonly unreadable: readonly Unreadable[];
  /** What came with the file and was not made here: for the user to adopt or to turn down. */
  readonly brought: Brought;
}

/**
 * Parts the findings of every form and renews the marks: an adapter replaces all marks of a sheet at once, so the
 * plan of each form carries the marks of all forms of its sheet.
 */
export function withAccepted(
  forms: readonly (FormReport | ReviewedForm)[],
  acceptances: readonly Acceptance[],
): readonly ReviewedForm[] {
  const parted = forms.map((form, index) => {
    const allFindings = 'allFindings' in form ? form.allFindings : form.findings;
    return { form, allFindings, ...partFindings(allFindings, index, acceptances) };
  });
  const marks = marksOf(parted.flatMap(({ open }) => open));
  return parted.map(({ accepted, allFindings, form, open }) => ({
    ...form,
    findings: open,
    accepted,
    allFindings,
    plan: { ...form.plan, marks },
  }));
}

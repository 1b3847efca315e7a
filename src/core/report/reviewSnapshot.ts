/** The whole way of the core: from what was read of a sheet to its report. */
import { checks } from '../checks';
import { runChecks } from '../checks/runChecks';
import type { Form, Recognition } from '../form/form';
import { recognise } from '../form/recognise';
import type { ColumnMapping } from '../form/columnMapping';
import type { Rubric } from '../rubric/rubric';
import { inferRubric } from '../rubric/inferRubric';
import { scoreForm } from '../score/scoreForm';
import type { Snapshot } from '../sheet/snapshot';
import { isOwnPaper } from './ownPaper';
import { planEdits } from './planEdits';
import type { FormReport, SheetReport } from './report';

/** What a user decided about a review; everything may be left out. */
export interface ReviewChoices {
  /** The rubric to score by; inferred from the form when left out. */
  readonly rubric?: Rubric;
  /** Which header cell stands for which role, where recognition needed help. */
  readonly mapping?: ColumnMapping;
}

function reviewForm(form: Form, { rubric: chosen }: ReviewChoices): FormReport {
  const rubric = chosen ?? inferRubric(form).rubric;
  const scores = scoreForm(form, rubric);
  const findings = runChecks(checks, { form, rubric, scores });
  return {
    form,
    rubric,
    rubricChoice: chosen ? 'chosen' : 'inferred',
    scores,
    findings,
    plan: planEdits(form, scores, findings),
    examined: {
      indicators: form.indicators.length,
      checks: checks.length,
      hiddenRows: form.indicators.filter(({ isHidden }) => isHidden).length,
    },
  };
}

/**
 * Reviews one sheet: recognises its forms, scores them, checks them and plans what could be written. A paper of our
 * own has columns like a form and is none.
 */
export function reviewSnapshot(snapshot: Snapshot, choices: ReviewChoices = {}): SheetReport {
  const recognition: Recognition = isOwnPaper(snapshot)
    ? { found: false, because: { kind: 'own-paper' } }
    : recognise(snapshot, choices.mapping);
  return {
    sheetId: snapshot.sheetId,
    sheetName: snapshot.sheetName,
    skipped: recognition.found ? null : recognition.because,
    forms: recognition.found ? recognition.forms.map((form) => reviewForm(form, choices)) : [],
    isProtected: snapshot.isProtected,
    clippedFrom: snapshot.clippedFrom,
  };
}

/** The whole way of the core: from what was read of a sheet to its report. */
import { checks } from '../checks';
import { type Documents, joinDocuments, noDocuments } from '../documents/documents';
import type { Finding } from '../checks/finding';
import { runChecks } from '../checks/runChecks';
import type { Form, Recognition } from '../form/form';
import { recognise } from '../form/recognise';
import type { ColumnMapping } from '../form/columnMapping';
import type { Rubric } from '../rubric/rubric';
import { inferRubric } from '../rubric/inferRubric';
import { scoreForm, scoresAfter } from '../score/scoreForm';
import type { Scores } from '../score/scores';
import type { Snapshot } from '../sheet/snapshot';
import { afterEdits } from './afterEdits';
import { chooseEdits } from './chooseEdits';
import type { Plan } from './edit';
import { notCheckedIn } from './notChecked';
import { planEdits } from './planEdits';
import type { OwnSheetKind, RecogniseOwn } from './recogniseOwn';
import type { FormReport, SheetReport } from './report';

/** What a user decided about a review; everything may be left out. */
export interface ReviewChoices {
  /** The rubric to score by; inferred from the form when left out. */
  readonly rubric?: Rubric;
  /** Which header cell stands for which role, where recognition needed help. */
  readonly mapping?: ColumnMapping;
  /** Tells sheets of our own from forms; without it none is known. */
  readonly recogniseOwn?: RecogniseOwn;
  /** What stands beside the sheet in its workbook or batch; what stands on the sheet itself is found on it. */
  readonly documents?: Documents;
  /** Leaves the sample form of this add-in out: asked for by itself it is reviewed, counted among real forms it is not. */
  readonly leavesOutSample?: boolean;
}

/** What makes a finding the same before and after: its check, what it says and where. */
function identityOf({ cells: [cell], check, indicator, message }: Finding): string {
  return JSON.stringify([check, message, indicator, cell ?? null]);
}

/** The checks that look at scores; the others find the same before and after. */
const ofScores = checks.filter(({ scope }) => scope === 'indicators' || scope === 'totals');

/** The findings that writing the recommended edits would raise: the plan, reviewed before it is offered. */
function raisedBy(
  plan: Plan,
  form: Form,
  rubric: Rubric,
  scores: Scores,
  before: readonly Finding[],
): readonly Finding[] {
  const edits = chooseEdits(plan, new Set(plan.edits.flatMap(({ id, recommended }) => (recommended ? [id] : []))));
  // Notes are words with slots to be filled in, which they say themselves.
  const points = edits.filter(({ kind }) => kind !== 'note');
  if (points.length === 0) return [];
  const after = afterEdits(form, edits);
  const known = new Set(before.map(identityOf));
  const examined = { form: after, rubric, scores: scoresAfter(after, rubric, scores), documents: noDocuments };
  const found = runChecks(ofScores, examined);
  return found.filter((finding) => !known.has(identityOf(finding)) && finding.check !== 'placeholder-left');
}

function reviewForm(form: Form, { rubric: chosen }: ReviewChoices, documents: Documents): FormReport {
  // A profile that the reviewer chose is decided; an inferred one may leave others open.
  const profiles = chosen ? { rubric: chosen } : inferRubric(form);
  const { rubric } = profiles;
  const scores = scoreForm(form, profiles);
  const findings = runChecks(checks, { form, rubric, scores, documents });
  const { plan, withheld } = planEdits(form, scores, findings, rubric);
  return {
    form,
    rubric,
    rubricChoice: chosen ? 'chosen' : 'inferred',
    scores,
    findings,
    notChecked: notCheckedIn(form, scores),
    plan,
    raises: raisedBy(plan, form, rubric, scores, findings),
    totalWithheld: withheld,
    examined: {
      indicators: form.indicators.length,
      checks: checks.length,
      hiddenRows: form.indicators.filter(({ isHidden }) => isHidden).length,
    },
  };
}

function recognition(
  snapshot: Snapshot,
  own: OwnSheetKind | null,
  { leavesOutSample, mapping }: ReviewChoices,
): Recognition {
  if (own === 'paper') return { found: false, because: { kind: 'own-paper' }, targetTables: [] };
  if (leavesOutSample && own === 'sample') return { found: false, because: { kind: 'sample' }, targetTables: [] };
  return recognise(snapshot, mapping);
}

/**
 * Reviews one sheet: recognises its forms, scores them, checks them and plans what could be written. A paper of our
 * own has columns like a form and is none.
 */
export function reviewSnapshot(snapshot: Snapshot, choices: ReviewChoices = {}): SheetReport {
  const own = choices.recogniseOwn?.(snapshot) ?? null;
  const recognised = recognition(snapshot, own, choices);
  const documents: Documents = { targetTables: recognised.targetTables };
  const beside = joinDocuments([documents, choices.documents ?? noDocuments]);
  return {
    sheetId: snapshot.sheetId,
    sheetName: snapshot.sheetName,
    skipped: recognised.found ? null : recognised.because,
    forms: recognised.found ? recognised.forms.map((form) => reviewForm(form, choices, beside)) : [],
    documents,
    isSample: own === 'sample',
    isProtected: snapshot.isProtected,
    ...(snapshot.mergesUnread ? { mergesUnread: snapshot.mergesUnread } : {}),
    clippedFrom: snapshot.clippedFrom,
  };
}

/** The documents of a sheet, without a review: for the forms of other sheets. */
export function documentsOf(snapshot: Snapshot, recogniseOwn?: RecogniseOwn): Documents {
  const own = recogniseOwn?.(snapshot) ?? null;
  const { targetTables } = recognition(snapshot, own, { leavesOutSample: true });
  return { targetTables };
}

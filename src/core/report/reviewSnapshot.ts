/** The whole way of the core: from what was read of a sheet to its report. */
import { checks } from '../checks';
import {
  type Documents,
  documentsForAll,
  documentsIn,
  isWithoutDocuments,
  joinDocuments,
  noDocuments,
} from '../documents/documents';
import type { Check } from '../checks/defineCheck';
import type { Finding } from '../checks/finding';
import { checkInSteps, inReadingOrder } from '../checks/runChecks';
import type { Decision } from '../decisions/decision';
import { concernsForm, decisionsFor, type FormDecisions } from '../decisions/formDecisions';
import { type FormKey, formKeysOf } from '../decisions/formKey';
import { type Conflict, withoutContradictions } from '../decisions/question';
import type { Form, Recognition } from '../form/form';
import { recognise } from '../form/recognise';
import type { ColumnMapping } from '../form/columnMapping';
import type { Rubric } from '../rubric/rubric';
import { inferRubric } from '../rubric/inferRubric';
import type { Profiles } from '../score/profilesOf';
import { scoreInSteps, scoresAfter } from '../score/scoreForm';
import type { Scores } from '../score/scores';
import type { Snapshot } from '../sheet/snapshot';
import { finish, type Steps } from '../steps';
import { afterEdits } from './afterEdits';
import { chooseEdits } from './chooseEdits';
import type { Plan } from './edit';
import { ruleKeysOf, standingsOf } from './decisionStandings';
import { type EarlierStates, earlierStateOf } from './earlierStates';
import { type AcceptedFinding, partFindings, standingScores } from './explained';
import { notCheckedIn } from './notChecked';
import { marksOf, planEdits } from './planEdits';
import type { OwnSheetKind, RecogniseOwn } from './recogniseOwn';
import type { FormReport, SheetReport } from './report';
import { roundIn } from './rounds';

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
  /** What the reviewer decided: premises, scores, rules, findings that pass; of all forms of the workbook. */
  readonly decisions?: readonly Decision[];
  /** States that are known from outside the workbook: a form that has none of its own has one of these. */
  readonly earlierStates?: EarlierStates;
  /** Leaves the sample form of this add-in out: asked for by itself it is reviewed, counted among real forms it is not. */
  readonly leavesOutSample?: boolean;
}

/** What makes a finding the same before and after: its check, what it says and where. */
function identityOf({ cells: [cell], check, indicator, message }: Finding): string {
  return JSON.stringify([check, message, indicator, cell ?? null]);
}

/** Whether a check may find something else once scores and reasons are written. */
function minds({ ignoresScores, scope }: Check): boolean {
  return ignoresScores !== true && (scope === 'indicators' || scope === 'totals');
}

/** The checks whose findings stand whatever scores and reasons are written. */
const unmoved: ReadonlySet<string> = new Set(checks.flatMap(({ id, ignoresScores }) => (ignoresScores ? [id] : [])));

/** The findings that writing the recommended edits would raise: the plan, reviewed before it is offered. */
function* raisedBy(
  plan: Plan,
  form: Form,
  rubric: Rubric,
  scores: Scores,
  before: readonly Finding[],
  accepted: readonly AcceptedFinding[],
): Steps<readonly Finding[]> {
  const edits = chooseEdits(plan, new Set(plan.edits.flatMap(({ id, recommended }) => (recommended ? [id] : []))));
  // Notes are words with slots to be filled in, which they say themselves.
  const points = edits.filter(({ kind }) => kind !== 'note');
  if (points.length === 0) return [];
  const after = afterEdits(form, edits);
  const known = new Set(before.map(identityOf));
  const examined = { form: after, rubric, scores: scoresAfter(after, rubric, scores), documents: noDocuments };
  const all = [...before, ...accepted.map(({ finding }) => finding)];
  const standing = all.filter(({ check }) => unmoved.has(check));
  const found = yield* checkInSteps(checks, examined, { runsAgain: minds, standing });
  return found.filter((finding) => !known.has(identityOf(finding)) && finding.check !== 'placeholder-left');
}

/** The scores and findings of a form with what was decided about it. */
interface Judged {
  readonly scores: Scores;
  readonly open: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  /** A written score that stands, and another one given for the same row. */
  readonly clashes: readonly Conflict[];
}

/** The scores that count for rows whose written score stands by an explanation, where they are not the written ones. */
function clashesOf(
  form: Form,
  decisions: FormDecisions,
  accepted: readonly AcceptedFinding[],
  own: readonly Decision[],
): readonly Conflict[] {
  const standing = standingScores(form, accepted);
  return accepted.flatMap(({ decision }) => {
    const stands = standing.get(decision.indicator);
    const row = form.indicators.find(({ key }) => key === decision.indicator);
    const given = row ? decisions.scoreOf(row) : form.budget && decisions.executionScoreOf(form.budget);
    if (!stands || given?.how !== 'given' || given.score.eq(stands.score)) return [];
    return own.flatMap((other): readonly Conflict[] =>
      other.kind === 'score' && other.indicator === decision.indicator ? [[decision, other]] : [],
    );
  });
}

function* judge(
  form: Form,
  profiles: Profiles,
  key: FormKey,
  own: readonly Decision[],
  documents: Documents,
): Steps<Judged> {
  const { rubric } = profiles;
  const explained = own.filter((decision) => decision.kind === 'explained');
  const judgedBy = function* (decisions: FormDecisions): Steps<Judged> {
    const scores = yield* scoreInSteps(form, profiles, decisions);
    const found = yield* checkInSteps(checks, { form, rubric, scores, documents });
    return { scores, clashes: [], ...partFindings(found, explained) };
  };
  const all = decisionsFor(key, own);
  if (explained.length === 0) return yield* judgedBy(all);
  // Whether a written score stands is told by the rules; from it, and from the scores that were given, everything else follows.
  const unscored = own.filter(({ kind }) => kind !== 'score');
  const first = yield* judgedBy(decisionsFor(key, unscored));
  const standing = standingScores(form, first.accepted);
  const isFirst = standing.size === 0 && unscored.length === own.length;
  const again = isFirst ? first : yield* judgedBy(decisionsFor(key, own, standing));
  const known = new Set(first.accepted.map(({ finding }) => identityOf(finding)));
  const further = again.accepted.filter(({ finding }) => !known.has(identityOf(finding)));
  const accepted = [...first.accepted, ...further];
  const clashes = clashesOf(form, all, accepted, own);
  if (clashes.length === 0) return { ...again, accepted };
  // Neither of two that contradict each other counts.
  const left = own.filter((decision) => !clashes.some((pair) => pair.includes(decision)));
  const judged = yield* judge(form, profiles, key, left, documents);
  return { ...judged, clashes: [...judged.clashes, ...clashes] };
}

type Rules = Pick<ReviewChoices, 'earlierStates' | 'rubric'>;

function* reviewForm(
  form: Form,
  key: FormKey,
  decisions: readonly Decision[],
  { earlierStates, rubric: ruled }: Rules,
  documents: Documents,
): Steps<FormReport> {
  const chosen = ruled ?? null;
  // A profile that the reviewer chose is decided; an inferred one may leave others open.
  const profiles: Profiles = chosen ? { rubric: chosen } : inferRubric(form);
  const { rubric } = profiles;
  const rules = ruleKeysOf(form);
  const said = decisions.filter((one) => (one.kind === 'rule' ? rules.has(one.text) : concernsForm(one, key)));
  const isStateless = !said.some(({ kind }) => kind === 'state');
  const own = earlierStates && isStateless ? [...said, ...earlierStateOf(key, earlierStates)] : said;
  const { accepted, clashes, open: findings, scores } = yield* judge(form, profiles, key, own, documents);
  const { plan, withheld } = planEdits(form, scores, findings, rubric, accepted);
  yield;
  const raises = yield* raisedBy(plan, form, rubric, scores, findings, accepted);
  const standings = standingsOf(
    own.filter((one) => !clashes.some((pair) => pair.includes(one))),
    { form, scores, accepted, open: findings },
  );
  return {
    form,
    key,
    rubric,
    rubricChoice: chosen ? 'chosen' : 'inferred',
    scores,
    findings,
    notChecked: notCheckedIn(form, scores),
    accepted,
    allFindings:
      accepted.length === 0 ? findings : inReadingOrder([...findings, ...accepted.map(({ finding }) => finding)]),
    decisions: standings,
    clashes,
    round: roundIn({
      ...{ form, scores, findings, accepted },
      decisions: standings,
      isAlone: isWithoutDocuments(documents),
    }),
    plan,
    raises,
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

/** An adapter replaces all marks of a sheet at once, so the plan of each form carries the marks of all of them. */
function* reviewForms(
  forms: readonly Form[],
  decisions: readonly Decision[],
  rules: Rules,
  documents: Documents,
): Steps<readonly FormReport[]> {
  const keys = formKeysOf(forms);
  const reports: FormReport[] = [];
  for (const [index, form] of forms.entries()) {
    const key = keys[index];
    if (key) reports.push(yield* reviewForm(form, key, decisions, rules, documents));
  }
  if (reports.length < 2) return reports;
  const marks = marksOf(reports.flatMap(({ findings }) => findings));
  return reports.map((report) => ({ ...report, plan: { ...report.plan, marks } }));
}

/**
 * Reviews one sheet: recognises its forms, scores them, checks them and plans what could be written. A paper of our
 * own has columns like a form and is none.
 */
export function reviewSnapshot(snapshot: Snapshot, choices: ReviewChoices = {}): SheetReport {
  return finish(reviewInSteps(snapshot, choices));
}

/** The same review in small steps, for time that nobody waits in. */
export function* reviewInSteps(snapshot: Snapshot, choices: ReviewChoices): Steps<SheetReport> {
  const own = choices.recogniseOwn?.(snapshot) ?? null;
  const recognised = recognition(snapshot, own, choices);
  yield;
  const documents = documentsIn(snapshot, recognised);
  const beside = joinDocuments([documents, choices.documents ?? noDocuments]);
  const { consistent, contradictions } = withoutContradictions(choices.decisions ?? []);
  yield;
  const forms = recognised.found ? yield* reviewForms(recognised.forms, consistent, choices, beside) : [];
  const clashes = forms.flatMap((report) => report.clashes);
  const here = new Set([
    ...forms.flatMap(({ decisions }) => decisions.map(({ decision }) => decision)),
    ...clashes.flat(),
  ]);
  return {
    sheetId: snapshot.sheetId,
    sheetName: snapshot.sheetName,
    skipped: recognised.found ? null : recognised.because,
    forms,
    documents,
    contradictions: [...contradictions, ...clashes],
    elsewhere: consistent.filter((decision) => !here.has(decision)),
    isSample: own === 'sample',
    isProtected: snapshot.isProtected,
    ...(snapshot.mergesUnread ? { mergesUnread: snapshot.mergesUnread } : {}),
    clippedFrom: snapshot.clippedFrom,
  };
}

/** What a sheet tells the forms of other files, without a review. */
export function documentsForOthers(snapshot: Snapshot, recogniseOwn: RecogniseOwn): ReturnType<typeof documentsForAll> {
  return documentsForAll(recognition(snapshot, recogniseOwn(snapshot), { leavesOutSample: true }));
}

/** The documents of a sheet, without a review: for the forms of other sheets. */
export function documentsOf(snapshot: Snapshot, recogniseOwn?: RecogniseOwn): Documents {
  const own = recogniseOwn?.(snapshot) ?? null;
  return documentsIn(snapshot, recognition(snapshot, own, { leavesOutSample: true }));
}

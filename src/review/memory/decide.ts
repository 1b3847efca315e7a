/** Keeps one decision, or takes one back; the review runs again with it before anything is kept. */
import type { Decision } from '../../core/decisions/decision';
import { contradicting, withDecision, withoutDecision } from '../../core/decisions/question';
import type { DecisionFate } from '../../core/report/decisionStandings';
import { succeeded } from '../../port/outcome';
import type { Outcome } from '../../port/workbook';
import { acceptedKind } from './accepted';
import { decisionKind } from './keptDecisions';
import { forgetState, keepState } from './knownStates';
import { forgetWording, keepWording } from './knownWordings';
import type { ReviewedSheet } from './reviewed';
import { makeReady, type Ready, type ReviewGround } from './reviewing';

/**
 * What became of the wish to decide. `kept`: the sheet as it is now · `contradicts`: nothing was kept, because these kept
 * decisions say otherwise · `unfit`: nothing was kept, because it would have no effect · `unreadable`: what is kept
 * cannot be read, and is not written over.
 */
export type DecisionOutcome =
  | { readonly kind: 'kept'; readonly sheet: ReviewedSheet }
  | { readonly kind: 'contradicts'; readonly wanted: Decision; readonly existing: readonly Decision[] }
  | { readonly kind: 'unfit'; readonly because: Exclude<DecisionFate, 'applied'> }
  | { readonly kind: 'unreadable'; readonly sheet: ReviewedSheet };

/** What the review with a decision says of it. */
function objectionTo(decision: Decision, { contradictions, elsewhere, forms }: ReviewedSheet): DecisionOutcome | null {
  const pair = contradictions.find((each) => each.includes(decision));
  if (pair) {
    return { kind: 'contradicts', wanted: decision, existing: pair.filter((other) => other !== decision) };
  }
  if (elsewhere.includes(decision)) return { kind: 'unfit', because: 'row-missing' };
  const fates = forms.flatMap(({ decisions }) => decisions.filter((each) => each.decision === decision));
  const [first] = fates;
  return !first || first.fate === 'applied' ? null : { kind: 'unfit', because: first.fate };
}

/** Keeps the changed decisions; those in records of before go into the new one together with them. */
async function keep(
  { store }: ReviewGround,
  { older, reviewWith, snapshot }: Ready,
  change: (decisions: readonly Decision[]) => readonly Decision[],
): Promise<Outcome<DecisionOutcome>> {
  let kept: readonly Decision[] = [];
  const done = await store.change(decisionKind, (ours) => {
    kept = change([...older.ours, ...ours]);
    return kept;
  });
  if (!done.ok) return done;
  if (done.value === 'unreadable') return succeeded({ kind: 'unreadable', sheet: reviewWith(older.ours) });
  if (older.ours.length > 0) {
    const moved = await store.change(acceptedKind(snapshot.sheetId, []), () => []);
    if (!moved.ok) return moved;
  }
  return succeeded({ kind: 'kept', sheet: reviewWith(kept) });
}

async function readyFor(ground: ReviewGround, sheetId: string): Promise<Outcome<Ready>> {
  const read = await ground.workbook.read(sheetId);
  return read.ok ? makeReady(ground, read.value) : read;
}

/**
 * Keeps a decision about a form of the sheet.
 *
 * @param replaces whether it takes the place of another answer to the same question; else that one is said to contradict.
 */
export async function decide(
  ground: ReviewGround,
  sheetId: string,
  decision: Decision,
  replaces: boolean,
): Promise<Outcome<DecisionOutcome>> {
  const ready = await readyFor(ground, sheetId);
  if (!ready.ok) return ready;
  const { decisions, older, reviewWith } = ready.value;
  if (older.isUnreadable) return succeeded({ kind: 'unreadable', sheet: reviewWith(decisions) });
  const existing = replaces ? [] : contradicting(decisions, decision);
  if (existing.length > 0) return succeeded({ kind: 'contradicts', wanted: decision, existing });
  const objection = objectionTo(decision, reviewWith(withDecision(decisions, decision)));
  if (objection) return succeeded(objection);
  const done = await keep(ground, ready.value, (own) => withDecision(own, decision));
  if (done.ok && done.value.kind === 'kept') {
    keepWording(ground, decision);
    keepState(ground, decision);
  }
  return done;
}

/** Takes a decision back, and a rule out of what is offered elsewhere; the sheet comes back reviewed without it. */
export async function undo(ground: ReviewGround, sheetId: string, decision: Decision): Promise<Outcome<ReviewedSheet>> {
  const ready = await readyFor(ground, sheetId);
  if (!ready.ok) return ready;
  // Else it would stand again by the memory of this machine.
  forgetState(ground, decision);
  const done = await keep(ground, ready.value, (own) => withoutDecision(own, decision));
  if (!done.ok) return done;
  const { value } = done;
  if (value.kind === 'kept') forgetWording(ground, decision);
  return succeeded('sheet' in value ? value.sheet : ready.value.reviewWith(ready.value.decisions));
}

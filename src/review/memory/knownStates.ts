/**
 * Where forms stand, for the next file of the same form: what the unit sends back is often another file, without the memory
 * of the first. Kept on this machine, signed and without a word of the form; one that does not name project, unit and year is
 * not kept, so that it is never taken for another.
 */
import type { Decision, StateDecision } from '../../core/decisions/decision';
import { decisionRecord, readDecision } from '../../core/decisions/decisionRecord';
import { isEqualForm } from '../../core/decisions/formKey';
import type { Seal } from './seal';
import { printedState } from '../../core/report/rounds';
import { keepOnShelf, onShelf, type Shelf } from './shelf';
import type { PieceKind } from './signedMemory';

const statesKey = 'states';

const stateKind: PieceKind<StateDecision> = {
  key: statesKey,
  read(fields) {
    const decision = readDecision(fields);
    return decision?.kind === 'state' ? decision : null;
  },
  fieldsOf: decisionRecord,
  placeOf: () => statesKey,
};

/** As many forms, and as many points of all of them, are kept; the ones decided longest ago go first. */
const most = { states: 1000, points: 4000 } as const;

/** Every review asks, and reading the signatures of many takes its time. */
const lastRead = new WeakMap<Seal, { readonly text: string | null; readonly states: readonly StateDecision[] }>();

/** What is kept of forms in whatever file. */
export function knownStates(shelf: Shelf): readonly StateDecision[] {
  const { preferences, seal } = shelf;
  const text = preferences.get(statesKey);
  const last = lastRead.get(seal);
  if (last?.text === text) return last.states;
  const states = onShelf(shelf, stateKind);
  lastRead.set(seal, { text, states });
  return states;
}

function withinLimits(states: readonly StateDecision[]): readonly StateDecision[] {
  let points = 0;
  return states.slice(0, most.states).filter(({ returned }) => {
    points += returned?.points.length ?? 0;
    return points <= most.points;
  });
}

const others = (shelf: Shelf, printed: StateDecision): readonly StateDecision[] =>
  knownStates(shelf).filter(({ form }) => !isEqualForm(form, printed.form));

/** Keeps the state in front, in the place of an older one of the same form. */
export function keepState(shelf: Shelf, decision: Decision): void {
  if (decision.kind !== 'state') return;
  const { project, unit, year } = decision.form;
  if (project === null || unit === null || year === null) return;
  const printed = printedState(decision);
  keepOnShelf(shelf, stateKind, withinLimits([printed, ...others(shelf, printed)]));
}

/** Forgets the state of a form. */
export function forgetState(shelf: Shelf, decision: Decision): void {
  if (decision.kind !== 'state') return;
  const left = others(shelf, printedState(decision));
  if (left.length < knownStates(shelf).length) keepOnShelf(shelf, stateKind, left);
}

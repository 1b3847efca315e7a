/** Open premises that the reviewer settled: of the ways to read a row only those with their choice are left. */
import type { PremiseDecision } from '../decisions/decision';
import type { Premise } from './premises';
import type { PremisedWorld } from './worlds';

type Worlds = readonly [PremisedWorld, ...PremisedWorld[]];

/** Whether a premise makes the choice that was decided. */
export function makesChoice({ about, choice, facts }: Premise, decision: PremiseDecision): boolean {
  return (
    about === decision.about && choice === decision.choice && JSON.stringify(facts) === JSON.stringify(decision.facts)
  );
}

function settledByOne(worlds: Worlds, decision: PremiseDecision): Worlds {
  const chosen = worlds.filter(({ premises }) => premises.some((premise) => makesChoice(premise, decision)));
  // A choice that every reading shares is no open question, and the form or a regulation has said it.
  if (chosen.length === worlds.length) return worlds;
  const [first, ...rest] = chosen.map(({ premises, world }): PremisedWorld => ({
    world,
    standing: 'admissible',
    premises: premises.map((premise) =>
      makesChoice(premise, decision) ? { ...premise, source: 'decided', cell: null, clause: null } : premise,
    ),
  }));
  return first ? [first, ...rest] : worlds;
}

/** The worlds that the decisions leave; one about a question that is not open leaves them as they are. */
export function settledBy(worlds: Worlds, decisions: readonly PremiseDecision[]): Worlds {
  return decisions.reduce(settledByOne, worlds);
}

/** A penalty for each step that the target is missed by. */
import type { ClausesRule, StepsRule } from '../../rubric/rule';
import { unsaid, type RuleOutcome } from '../outcome';
import type { Situation } from '../situation';
import { afterSteps, stepsOpen } from './clauses/stepsTaken';
import { worth } from './facts';
import { metOutcome } from './met';

function clausesOf({ per, size, unit, penalty, cases }: StepsRule): ClausesRule {
  return {
    kind: 'clauses',
    cases: [],
    steps: [{ per, size, unit, penalty, parts: null, base: null, atMost: null, words: '', cases }],
    vetoes: [],
    least: null,
    most: null,
  };
}

/** Full weight less the penalties that can be counted; else the scores that some number of them gives. */
export function applySteps(rule: StepsRule, situation: Situation): RuleOutcome {
  const { comparison, weight } = situation;
  // That the words of target and actual agree says nothing about cases that somebody counts.
  if (comparison.kind === 'met' && rule.per !== 'case') return metOutcome(situation);
  if (worth(rule.penalty, weight).lte(0)) return unsaid;
  const clauses = clausesOf(rule);
  return afterSteps(clauses, [weight], situation) ?? stepsOpen(clauses, weight, situation);
}

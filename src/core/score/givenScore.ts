/** Scores that a person gave: they stand in the place of what the rule gives, which stays known beside them. */
import type { GivenScore } from '../decisions/formDecisions';
import { greater, lesser, plain, zero, type Exact } from '../exact';
import { derivation } from './outcome';
import { decided } from './premises';
import type { Derivation, ExecutionScore, IndicatorScore, ScoreReading } from './scores';

/** Whether a score lies within zero and the weight; of a malus within the weight and zero. */
function isWithinWeight(score: Exact, weight: Exact): boolean {
  return score.gte(lesser(zero, weight)) && score.lte(greater(zero, weight));
}

/** Whether a person gave another score than the rule does; who gave the same confirmed the rule's sum. */
export function isOtherwise({
  byRule,
  score,
}: {
  readonly byRule: { readonly computed: Exact | null };
  readonly score: Exact;
}): boolean {
  return byRule.computed?.eq(score) !== true;
}

function sumOf({ how, reason, score }: GivenScore): Derivation {
  // It goes on inside a sentence. A pattern without a limit would look at a text of nothing but stops time and again.
  const said = reason.trim().replace(/[。．.；;]{1,8}$/u, '');
  return derivation(how === 'given' ? 'score-given' : 'score-explained', { score: plain(score), reason: said });
}

/** The score of a row with the one that a person gave; one that the weight does not allow does not count. */
export function withScore(byRule: IndicatorScore, weight: Exact, given: GivenScore | null): IndicatorScore {
  if (!given || !isWithinWeight(given.score, weight)) return byRule;
  const { score } = given;
  const settled = {
    premises: [decided('score', given.how)],
    computed: score,
    interval: null,
    admissible: null,
    derivation: sumOf(given),
    leftOpen: null,
  };
  const reading: ScoreReading = { ...byRule.readings[0], ...settled, unrounded: score };
  return {
    ...byRule,
    ...settled,
    certainty: 'settled',
    readings: [reading],
    contrary: [],
    decided: { ...given, byRule },
  };
}

/** The same for the execution rate of the fund block; what its weight rests on stays a premise. */
export function withExecutionScore(byRule: ExecutionScore, given: GivenScore | null): ExecutionScore {
  if (!given || !byRule.weight || !isWithinWeight(given.score, byRule.weight)) return byRule;
  const { score } = given;
  const premises = [...byRule.premises, decided('score', given.how)];
  const settled = { premises, computed: score, unrounded: score, interval: null, derivation: sumOf(given) };
  const [likeliest] = byRule.readings;
  return {
    ...byRule,
    ...settled,
    certainty: 'settled',
    readings: [{ ...likeliest, ...settled, byRounding: null, admissible: null, leftOpen: null }],
    contrary: [],
    decided: { ...given, byRule },
  };
}

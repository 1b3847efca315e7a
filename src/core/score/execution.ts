/** The score of the execution rate in the budget block, with the scores that the rounding of the amounts allows. */
import type { Exact } from '../exact';
import type { BudgetBlock, Form } from '../form/form';
import type { Rubric } from '../rubric/rubric';
import { executionWeightOf } from './executionWeight';
import { percentText, type ExecutionRate } from './executionRate';
import { executionCandidates, govern, type Candidate, type FormRules } from './governing';
import { between, derivation, type RuleOutcome } from './outcome';
import { capped, roundInterval } from './readings';
import { roundScore } from './rounding';
import type { ExecutionScore, ScoreInterval } from './scores';
import { executionSituation } from './situation';

function boundsOf(outcome: RuleOutcome, rubric: Rubric): { readonly low: Exact; readonly high: Exact } | null {
  if (outcome.kind === 'scored') {
    const score = roundScore(outcome.score, rubric);
    return { low: score, high: score };
  }
  return outcome.kind === 'open' ? roundInterval(outcome.interval, rubric) : null;
}

/** The scores that the rounding of the amounts allows; every rule for a rate rises with it. */
function executionInterval(
  candidates: readonly Candidate[],
  weight: Exact,
  rubric: Rubric,
  rate: ExecutionRate,
): ScoreInterval | null {
  if (!rate.interval) return null;
  const at = (used: Exact): ReturnType<typeof boundsOf> =>
    boundsOf(govern(candidates, executionSituation(weight, rubric, { ...rate, used })).outcome, rubric);
  const low = at(rate.interval.low);
  const high = at(rate.interval.high);
  return low && high && between(low.low, high.high);
}

/** Scores the rate of the block; left open where the amounts or the weight cannot be had. */
export function scoreExecution(
  form: Form,
  block: BudgetBlock,
  rubric: Rubric,
  rules: FormRules,
  rate: ExecutionRate | null,
): ExecutionScore {
  const candidates = executionCandidates(rules, rubric);
  const first = candidates[0];
  if (!first) throw new Error('A rubric must have a rule for the execution rate');
  const { premises, weight } = executionWeightOf(form, rubric);
  const known = { block, rate: rate?.rate ?? null, rateInterval: rate?.interval ?? null, weight, premises };
  const nothing = {
    ...known,
    computed: null,
    unrounded: null,
    interval: null,
    rule: first.governing,
    certainty: 'open',
  } as const;
  if (!rate) return { ...nothing, derivation: derivation('execution-unknown', {}) };
  if (!weight) {
    return { ...nothing, derivation: derivation('execution-rate-only', { rate: percentText(rate.rate) }) };
  }
  const { outcome, governing } = govern(candidates, executionSituation(weight, rubric, rate));
  if (outcome.kind === 'unsaid') return { ...nothing, derivation: derivation('execution-unknown', {}) };
  const unrounded = outcome.kind === 'scored' ? capped(outcome.score, weight) : null;
  const computed = unrounded && roundScore(unrounded, rubric);
  return {
    ...known,
    computed,
    unrounded,
    interval: computed ? executionInterval(candidates, weight, rubric, rate) : null,
    rule: governing,
    certainty: computed ? 'settled' : 'judgement',
    derivation: outcome.derivation,
  };
}

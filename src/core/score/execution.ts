/**
 * The score of the execution rate in the budget block: under every profile that may be in force, each with the scores
 * that the rounding of the amounts allows.
 */
import type { Exact } from '../exact';
import { greater, lesser } from '../exact';
import { amountOf } from '../form/amountOf';
import type { BudgetBlock, Form } from '../form/form';
import type { Rubric } from '../rubric/rubric';
import { executionAgreementOf } from './agreement';
import { executionWeightOf } from './executionWeight';
import { percentText, type ExecutionRate } from './executionRate';
import { executionCandidates, govern, rulePremises, type Candidate, type FormRules } from './governing';
import { between, derivation, type RuleOutcome } from './outcome';
import type { Premise } from './premises';
import type { Profiles } from './profilesOf';
import { distinct, givesTheSame, readingOf, roundInterval, settleReadings } from './readings';
import { roundScore } from './rounding';
import type { Derivation, ExecutionReading, ExecutionScore, GoverningRule, ScoreInterval } from './scores';
import { executionSituation } from './situation';

function boundsOf(outcome: RuleOutcome, rubric: Rubric): { readonly low: Exact; readonly high: Exact } | null {
  if (outcome.kind === 'scored') {
    const score = roundScore(outcome.score, rubric);
    return { low: score, high: score };
  }
  return outcome.kind === 'open' ? roundInterval(outcome.interval, rubric) : null;
}

/** The scores that the rounding of the amounts allows; every rule for a rate rises with it. */
function byRounding(
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

/** What the rate of the block is read by. */
interface RateContext {
  readonly rules: FormRules;
  readonly rate: ExecutionRate;
  readonly weight: Exact;
  /** What the weight rests on. */
  readonly premises: readonly Premise[];
}

function readUnder({ premises, rate, rules, weight }: RateContext, rubric: Rubric): ExecutionReading {
  const candidates = executionCandidates(rules, rubric);
  const situation = executionSituation(weight, rubric, rate);
  const ruled = govern(candidates, situation);
  const reading = readingOf(situation, ruled, [...rulePremises(ruled.governing, rubric), ...premises]);
  return { ...reading, byRounding: reading.computed && byRounding(candidates, weight, rubric, rate) };
}

/** The score of the rate as the form states it, where the amounts give another rate. */
function fromStatedRate({ rate, rules, weight }: RateContext, stated: Exact | null, rubric: Rubric): Exact | null {
  if (!stated || rate.usesStated || !rate.interval) return null;
  const situation = executionSituation(weight, rubric, { ...rate, rate: stated, used: stated });
  const { outcome } = govern(executionCandidates(rules, rubric), situation);
  return outcome.kind === 'scored' ? roundScore(outcome.score, rubric) : null;
}

/** A rate that earns no points yet, for want of amounts or of a weight. */
function nothingIn(
  rule: GoverningRule,
  premises: readonly Premise[],
  because: Derivation,
  leftOpen: 'actual-missing' | 'weight-missing',
): ExecutionReading {
  return {
    premises,
    rule,
    computed: null,
    unrounded: null,
    interval: null,
    byRounding: null,
    admissible: null,
    derivation: because,
    leftOpen,
    met: null,
    completion: null,
    direction: null,
    directionFrom: null,
  };
}

/** The limits of all readings, their amounts' rounding included; null where one has none. */
function limitsOf(readings: readonly [ExecutionReading, ...ExecutionReading[]]): ScoreInterval | null {
  const own = ({ byRounding: rounded, computed, interval }: ExecutionReading): ScoreInterval | null =>
    rounded ?? (computed ? between(computed, computed) : interval);
  return readings
    .map(own)
    .reduce((all, each) => all && each && between(lesser(all.low, each.low), greater(all.high, each.high)));
}

/** The readings of the other profiles; a rule that the form itself states outranks them all. */
function otherReadings(
  context: RateContext,
  likeliest: ExecutionReading,
  { admissible, contrary }: Required<Profiles>,
  block: BudgetBlock,
): Pick<ExecutionScore, 'readings' | 'contrary'> {
  if (likeliest.rule.source !== 'profile') return { readings: [likeliest], contrary: [] };
  const under = (profiles: readonly Rubric[]): readonly ExecutionReading[] =>
    profiles.map((profile) => readUnder(context, profile));
  const [first, ...rest] = distinct([likeliest, ...under(admissible)]);
  const readings = [first ?? likeliest, ...rest] as const;
  const isRight = readings.every((each) => executionAgreementOf(block.score, each, context.weight) === 'agrees');
  const held = isRight ? [] : distinct(under(contrary));
  return { readings, contrary: held.filter((one) => !readings.some((other) => givesTheSame(other, one))) };
}

/** Scores the rate of the block; left open where the amounts or the weight cannot be had, or the profiles disagree. */
export function scoreExecution(
  form: Form,
  block: BudgetBlock,
  profiles: Required<Profiles>,
  rules: FormRules,
  rate: ExecutionRate | null,
): ExecutionScore {
  const { rubric } = profiles;
  const [first] = executionCandidates(rules, rubric);
  if (!first) throw new Error('A rubric must have a rule for the execution rate');
  const { premises, weight } = executionWeightOf(form, rubric);
  const known = { block, rate: rate?.rate ?? null, rateInterval: rate?.interval ?? null, weight, premises };
  if (!rate || !weight) {
    const because = rate
      ? derivation('execution-rate-only', { rate: percentText(rate.rate) })
      : derivation('execution-unknown', {});
    const nothing = nothingIn(first.governing, premises, because, rate ? 'weight-missing' : 'actual-missing');
    const settled = settleReadings(weight, [nothing], []);
    return { ...settled, readings: [nothing], contrary: [], unrounded: null, fromStatedRate: null, ...known };
  }
  const context: RateContext = { rules, rate, weight, premises };
  const { contrary, readings } = otherReadings(context, readUnder(context, rubric), profiles, block);
  const agreed = settleReadings(weight, readings, contrary);
  const unrounded = agreed.computed && readings[0].unrounded;
  const stated = fromStatedRate(context, amountOf(block.rate), rubric);
  const limits = { interval: limitsOf(readings), fromStatedRate: stated };
  return { ...agreed, readings, contrary, unrounded, ...limits, ...known };
}

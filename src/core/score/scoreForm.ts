/** Scores a form under a rubric: every indicator with its rule and its sum, the execution rate, the totals. */
import { greater, lesser, plain, zero, type Exact } from '../exact';
import { amountOf } from '../form/amountOf';
import type { BudgetBlock, Form, Indicator } from '../form/form';
import type { Rubric } from '../rubric/rubric';
import { applyRule } from './applyRule';
import { executionRateOf, percentText, type ExecutionRate } from './executionRate';
import { candidatesFor, executionCandidates, formRulesOf, type Candidate, type FormRules } from './governing';
import { anything, between, derivation, open, scored, type Outcome } from './outcome';
import { roundScore } from './rounding';
import { executionSituation, situationOf, weightOf, type Situation } from './situation';
import type { ExecutionScore, GoverningRule, IndicatorScore, ScoreInterval, Scores } from './scores';
import { totalsOf } from './totals';

/** An outcome with the rule that gave it. */
interface Ruled {
  readonly outcome: Outcome;
  readonly governing: GoverningRule;
}

/** A score from a text that says more than was understood is not a score yet. */
function withDoubts(outcome: Outcome, { doubts }: Candidate, { weight }: Situation): Outcome {
  if (doubts.length === 0 || outcome.kind !== 'scored') return outcome;
  const facts = { pieces: doubts.join('；'), score: plain(outcome.score), weight: plain(weight) };
  return open('rule-needs-person', anything(weight), 'half-understood', facts);
}

/** The first candidate that speaks of the case governs. */
function govern(candidates: readonly Candidate[], situation: Situation): Ruled {
  let last: GoverningRule | null = null;
  for (const candidate of candidates) {
    const outcome = withDoubts(applyRule(candidate.rule, situation, candidate.terms), candidate, situation);
    if (outcome.kind !== 'unsaid') return { outcome, governing: candidate.governing };
    last ??= candidate.governing;
  }
  if (!last) throw new Error('A rubric must have at least one rule for every indicator');
  const facts = { weight: plain(situation.weight) };
  return { outcome: open('rule-needs-person', anything(situation.weight), 'no-rule-applies', facts), governing: last };
}

function roundInterval(interval: ScoreInterval | null, rubric: Rubric): ScoreInterval | null {
  return interval && { ...interval, low: roundScore(interval.low, rubric), high: roundScore(interval.high, rubric) };
}

/** Within zero and the weight; a malus within the weight and zero. */
function capped(score: Exact, weight: Exact): Exact {
  return lesser(greater(score, lesser(zero, weight)), greater(zero, weight));
}

/** What can be said of an indicator that is not scored at all. */
function leftAlone(
  indicator: Indicator,
  governing: GoverningRule,
  leftOpen: 'misaligned' | 'weight-missing',
): IndicatorScore {
  return {
    indicator,
    rule: governing,
    computed: null,
    interval: null,
    admissible: null,
    derivation: derivation(`open-${leftOpen}`, {}),
    leftOpen,
    completion: null,
    direction: null,
    directionFrom: null,
  };
}

/** A bonus or malus that did not happen (无, 否) neither gives nor takes points. */
function isIdleAdjustment({ isAdjustment, actual }: Indicator): boolean {
  return isAdjustment && actual?.value.kind === 'yes-no' && !actual.value.yes;
}

function settle(indicator: Indicator, situation: Situation, { outcome, governing }: Ruled): IndicatorScore {
  const { rubric, weight, directed, completion, sort } = situation;
  const isScored = outcome.kind === 'scored';
  const isOpen = outcome.kind === 'open';
  const hasDirection = sort === 'quantity';
  return {
    indicator,
    rule: governing,
    computed: isScored ? roundScore(capped(outcome.score, weight), rubric) : null,
    interval: isOpen ? roundInterval(outcome.interval, rubric) : null,
    admissible: isOpen ? (outcome.admissible?.map((score) => roundScore(score, rubric)) ?? null) : null,
    derivation:
      outcome.kind === 'unsaid' ? derivation('no-rule-applies', { weight: plain(weight) }) : outcome.derivation,
    leftOpen: isOpen ? outcome.because : null,
    completion,
    direction: hasDirection ? directed.direction : null,
    directionFrom: hasDirection ? directed.from : null,
  };
}

function scoreIndicator(
  indicator: Indicator,
  isMisaligned: boolean,
  rubric: Rubric,
  rules: FormRules,
  execution: ExecutionRate | null,
): IndicatorScore {
  const candidates = candidatesFor(indicator, rules, rubric);
  const first = candidates[0];
  if (!first) throw new Error('A rubric must have at least one rule for every indicator');
  if (isMisaligned) return leftAlone(indicator, first.governing, 'misaligned');
  const weight = weightOf(indicator);
  if (!weight) return leftAlone(indicator, first.governing, 'weight-missing');
  const situation = situationOf(indicator, weight, rubric, indicator.isExecutionRate ? execution : null);
  if (isIdleAdjustment(indicator)) {
    const outcome = scored(zero, 'adjustment-idle', {});
    return settle(indicator, situation, { outcome, governing: first.governing });
  }
  return settle(indicator, situation, govern(candidates, situation));
}

function boundsOf(outcome: Outcome, rubric: Rubric): { readonly low: Exact; readonly high: Exact } | null {
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

function scoreExecution(
  block: BudgetBlock,
  rubric: Rubric,
  rules: FormRules,
  rate: ExecutionRate | null,
): ExecutionScore {
  const candidates = executionCandidates(rules, rubric);
  const first = candidates[0];
  if (!first) throw new Error('A rubric must have a rule for the execution rate');
  const weight = amountOf(block.weight);
  const known = { block, rate: rate?.rate ?? null, rateInterval: rate?.interval ?? null };
  const nothing = { ...known, computed: null, interval: null, rule: first.governing };
  if (!rate) return { ...nothing, derivation: derivation('execution-unknown', {}) };
  if (!weight) {
    return { ...nothing, derivation: derivation('execution-rate-only', { rate: percentText(rate.rate) }) };
  }
  const { outcome, governing } = govern(candidates, executionSituation(weight, rubric, rate));
  if (outcome.kind === 'unsaid') return { ...nothing, derivation: derivation('execution-unknown', {}) };
  return {
    ...known,
    computed: outcome.kind === 'scored' ? roundScore(capped(outcome.score, weight), rubric) : null,
    interval: executionInterval(candidates, weight, rubric, rate),
    rule: governing,
    derivation: outcome.derivation,
  };
}

/**
 * Scores a form. Never throws for anything a form can hold: what cannot be scored is left open and says why.
 *
 * @param form as recognised; rows that stand beside their header are not scored.
 * @param rubric the profile in force; the form's own rule texts outrank it.
 */
export function scoreForm(form: Form, rubric: Rubric): Scores {
  const rules = formRulesOf(form);
  const rate = form.budget ? executionRateOf(form.budget) : null;
  const displaced = new Set(form.misalignment?.lines ?? []);
  const isAllDisplaced = form.misalignment !== null && displaced.size === 0;
  const indicators = form.indicators.map((indicator) => {
    const isMisaligned = isAllDisplaced || displaced.has(indicator.line) || (indicator.shift ?? 0) !== 0;
    return scoreIndicator(indicator, isMisaligned, rubric, rules, rate);
  });
  const execution = form.budget ? scoreExecution(form.budget, rubric, rules, rate) : null;
  return { indicators, execution, totals: totalsOf(form, rubric, indicators, execution) };
}

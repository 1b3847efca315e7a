/** Points after steps: each step that can be counted, with every count that a reader may make. */
import { exact, greater, lesser, plain, zero, type Exact } from '../../../exact';
import type { ClausesRule, StepClause } from '../../../rubric/rule';
import { ascending, between, oneOf, open, scored, type RuleOutcome } from '../../outcome';
import type { Situation } from '../../situation';
import { listOf, pointsText, sourceText, worth } from '../facts';
import { distanceOf, isAtOpenEnd, type Distance } from './countSteps';

/** The counts of steps in an amount: a part of a step counts as none, as a part or as a whole one. */
function countsIn(amount: Exact, { parts, size }: StepClause): readonly Exact[] {
  const steps = amount.div(size);
  const whole = steps.round(0, 0);
  if (steps.eq(whole) || steps.minus(whole).lt('0.000000000001')) return [whole];
  // 不足10%的按10%计.
  if (parts) return [parts === 'whole' ? steps.round(0, 3) : whole];
  return [whole, steps, steps.round(0, 3)];
}

function distinct(numbers: readonly Exact[]): readonly Exact[] {
  return ascending(numbers);
}

/** Every sum of one number from each list; no more than some hundred. */
function sums(lists: readonly (readonly Exact[])[]): readonly Exact[] {
  return lists.reduce<readonly Exact[]>(
    (totals, list) => distinct(totals.flatMap((total) => list.map((each) => total.plus(each)))).slice(0, 200),
    [zero],
  );
}

const keys = { late: 'steps-late', short: 'steps-short', over: 'steps-over', count: 'steps-count' } as const;

const unitText = ({ size, unit }: StepClause): string => `${plain(size)}${unit}`;

/** What one step costs in all, for every count. */
function costs(step: StepClause, { amounts }: Distance, situation: Situation): readonly Exact[] {
  const penalty = worth(step.penalty, situation.weight);
  const most = step.atMost ? worth(step.atMost, situation.weight) : null;
  const extra = isAtOpenEnd(step, situation) ? [zero, exact(1)] : [];
  const counts = [...amounts.flatMap((amount) => countsIn(amount, step)), ...extra];
  return distinct(counts.map((count) => (most ? lesser(most, count.times(penalty)) : count.times(penalty))));
}

/** The distances of all steps; a step on the side that the row does not miss costs nothing. */
function distancesOf(steps: readonly StepClause[], situation: Situation): readonly (Distance | null)[] {
  const found = steps.map((step) => distanceOf(step, situation));
  const isSided = (step: StepClause | undefined): boolean => step?.per === 'short' || step?.per === 'over';
  const isOneSideKnown = found.some((distance, index) => distance && isSided(steps[index]));
  return found.map((distance, index) => {
    if (distance || !isOneSideKnown || !isSided(steps[index])) return distance;
    return { amounts: [zero], kind: 'short', from: '' };
  });
}

function single(
  step: StepClause,
  distance: Distance,
  full: Exact,
  least: Exact,
  situation: Situation,
): RuleOutcome | null {
  const [cost, ...others] = costs(step, distance, situation);
  const [amount] = distance.amounts;
  if (!cost || !amount || others.length > 0) return null;
  const left = full.minus(cost);
  const score = greater(least, left);
  const facts = {
    actual: sourceText(situation.actual),
    from: distance.from === '' ? sourceText(situation.target) : distance.from,
    amount: plain(exact(amount.toFixed(4))),
    measure: step.unit,
    unit: unitText(step),
    penalty: plain(worth(step.penalty, situation.weight)),
    full: plain(full),
    taken: plain(exact(cost.toFixed(6))),
    score: pointsText(situation, score),
  };
  return left.lt(least) ? scored(score, 'steps-used-up', facts) : scored(score, keys[distance.kind], facts);
}

/** 每完成一个得2分: what is done earns points, up to the full ones. */
function gain(step: StepClause, full: Exact, situation: Situation): RuleOutcome | null {
  const distance = distanceOf(step, situation);
  if (!distance) return null;
  const award = worth(step.penalty, situation.weight);
  const counts = distinct(distance.amounts.flatMap((amount) => countsIn(amount, step)));
  const scores = distinct(counts.map((count) => lesser(full, count.times(award))));
  const [only, ...others] = scores;
  if (!only) return null;
  const facts = { actual: sourceText(situation.actual), unit: unitText(step), award: plain(award), full: plain(full) };
  if (others.length > 0)
    return oneOf(scores, 'steps-several', { ...stepFacts([step], situation), admissible: listOf(scores) });
  return scored(only, 'steps-gained', { ...facts, score: pointsText(situation, only) });
}

function stepFacts(
  steps: readonly StepClause[],
  situation: Situation,
): { readonly actual: string; readonly steps: string } {
  return {
    actual: sourceText(situation.actual),
    steps: steps.map((step) => `${unitText(step)} ${plain(worth(step.penalty, situation.weight))}`).join('、'),
  };
}

/**
 * The points after the steps.
 *
 * @param starts the points that they are taken from, as every reading gives them.
 * @returns null where the form does not tell how many steps there are.
 */
export function afterSteps(rule: ClausesRule, starts: readonly Exact[], situation: Situation): RuleOutcome | null {
  const { steps } = rule;
  const least = rule.least ? worth(rule.least, situation.weight) : zero;
  const [first] = steps;
  const [full] = starts;
  if (!first || !full) return null;
  if (steps.every(({ per }) => per === 'gain')) return steps.length === 1 ? gain(first, full, situation) : null;
  const distances = distancesOf(steps, situation);
  const known = distances.filter((distance) => distance !== null);
  if (known.length < steps.length || steps.some(({ per }) => per === 'gain')) return null;
  const [distance] = known;
  const one =
    steps.length === 1 && starts.length === 1 && distance ? single(first, distance, full, least, situation) : null;
  if (one) return one;
  const lists = steps.map((step, index) => {
    const own = known[index];
    return own ? costs(step, own, situation) : [zero];
  });
  const isCounted = steps.every(({ per }) => per === 'case') && steps.length > 1;
  const totals = isCounted ? sharedCounts(steps, known, situation) : sums(lists);
  const scores = distinct(starts.flatMap((start) => totals.map((total) => greater(least, start.minus(total)))));
  const facts = { ...stepFacts(steps, situation), admissible: listOf(scores.map((score) => exact(score.toFixed(4)))) };
  const [only, ...others] = scores;
  if (only && others.length === 0)
    return scored(only, 'steps-all', { ...facts, full: plain(full), score: pointsText(situation, only) });
  return oneOf(scores, 'steps-several', facts);
}

/** One count for several kinds of cases: three places may be of the one kind or of the other. */
function sharedCounts(
  steps: readonly StepClause[],
  known: readonly Distance[],
  situation: Situation,
): readonly Exact[] {
  const count = Math.min(50, Number((known[0]?.amounts[0] ?? zero).toFixed(0)));
  const penalties = steps.map(({ penalty }) => worth(penalty, situation.weight));
  const single = Array.from({ length: count }, () => penalties);
  return sums(single);
}

/** Limits where the steps cannot be counted. */
export function stepsOpen(rule: ClausesRule, full: Exact, situation: Situation): RuleOutcome {
  const { steps } = rule;
  const least = rule.least ? worth(rule.least, situation.weight) : zero;
  const [only, ...others] = steps;
  const facts = { ...stepFacts(steps, situation), full: plain(full) };
  const penalty = only ? worth(only.penalty, situation.weight) : zero;
  const isSingle = only && others.length === 0 && only.per === 'case' && penalty.gt(0) && rule.cases.every(isPlainCase);
  if (!isSingle) return open('rule-needs-person', between(lesser(least, full), full), 'steps-uncounted', facts);
  const most = only.cases ?? Math.ceil(full.div(penalty).toNumber());
  const counts = Array.from({ length: Math.min(most, 200) + 1 }, (_, count) => exact(count));
  const cost = (count: Exact): Exact => {
    const whole = count.times(penalty);
    return only.atMost ? lesser(whole, worth(only.atMost, situation.weight)) : whole;
  };
  return oneOf(
    counts.map((count) => greater(least, full.minus(cost(count)))),
    'steps-uncounted',
    facts,
  );
}

const isPlainCase = ({ earning }: ClausesRule['cases'][number]): boolean =>
  earning.kind === 'points' || earning.kind === 'share';

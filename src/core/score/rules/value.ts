/** A rate itself times the weight. */
import { greater, plain, zero, type Exact } from '../../exact';
import type { ValueRule } from '../../rubric/rule';
import { cappedRate, percentText } from '../executionRate';
import { anything, oneOf, open, scored, unsaid, type RuleOutcome } from '../outcome';
import type { Situation } from '../situation';
import { ratesOf } from './clauses/measured';
import { listOf, pointsText, executionValue } from './facts';
import { fullMarks, metOutcome } from './met';

/** The rate that the rule names times the weight, with its floor and where it is full. */
export function applyValue(rule: ValueRule, situation: Situation): RuleOutcome {
  const { weight, comparison } = situation;
  if (rule.fullWhenMet && comparison.kind === 'met') return metOutcome(situation);
  const isExecution = rule.of === 'execution-rate';
  const [rate, other] = isExecution ? [executionValue(situation)] : ratesNamed(rule.name, situation);
  const measured = rate ?? null;
  // Two readings of one rate: the rate itself, and how far its target was reached.
  if (measured && other) {
    const scores = [measured, other].map((each) => cappedRate(each).times(weight));
    return oneOf(scores, 'clauses-readings', { admissible: listOf(scores) });
  }
  if (!measured) {
    if (comparison.kind === 'missed' && comparison.by === 'figures') return unsaid;
    if (comparison.kind === 'met') return fullMarks(situation);
    return open('actual-missing', anything(weight), 'open-rate-missing', { rate: rule.name, weight: plain(weight) });
  }
  const shown = percentText(measured);
  if (rule.fullFrom && measured.gte(rule.fullFrom)) {
    return scored(weight, 'rate-full', { rate: shown, from: percentText(rule.fullFrom), weight: plain(weight) });
  }
  if (rule.zeroBelow && measured.lt(rule.zeroBelow)) {
    return scored(zero, 'below-floor', { value: shown, floor: percentText(rule.zeroBelow) });
  }
  if (measured.gte(1)) return scored(weight, 'rate-full', { rate: shown, from: '100%', weight: plain(weight) });
  return rateTimes(measured, weight, situation, isExecution);
}

/** A rate by its name: a completion where the text calls it so. */
function ratesNamed(name: string, situation: Situation): readonly Exact[] {
  return ratesOf(/完成(?:率|比例|程度)/u.test(name) ? 'completion' : 'actual', name, situation);
}

function rateTimes(measured: Exact, weight: Exact, situation: Situation, isExecution: boolean): RuleOutcome {
  const { execution } = situation;
  const score = greater(zero, cappedRate(measured).times(weight));
  const written = { weight: plain(weight), score: pointsText(situation, score) };
  if (!isExecution || !execution?.executed || !execution.budget) {
    return scored(score, 'rate-times-weight', { rate: percentText(measured), ...written });
  }
  const amounts = { executed: plain(execution.executed), budget: plain(execution.budget) };
  if (!execution.usesStated || execution.used.eq(execution.rate)) {
    return scored(score, 'execution-ratio', { ...amounts, ...written });
  }
  return scored(score, 'execution-stated-rate', { ...amounts, rate: percentText(measured), ...written });
}

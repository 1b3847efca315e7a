/** A penalty for each step that the target is missed by. */
import { exact, greater, plain, zero, type Exact } from '../../exact';
import type { StepsRule } from '../../rubric/rule';
import { amountIn, unitNamed } from '../../value/units';
import { oneOf, scored, unsaid, type Outcome } from '../outcome';
import { figuresOf, type Situation } from '../situation';
import { bothTexts, worth, pointsText } from './facts';
import { metOutcome } from './met';

/** How many steps a missed target makes, as the least and the most that a reader may count; null: not countable. */
function stepsOf(rule: StepsRule, situation: Situation): { readonly least: Exact; readonly most: Exact } | null {
  const { comparison, directed, actual, target } = situation;
  if (comparison.kind !== 'missed' || rule.per === 'case') return null;
  const over = (amount: Exact): { least: Exact; most: Exact } => {
    const steps = amount.div(rule.size);
    return { least: steps.round(0, 0), most: steps.round(0, 3) };
  };
  if (comparison.by === 'dates') {
    if (comparison.daysLate === null || rule.per !== 'late') return null;
    const days = exact(comparison.daysLate);
    if (/天|日/u.test(rule.unit)) return over(days);
    if (/周/u.test(rule.unit)) return over(days.div(7));
    // A month has 28 to 31 days; the count is open where that matters.
    if (!/月/u.test(rule.unit)) return null;
    return { least: over(days.div(31)).least, most: over(days.div(28)).most };
  }
  const figures = figuresOf(comparison, directed.direction);
  if (!figures || figures.by.bound || figures.by.approximate) return null;
  const unit = unitNamed(rule.unit);
  const wanted = target?.kind === 'quantity' ? amountIn(target, unit) : null;
  const reached = actual?.kind === 'quantity' ? amountIn(actual, unit) : null;
  return wanted && reached ? over(wanted.minus(reached).abs()) : null;
}

/** Full weight less the penalties that can be counted; else the scores that some number of them gives. */
export function applySteps(rule: StepsRule, situation: Situation): Outcome {
  const { comparison, weight } = situation;
  if (comparison.kind === 'met') return metOutcome(situation);
  const penalty = worth(rule.penalty, weight);
  if (penalty.lte(0)) return unsaid;
  const after = (steps: Exact): Exact => greater(zero, weight.minus(penalty.times(steps)));
  const facts = { ...bothTexts(situation), unit: `${plain(rule.size)}${rule.unit}`, penalty: plain(penalty) };
  const steps = stepsOf(rule, situation);
  if (steps?.least.eq(steps.most)) {
    const score = after(steps.least);
    return scored(score, 'steps', { ...facts, steps: plain(steps.least), score: pointsText(situation, score) });
  }
  if (steps) return oneOf([after(steps.least), after(steps.most)], 'steps-between', facts);
  // Every number of cases that a person may count.
  const most = rule.cases ?? Math.ceil(weight.div(penalty).toNumber());
  const scores = Array.from({ length: Math.min(most, 200) + 1 }, (_, count) => after(exact(count)));
  return oneOf(scores, 'steps-open', facts);
}

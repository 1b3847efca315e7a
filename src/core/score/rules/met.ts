/** A target that was met: full marks, or less where the profile takes points for going far beyond it. */
import { greater, plain, zero } from '../../exact';
import { percentText } from '../executionRate';
import { scored, type RuleOutcome } from '../outcome';
import { figuresOf, type Situation } from '../situation';
import { figure, pointsText, bothTexts } from './facts';

/** The sum that leads to the full weight. */
export function fullMarks(situation: Situation): RuleOutcome {
  const { comparison, weight, directed } = situation;
  const full = plain(weight);
  const figures = figuresOf(comparison, directed.direction);
  if (!figures) return scored(weight, 'met-in-words', { ...bothTexts(situation), weight: full });
  const { by } = figures;
  if (by.bound) return scored(weight, 'met-by-bound', bothTexts(situation));
  if (by.comparator === null) return scored(weight, 'met-range', bothTexts(situation));
  return scored(weight, 'target-met', {
    actual: figure(figures.actual, by.unit),
    comparator: by.comparator,
    target: figure(figures.target, by.unit),
    weight: full,
  });
}

/** Less than full marks where the profile takes points for going far beyond the target. */
function overCompleted(situation: Situation): RuleOutcome | null {
  const { rubric, completion, weight, directed } = situation;
  const over = rubric.overCompletion;
  if (directed.direction === 'reverse' || !completion) return null;
  if (over.kind !== 'deduct' && over.kind !== 'reduce') return null;
  if (completion.lt(over.from)) return null;
  const facts = { completion: percentText(completion), from: percentText(over.from), weight: plain(weight) };
  if (over.kind === 'deduct') {
    const score = greater(zero, weight.minus(over.points));
    return scored(score, 'over-deducted', {
      ...facts,
      points: plain(over.points),
      score: pointsText(situation, score),
    });
  }
  const score = weight.times(over.from).div(completion);
  return scored(score, 'over-reduced', { ...facts, score: pointsText(situation, score) });
}

/** The points for a target that was met. */
export function metOutcome(situation: Situation): RuleOutcome {
  return overCompleted(situation) ?? fullMarks(situation);
}

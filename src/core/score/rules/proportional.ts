/** In proportion: full marks for a target met, else actual to target or target to actual. */
import { greater, lesser, plain, zero, type Exact } from '../../exact';
import type { ProportionalRule, ReverseFormula } from '../../rubric/rule';
import { percentText } from '../executionRate';
import { anything, between, open, scored, unsaid, type RuleOutcome } from '../outcome';
import { figuresOf, type Situation } from '../situation';
import { figure, pointsText, bothTexts, openComparison, actualRatio } from './facts';
import { fullMarks, metOutcome } from './met';

/** Whether equal words (是/是, 合格/合格) earn the full weight under the rule in force. */
export interface Terms {
  readonly equalWords: 'full' | 'tier';
}

function missedReverse(formula: ReverseFormula, target: Exact, actual: Exact, weight: Exact): Exact {
  if (formula === 'ratio') return target.times(weight).div(actual);
  return greater(zero, weight.times(target.times(2).minus(actual)).div(target));
}

/** Zero where a floor applies, else null. */
function belowFloor({ floor }: ProportionalRule, situation: Situation): RuleOutcome | null {
  if (!floor) return null;
  const measured = floor.of === 'actual' ? actualRatio(situation) : situation.completion;
  if (!measured || measured.gte(floor.below)) return null;
  return scored(zero, 'below-floor', { value: percentText(measured), floor: percentText(floor.below) });
}

function missedFigures(rule: ProportionalRule, situation: Situation): RuleOutcome {
  const { comparison, directed, weight } = situation;
  const figures = figuresOf(comparison, directed.direction);
  if (!figures) return unsaid;
  const { target, actual, by } = figures;
  if (by.bound || by.approximate) {
    return open('not-measurable', between(zero, weight, false), 'missed-not-measured', bothTexts(situation));
  }
  const facts = { target: figure(target, by.unit), actual: figure(actual, by.unit), weight: plain(weight) };
  const isReverse = directed.direction === 'reverse';
  if (target.eq(0)) return scored(zero, 'zero-target-missed', facts);
  if (target.lt(0)) return open('not-measurable', anything(weight), 'open-not-measurable', bothTexts(situation));
  const floored = belowFloor(rule, situation);
  if (floored) return floored;
  if (!isReverse) {
    if (rule.positive === null) return unsaid;
    const score = lesser(weight, greater(zero, actual.times(weight).div(target)));
    return scored(score, 'ratio-positive', { ...facts, score: pointsText(situation, score) });
  }
  if (rule.reverse === null) return unsaid;
  const score = lesser(weight, missedReverse(rule.reverse, target, actual, weight));
  return scored(score, `reverse-${rule.reverse}`, { ...facts, score: pointsText(situation, score) });
}

/** A target that is met or missed in words, without a measure. */
function wordsOutcome(situation: Situation, terms: Terms): RuleOutcome {
  const { comparison, weight } = situation;
  if (comparison.kind === 'met') return terms.equalWords === 'full' ? fullMarks(situation) : unsaid;
  return open('rule-needs-person', between(zero, weight, false), 'missed-in-words', bothTexts(situation));
}

/** A target of zero without a sign is a limit: nothing may happen. */
function isMetZero({ comparison, target, actual }: Situation): boolean | null {
  if (target?.kind !== 'quantity' || !target.number.eq(0) || actual?.kind !== 'quantity') return null;
  if (target.comparator !== null && target.comparator !== '=') return null;
  if (comparison.kind === 'unknown' || comparison.by !== 'figures') return null;
  return comparison.actual.high.lte(0);
}

/** Full marks for a target met; a missed one by the rule's formula for its direction, `unsaid` where it has none. */
export function applyProportional(rule: ProportionalRule, situation: Situation, terms: Terms): RuleOutcome {
  const { comparison, sort } = situation;
  if (sort === 'quality') return unsaid;
  if (comparison.kind === 'unknown') return openComparison(situation);
  if (isMetZero(situation) === false) return scored(zero, 'zero-target-missed', bothTexts(situation));
  // The national tiers give limits, never a ratio.
  if (comparison.by === 'tier') return unsaid;
  if (comparison.by === 'yes-no' || comparison.by === 'grade' || comparison.by === 'words') {
    return wordsOutcome(situation, terms);
  }
  if (comparison.kind === 'met') return metOutcome(situation);
  if (comparison.by === 'figures') return missedFigures(rule, situation);
  // A missed date or one missed part of several has no ratio.
  const key = comparison.by === 'dates' ? 'missed-date' : 'missed-part';
  return open('rule-needs-person', between(zero, situation.weight, false), key, bothTexts(situation));
}

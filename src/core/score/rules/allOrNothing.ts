/** Full marks on a condition, else nothing. */
import { zero, type Exact } from '../../exact';
import type { AllOrNothingRule } from '../../rubric/rule';
import type { Comparator } from '../../value/value';
import { oneOf, scored, unsaid, type RuleOutcome } from '../outcome';
import type { Situation } from '../situation';
import { isRuledOut } from './clauses';
import { namedBy } from './clauses/namedBy';
import { bothTexts, openComparison, actualRatio, pointsText } from './facts';
import { metOutcome } from './met';

function holds(comparator: Comparator, value: Exact, limit: Exact): boolean {
  switch (comparator) {
    case '≥':
      return value.gte(limit);
    case '>':
      return value.gt(limit);
    case '≤':
      return value.lte(limit);
    case '<':
      return value.lt(limit);
    case '=':
      return value.eq(limit);
  }
}

/** What a threshold in the rule's own words says of the actual; null where it names none or it cannot be measured. */
function thresholdHolds({ threshold }: AllOrNothingRule, situation: Situation): boolean | null {
  if (!threshold) return null;
  const { actual } = situation;
  const value = threshold.isRatio
    ? actualRatio(situation)
    : actual?.kind === 'quantity' && actual.comparator === null
      ? actual.number
      : null;
  return value ? holds(threshold.comparator, value, threshold.number) : null;
}

/** By the threshold in the rule's own words, else by the target; a veto that the row does not rule out leaves both. */
export function applyAllOrNothing(rule: AllOrNothingRule, situation: Situation): RuleOutcome {
  const outcome = unlessForfeited(rule, situation);
  const vetoes = rule.vetoes.filter((veto) => !isRuledOut(veto, situation));
  if (outcome.kind !== 'scored' || outcome.score.lte(0) || vetoes.length === 0) return outcome;
  const { weight, actual } = situation;
  if (namedBy(actual, vetoes) !== null) {
    return scored(zero, 'condition-missed', { ...bothTexts(situation), condition: rule.condition });
  }
  return oneOf([zero, outcome.score], 'clauses-facts', {
    facts: vetoes.join('、'),
    score: pointsText(situation, weight),
  });
}

function unlessForfeited(rule: AllOrNothingRule, situation: Situation): RuleOutcome {
  const { comparison, weight } = situation;
  const byThreshold = thresholdHolds(rule, situation);
  const isMet = byThreshold ?? (comparison.kind === 'unknown' ? null : comparison.kind === 'met');
  const facts = { ...bothTexts(situation), condition: rule.condition };
  if (isMet === true) return comparison.kind === 'met' ? metOutcome(situation) : scored(weight, 'condition-met', facts);
  if (rule.otherwise === null) return isMet === false ? unsaid : openComparison(situation);
  if (isMet === false) return scored(zero, 'condition-missed', facts);
  return oneOf([zero, weight], 'all-or-nothing-open', facts);
}

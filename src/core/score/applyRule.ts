/** Applies one rule to one indicator: a score, its limits, or nothing where the rule does not speak of the case. */
import { plain, sum, zero } from '../exact';
import type { MixedRule, PartsRule, Rule } from '../rubric/rule';
import { anything, between, open, scored, unsaid, type RuleOutcome } from './outcome';
import { writtenScore } from './rounding';
import { type TargetSort, weighing, type Situation } from './situation';
import { applyAdjustment } from './rules/adjustment';
import { applyAllOrNothing } from './rules/allOrNothing';
import { applyBands } from './rules/bands';
import { applyClauses } from './rules/clauses';
import { pointsText } from './rules/facts';
import { applyItems } from './rules/items';
import { applyLevels } from './rules/levels';
import { type Terms, applyProportional } from './rules/proportional';
import { applySaving } from './rules/saving';
import { applySteps } from './rules/steps';
import { applyTiers } from './rules/tiers';
import { applyValue } from './rules/value';

export type { Terms };

function applyParts({ parts }: PartsRule, situation: Situation, terms: Terms): RuleOutcome {
  const outcomes = parts.map(({ share, rule, label }) => {
    const weight = share.times(situation.weight);
    // The target says nothing about a part's own condition.
    const part: Situation = {
      ...weighing(situation, weight),
      comparison: { kind: 'unknown', because: 'nothing-to-compare' },
    };
    return { label, weight, outcome: applyRule(rule, part, terms) };
  });
  const limits = outcomes.map(({ outcome, weight }) => {
    if (outcome.kind === 'scored') return { low: outcome.score, high: outcome.score };
    return (outcome.kind === 'open' ? outcome.interval : null) ?? { low: zero, high: weight };
  });
  const low = sum(limits.map((limit) => limit.low));
  const high = sum(limits.map((limit) => limit.high));
  const known = outcomes
    .map(({ label, outcome }) =>
      outcome.kind === 'scored' ? `${label} ${writtenScore(outcome.score, situation.rubric)}` : `${label} ?`,
    )
    .join('；');
  const facts = { parts: known, low: plain(low), high: plain(high) };
  if (outcomes.every(({ outcome }) => outcome.kind === 'scored')) {
    return scored(low, 'parts', { parts: known, score: pointsText(situation, low) });
  }
  return open('rule-needs-person', between(low, high), 'parts-open', facts);
}

/** The part of a text for two sorts of indicators that speaks of one; a note on quality alone says nothing of numbers. */
function partFor({ quantitative, qualitative }: MixedRule, sort: TargetSort): Rule | null {
  if (sort === 'quality') return qualitative;
  return sort === 'quantity' ? quantitative : (quantitative ?? qualitative);
}

/** Applies a rule. References and mixed rules are resolved by the caller, who knows the other rows. */
export function applyRule(rule: Rule, situation: Situation, terms: Terms): RuleOutcome {
  switch (rule.kind) {
    case 'proportional':
      return applyProportional(rule, situation, terms);
    case 'value':
      return applyValue(rule, situation);
    case 'bands':
      return applyBands(rule, situation);
    case 'all-or-nothing':
      return applyAllOrNothing(rule, situation);
    case 'tiers':
      return applyTiers(rule.tiers, situation);
    case 'steps':
      return applySteps(rule, situation);
    case 'items':
      return applyItems(rule, situation);
    case 'levels':
      return applyLevels(rule, situation);
    case 'parts':
      return applyParts(rule, situation, terms);
    case 'saving':
      return applySaving(situation);
    case 'clauses':
      return applyClauses(rule, situation);
    case 'adjustment':
      return applyAdjustment(rule, situation);
    case 'judgement':
      return open('rule-needs-person', anything(situation.weight), 'judgement', { weight: plain(situation.weight) });
    case 'mixed': {
      const part = partFor(rule, situation.sort);
      return part ? applyRule(part, situation, terms) : unsaid;
    }
    case 'reference':
      return unsaid;
  }
}

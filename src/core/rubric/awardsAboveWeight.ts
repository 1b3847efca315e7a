/** What a text gives held against the weight of the row that it governs: more than the weight is a contradiction. */
import type { Exact } from '../exact';
import type { CompiledRule, PlacedAward, RuleProblem } from './compiledRule';

/** The first award of a text that is above the weight; null where none is, or where the row takes points off. */
export function awardAboveWeight({ awards }: Pick<CompiledRule, 'awards'>, weight: Exact): PlacedAward | null {
  return weight.gt(0) ? (awards.find(({ points }) => points.gt(weight)) ?? null) : null;
}

/**
 * A compiled text as a row of this weight has it: every award above the weight is a problem with its place, and the rule is
 * doubtful.
 *
 * @param weight of the row in points; null where it has none, which nothing can be held against.
 */
export function besideWeight(compiled: CompiledRule, weight: Exact | null): CompiledRule {
  if (!weight || !awardAboveWeight(compiled, weight)) return compiled;
  const above = compiled.awards
    .filter(({ points }) => points.gt(weight))
    .map(({ span, text }): RuleProblem => ({ kind: 'award-above-weight', spans: [span], texts: [text] }));
  return { ...compiled, isDoubtful: true, problems: [...compiled.problems, ...above] };
}

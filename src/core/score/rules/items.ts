/** Itemised points: the scores that some of the items can add up to. */
import { greater, lesser, sum, zero, type Exact } from '../../exact';
import type { ItemsRule } from '../../rubric/rule';
import type { Comparison } from '../../value/compare';
import { ascending, between, oneOf, open, scored, type RuleOutcome } from '../outcome';
import { figuresOf, type Situation } from '../situation';
import { bothTexts, worth, pointsText, listOf } from './facts';

/** More possible sums than this say no more than their limits do. */
const mostSums = 1000;

/** Every sum that some of the awards can make; null where there are too many to list. */
function subsetSums(awards: readonly Exact[]): readonly Exact[] | null {
  let sums = new Map([['0', zero]]);
  for (const award of awards) {
    const added = [...sums.values()].map((total): [string, Exact] => {
      const next = total.plus(award);
      return [next.toFixed(), next];
    });
    sums = new Map([...sums, ...added]);
    if (sums.size > mostSums) return null;
  }
  return [...sums.values()];
}

/** What each measured part of several earns, where the parts are the items. */
function measuredItems(rule: ItemsRule, awards: readonly Exact[], situation: Situation): Exact | null {
  const { comparison, directed } = situation;
  if (comparison.kind === 'unknown' || comparison.by !== 'parts') return null;
  if (comparison.parts.length !== awards.length) return null;
  const earned = comparison.parts.map((part: Comparison, index) => {
    const award = awards[index] ?? zero;
    if (part.kind === 'met') return award;
    const figures = figuresOf(part, directed.direction);
    if (!rule.missedByRatio || !figures || figures.by.bound || figures.target.lte(0)) return null;
    return lesser(award, greater(zero, figures.actual.times(award).div(figures.target)));
  });
  const known = earned.filter((amount) => amount !== null);
  return known.length === earned.length ? sum(known) : null;
}

/** The points of each item; where the text does not count them, as many as the weight holds. */
function itemAwards({ items, each }: ItemsRule, weight: Exact): readonly Exact[] {
  if (!each) return items.map(({ award }) => worth(award, weight));
  const award = worth(each, weight);
  if (award.lte(0)) return [];
  const count = Math.min(200, Math.floor(weight.div(award).toNumber()));
  return Array.from({ length: count }, () => award);
}

/** The measured items added up, else the scores that are possible. */
export function applyItems(rule: ItemsRule, situation: Situation): RuleOutcome {
  const { weight } = situation;
  const awards = itemAwards(rule, weight);
  const facts = { ...bothTexts(situation), items: listOf(awards) };
  const measured = measuredItems(rule, awards, situation);
  if (measured) {
    const score = lesser(weight, measured);
    return scored(score, 'items-measured', { ...facts, score: pointsText(situation, score) });
  }
  const possible = rule.isPartial || rule.missedByRatio ? null : subsetSums(awards);
  if (!possible) {
    return open('rule-needs-person', between(zero, lesser(weight, sum(awards))), 'items-partial', facts);
  }
  const sums = possible.map((total) => lesser(total, weight));
  return oneOf(sums, 'items-open', { ...facts, admissible: listOf(ascending(sums)) });
}

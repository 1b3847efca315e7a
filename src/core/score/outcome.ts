/** What applying one rule to one indicator yields, before rounding. */
import { exact, zero, type Exact } from '../exact';
import { derivationFacts, type DerivationKey, type FactsOf } from './derivationKeys';
import type { Derivation, LeftOpen, ScoreInterval } from './scores';

/** Why one rule in one world gives no score. */
export type Openness = Exclude<LeftOpen, 'readings-differ'>;

/** A score, limits for one, or nothing because the rule does not speak of the case. */
export type RuleOutcome =
  | { readonly kind: 'scored'; readonly score: Exact; readonly derivation: Derivation }
  | {
      readonly kind: 'open';
      readonly because: Openness;
      readonly interval: ScoreInterval | null;
      readonly admissible: readonly Exact[] | null;
      readonly derivation: Derivation;
    }
  | { readonly kind: 'unsaid' };

export const unsaid: RuleOutcome = { kind: 'unsaid' };

/** A sum with exactly the facts that its sentence needs; others that happen to be at hand are left out. */
export function derivation<Key extends DerivationKey>(key: Key, facts: FactsOf<Key>): Derivation {
  const given: Readonly<Record<string, string>> = facts;
  return { key, facts: Object.fromEntries(derivationFacts[key].map((name) => [name, given[name] ?? ''])) };
}

/** A score with its sum. */
export function scored<Key extends DerivationKey>(score: Exact, key: Key, facts: FactsOf<Key>): RuleOutcome {
  return { kind: 'scored', score, derivation: derivation(key, facts) };
}

/** The limits from `low` to `high`, both included unless said otherwise. */
export function between(low: Exact, high: Exact, includesHigh = true): ScoreInterval {
  return { low, high, includesHigh };
}

/** Everything that a weight allows; a malus lies below zero. */
export function anything(weight: Exact): ScoreInterval {
  return weight.lt(0) ? between(weight, zero) : between(zero, weight);
}

/** No score, but limits. */
export function open<Key extends DerivationKey>(
  because: Openness,
  interval: ScoreInterval | null,
  key: Key,
  facts: FactsOf<Key>,
): RuleOutcome {
  return { kind: 'open', because, interval, admissible: null, derivation: derivation(key, facts) };
}

/** Each score once, the lowest first. */
export function ascending(scores: readonly Exact[]): readonly Exact[] {
  const distinct = new Map(scores.map((score) => [score.toFixed(), score]));
  return [...distinct.values()].sort((left, right) => left.cmp(right));
}

/** Only some scores are possible; each once, ascending. */
export function oneOf<Key extends DerivationKey>(scores: readonly Exact[], key: Key, facts: FactsOf<Key>): RuleOutcome {
  const admissible = ascending(scores);
  const interval = between(admissible[0] ?? exact(0), admissible.at(-1) ?? exact(0));
  return { kind: 'open', because: 'rule-needs-person', interval, admissible, derivation: derivation(key, facts) };
}

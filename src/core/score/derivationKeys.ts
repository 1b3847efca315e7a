/** The sums that a derivation can show, each with its facts; `words` has one sentence for each. */

const both = ['target', 'actual', 'weight'] as const;

/** Facts by key: figures as plain decimal text, percentages with %, quoted words as written. */
export const derivationFacts = {
  // Scored.
  'target-met': ['actual', 'comparator', 'target', 'weight'],
  'met-in-words': both,
  'met-by-bound': both,
  'met-range': both,
  'ratio-positive': ['actual', 'target', 'weight', 'score'],
  'reverse-ratio': ['actual', 'target', 'weight', 'score'],
  'reverse-linear': ['actual', 'target', 'weight', 'score'],
  'reverse-saving': ['actual', 'target', 'weight', 'score'],
  'zero-target-missed': both,
  'below-floor': ['value', 'floor'],
  'over-deducted': ['completion', 'from', 'weight', 'points', 'score'],
  'over-reduced': ['completion', 'from', 'weight', 'score'],
  'rate-full': ['rate', 'from', 'weight'],
  'rate-times-weight': ['rate', 'weight', 'score'],
  'execution-ratio': ['executed', 'budget', 'weight', 'score'],
  'execution-stated-rate': ['executed', 'budget', 'rate', 'weight', 'score'],
  band: ['rate', 'band', 'score'],
  'band-by-value': ['rate', 'band', 'weight', 'score'],
  'condition-met': ['actual', 'condition', 'weight'],
  'condition-missed': ['actual', 'condition'],
  steps: ['actual', 'target', 'weight', 'unit', 'penalty', 'steps', 'score'],
  'items-measured': ['actual', 'target', 'items', 'score'],
  level: ['level', 'score'],
  parts: ['parts', 'score'],
  'saving-met': ['rate', 'weight'],
  'saving-missed': ['rate', 'weight', 'score'],
  'adjustment-idle': [],
  // Limits only.
  'missed-not-measured': both,
  'missed-in-words': both,
  'missed-date': both,
  'missed-part': both,
  'tier-named': ['actual', 'weight', 'low', 'high'],
  'tier-equal-words': ['actual', 'weight', 'low', 'high'],
  'tier-negated': ['actual', 'target', 'weight', 'high'],
  'tier-open': both,
  'all-or-nothing-open': ['condition', 'weight'],
  'steps-between': ['actual', 'target', 'unit', 'penalty'],
  'steps-open': ['weight', 'unit', 'penalty'],
  'items-open': ['items', 'admissible'],
  'items-partial': ['items', 'weight'],
  'levels-open': ['levels'],
  'parts-open': ['parts', 'low', 'high'],
  'adjustment-open': ['points'],
  judgement: ['weight'],
  'half-understood': ['pieces', 'score', 'weight'],
  'no-rule-applies': ['weight'],
  'own-rule-silent': both,
  'clause-open': ['pieces', 'weight'],
  'readings-differ': ['count', 'scores', 'weight'],
  // Nothing to score.
  'open-target-missing': [],
  'open-actual-missing': [],
  'open-units-differ': ['target', 'actual'],
  'open-not-measurable': ['target', 'actual'],
  'open-qualitative': ['actual', 'weight'],
  'open-rule-needs-person': ['weight'],
  'open-rate-missing': ['rate', 'weight'],
  'open-band-value-missing': ['weight'],
  'open-misaligned': [],
  'open-weight-missing': [],
  'execution-unknown': [],
  'execution-rate-only': ['rate'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Names one sum. */
export type DerivationKey = keyof typeof derivationFacts;

/** The facts that a sum needs; more may be given. */
export type FactsOf<Key extends DerivationKey> = Readonly<Record<(typeof derivationFacts)[Key][number], string>>;

/** Reads a rule of any kind from untrusted JSON. */
import {
  choice,
  decimal,
  filledList,
  isReadable,
  list,
  object,
  only,
  orNull,
  text,
  variant,
  whole,
  yesOrNo,
  type Decoder,
} from './decoder';
import { award, awardDecoders, nothing, points, ratio, share } from './awardDecoder';
import { clausesRule } from './clausesDecoder';
import type { Band, Item, Level, Rule, RulePart, TierShare } from './rule';

const bandAward: Decoder<Band['award']> = (source, place) =>
  variant<Band['award']>({
    ...awardDecoders,
    'by-value': () => object<Extract<Band['award'], { kind: 'by-value' }>>({ kind: only('by-value'), share }),
  })(source, place) ?? nothing;

const band = object<Band>({
  from: orNull(ratio),
  includesFrom: yesOrNo,
  to: orNull(ratio),
  includesTo: yesOrNo,
  award: bandAward,
});

const item = object<Item>({ label: text, award });

/** A named level with its points. */
export const level = object<Level>({ name: text, award });

export const tierFields = {
  tier: choice(['achieved', 'partly', 'not']),
  from: share,
  to: share,
  includesTo: yesOrNo,
} as const;

type RuleOf<Kind extends Rule['kind']> = Extract<Rule, { readonly kind: Kind }>;
type RuleDecoders = { readonly [Kind in Rule['kind']]: () => Decoder<RuleOf<Kind>> };

const part: Decoder<RulePart> = (source, place) => object<RulePart>({ label: text, share, rule })(source, place);

const decoders: RuleDecoders = {
  proportional: () =>
    object<RuleOf<'proportional'>>({
      kind: only('proportional'),
      positive: orNull(only('ratio')),
      reverse: orNull(choice(['ratio', 'linear', 'saving'])),
      floor: orNull(object({ of: choice(['actual', 'completion']), below: ratio })),
    }),
  value: () =>
    object<RuleOf<'value'>>({
      kind: only('value'),
      of: choice(['execution-rate', 'actual']),
      name: text,
      fullFrom: orNull(ratio),
      zeroBelow: orNull(ratio),
      fullWhenMet: yesOrNo,
    }),
  bands: () =>
    object<RuleOf<'bands'>>({
      kind: only('bands'),
      of: choice(['execution-rate', 'actual', 'completion', 'other-rate']),
      bands: filledList(band),
    }),
  'all-or-nothing': () =>
    object<RuleOf<'all-or-nothing'>>({
      kind: only('all-or-nothing'),
      condition: text,
      threshold: orNull(
        object({ comparator: choice(['=', '≥', '>', '≤', '<']), number: decimal(-1e12, 1e12), isRatio: yesOrNo }),
      ),
      otherwise: orNull(only('zero')),
      vetoes: list(text),
    }),
  tiers: () => object<RuleOf<'tiers'>>({ kind: only('tiers'), tiers: filledList(object<TierShare>(tierFields)) }),
  steps: () =>
    object<RuleOf<'steps'>>({
      kind: only('steps'),
      per: choice(['late', 'short', 'over', 'case']),
      size: decimal(0, 1e9),
      unit: text,
      penalty: award,
      cases: orNull(whole(1, 100)),
    }),
  items: () =>
    object<RuleOf<'items'>>({
      kind: only('items'),
      items: list(item),
      each: orNull(award),
      isPartial: yesOrNo,
      missedByRatio: yesOrNo,
    }),
  levels: () => object<RuleOf<'levels'>>({ kind: only('levels'), levels: filledList(level) }),
  parts: () => object<RuleOf<'parts'>>({ kind: only('parts'), parts: filledList(part) }),
  saving: () => object<RuleOf<'saving'>>({ kind: only('saving') }),
  adjustment: () => object<RuleOf<'adjustment'>>({ kind: only('adjustment'), points }),
  reference: () => object<RuleOf<'reference'>>({ kind: only('reference'), to: text }),
  mixed: () => object<RuleOf<'mixed'>>({ kind: only('mixed'), quantitative: orNull(rule), qualitative: orNull(rule) }),
  clauses: () => clausesRule,
  judgement: () => object<RuleOf<'judgement'>>({ kind: only('judgement') }),
};

/** A rule of any kind. */
export function rule(...[source, place]: Parameters<Decoder<Rule>>): Rule {
  return (isReadable(place) && variant<Rule>(decoders)(source, place)) || { kind: 'judgement' };
}

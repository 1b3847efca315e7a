/** Reads a rule of clauses from untrusted JSON. */
import { award, awardDecoders, nothing } from './awardDecoder';
import {
  choice,
  decimal,
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
import type { ClausesRule, Condition, Earning, Formula, Limits, RuleCase, StepClause } from './rule';

const number = decimal(-1e12, 1e12);

/** Words that may be empty: a limit that the text does not name, a bare number. */
const words: Decoder<string> = (source, place) => (source === '' ? '' : text(source, place));

const limits = object<Limits>({
  measure: choice([
    'execution-rate',
    'actual',
    'completion',
    'deviation',
    'excess',
    'shortfall',
    'lateness',
    'other-rate',
  ]),
  name: words,
  from: orNull(number),
  includesFrom: yesOrNo,
  to: orNull(number),
  includesTo: yesOrNo,
  unit: words,
});

type Of<Union extends { readonly kind: string }, Kind extends Union['kind']> = Extract<Union, { readonly kind: Kind }>;

const condition: Decoder<Condition> = (source, place) =>
  variant<Condition>({
    within: () => object<Of<Condition, 'within'>>({ kind: only('within'), limits }),
    'by-date': () =>
      object<Of<Condition, 'by-date'>>({
        kind: only('by-date'),
        by: object({ year: orNull(whole(1900, 2200)), month: orNull(whole(1, 12)), day: orNull(whole(1, 31)) }),
        words,
      }),
    words: () => object<Of<Condition, 'words'>>({ kind: only('words'), words: text }),
    otherwise: () => object<Of<Condition, 'otherwise'>>({ kind: only('otherwise') }),
  })(source, place) ?? { kind: 'otherwise' };

const none: Formula = { kind: 'weight' };

const both = {
  left: (...at: Parameters<Decoder<Formula>>): Formula => formula(...at),
  right: (...at: Parameters<Decoder<Formula>>): Formula => formula(...at),
};

/** A formula; nested too deeply it is a problem, like any rule. */
function formula(...[source, place]: Parameters<Decoder<Formula>>): Formula {
  const bare = (kind: 'weight' | 'actual' | 'target' | 'executed' | 'budget') => (): Decoder<Formula> =>
    object<{ kind: typeof kind }>({ kind: only(kind) });
  const joined = (kind: 'sum' | 'difference' | 'product' | 'quotient') => (): Decoder<Formula> =>
    object<{ kind: typeof kind; left: Formula; right: Formula }>({ kind: only(kind), ...both });
  const decoders = {
    weight: bare('weight'),
    actual: bare('actual'),
    target: bare('target'),
    executed: bare('executed'),
    budget: bare('budget'),
    sum: joined('sum'),
    difference: joined('difference'),
    product: joined('product'),
    quotient: joined('quotient'),
    rate: () => object<Of<Formula, 'rate'>>({ kind: only('rate'), name: text }),
    number: () => object<Of<Formula, 'number'>>({ kind: only('number'), number }),
    absolute: () => object<Of<Formula, 'absolute'>>({ kind: only('absolute'), of: both.left }),
  };
  return (isReadable(place) && variant<Formula>(decoders)(source, place)) || none;
}

const earning: Decoder<Earning> = (source, place) =>
  variant<Earning>({
    ...awardDecoders,
    between: () => object<Of<Earning, 'between'>>({ kind: only('between'), low: award, high: award }),
    less: () => object<Of<Earning, 'less'>>({ kind: only('less'), by: award }),
    more: () => object<Of<Earning, 'more'>>({ kind: only('more'), by: award }),
    formula: () => object<Of<Earning, 'formula'>>({ kind: only('formula'), formula }),
    'in-proportion': () => object<Of<Earning, 'in-proportion'>>({ kind: only('in-proportion') }),
    interpolated: () => object<Of<Earning, 'interpolated'>>({ kind: only('interpolated'), low: award, high: award }),
    judgement: () => object<Of<Earning, 'judgement'>>({ kind: only('judgement') }),
  })(source, place) ?? nothing;

/** Rules that were kept before this could be said do not have it. */
const stepParts: Decoder<StepClause['parts']> = (source, place) =>
  source === undefined ? null : orNull<'whole' | 'none'>(choice(['whole', 'none']))(source, place);

const step = object<StepClause>({
  per: choice(['late', 'short', 'over', 'off', 'either', 'case', 'gain']),
  size: decimal(0, 1e9),
  unit: text,
  penalty: award,
  parts: stepParts,
  base: orNull(limits),
  atMost: orNull(award),
  words,
  cases: orNull(whole(1, 100)),
});

/** A rule of clauses. */
export const clausesRule: Decoder<ClausesRule> = object<ClausesRule>({
  kind: only('clauses'),
  cases: list(object<RuleCase>({ condition, earning })),
  steps: list(step),
  vetoes: list(text),
  least: orNull(award),
  most: orNull(award),
});

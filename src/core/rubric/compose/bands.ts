/** Bands of a rate, and numbered parts with bands of their own. */
import { one, zero, type Exact } from '../../exact';
import type { Band, BandsRule, Earning, Rule } from '../rule';
import { fixedAward, type Statement } from '../statements';
import { isNothing, wordedOf } from './items';
import { limitsOverlap } from './limits';
import { sortOut, type ValueCase } from './material';

/** The award of a case where bands can hold it; null where they cannot. */
function bandAward(earning: Earning, isByValue: boolean): Band['award'] | null {
  if (earning.kind === 'points' || earning.kind === 'share') return earning;
  return earning.kind === 'in-proportion' && isByValue ? { kind: 'by-value', share: one } : null;
}

/** Nothing but bands of one rate that do not overlap. */
export function readBands(giving: readonly Statement[], valueCases: readonly ValueCase[]): Rule | null {
  const isAll = giving.every((each) => valueCases.some(({ statement }) => statement === each));
  const [first] = valueCases;
  if (!isAll || valueCases.length < 2 || !first) return null;
  const { measure } = first.limits;
  if (measure === 'deviation' || measure === 'excess' || measure === 'shortfall' || measure === 'lateness') return null;
  const isOneRate = valueCases.every(({ limits }) => limits.unit === '%' && limits.measure === measure);
  const isDisjoint = valueCases.every(({ limits }, index) =>
    valueCases.slice(index + 1).every((other) => !limitsOverlap(limits, other.limits)),
  );
  if (!isOneRate || !isDisjoint) return null;
  // In proportion to what earns the full points: a rate from 100 % downwards is that rate.
  const isByValue = valueCases.some(
    ({ limits, earning }) => limits.from?.eq(one) === true && earning.kind !== 'in-proportion',
  );
  const bands = valueCases.map(({ limits, earning }): Band | null => {
    const award = bandAward(earning, isByValue);
    const { from, includesFrom, to, includesTo } = limits;
    return award && { from, includesFrom, to, includesTo, award };
  });
  const known = bands.filter((band) => band !== null);
  return known.length < bands.length ? null : { kind: 'bands', of: measure, bands: known };
}

/** Numbered parts, each with its own share of the weight and its own bands. */
export function readParts(giving: readonly Statement[], isExecutionRate: boolean): Rule | null {
  const numbers = [...new Set(giving.map(({ enumerator }) => enumerator))];
  if (numbers.length < 2 || numbers.includes(null)) return null;
  const parts = numbers.map((number) =>
    partOf(
      giving.filter(({ enumerator }) => enumerator === number),
      isExecutionRate,
    ),
  );
  const known = parts.filter((part) => part !== null);
  const whole = known.reduce((total, part) => total.plus(part.share), zero);
  return known.length === parts.length && whole.eq(one) ? { kind: 'parts', parts: known } : null;
}

function partOf(giving: readonly Statement[], isExecutionRate: boolean): RulePartOf | null {
  const { valueCases } = sortOut(giving, isExecutionRate);
  const rule = readBands(giving, valueCases) as BandsRule | null;
  const shares = giving.flatMap(({ consequence }) => {
    const award = consequence?.kind === 'award' ? fixedAward(consequence.award) : null;
    return award?.kind === 'share' ? [award.share] : [];
  });
  const most = shares.sort((left, right) => right.cmp(left))[0];
  if (!most || most.lte(0) || most.gte(1)) return null;
  if (rule) {
    const label = valueCases[0]?.statement.words === '' ? valueCases[0].limits.name : (giving[0]?.words ?? '');
    return { label, share: most, rule: { ...rule, bands: rule.bands.map((band) => withinPart(band, most)) } };
  }
  const [has, hasNot, ...more] = wordedOf(giving);
  if (!has || !hasNot || more.length > 0 || giving.length > 2 || !isNothing(hasNot.award)) return null;
  const condition = has.statement.words;
  return {
    label: condition,
    share: most,
    rule: { kind: 'all-or-nothing', condition, threshold: null, otherwise: 'zero', vetoes: [] },
  };
}

type RulePartOf = { readonly label: string; readonly share: Exact; readonly rule: Rule };

/** A part's award as a share of the part instead of the whole weight. */
function withinPart(band: Band, part: Exact): Band {
  return band.award.kind === 'share' ? { ...band, award: { kind: 'share', share: band.award.share.div(part) } } : band;
}

/** Limits of statements made exact: ends that the text does not mark, and limits that hold together. */
import { greater, lesser, one } from '../../exact';
import type { LimitPhrase } from '../clauses/phrase';
import type { Limits } from '../rule';
import type { NamedLimit } from '../statements';
import { measureOf, type Around } from './measure';

/** Limits whose ends may still be unmarked. */
export interface Loose {
  readonly limits: Limits;
  /** Whether the text itself says that the end belongs to them. */
  readonly marksFrom: boolean;
  readonly marksTo: boolean;
}

function looseOf({ limit, name }: NamedLimit, around: Around, unitOfText: string): Loose {
  const { low, high } = limit;
  const unit = limit.unit === '' ? unitOfText : limit.unit;
  const measure = measureOf(name, unit, around);
  // "完成率100%得满分": whoever did more than all has done all.
  const isAllDone = limit.isBare && measure === 'completion' && unit === '%' && low?.at.eq(one) === true;
  if (isAllDone) return looseOf({ limit: { ...limit, high: null, isBare: false }, name }, around, unitOfText);
  const limits: Limits = {
    measure,
    name,
    from: low?.at ?? null,
    // What is not marked: a range holds its lower end and not its upper one; 以上 holds its number, 以下 does not.
    includesFrom: low !== null && (low.isIncluded ?? true),
    to: high?.at ?? null,
    includesTo: high !== null && (high.isIncluded ?? false),
    unit,
  };
  return {
    limits,
    marksFrom: low !== null && low.isIncluded !== null,
    marksTo: high !== null && high.isIncluded !== null,
  };
}

/** Two limits that must both hold. */
function both(left: Loose, right: Loose): Loose {
  const lows = [left, right].filter(({ limits }) => limits.from !== null);
  const highs = [left, right].filter(({ limits }) => limits.to !== null);
  const low = lows.reduce<Loose | null>((most, each) => {
    if (!most?.limits.from || !each.limits.from) return each;
    return greater(most.limits.from, each.limits.from) === most.limits.from ? most : each;
  }, null);
  const high = highs.reduce<Loose | null>((least, each) => {
    if (!least?.limits.to || !each.limits.to) return each;
    return lesser(least.limits.to, each.limits.to) === least.limits.to ? least : each;
  }, null);
  return {
    limits: {
      ...left.limits,
      name: left.limits.name === '' ? right.limits.name : left.limits.name,
      from: low?.limits.from ?? null,
      includesFrom: low?.limits.includesFrom ?? false,
      to: high?.limits.to ?? null,
      includesTo: high?.limits.includesTo ?? false,
    },
    marksFrom: low?.marksFrom ?? false,
    marksTo: high?.marksTo ?? false,
  };
}

/** The limits of one group, all of which must hold. */
export function together(group: readonly NamedLimit[], around: Around, unitOfText: string): Loose | null {
  const each = group.map((named) => looseOf(named, around, unitOfText));
  return each.length === 0 ? null : each.reduce(both);
}

const isPoint = ({ limits: { from, to } }: Loose): boolean => from !== null && to !== null && from.eq(to);

/**
 * Gives the ends that the text does not mark to one of the two limits that share them: a marked end wins; a point of
 * its own ("100%得4分") wins over a range; the top range holds its upper end where nothing else does.
 */
export function settled(all: readonly Loose[]): readonly Limits[] {
  const claims = (at: Limits['from'], self: Loose): boolean =>
    all.some((other) => {
      if (other === self || !at) return false;
      const { from, includesFrom, to, includesTo } = other.limits;
      if (isPoint(other) && from?.eq(at)) return true;
      return (from?.eq(at) === true && includesFrom) || (to?.eq(at) === true && includesTo && other.marksTo);
    });
  return all.map((each) => {
    const { limits } = each;
    if (isPoint(each)) return { ...limits, includesFrom: true, includesTo: true };
    const takenFrom =
      limits.from !== null &&
      !each.marksFrom &&
      all.some(
        (other) =>
          other !== each &&
          ((isPoint(other) && other.limits.from?.eq(limits.from ?? 0)) ||
            (other.limits.to?.eq(limits.from ?? 0) === true && other.marksTo && other.limits.includesTo)),
      );
    const isRange = limits.from !== null && limits.to !== null;
    return {
      ...limits,
      includesFrom: limits.from !== null && (takenFrom ? false : limits.includesFrom),
      includesTo: each.marksTo ? limits.includesTo : isRange && !claims(limits.to, each),
    };
  });
}

/** Whether a value lies above one limits' lower end and below the other's upper end, both ways. */
export function limitsOverlap(left: Limits, right: Limits): boolean {
  if (left.measure !== right.measure || left.unit !== right.unit) return false;
  const below = (lower: Limits, upper: Limits): boolean =>
    lower.to !== null &&
    upper.from !== null &&
    (lower.to.lt(upper.from) || (lower.to.eq(upper.from) && !(lower.includesTo && upper.includesFrom)));
  return !below(left, right) && !below(right, left);
}

/** The unit that bare numbers of a text have: "预算调整率=0" beside percentages. */
export function unitOfText(limits: readonly LimitPhrase[]): string {
  const units = new Set(limits.map(({ unit }) => unit).filter((unit) => unit !== ''));
  return units.size === 1 ? ([...units][0] ?? '') : units.size === 0 ? '%' : '';
}

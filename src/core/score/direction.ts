/**
 * Whether more or less is better for an indicator: from its comparator, its sign column, the movement that its target asks
 * for, a term of art in its name. Where nothing settles it, both directions are readings, the likelier first.
 */
import type { Indicator } from '../form/form';
import { fold } from '../value/normalise';
import { movementOf } from '../value/phrases';
import type { Comparator, Unit, Value } from '../value/value';
import { kinshipOf } from '../value/units';
import { namedDirection, type FigureSort, type NamedDirection } from './directionTerms';
import { assumed, regulated, stated, type Premise } from './premises';
import type { RuleDirection } from './ruleDirection';
import type { IndicatorScore } from './scores';

/** The direction and what decided it. */
export interface Directed {
  readonly direction: NonNullable<IndicatorScore['direction']>;
  readonly from: NonNullable<IndicatorScore['directionFrom']>;
}

/** One direction in which a row may be read. */
export interface DirectionReading extends Directed {
  readonly premise: Premise;
  /** `contrary`: nothing speaks for it, and yet nobody may be accused by the other one alone. */
  readonly standing: 'admissible' | 'contrary';
}

/** What a sign column says: ≥ ≤ = 正向 反向 定性. */
export function signOf(indicator: Indicator): Comparator | 'positive' | 'reverse' | 'qualitative' | null {
  const sign = fold(indicator.sign?.text ?? '').text;
  const comparator = (['≥', '>', '≤', '<', '='] as const).find((candidate) => sign.startsWith(candidate));
  if (comparator) return comparator;
  if (sign.includes('定性')) return 'qualitative';
  if (/反向|逆向|负向/u.test(sign)) return 'reverse';
  return sign.includes('正向') ? 'positive' : null;
}

const ofComparator: Readonly<Record<Comparator, Directed['direction']>> = {
  '≥': 'positive',
  '>': 'positive',
  '≤': 'reverse',
  '<': 'reverse',
  '=': 'equal',
};

/** The direction that the operator of a target states; null where it has none. */
export function directionOfOperator(target: Value): Directed['direction'] | null {
  return target.kind === 'quantity' && target.comparator ? ofComparator[target.comparator] : null;
}

/** The direction that a sign column states; null where it states none. */
export function directionOfSign(indicator: Indicator): Directed['direction'] | null {
  const sign = signOf(indicator);
  if (sign === null || sign === 'qualitative') return null;
  return sign === 'positive' || sign === 'reverse' ? sign : ofComparator[sign];
}

function sortOfFigure(value: Value | null, unit: Unit | null): FigureSort {
  const own = value?.kind === 'quantity' || value?.kind === 'range' ? (value.unit ?? unit) : unit;
  if (!own) return 'other';
  if (['time', 'working-day', 'month'].includes(own.family)) return 'time';
  if (own.family === 'money') return 'money';
  if (own.family === 'ratio' || own.family === 'percentage-point') return 'ratio';
  return kinshipOf(own) === 'measure' && own.family === 'number' ? 'other' : 'count';
}

/** What the indicator's name says; a cost heading makes a limit of an amount of money. */
function directionByName(indicator: Indicator, target: Value | null, sort: FigureSort): NamedDirection {
  const named = namedDirection(indicator.name.text, {
    sort,
    isOutputCount: indicator.level2?.text.includes('数量') ?? false,
    isWhole: target?.kind === 'quantity' && target.number.eq(100),
  });
  if (named.standing !== 'likely' || named.direction === 'reverse') return named;
  const isCost = sort === 'money' && [indicator.level2, indicator.level1].some((label) => label?.text.includes('成本'));
  return isCost ? { ...named, direction: 'reverse' } : named;
}

function one(directed: Directed, premise: Premise): readonly DirectionReading[] {
  return [{ ...directed, premise, standing: 'admissible' }];
}

const other = { positive: 'reverse', reverse: 'positive' } as const;

/** A direction that rests on words: settled by a formula, by a term with the other one contrary, or both open. */
function byWords({ direction, source, standing }: NamedDirection): readonly DirectionReading[] {
  const from = direction === 'reverse' || standing !== 'likely' ? ('words' as const) : ('default' as const);
  const turned = other[direction];
  if (standing === 'formula' && source !== null) {
    return one({ direction, from }, regulated('direction', direction, source));
  }
  const ground = source === null ? assumed('direction', direction) : regulated('direction', direction, source);
  return [
    { direction, from, premise: ground, standing: 'admissible' },
    {
      direction: turned,
      from: 'words',
      premise: assumed('direction', turned),
      standing: standing === 'term' ? 'contrary' : 'admissible',
    },
  ];
}

/** "=" names no better side: more is no loss, unless the words lean towards less. */
function byEquality(named: NamedDirection, equal: DirectionReading): readonly DirectionReading[] {
  if (named.direction !== 'reverse') return [equal];
  const reverse: DirectionReading = {
    direction: 'reverse',
    from: 'words',
    premise: named.source === null ? assumed('direction', 'reverse') : regulated('direction', 'reverse', named.source),
    standing: 'admissible',
  };
  return [reverse, named.standing === 'likely' ? equal : { ...equal, standing: 'contrary' }];
}

/** 降低1%, 增长5%: the movement itself is what is wanted, so that more of it is better. */
function byMovement(moves: 'rises' | 'falls', named: NamedDirection, target: Value): readonly DirectionReading[] {
  const premise = assumed('direction', 'movement', { movement: target.source.trim() });
  const wanted: DirectionReading = { direction: 'positive', from: 'words', premise, standing: 'admissible' };
  // 成本增长5% is a limit, 合格率降低1% a concession: what rises is unwanted, or what falls is wanted.
  const isAgainst =
    moves === 'rises' ? named.direction === 'reverse' : named.source !== null && named.direction === 'positive';
  if (!isAgainst) return [wanted];
  const limit = { direction: 'reverse', from: 'words', standing: 'admissible' } as const;
  return [{ ...limit, premise: assumed('direction', 'reverse') }, wanted];
}

/**
 * The directions in which a row can be read, the likeliest first; one where something settles it.
 *
 * @param target its target as written, without what the sign column adds.
 * @param unit what a unit column adds.
 * @param byRule what the row's own rule text says, asked only where it matters; operator and sign column outrank it.
 */
export function directionsOf(
  indicator: Indicator,
  target: Value | null,
  unit: Unit | null,
  byRule: () => RuleDirection | null = () => null,
): readonly [DirectionReading, ...DirectionReading[]] {
  const readings = allDirections(indicator, target, unit, byRule);
  const [first, ...rest] = readings;
  if (!first) throw new Error('A row can be read in at least one direction');
  return [first, ...rest];
}

function allDirections(
  indicator: Indicator,
  target: Value | null,
  unit: Unit | null,
  byRule: () => RuleDirection | null,
): readonly DirectionReading[] {
  const written = target?.kind === 'quantity' ? target.comparator : null;
  const bySign = directionOfSign(indicator);
  // Words are looked at only where nothing states the direction.
  const named = (): NamedDirection => directionByName(indicator, target, sortOfFigure(target, unit));
  const cell = indicator.target?.cell.ref ?? indicator.name.cell.ref;
  const signCell = indicator.sign?.ref ?? cell;
  const column =
    bySign &&
    ({
      direction: bySign,
      from: 'sign-column',
      premise: stated('direction', bySign, signCell),
      standing: 'admissible',
    } as const);
  if (written) {
    const direction = ofComparator[written];
    const own = {
      direction,
      from: 'comparator',
      premise: stated('direction', direction, cell),
      standing: 'admissible',
    } as const;
    // Operator and sign column contradict each other: each is a reading, and a check asks.
    if (column && contradicts(direction, column.direction)) return [own, column];
    if (direction === 'equal') return column && column.direction !== 'equal' ? [column] : byEquality(named(), own);
    return [own];
  }
  if (column) return column.direction === 'equal' ? byEquality(named(), column) : [column];
  // A bare zero is a limit: nothing may happen.
  if (target?.kind === 'quantity' && target.number.eq(0)) {
    return one({ direction: 'reverse', from: 'words' }, assumed('direction', 'zero'));
  }
  const ruled = byRule();
  if (ruled) return one({ direction: ruled.direction, from: 'words' }, ruled.premise);
  const moves = target?.kind === 'quantity' ? movementOf(target.lead) : null;
  if (moves && target) return byMovement(moves, named(), target);
  return byWords(named());
}

/** Whether one says more and the other less. */
export function contradicts(left: Directed['direction'], right: Directed['direction']): boolean {
  return left !== 'equal' && right !== 'equal' && left !== right;
}

/** The values that limits and steps measure in a row. */
import { exact, one, zero, type Exact } from '../../../exact';
import type { Limits, Measure } from '../../../rubric/rule';
import { amountIn, unitNamed } from '../../../value/units';
import { figuresOf, type Situation } from '../../situation';
import { latenessIn } from './lateness';

/** A rate that the actual states: 95% → 0.95; null where it is none or only a bound. */
function statedRate({ actual }: Situation): Exact | null {
  if (actual?.kind !== 'quantity' || actual.approximate) return null;
  if (actual.comparator !== null && actual.comparator !== '=') return null;
  if (actual.number.eq(0) && (actual.unit === null || actual.unit.family === 'ratio')) return zero;
  if (actual.unit?.family !== 'ratio' || actual.unit.per) return null;
  return actual.number.times(actual.unit.scale);
}

/** Both figures of the row, whichever way is better; null where they are no exact numbers. */
function pairOf({ comparison, directed }: Situation): { readonly target: Exact; readonly actual: Exact } | null {
  const figures = figuresOf(comparison, directed.direction);
  if (!figures || figures.by.bound || figures.by.approximate) return null;
  return { target: figures.target, actual: figures.actual };
}

function ratioToTarget(situation: Situation): Exact | null {
  const pair = pairOf(situation);
  return pair?.target.gt(0) ? pair.actual.div(pair.target) : null;
}

/** Whether the row itself is a rate of the name that the text measures: 采购完成率 in both. */
function isOwnRate(name: string, situation: Situation): boolean {
  const core = /(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,}[率度例]/u.exec(name)?.[0] ?? '';
  return core !== '' && situation.name.includes(core.replace(/^实际/u, ''));
}

function completions(name: string, situation: Situation): readonly Exact[] {
  const stated = statedRate(situation);
  const relative = ratioToTarget(situation);
  if (!stated) return relative ? [relative] : [];
  // A rate of rates: 85 % of a target of 90 % is a completion of 94.4 %, and some read 85 %.
  if (!relative || relative.eq(stated) || isOwnRate(name, situation)) return [stated];
  return [stated, relative];
}

/** A target such as ≤10% is a limit of the deviation itself. */
function isSmallLimit({ target, directed }: Situation): boolean {
  return directed.direction === 'reverse' && target?.kind === 'quantity' && target.unit?.family === 'ratio';
}

function absolute(values: readonly Exact[]): readonly Exact[] {
  return values.map((value) => value.abs());
}

/**
 * A rate by what it measures, as every reading of the row gives it, likeliest first; empty where it cannot be had.
 *
 * @param name what the text calls it.
 */
export function ratesOf(measure: Measure, name: string, situation: Situation): readonly Exact[] {
  const relative = ratioToTarget(situation);
  const stated = statedRate(situation);
  switch (measure) {
    case 'execution-rate': {
      const rate = situation.execution?.used ?? stated;
      return rate ? [rate] : [];
    }
    case 'actual':
      return stated ? (name.includes('绝对') ? absolute([stated]) : [stated]) : [];
    case 'completion':
      return completions(name, situation);
    case 'deviation':
      if (stated && (/偏差|偏离|误差/u.test(situation.name) || isSmallLimit(situation))) return [stated.abs()];
      return relative ? [relative.minus(one).abs()] : [];
    case 'excess':
      return relative ? [relative.minus(one)] : [];
    case 'shortfall':
      return relative ? [one.minus(relative)] : [];
    case 'lateness':
    case 'other-rate':
      return [];
  }
}

const rising = /提高|增加|增长|上升|提升|新增|增收/u;
const sinking = /降低|下降|减少|下滑|减收|压减/u;

/** −1 where the actual moves against what the text measures: 降低1个百分点 under 提高2个百分点以上. */
function signOf(name: string, { actual }: Situation): Exact {
  const lead = actual?.kind === 'quantity' ? actual.lead : '';
  const isAgainst = (rising.test(name) && sinking.test(lead)) || (sinking.test(name) && rising.test(lead));
  return isAgainst ? zero.minus(one) : one;
}

/**
 * Whether one of the limits is the row's own target, a rate: then the text speaks of that rate itself, and not of how
 * far the target was reached.
 */
export function isOfTarget(ends: readonly (Exact | null)[], { target }: Situation): boolean {
  if (target?.kind !== 'quantity' || target.unit?.family !== 'ratio') return false;
  const rate = target.number.times(target.unit.scale);
  return ends.some((end) => end?.eq(rate) === true);
}

/** An amount of the actual in a unit as the text writes it; null where the row states none. */
export function amountOfActual(unit: string, { actual }: Situation): Exact | null {
  if (actual?.kind !== 'quantity' || actual.approximate || actual.comparator !== null) return null;
  const wanted = unitNamed(unit);
  if (wanted?.family === 'percentage-point' && actual.unit?.family === 'ratio') return amountIn(actual, wanted);
  return amountIn(actual, wanted);
}

/** The values that limits measure, in their unit; ratios for "%". */
export function valuesOf({ from, measure, name, unit }: Limits, situation: Situation): readonly Exact[] {
  const sign = signOf(name, situation);
  if (measure === 'lateness') return latenessIn(unit, situation) ?? [];
  // "超过指标值130%" mostly means 1.3 times the target, and may mean 2.3 times.
  if (measure === 'excess' && from?.gt(one)) {
    const completion = ratioToTarget(situation);
    return completion ? [completion, completion.minus(one)] : [];
  }
  if (unit === '%') return ratesOf(measure, name, situation).map((rate) => rate.times(sign));
  const amount = amountOfActual(unit, situation);
  return amount ? [amount.times(sign)] : [];
}

/** Whether a value lies within limits. */
export function isWithin(value: Exact, { from, includesFrom, to, includesTo }: Limits): boolean {
  const aboveFrom = !from || value.gt(from) || (includesFrom && value.eq(from));
  const belowTo = !to || value.lt(to) || (includesTo && value.eq(to));
  return aboveFrom && belowTo;
}

/** A ratio in percentage points. */
export function inPoints(ratio: Exact): Exact {
  return ratio.times(exact(100));
}

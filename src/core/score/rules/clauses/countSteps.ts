/** How many steps a row makes. */
import { exact, zero, type Exact } from '../../../exact';
import type { Limits, StepClause } from '../../../rubric/rule';
import { fold, signsOf } from '../../../value/normalise';
import { amountIn, unitNamed } from '../../../value/units';
import { figuresOf, type Situation } from '../../situation';
import { sourceText } from '../facts';
import { latenessIn } from './lateness';
import { amountOfActual, inPoints, isWithin, ratesOf, valuesOf } from './measured';

/** How far a row is from where steps start, in the unit of the steps. */
export interface Distance {
  /** As every reading gives it, likeliest first. */
  readonly amounts: readonly Exact[];
  /** What it is a distance of, for the sum. */
  readonly kind: 'late' | 'short' | 'over' | 'count';
  /** From where, as written; empty where the row's target is meant. */
  readonly from: string;
}

const isRatio = (unit: string): boolean => /%|百分点|个点/u.test(unit);

/** How far a value lies outside of limits on the sides that count; zero within. */
function outside(value: Exact, { from, to }: Limits, per: StepClause['per']): Exact {
  const below = from && value.lt(from) ? from.minus(value) : zero;
  const above = to && value.gt(to) ? value.minus(to) : zero;
  const low = to && !from && per === 'short' && value.lt(to) ? to.minus(value) : below;
  const high = from && !to && (per === 'over' || per === 'late') && value.gt(from) ? value.minus(from) : above;
  if (per === 'short') return low;
  if (per === 'over' || per === 'late') return high;
  return low.gt(0) ? low : high;
}

const written = ({ from, to, unit }: Limits): string => {
  const end = from ?? to ?? zero;
  return unit === '%' ? `${inPoints(end).toFixed()}%` : `${end.toFixed()}${unit}`;
};

/** From a number that the text states. */
function fromBase(step: StepClause, base: Limits, situation: Situation): Distance | null {
  const isGrace = base.measure === 'lateness';
  const kind = step.per === 'late' && !isGrace ? 'late' : step.per === 'short' ? 'short' : 'over';
  const values = valuesOf(base, situation);
  if (values.length === 0) return null;
  const amounts = values.map((value) => {
    const distance = outside(value, base, step.per);
    if (base.unit === '%') return isRatio(step.unit) ? inPoints(distance) : null;
    if (isRatio(step.unit) && !isRatio(base.unit)) {
      const from = base.from ?? base.to;
      return step.unit === '%' && from?.gt(0) ? inPoints(distance.div(from)) : null;
    }
    return amountIn({ number: distance, unit: unitNamed(base.unit) }, unitNamed(step.unit));
  });
  const known = amounts.filter((amount) => amount !== null);
  const from = isGrace ? `延期${written(base)}` : written(base);
  return known.length < amounts.length ? null : { amounts: known, kind, from };
}

/** From the target of the row. */
function fromTarget(step: StepClause, situation: Situation): Distance | null {
  const { comparison, directed, target, actual } = situation;
  if (step.per === 'late') {
    const late = latenessIn(step.unit, situation);
    return late && { amounts: late.map((each) => (each.lt(0) ? zero : each)), kind: 'late', from: '' };
  }
  // 执行率每低1%: from 100 % where the row has no target of its own.
  if (situation.execution && isRatio(step.unit)) {
    const short = exact(1).minus(situation.execution.used);
    return { amounts: [short.lt(0) ? zero : inPoints(short)], kind: 'short', from: '100%' };
  }
  if (comparison.kind === 'unknown') return null;
  const kind = directed.direction === 'reverse' ? 'over' : 'short';
  if (comparison.kind === 'met') {
    return comparison.by === 'figures' || comparison.by === 'dates' ? { amounts: [zero], kind, from: '' } : null;
  }
  if (comparison.by === 'dates') {
    const late = step.per === 'off' ? latenessIn(step.unit, situation) : null;
    return late && { amounts: late, kind: 'late', from: '' };
  }
  const figures = figuresOf(comparison, directed.direction);
  if (!figures || figures.by.bound || figures.by.approximate) return null;
  // A step the other way is none: 每超出1% where the row fell short.
  const isBelow = figures.actual.lt(figures.target);
  if ((step.per === 'short' && !isBelow) || (step.per === 'over' && isBelow)) return null;
  const side = isBelow ? 'short' : 'over';
  const distance = figures.target.minus(figures.actual).abs();
  if (isRatio(step.unit)) {
    const isRate = figures.by.unit?.family === 'ratio' || figures.by.unit?.family === 'percentage-point';
    if (isRate) return { amounts: [pointsOf(distance, situation)], kind: side, from: '' };
    return figures.target.gt(0) ? { amounts: [inPoints(distance.div(figures.target))], kind: side, from: '' } : null;
  }
  const unit = unitNamed(step.unit);
  const wanted = target?.kind === 'quantity' ? amountIn(target, unit) : null;
  const reached = actual?.kind === 'quantity' ? amountIn(actual, unit) : null;
  return wanted && reached ? { amounts: [wanted.minus(reached).abs()], kind: side, from: '' } : null;
}

/** A difference of rates in percentage points. */
function pointsOf(distance: Exact, { target }: Situation): Exact {
  const scale = target?.kind === 'quantity' || target?.kind === 'range' ? target.unit?.scale : undefined;
  return scale && target && 'unit' in target && target.unit?.family === 'ratio'
    ? inPoints(distance.times(scale))
    : distance;
}

const none = /^(?:无|没有|未发生|未出现|未发现|零|0)/u;
const counted = /(\d{1,6}|[一二两三四五六七八九十])(人次|项次|[项处次例起条个户件笔份篇期家座名批台套场])/u;
const numerals = '零一二三四五六七八九十';

/** The number of cases that the actual names: 2处不规范, 0起, 无. */
function casesIn({ unit, words }: StepClause, situation: Situation): Exact | null {
  const { actual, target } = situation;
  const text = fold(sourceText(actual)).text;
  if (text === '') return null;
  const isAbsence = (target?.kind === 'yes-no' && !target.yes) || (target?.kind === 'quantity' && target.number.eq(0));
  if (isAbsence && none.test(text)) return zero;
  if (actual?.kind === 'quantity' && isAbsence && actual.comparator === null && !actual.approximate) {
    return actual.unit === null || amountIn(actual, unitNamed(unit)) !== null ? actual.number : null;
  }
  const match = counted.exec(text);
  const after = match ? text.slice(match.index + match[0].length) : '';
  // "2处不规范": what is counted must be what the clause speaks of.
  const isBad = /不|未|违|错|漏|缺|问题|事故|投诉|逾期/u.test(after);
  if (!match || !isBad || match[2] !== unit) return null;
  const shared = signsOf(words).some((sign) => /[\u4e00-\u9fff]/u.test(sign) && after.includes(sign));
  if (!shared) return null;
  const [, amount = '0'] = match;
  return exact(/\d/u.test(amount) ? amount : amount === '两' ? 2 : numerals.indexOf(amount));
}

const rank = /^第?(\d{1,4}|[一二三四五六七八九十])(?:名|位)$/u;

/** 第3名 against 第1名: places lost. */
function placesLost({ unit }: StepClause, { target, actual }: Situation): Exact | null {
  if (!/位|名/u.test(unit)) return null;
  const [wanted, reached] = [target, actual].map((value) => rank.exec(fold(sourceText(value)).text)?.[1]);
  const place = (text: string): number => (/\d/u.test(text) ? Number(text) : numerals.indexOf(text));
  if (wanted === undefined || reached === undefined) return null;
  const lost = place(reached) - place(wanted);
  return exact(Math.max(0, lost));
}

/** What is done, in the unit of a gain: 每完成一个得2分, 每完成10%得1分. */
function gained({ unit }: StepClause, situation: Situation): Distance | null {
  if (isRatio(unit)) {
    // 节约率每1%得1分: what is saved is no completion of a limit.
    if (situation.directed.direction === 'reverse') return null;
    const rates = ratesOf('completion', '', situation);
    return rates.length > 0 ? { amounts: rates.map(inPoints), kind: 'count', from: '' } : null;
  }
  const amount = amountOfActual(unit, situation);
  return amount && { amounts: [amount], kind: 'count', from: '' };
}

/** How far the row is from where the steps start; null where the form does not tell. */
export function distanceOf(step: StepClause, situation: Situation): Distance | null {
  if (step.per === 'gain') return gained(step, situation);
  if (step.per === 'case') {
    const count = casesIn(step, situation) ?? placesLost(step, situation);
    return count && { amounts: [count], kind: 'count', from: '' };
  }
  const places = placesLost(step, situation);
  if (places) return { amounts: [places], kind: 'count', from: '' };
  if (!step.base) return fromTarget(step, situation);
  const based = fromBase(step, step.base, situation);
  if (based) return based;
  // The text's number may be in another measure than the row ("90个日历天完工" and a date): then the target decides.
  const { comparison } = situation;
  const isMet = comparison.kind === 'met' && (comparison.by === 'figures' || comparison.by === 'dates');
  const byTarget = step.base.measure === 'lateness' || isMet || isOtherMeasure(step.base, situation);
  return byTarget ? fromTarget(step, situation) : null;
}

/** Whether the row is about dates, so that a number of the text only repeats what the target says. */
function isOtherMeasure({ unit }: Limits, { comparison }: Situation): boolean {
  return comparison.kind !== 'unknown' && comparison.by === 'dates' && /天|日|月|周|年/u.test(unit);
}

/** Whether a value stands exactly at an end that its limits leave out: both the full points and one step can be meant. */
export function isAtOpenEnd({ base }: StepClause, situation: Situation): boolean {
  if (!base) return false;
  return valuesOf(base, situation).some(
    (value) => !isWithin(value, base) && (base.from?.eq(value) === true || base.to?.eq(value) === true),
  );
}

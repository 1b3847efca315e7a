/** A written formula with the numbers of a row. */
import { exact, lesser, zero, type Exact } from '../../../exact';
import type { Formula } from '../../../rubric/rule';
import { figuresOf, type Situation } from '../../situation';
import { ratesOf } from './measured';

/** A value with the sum as a clerk would write it. */
export interface Evaluated {
  readonly value: Exact;
  readonly sum: string;
}

const shown = (number: Exact): string => exact(number.toFixed(6)).toFixed();
const asPercent = (ratio: Exact): string => `${shown(ratio.times(100))}%`;

const plainValue = (value: Exact): Evaluated => ({ value, sum: shown(value) });

function rate(name: string, situation: Situation): Evaluated | null {
  const isExecution = /执行率|支付率|支出率|执行进度|支出进度/u.test(name) && situation.execution !== null;
  const isCompletion = /完成/u.test(name);
  const [value, other] = ratesOf(
    isExecution ? 'execution-rate' : isCompletion ? 'completion' : 'actual',
    name,
    situation,
  );
  // Two readings of one rate are for a person.
  return value && !other ? { value, sum: asPercent(value) } : null;
}

function figure(kind: 'actual' | 'target', { comparison, directed }: Situation): Evaluated | null {
  const figures = figuresOf(comparison, directed.direction);
  if (!figures || figures.by.bound || figures.by.approximate) return null;
  return plainValue(figures[kind]);
}

const signs = { sum: ' + ', difference: ' − ', product: ' × ', quotient: ' ÷ ' } as const;

function calculated(kind: keyof typeof signs, left: Exact, right: Exact): Exact | null {
  switch (kind) {
    case 'sum':
      return left.plus(right);
    case 'difference':
      return left.minus(right);
    case 'product':
      return left.times(right);
    case 'quotient':
      return right.eq(0) ? null : left.div(right);
  }
}

const isJoined = (formula: Formula): boolean => formula.kind === 'sum' || formula.kind === 'difference';

/** The names of all rates in a formula. */
function ratesIn(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case 'rate':
      return [formula.name];
    case 'absolute':
      return ratesIn(formula.of);
    case 'sum':
    case 'difference':
    case 'product':
    case 'quotient':
      return [...ratesIn(formula.left), ...ratesIn(formula.right)];
    default:
      return [];
  }
}

/** The value of a formula; null where the row lacks a number, divides by zero, or states one rate of several. */
export function evaluate(formula: Formula, situation: Situation): Evaluated | null {
  return new Set(ratesIn(formula)).size > 1 ? null : valueOf(formula, situation);
}

function valueOf(formula: Formula, situation: Situation): Evaluated | null {
  switch (formula.kind) {
    case 'weight':
      return plainValue(situation.weight);
    case 'actual':
    case 'target':
      return figure(formula.kind, situation);
    case 'executed':
    case 'budget': {
      const amount = situation.execution?.[formula.kind];
      return amount ? plainValue(amount) : null;
    }
    case 'rate':
      return rate(formula.name, situation);
    case 'number':
      return plainValue(formula.number);
    case 'absolute': {
      const of = valueOf(formula.of, situation);
      return of && { value: of.value.abs(), sum: `|${of.sum}|` };
    }
    default: {
      const left = valueOf(formula.left, situation);
      const right = valueOf(formula.right, situation);
      const value = left && right && calculated(formula.kind, left.value, right.value);
      if (!value) return null;
      const isTight = formula.kind === 'product' || formula.kind === 'quotient';
      const bracket = (each: Formula, sum: string): string => (isTight && isJoined(each) ? `（${sum}）` : sum);
      return {
        value,
        sum: `${bracket(formula.left, left.sum)}${signs[formula.kind]}${bracket(formula.right, right.sum)}`,
      };
    }
  }
}

/** Between zero and the full points. */
export function withinPoints(value: Exact, full: Exact): Exact {
  return value.lt(0) ? zero : lesser(value, full);
}

/** Linear between two points of a line. */
export function interpolate(at: Exact, from: Exact, to: Exact, low: Exact, high: Exact): Exact {
  const span = to.minus(from);
  if (span.eq(0)) return high;
  return low.plus(high.minus(low).times(at.minus(from)).div(span));
}

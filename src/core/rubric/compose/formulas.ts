/** Written formulas that are one of the rules known by name: in proportion, a rate times the weight, cost saving. */
import type { Exact } from '../../exact';
import { exact } from '../../exact';
import type { Formula, ReverseFormula } from '../rule';

/** A formula by name. */
export type NamedFormula =
  | { readonly kind: 'positive' }
  | { readonly kind: 'reverse'; readonly formula: ReverseFormula }
  | { readonly kind: 'value'; readonly name: string; readonly isExecution: boolean; readonly points: Exact | null }
  | { readonly kind: 'saving' };

const savingName = /成本节(?:约|省)率/u;

function is(formula: Formula, kind: Formula['kind']): boolean {
  return formula.kind === kind;
}

function isNumber(formula: Formula, number: number): boolean {
  return formula.kind === 'number' && formula.number.eq(exact(number));
}

/** A product as its factors, in the order of writing. */
function factorsOf(formula: Formula): readonly Formula[] {
  return formula.kind === 'product' ? [...factorsOf(formula.left), ...factorsOf(formula.right)] : [formula];
}

function isQuotient(formula: Formula, over: Formula['kind'], under: Formula['kind']): boolean {
  return formula.kind === 'quotient' && is(formula.left, over) && is(formula.right, under);
}

/** 1 − (actual − target) ÷ target, or (2 × target − actual) ÷ target. */
function isLinear(formula: Formula): boolean {
  if (formula.kind === 'difference' && isNumber(formula.left, 1)) {
    const { right } = formula;
    if (right.kind !== 'quotient' || !is(right.right, 'target')) return false;
    const { left } = right;
    return left.kind === 'difference' && is(left.left, 'actual') && is(left.right, 'target');
  }
  if (formula.kind !== 'quotient' || !is(formula.right, 'target') || formula.left.kind !== 'difference') return false;
  const { left, right } = formula.left;
  return is(right, 'actual') && left.kind === 'product' && isNumber(left.left, 2) && is(left.right, 'target');
}

function isSaving(formula: Formula): boolean {
  if (formula.kind !== 'difference' || !isNumber(formula.left, 1)) return false;
  const rate = formula.right.kind === 'absolute' ? formula.right.of : formula.right;
  return rate.kind === 'rate' && savingName.test(rate.name);
}

/** The name of a formula that is one factor times the weight, or null. */
export function namedFormula(formula: Formula): NamedFormula | null {
  // "actual ÷ target × weight" is read as (actual ÷ target) × weight.
  const factors = factorsOf(formula);
  const [first, second] = factors;
  if (factors.length !== 2 || !first || !second) return null;
  const weighing = (each: Formula): boolean => is(each, 'weight') || each.kind === 'number';
  const [main, by] = weighing(second) ? [first, second] : [second, first];
  if (!weighing(by)) return null;
  const points = by.kind === 'number' ? by.number : null;
  if (main.kind === 'rate') {
    return { kind: 'value', name: main.name, isExecution: /执行率|支付率|支出率|支出完成率/u.test(main.name), points };
  }
  if (isQuotient(main, 'executed', 'budget')) return { kind: 'value', name: '预算执行率', isExecution: true, points };
  if (points) return null;
  if (isQuotient(main, 'actual', 'target')) return { kind: 'positive' };
  if (isQuotient(main, 'target', 'actual')) return { kind: 'reverse', formula: 'ratio' };
  if (isLinear(main)) return { kind: 'reverse', formula: 'linear' };
  return isSaving(main) ? { kind: 'saving' } : null;
}

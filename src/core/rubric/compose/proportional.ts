/** Rules in proportion: formulas, a rate times the weight, cost saving. */
import type { Exact } from '../../exact';
import { meaningOf } from '../meaning';
import type { Floor, ProportionalRule, ReverseFormula, Rule } from '../rule';
import type { Statement } from '../statements';
import { namedFormula, type NamedFormula } from './formulas';
import { isNothing } from './items';
import { hasCap, type Material, type ValueCase } from './material';

const savingWords = /成本节(?:约|省)率|小于(?:零|0)|^$/u;

/** Cost saving: 分值×(1−|成本节约率|). */
export function readSaving(giving: readonly Statement[], { valueCases }: Material): Rule | null {
  const formula = giving.find(({ consequence }) => nameOf(consequence)?.kind === 'saving');
  if (!formula) return null;
  const isAll = giving.every(
    (each) =>
      each === formula ||
      valueCases.some(({ statement, limits }) => statement === each && savingWords.test(limits.name)),
  );
  return isAll ? { kind: 'saving' } : null;
}

function nameOf(consequence: Statement['consequence']): NamedFormula | null {
  return consequence?.kind === 'formula' ? namedFormula(consequence.formula.formula) : null;
}

/** The floor of a rule in proportion: 低于60%不得分. */
function floorOf({ limits, earning }: ValueCase): Floor | null {
  const isZero = (earning.kind === 'points' || earning.kind === 'share') && isNothing(earning);
  if (!isZero || limits.from !== null || limits.to === null || limits.unit !== '%') return null;
  return { of: /满意|合格|知晓|覆盖/u.test(limits.name) ? 'actual' : 'completion', below: limits.to };
}

interface Halves {
  positive: ProportionalRule['positive'];
  reverse: ReverseFormula | null;
}

/** Takes a formula of one direction; false where it is none, or contradicts one that was taken. */
function takeHalf(halves: Halves, named: NamedFormula | null): boolean {
  if (named?.kind === 'positive') halves.positive = 'ratio';
  else if (named?.kind === 'reverse' && (halves.reverse === null || halves.reverse === named.formula)) {
    halves.reverse = named.formula;
  } else return false;
  return true;
}

/** 达到指标值得满分,未达到按完成比例得分; formulas of both directions; with a floor. */
export function readProportional(giving: readonly Statement[], { valueCases, statements }: Material): Rule | null {
  const found: Halves = { positive: null, reverse: null };
  let floor: Floor | null = null;
  for (const statement of giving) {
    const { consequence, words, limits, step, isOtherwise } = statement;
    const cases = valueCases.filter((each) => each.statement === statement);
    if (step) return null;
    if (cases.length > 0) {
      const own = cases.length === 1 && cases[0] ? floorOf(cases[0]) : null;
      if (!own || floor) return null;
      floor = own;
    } else if (consequence?.kind === 'formula') {
      if (!takeHalf(found, namedFormula(consequence.formula.formula))) return null;
      if (consequence.formula.other && !takeHalf(found, namedFormula(consequence.formula.other))) return null;
    } else if (consequence?.kind === 'proportion' && consequence.by === 'target' && limits.length === 0)
      found.positive = 'ratio';
    else if (consequence?.kind === 'award' && consequence.award.isFull && !isOtherwise && meaningOf(words) !== 'missed')
      continue;
    else return null;
  }
  const { positive, reverse } = found;
  if (!positive && !reverse) return null;
  // One formula under the heading of the other direction contradicts itself.
  const heads = statements.flatMap(({ own }) => (own?.is.kind === 'subject' ? [own.is.of] : []));
  if (heads.includes('reverse') && !heads.includes('positive') && positive && !reverse) return null;
  return hasCap(statements) ? null : { kind: 'proportional', positive, reverse, floor };
}

/** A rate times the weight, with where it is full and where it is nothing. */
export function readValue(giving: readonly Statement[], { valueCases, statements, around }: Material): Rule | null {
  const main = giving.find(
    ({ consequence }) =>
      nameOf(consequence)?.kind === 'value' || (consequence?.kind === 'proportion' && consequence.by === 'value'),
  );
  if (!main || main.limits.length > 0 || hasCap(statements)) return null;
  const named = nameOf(main.consequence);
  // 预算执行率×10: the text's own number of points, which a rule of the weight cannot hold.
  if (named?.kind === 'value' && named.points) return null;
  const byActual = named === null;
  let fullFrom: Exact | null = null;
  let zeroBelow: Exact | null = null;
  for (const statement of giving) {
    if (statement === main) continue;
    const cases = valueCases.filter((each) => each.statement === statement);
    const { consequence, words, step } = statement;
    const [only] = cases;
    const isFull = consequence?.kind === 'award' && consequence.award.isFull && !step;
    if (cases.length === 1 && only && isFull && only.limits.from && !only.limits.to && only.limits.includesFrom) {
      fullFrom = only.limits.from;
    } else if (cases.length === 1 && only && floorOf(only)) zeroBelow = only.limits.to;
    else if (!(cases.length === 0 && isFull && byActual && meaningOf(words) !== 'missed')) return null;
  }
  const name = named?.kind === 'value' ? named.name : '实际值';
  const isExecution = (named?.kind === 'value' && named.isExecution) || (around.isExecutionRate && byActual);
  return {
    kind: 'value',
    of: isExecution ? 'execution-rate' : 'actual',
    name,
    fullFrom,
    zeroBelow,
    fullWhenMet: byActual,
  };
}

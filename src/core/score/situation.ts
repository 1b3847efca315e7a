/** All that a rule may ask about one indicator, gathered once. */
import { greater, zero, type Exact } from '../exact';
import { amountOf } from '../form/amountOf';
import type { Indicator } from '../form/form';
import type { Rubric } from '../rubric/rubric';
import { compareValues, type Comparison, type FiguresComparison } from '../value/compare';
import { fold } from '../value/normalise';
import type { Value } from '../value/value';
import { signOf, type Directed } from './direction';
import type { ExecutionRate } from './executionRate';

/** What sort of target it is, which decides between the parts of a rule. */
export type TargetSort =
  /** Numbers, ranges, dates. */
  | 'quantity'
  /** 是/否, 合格, 完成: met or not, without a measure. */
  | 'fact'
  /** 成效显著: a matter of degree. */
  | 'quality'
  /** Blank or a dash. */
  | 'none';

/** One indicator, ready to be scored. */
export interface Situation {
  readonly name: string;
  /** A bonus or malus row. */
  readonly isAdjustment: boolean;
  readonly rubric: Rubric;
  /** In points; negative for a malus. */
  readonly weight: Exact;
  readonly target: Value | null;
  readonly actual: Value | null;
  readonly sort: TargetSort;
  readonly directed: Directed;
  readonly comparison: Comparison;
  /** actual ÷ target, or target ÷ actual for a reverse indicator; null where there is none. */
  readonly completion: Exact | null;
  readonly execution: ExecutionRate | null;
}

const factualWords =
  /^(?:按时|按期|如期|及时|全部|全面|已|均|已经|按计划|足额)*(?:完成|完工|竣工|合格|达标|通过|建成|验收|符合|办结|到位|无|有)/u;
/** Words that make a matter of degree of it. */
const degreeWords = /显著|明显|逐步|有效|较|进一步|不断|持续|提高|提升|改善|增强|促进|优化|良好/u;

/** What sort of target it is, as it is written. */
export function sortOf(target: Value | null, indicator: Indicator): TargetSort {
  if (!target || target.kind === 'blank' || target.kind === 'dash' || target.kind === 'error') return 'none';
  if (signOf(indicator) === 'qualitative') return target.kind === 'yes-no' ? 'fact' : 'quality';
  if (target.kind === 'yes-no' || target.kind === 'grade') return 'fact';
  if (target.kind === 'qualitative' || target.kind === 'not-understood') {
    const words = fold(target.source).text;
    return factualWords.test(words) && !degreeWords.test(words) ? 'fact' : 'quality';
  }
  return 'quantity';
}

/** Both figures of a comparison as one number each: of a range the end that counts; null for other comparisons. */
export function figuresOf(
  comparison: Comparison,
  direction: Directed['direction'],
): { readonly target: Exact; readonly actual: Exact; readonly by: FiguresComparison } | null {
  if (comparison.kind === 'unknown' || comparison.by !== 'figures') return null;
  const { target, actual } = comparison;
  return direction === 'reverse'
    ? { target: target.high, actual: actual.high, by: comparison }
    : { target: target.low, actual: actual.low, by: comparison };
}

function completionOf(comparison: Comparison, direction: Directed['direction']): Exact | null {
  const figures = figuresOf(comparison, direction);
  if (!figures || figures.by.bound) return null;
  const { target, actual } = figures;
  const [over, under] = direction === 'reverse' ? [target, actual] : [actual, target];
  return under.lte(0) ? null : greater(over, zero).div(under);
}

/**
 * A bare number against a range with a unit ("1-2年" and 5): above the range it may be another measure, or even a
 * score that slipped into the column, so it proves nothing.
 */
function isDoubtfulRange(target: Value, actual: Value, comparison: Comparison): boolean {
  if (target.kind !== 'range' || comparison.kind === 'unknown' || comparison.by !== 'figures') return false;
  const outside = comparison.actual.high.gt(comparison.target.high) || comparison.actual.low.lt(comparison.target.low);
  return outside && actual.kind === 'quantity' && actual.unit === null && target.unit !== null;
}

function compare(target: Value, actual: Value, { direction }: Directed): Comparison {
  const comparison = compareValues(target, actual, direction === 'reverse' ? 'reverse' : 'positive');
  return isDoubtfulRange(target, actual, comparison) ? { kind: 'unknown', because: 'bound-undecided' } : comparison;
}

/** One way to read a row: what its premises make of target, actual, direction and profile. */
export interface World {
  readonly rubric: Rubric;
  readonly directed: Directed;
  readonly target: Value | null;
  readonly actual: Value | null;
  readonly sort: TargetSort;
  /** Whether the two cannot be compared in this reading, because a number may mean something else. */
  readonly isIncomparable: boolean;
}

/** What is known of an indicator with this weight in one world. */
export function situationIn(
  { actual, directed, isIncomparable, rubric, sort, target }: World,
  indicator: Indicator,
  weight: Exact,
  execution: ExecutionRate | null,
): Situation {
  const comparison: Comparison =
    !target || !actual
      ? { kind: 'unknown', because: 'nothing-to-compare' }
      : isIncomparable
        ? { kind: 'unknown', because: 'ratio-or-percent' }
        : compare(target, actual, directed);
  return {
    name: indicator.name.text,
    isAdjustment: indicator.isAdjustment,
    rubric,
    weight,
    target,
    actual,
    sort,
    directed,
    comparison,
    completion: completionOf(comparison, directed.direction),
    execution,
  };
}

/** The execution rate of the budget block, which has a weight but no target and no actual of its own. */
export function executionSituation(weight: Exact, rubric: Rubric, execution: ExecutionRate): Situation {
  return {
    name: '预算执行率',
    isAdjustment: false,
    rubric,
    weight,
    target: null,
    actual: null,
    sort: 'none',
    directed: { direction: 'positive', from: 'default' },
    comparison: { kind: 'unknown', because: 'nothing-to-compare' },
    completion: null,
    execution,
  };
}

/** The same indicator as if it weighed something else: for a part of its weight. */
export function weighing(situation: Situation, weight: Exact): Situation {
  return { ...situation, weight };
}

/** The weight of an indicator in points, or null. */
export function weightOf(indicator: Indicator): Exact | null {
  return amountOf(indicator.weight) ?? (indicator.weight === null ? indicator.name.weight : null);
}

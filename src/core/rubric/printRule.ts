/** A rule written as Chinese in the words that the compiler reads: what a reviewer chose becomes a text of its own. */
import { one, plain, type Exact } from '../exact';
import type {
  Award,
  Band,
  BandsRule,
  ClausesRule,
  Condition,
  Earning,
  Formula,
  ItemsRule,
  LevelsRule,
  Limits,
  Measure,
  ProportionalRule,
  Rule,
  RuleCase,
  StepClause,
  TiersRule,
  ValueRule,
} from './rule';

const percent = (ratio: Exact): string => `${plain(ratio.times(100))}%`;

function amount(award: Award): string {
  if (award.kind === 'points') return `${plain(award.points)}分`;
  return award.share.eq(one) ? '满分' : `${percent(award.share)}权重分`;
}

function earned(award: Award): string {
  const isNothing = award.kind === 'points' ? award.points.eq(0) : award.share.eq(0);
  return isNothing && award.kind === 'points' ? '不得分' : `得${amount(award)}`;
}

/** Names that say what is measured, for limits that do not name it. */
const measureNames: Readonly<Record<Measure, string>> = {
  'execution-rate': '执行率',
  actual: '',
  completion: '完成率',
  deviation: '偏差',
  excess: '超过目标值',
  shortfall: '低于目标值',
  lateness: '延期',
  'other-rate': '1—2年的资金执行率',
};

function written(number: Exact, unit: string): string {
  return unit === '%' ? percent(number) : `${plain(number)}${unit}`;
}

/** 合格率≥98%, 80%≤合格率<90%. */
function limitsText(limits: Limits, isFirst = true): string {
  const { name, measure, from, includesFrom, to, includesTo, unit } = limits;
  const called = name === '' && isFirst ? measureNames[measure] : name;
  if (from && to && from.eq(to)) return `${called}=${written(from, unit)}`;
  if (from && to) {
    return `${written(from, unit)}${includesFrom ? '≤' : '<'}${called}${includesTo ? '≤' : '<'}${written(to, unit)}`;
  }
  if (from) return `${called}${includesFrom ? '≥' : '>'}${written(from, unit)}`;
  return to ? `${called}${includesTo ? '≤' : '<'}${written(to, unit)}` : called;
}

const signs = { sum: '+', difference: '-', product: '×', quotient: '/' } as const;
const variables = {
  weight: '分值',
  actual: '实际完成值',
  target: '年度指标值',
  executed: '执行数',
  budget: '预算数',
} as const;

function formulaText(formula: Formula): string {
  switch (formula.kind) {
    case 'weight':
    case 'actual':
    case 'target':
    case 'executed':
    case 'budget':
      return variables[formula.kind];
    case 'rate':
      return formula.name;
    case 'number':
      return plain(formula.number);
    case 'absolute':
      return `|${formulaText(formula.of)}|`;
    default: {
      const isTight = formula.kind === 'product' || formula.kind === 'quotient';
      const side = (each: Formula, isRight: boolean): string => {
        const isSum = each.kind === 'sum' || each.kind === 'difference';
        const isProduct = each.kind === 'product' || each.kind === 'quotient';
        const text = formulaText(each);
        return (isTight && isSum) || (isRight && (isProduct || isSum)) ? `(${text})` : text;
      };
      return `${side(formula.left, false)}${signs[formula.kind]}${side(formula.right, true)}`;
    }
  }
}

function earningText(earning: Earning): string {
  switch (earning.kind) {
    case 'points':
    case 'share':
      return earned(earning);
    case 'between':
      return rangeText(earning.low, earning.high);
    case 'less':
      return `扣${amount(earning.by)}`;
    case 'more':
      return `加${amount(earning.by)}`;
    case 'formula':
      return `得分=${formulaText(earning.formula)}`;
    case 'in-proportion':
      return '按比例得分';
    case 'interpolated':
      return '采用插值法计分';
    case 'judgement':
      return '酌情得分';
  }
}

function rangeText(low: Award, high: Award): string {
  if (low.kind === 'points' && high.kind === 'points') return `得${plain(low.points)}-${plain(high.points)}分`;
  const ratio = (award: Award): string => (award.kind === 'share' ? plain(award.share.times(100)) : '0');
  return `得${ratio(low)}-${ratio(high)}%权重分`;
}

function conditionText(condition: Condition, isFirst: boolean): string {
  switch (condition.kind) {
    case 'within':
      return limitsText(condition.limits, isFirst);
    case 'by-date': {
      const { year, month, day } = condition.by;
      const date = `${year === null ? '' : `${year}年`}${month === null ? '' : `${month}月`}${day === null ? '' : `${day}日`}`;
      return `${date}前${condition.words}`;
    }
    case 'words':
      return condition.words;
    case 'otherwise':
      return '否则';
  }
}

function caseText({ condition, earning }: RuleCase, index: number): string {
  if (condition.kind === 'otherwise' && earning.kind === 'formula') return earningText(earning);
  return `${conditionText(condition, index === 0)},${earningText(earning)}`;
}

const verbs: Readonly<Record<StepClause['per'], string>> = {
  late: '每延期',
  short: '每低于',
  over: '每超过',
  off: '每',
  either: '每增减',
  case: '每出现',
  gain: '每完成',
};

/** Where a step counts from when it does not say so: the nearest limits before it that earn points. */
function usualBase(cases: readonly RuleCase[]): Limits | null {
  const paid = cases.flatMap(({ condition, earning }) => {
    if (condition.kind !== 'within' || (earning.kind !== 'points' && earning.kind !== 'share')) return [];
    const amountOf = earning.kind === 'points' ? earning.points : earning.share;
    return amountOf.eq(0) ? [] : [condition.limits];
  });
  return paid.at(-1) ?? null;
}

function stepText(
  { per, size, unit, penalty, parts, words, base, cases: listed }: StepClause,
  usual: Limits | null,
): string {
  const verb = per === 'gain' ? '得' : '扣';
  const isUsual = JSON.stringify(base) === JSON.stringify(usual);
  const from = base && !isUsual ? `${limitsText(base, usual === null)},` : '';
  const count = listed === null ? '' : `以上${listed}项,`;
  const part = parts && `,不足${plain(size)}${unit}${parts === 'whole' ? `按${plain(size)}${unit}计` : '不计'}`;
  return `${count}${from}${verbs[per]}${plain(size)}${unit}${words},${verb}${amount(penalty)}${part ?? ''}`;
}

function clausesText({ cases, steps, vetoes, least, most }: ClausesRule): string {
  const [deduction] = steps.flatMap(({ atMost }) => (atMost ? [atMost] : []));
  return [
    ...cases.map(caseText),
    ...steps.map((step) => stepText(step, usualBase(cases))),
    ...(deduction ? [`最多扣${amount(deduction)}`] : []),
    ...vetoes.map((veto) => `${veto},不得分`),
    ...(least ? [`最低得${amount(least)}`] : []),
    ...(most ? [`最高得${amount(most)}`] : []),
  ].join(';');
}

function bandText({ of, bands }: BandsRule): string {
  const text = (band: Band): string => {
    const limits: Limits = { ...band, measure: of, name: of === 'actual' ? '比率' : measureNames[of], unit: '%' };
    return `${limitsText(limits)},${band.award.kind === 'by-value' ? '按比例得分' : earned(band.award)}`;
  };
  return bands.map(text).join(';');
}

function proportionalText({ positive, reverse, floor }: ProportionalRule): string {
  const reverses = {
    ratio: '年度指标值/实际完成值×分值',
    linear: '(1-(实际完成值-年度指标值)/年度指标值)×分值',
    saving: '',
  };
  const parts = [
    ...(positive ? ['得分=实际完成值/年度指标值×分值'] : []),
    ...(reverse ? [`得分=${reverses[reverse]}`] : []),
    ...(floor ? [`${floor.of === 'actual' ? '满意度' : '完成率'}低于${percent(floor.below)}不得分`] : []),
  ];
  return parts.join(';');
}

function valueText({ name, fullFrom, zeroBelow, fullWhenMet }: ValueRule): string {
  return [
    ...(fullFrom ? [`${fullWhenMet ? '满意度' : name}≥${percent(fullFrom)}得满分`] : []),
    fullWhenMet ? '否则,按实际值计算得分' : `得分=${name}×分值`,
    ...(zeroBelow ? [`${fullWhenMet ? '满意度' : name}低于${percent(zeroBelow)}不得分`] : []),
  ].join(';');
}

function itemsText({ items, each, isPartial, missedByRatio }: ItemsRule): string {
  const notes = [...(isPartial ? ['按不符合比例扣分'] : []), ...(missedByRatio ? ['未达到按实际值计算得分'] : [])];
  if (each) return [`每符合一项得${amount(each)}`, ...notes].join(',');
  const [first] = items;
  // Items without words of their own are counted.
  const isCounted =
    first &&
    items.every(({ label, award }, index) => label === String(index + 1) && amount(award) === amount(first.award));
  if (isCounted)
    return [
      `以上${items.length}项各${first.award.kind === 'points' ? '得' : '占'}${amount(first.award)}`,
      ...notes,
    ].join(',');
  return [...items.map(({ label, award }) => `${label}(${amount(award)})`), ...notes].join(';');
}

/** Levels; one that is paid and one that is not are numbered, or they would say all or nothing. */
function levelsText({ levels }: LevelsRule): string {
  const paid = levels.filter(({ award }) => (award.kind === 'points' ? award.points : award.share).gt(0));
  const mark = (index: number): string => (paid.length < 2 ? String.fromCodePoint('①'.charCodeAt(0) + index) : '');
  return levels.map(({ name, award }, index) => `${mark(index)}${name},${earned(award)}`).join(';');
}

function tiersText({ tiers }: TiersRule): string {
  const shown = tiers.map(({ from, to }) => `${plain(to.times(100))}%-${percent(from)}`).join('、');
  return `分三档,按${shown}计分`;
}

/**
 * Writes a rule as a text that compiles to the same rule.
 *
 * @returns null for rules that no single text says: parts, a quantitative and a qualitative half, a saving formula of a
 * profile.
 */
export function printRule(rule: Rule): string | null {
  switch (rule.kind) {
    case 'clauses':
      return clausesText(rule);
    case 'bands':
      return bandText(rule);
    case 'proportional':
      return rule.reverse === 'saving' ? null : proportionalText(rule);
    case 'value':
      return valueText(rule);
    case 'all-or-nothing':
      return [
        `${rule.condition}得满分`,
        ...(rule.otherwise === 'zero' ? ['否则不得分'] : []),
        ...rule.vetoes.map((veto) => `${veto}不得分`),
      ].join(';');
    case 'steps':
      return stepText({ ...rule, parts: null, base: null, atMost: null, words: '' }, null);
    case 'levels':
      return levelsText(rule);
    case 'items':
      return itemsText(rule);
    case 'tiers':
      return tiersText(rule);
    case 'saving':
      return '成本节约率≥0,得满分;成本节约率<0,得分=分值×(1-|成本节约率|)';
    case 'adjustment':
      return rule.points.lt(0) ? `直接扣减${plain(rule.points.abs())}分` : `加${plain(rule.points)}分`;
    case 'reference':
      return rule.to === '上' ? '同上' : `同${rule.to}得分计算方式`;
    case 'judgement':
      return '酌情得分';
    case 'parts':
    case 'mixed':
      return null;
  }
}

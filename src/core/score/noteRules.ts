/**
 * Which rows the rule of a note is about: all at once (in proportion, by tiers, by how far a target was reached), those of
 * a sort that it names (满意度, 时效), or, where nobody can tell, whichever missed its target.
 */
import type { Indicator } from '../form/form';
import { rememberedOf } from '../remembered';
import type { CompiledRule } from '../rubric/compiledRule';
import { meaningOf } from '../rubric/meaning';
import type { BandsRule, ClausesRule, Earning, Limits, Rule, RuleCase } from '../rubric/rule';

const generalKinds: readonly Rule['kind'][] = ['proportional', 'tiers', 'mixed', 'saving'];

/** 完成率, 实际完成值超过指标值: names that leave open of which indicator. */
const ofAnyIndicator =
  /^(?:实际|年度|全年|目标|任务|计划|绩效|指标|定量|该|各|项|的|未|已)*(?:完成率|完成比例|完成程度|完成进度|完成)$|(?:完成|指标|目标)(?:值|数)/u;
const ofTarget = /完成|达到|达成|目标|指标/u;

/** A limit without a name measures what those before it do. */
const isOfCompletion = ({ measure, name }: Limits): boolean =>
  (measure === 'completion' || measure === 'excess' || measure === 'shortfall') &&
  (name === '' || ofAnyIndicator.test(name));

/** Whether it is a part of whatever weight a row has; points belong to one weight. */
function isOfAnyWeight(earning: Earning): boolean {
  switch (earning.kind) {
    case 'share':
    case 'in-proportion':
    case 'judgement':
      return true;
    case 'less':
    case 'more':
      return earning.by.kind === 'share';
    case 'between':
      return earning.low.kind === 'share' && earning.high.kind === 'share';
    default:
      return false;
  }
}

function isGeneralCase({ condition, earning }: RuleCase): boolean {
  if (!isOfAnyWeight(earning)) return false;
  if (condition.kind === 'within') return isOfCompletion(condition.limits);
  if (condition.kind === 'words') return ofTarget.test(condition.words) && meaningOf(condition.words) !== null;
  return condition.kind === 'otherwise';
}

const areGeneralClauses = ({ cases, steps, vetoes }: ClausesRule): boolean =>
  cases.length > 1 && steps.length === 0 && vetoes.length === 0 && cases.every(isGeneralCase);

const areGeneralBands = ({ bands, of }: BandsRule): boolean =>
  of === 'completion' && bands.every(({ award }) => award.kind !== 'points' || award.points.eq(0));

/** Whether a note's rule is about all indicators. */
export function isGeneral(rule: Rule): boolean {
  if (rule.kind === 'clauses') return areGeneralClauses(rule);
  return rule.kind === 'bands' ? areGeneralBands(rule) : generalKinds.includes(rule.kind);
}

/** How a note that is not about all indicators bears on a row. */
export type Bearing =
  /** Not at all. */
  | 'none'
  /** It is the rule of the row's sort. */
  | 'governs'
  /** It takes points where a target was missed, and how many is for a person. */
  | 'if-missed';

const sorts =
  /满意度|时效|成本|质量|数量|社会效益|经济效益|生态效益|可持续|(?<!项目)产出|(?<!社会|经济|生态)效益(?=指标)/gu;
/** Words of a note on whole forms: grades and how totals are made. */
const ofTotals = /等级|总分|总得分|综合得分|评价结果|优秀|优良|合计|权重.{0,4}设置/u;

function isOfSort(sort: string, { level1, level2, name }: Indicator): boolean {
  return [level1, level2, name].some((label) => label?.text.includes(sort) === true);
}

/** The sorts of indicators that a note names; null: it is about the form as a whole. Each row asks it of the same notes. */
const sortsIn = rememberedOf(({ text }: CompiledRule): readonly string[] | null =>
  ofTotals.test(text) ? null : [...new Set([...text.matchAll(sorts)].map(([sort]) => sort))],
);

/** How a note with a rule that is not about all indicators bears on a row. */
export function bearingOf({ compiled }: { readonly compiled: CompiledRule }, indicator: Indicator): Bearing {
  const { extent, isDoubtful, rule, text } = compiled;
  const named = rule ? sortsIn(compiled) : null;
  if (!named) return 'none';
  if (named.length === 0) return /指标|目标|完成/u.test(text) ? 'if-missed' : 'none';
  if (!named.some((sort) => isOfSort(sort, indicator))) return 'none';
  return named.length === 1 && extent === 'wholly' && !isDoubtful ? 'governs' : 'if-missed';
}

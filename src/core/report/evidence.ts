/** Which evidence shows what a row claims: asked for by the person to whom the row is left. */
import { type Dimension, dimensionOf, isAboutManagement, isSatisfaction } from '../checks/shared/dimensions';
import type { Indicator } from '../form/form';
import type { IndicatorScore } from '../score/scores';

/** The sorts of evidence; `any`: nothing tells what the row measures. */
export type EvidenceKind =
  | 'execution'
  | 'cases'
  | 'satisfaction'
  | 'quantity'
  | 'quality'
  | 'timeliness'
  | 'cost'
  | 'economic'
  | 'social'
  | 'ecological'
  | 'lasting'
  | 'management'
  | 'any';

const ofDimension: Readonly<Record<Dimension, EvidenceKind>> = {
  数量: 'quantity',
  质量: 'quality',
  时效: 'timeliness',
  成本: 'cost',
  经济效益: 'economic',
  社会效益: 'social',
  生态效益: 'ecological',
  可持续影响: 'lasting',
  满意度: 'satisfaction',
};

/** A rule that takes points off for everything that happened: 每发生一起扣1分. */
const countsCases = /每(?:发生|出现|发现|产生)/u;

const timed: readonly string[] = ['deadline', 'date', 'date-span'];

/**
 * What evidence to ask for: what the rule counts comes before what the heading names, and where neither tells, a target
 * that is a date does.
 */
export function evidenceFor({ indicator, rule }: Pick<IndicatorScore, 'indicator' | 'rule'>): EvidenceKind {
  if (indicator.isExecutionRate) return 'execution';
  if (rule.source === 'form' && countsCases.test(rule.means ?? rule.text)) return 'cases';
  if (isSatisfaction(indicator)) return 'satisfaction';
  const dimension = dimensionOf(indicator);
  if (dimension) return ofDimension[dimension];
  if (isTimed(indicator)) return 'timeliness';
  return isAboutManagement(indicator) ? 'management' : 'any';
}

function isTimed({ target }: Indicator): boolean {
  return timed.includes(target?.value.kind ?? '');
}

/** The dimensions of an indicator system, and how headings and names tell them. */
import type { Indicator } from '../../form/form';

/** Source: 财预〔2020〕10号, 自评表: 数量 质量 时效 成本 · 经济 社会 生态 可持续影响 · 满意度. */
export type Dimension =
  '数量' | '质量' | '时效' | '成本' | '经济效益' | '社会效益' | '生态效益' | '可持续影响' | '满意度';

const headings: readonly (readonly [Dimension, RegExp])[] = [
  ['满意度', /满意/u],
  ['数量', /数量/u],
  ['质量', /质量/u],
  ['时效', /时效/u],
  ['成本', /成本/u],
  ['社会效益', /社会/u],
  ['经济效益', /经济/u],
  ['生态效益', /生态|环境效益/u],
  ['可持续影响', /可持续/u],
];

/** The dimension that a level-2 heading (or, where it says none, a level-1 heading) names; null for any other. */
export function dimensionOf({ level1, level2 }: Indicator): Dimension | null {
  for (const label of [level2, level1]) {
    const found = headings.find(([, pattern]) => label && pattern.test(label.text));
    if (found) return found[0];
  }
  return null;
}

const managing = /决策|管理|过程|立项|投入|资金保障|组织|制度|预算执行|资金执行/u;

/** Whether the indicator judges how a project was run; such rows carry their own rule and need no target. */
export function isAboutManagement({ level1, level2 }: Indicator): boolean {
  return (
    [level1, level2].some((label) => label !== null && managing.test(label.text)) && !isOutcome(level1?.text ?? '')
  );
}

function isOutcome(level1: string): boolean {
  return /产出|效益|效果|成效|满意/u.test(level1);
}

/** Whether it asks how content people are. */
export function isSatisfaction({ level1, level2, name }: Indicator): boolean {
  return /满意/u.test(name.text) || [level2, level1].some((label) => label !== null && /满意/u.test(label.text));
}

/** Proportion in words: 按完成比例得分 · 按比例扣分 · 按实际值计算得分 · 采用插值法计分. */
import { matchAt, type ReadPhrase } from './phrase';

const interpolated =
  /(?:之间)?(?:按照?|采用|用|以|使用|通过|运用)?(?:直?线性?|直线)?(?:插值|内插|插入|差值)(?:法|方法|公式)?(?:来)?(?:计算|确定|计取)?(?:得分|计分|记分|赋分|给分)?/uy;
const ofItems = /按(?:照)?不符合(?:的)?(?:情况|比例)(?:的)?(?:比例)?(?:扣分|得分|扣减|计分)/uy;
const byValue = /按(?:照)?(?:其)?实际(?:值|满意度|完成值|得分率|调查值)(?:计算)?(?:得分|计分|记分)/uy;
const inProportion =
  /按(?:照)?(?:其|所)?(?:实际|相应|对应|同等|未?完成|未?到位|未?达标|达成|执行|占比|权重|分值|同比例){0,3}(?:情况|值|数|量)?(?:与|占)?(?:目标值?|指标值|计划数|计划|预期目标|目标)?(?:的)?(?:实际)?(?:完成)?(?:比例|比率|百分比|完成率)(?:相应|同比例|折算)?(?:计算|扣减|扣除|酌减|递减|确定|核定)?(?:相应)?(?:得分|计分|记分|给分|赋分|扣分|分值|分数|得|扣)?|(?:同|等)比例(?:扣减|扣分|得分|计分|给分)|按执行率(?:计算)?(?:得分|计分|记分)?|按(?:照)?(?:实际)?完成情况(?:计算)(?:得分|计分)/uy;

/** In proportion, in words. */
export const readProportion: ReadPhrase = (text, at) => {
  const between = matchAt(interpolated, text, at);
  if (between) return { to: at + between[0].length, is: { kind: 'proportion', by: 'interpolation' } };
  const items = matchAt(ofItems, text, at);
  if (items) return { to: at + items[0].length, is: { kind: 'proportion', by: 'items' } };
  const value = matchAt(byValue, text, at);
  if (value) return { to: at + value[0].length, is: { kind: 'proportion', by: 'value' } };
  const words = matchAt(inProportion, text, at);
  return words && { to: at + words[0].length, is: { kind: 'proportion', by: 'target' } };
};

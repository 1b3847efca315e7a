/** What is left to a person: 酌情扣分 · 由评价组综合评定. */
import { matchAt, type ReadPhrase } from './phrase';

const discretion =
  /酌情(?:得分|扣分|给分|计分|打分|扣减|赋分|扣)|(?:视|根据|按)[^,。;\d%]{0,16}(?:情况|程度)酌情[^,。;\d%]{0,6}|(?:视|根据|按照?|结合|依据)[^,。;\d%]{0,16}(?:情况|程度|结果|质量)(?:进行|予以|给予)?(?:打分|评分|给分|赋分|计分|评定)(?!\d)|综合(?:评定|判断|评价|打分)(?:得分)?|由(?:专家|评价组|评审组|评审人|评价人员|评委)[^,。;\d%]{0,16}(?:打分|评分|评定|评价)|适当(?:扣分|得分|给分|扣减)/uy;

/** Left to a person. */
export const readJudgement: ReadPhrase = (text, at) => {
  const match = matchAt(discretion, text, at);
  return match && { to: at + match[0].length, is: { kind: 'judgement' } };
};

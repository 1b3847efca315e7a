/** A rule that stands elsewhere: 同上 · 同效益指标得分计算方式. */
import { matchAt, type ReadPhrase } from './phrase';

const sameAs =
  /(?:得分计算方法|评分标准|评分方法)?:?(?:同|参照|按照?(?=[^,。;]{0,10}指标))(上|[^,。;\d%]{0,14}?)(?:的)?(?:得分|评分|计分)?(?:计算|评分|计分|记分|得分)?(?:方式|方法|标准|办法|规则)(?:执行|计算|计分|评分)?/uy;
const sameAsAbove = /(?:得分计算方法|评分标准|评分方法)?:?同上/uy;

/** Only at the start of a text: elsewhere 同 is a word like any other. */
export const readReference: ReadPhrase = (text, at) => {
  if (at > 0) return null;
  const match = matchAt(sameAs, text, at);
  const to = match?.[1] ?? '';
  if (match && to !== '') return { to: at + match[0].length, is: { kind: 'reference', to } };
  const above = matchAt(sameAsAbove, text, at);
  return above && { to: at + above[0].length, is: { kind: 'reference', to: '上' } };
};

/** What a sentence of a self-report states of the form: its score, its execution rate, sums with parts, dimensions. */
import { type Exact, exact, sum } from '../../exact';
import type { Dimension } from '../shared/dimensions';

/** A figure as it is written; `decimals` says to which step it may have been rounded. */
export interface Figure {
  readonly value: Exact;
  readonly decimals: number;
}

const figure = (digits: string): Figure => ({
  value: exact(digits),
  decimals: digits.split('.')[1]?.length ?? 0,
});

const number = String.raw`(\d{1,3}(?:\.\d{1,4})?)`;
const says = '(?:为|是|达到|达|:|共|共计|合计|计)?';
/** "90分以上为优", "执行率85%至95%" say how points are given, not what was reached. */
const noRule = String.raw`(?!\.?\d|(?:分|%)?(?:\(含\)|含)?(?:以上|以下|以内|及以|至|到|—|-|~|≤|≥|<|>)|分?\(含\))`;
/** "经自评，产出指标得分49.5分" is the score of a part. */
const wholeForm = '(?:(?!指标|产出|效益|满意|执行|预算|资金|过程|决策|投入|[该此]项|本项(?!目))[^。;])';
const scorePatterns = [
  new RegExp(`自评(?:综合|结果|最终|总|得)*分(?:数|值)?${says}${number}${noRule}分?(?!\\d|%)`, 'u'),
  new RegExp(`自评${wholeForm}{0,12}?(?:总|综合)?得分${says}${number}${noRule}分?(?!\\d|%)`, 'u'),
  new RegExp(`自评(?:结果|总分)${says}${number}${noRule}分(?!\\d)`, 'u'),
  new RegExp(`(?:综合|最终|总)得分${says}${number}${noRule}分?(?!\\d|%)`, 'u'),
];

/** "自评总分100分，其中产出50分" says how the points are shared out. */
const ofFullMark = /其中|分值|权重/u;

/** The score that a sentence states; null where it states none. In one typography. */
export function scoreIn(sentence: string): Figure | null {
  for (const pattern of scorePatterns) {
    const digits = pattern.exec(sentence)?.[1];
    if (digits === '100' && ofFullMark.test(sentence)) return null;
    if (digits !== undefined) return figure(digits);
  }
  return null;
}

const rate = new RegExp(`(?:预算|资金|总体|整体|支出)*执行率(?:为|是|达到|达|:)?${number}%${noRule}`, 'u');
const ofOther =
  /(?:采购|经费|基本支出|项目支出|拨款|自筹|结转|中央|[省市县区]级|配套|计划|任务)[^,]{0,6}执行率|的得|不得分|每[^,]{0,12}扣|上年|去年|同比|其中|每季|季度|\d月|进度|监控/u;

/** The execution rate that a sentence states of the whole project, in percent. */
export function rateIn(sentence: string): Figure | null {
  const digits = ofOther.test(sentence) ? undefined : rate.exec(sentence)?.[1];
  return digits === undefined ? null : figure(digits);
}

/** A sum and the parts that are said to make it up. */
export interface Sum {
  readonly whole: Exact;
  readonly parts: Exact;
  readonly unit: string;
}

const amount = /(?<![\d.])(\d{1,12}(?:\.\d{1,6})?)(亿元|万元|元)/gu;
const part = /^[,、:(和及与]*([\u4e00-\u9fff]{2,14})(\d{1,12}(?:\.\d{1,6})?)(亿元|万元|元)/u;
/** Whoever gives the money: together they give all of it. */
const giver = /中央|省|市|县|区|州|自治|地方|财政|自筹|自有|社会|其他|银行|配套|上级|本级|债券|结转|群众/u;

/** A sum whose parts do not make it up; null where they do, or where nobody says that they are all. */
export function wrongSumIn(sentence: string): Sum | null {
  const at = sentence.indexOf('其中');
  if (at < 0) return null;
  const before = [...sentence.slice(0, at).matchAll(amount)].at(-1);
  if (!before) return null;
  const unit = before[2] ?? '';
  const whole = exact(before[1] ?? '0');
  const parts: Exact[] = [];
  let rest = sentence.slice(at + 2);
  let areAllGivers = true;
  for (let next = part.exec(rest); next; next = part.exec(rest)) {
    if (next[3] !== unit) return null;
    areAllGivers &&= giver.test(next[1] ?? '');
    parts.push(exact(next[2] ?? '0'));
    rest = rest.slice(next[0].length);
  }
  if (parts.length < 2) return null;
  const together = sum(parts);
  const isWrong = together.gt(whole) || (areAllGivers && together.lt(whole));
  return isWrong ? { whole, parts: together, unit } : null;
}

const dimensionWords: readonly (readonly [Dimension, RegExp])[] = [
  ['数量', /数量/u],
  ['质量', /质量/u],
  ['时效', /时效/u],
  ['成本', /成本/u],
  ['经济效益', /经济效益/u],
  ['社会效益', /社会效益/u],
  ['生态效益', /生态效益/u],
  ['可持续影响', /可持续/u],
  ['满意度', /满意度/u],
];
const promise = /(?:设置|设定|设立|涵盖|包括|围绕|分为|细化为)[^。;]*指标|从[^。;]*(?:方面|维度|角度)/u;
const fewestPromised = 3;

/** The dimensions of which a sentence says that there are indicators. */
export function dimensionsIn(sentence: string): readonly Dimension[] {
  const promised = promise.exec(sentence)?.[0] ?? '';
  const found = dimensionWords.flatMap(([dimension, pattern]) => (pattern.test(promised) ? [dimension] : []));
  return found.length >= fewestPromised ? found : [];
}

/** In proportion: 全年实际值/年度指标值×分值, 按B/A或A/B×该指标分值, 按完成比例得分, with floors. */
import type { Floor, ProportionalRule, ReverseFormula } from '../rule';
import { matchesOf, ratioOf, type ReadIdiom, type Span } from '../ruleText';

const actual = '(?:B|(?:全年|年度)?实际(?:完成)?值|(?:全年)?完成值|实际完成数|实际数|实际完成量)(?:\\(B\\))?';
const target = '(?:A|(?:年度|年初|全年)?(?:指标|目标|计划)(?:值|数)|计划完成数|计划数|计划完成量)(?:\\(A\\))?';
const over = '(?:[/÷]|除以)';
const times =
  '(?:\\)?(?:×100%)?(?:[×*xX]|乘以)\\(?(?:该|本|此)?(?:项|指标)?(?:指标)?(?:分值|权重分值|权重分|权重|标准分|满分|\\d+分?)(?:记分|计分|得分)?)?';

const positiveFormula = new RegExp(`\\(?${actual}${over}${target}${times}`, 'u');
const reverseFormula = new RegExp(`\\(?${target}${over}${actual}${times}`, 'u');
const linearFormula = new RegExp(
  `1[-—]\\(?\\(?(?:${actual}[-—]${target})\\)?${over}${target}\\)?${times}|[((]2${target}[-—]${actual}`,
  'u',
);

const metSentence =
  /(?:(?:完成|实际)值?)?(?:已|能)?(?:达到|完成|等于或?高于|≥)(?:年度|年初|预期|设定|绩效)*(?:指标|目标)(?:值)?(?:的|以上)?,?(?:的)?(?:得|记|计|为)(?:满分|全部分值|该指标(?:所赋)?全部分值)/u;
const inWords =
  /(?:未(?:达到|完成)[^,。;]{0,10},?)?按(?:照)?(?:实际)?(?:完成|达成)?(?:情况|值|数)?(?:与|占)?(?:目标值|指标值|计划数|目标)?(?:的)?(?:完成)?(?:比例|比率|完成率)(?:计算)?(?:得分|计分|记分|给分|赋分|得)/u;

/** 低于60%不得分: of the completion, unless the text names another rate. */
const floorSentence =
  /([^,。;\n]{0,8}?)(?:低于|小于|不足|<)(\d+(?:\.\d+)?)%(?:的|时|及以下)?,?(?:不得分|得0分|不计分|计0分|不记分)/u;

/** The floor that a text states, with its stretch. */
export function readFloor(text: string): { readonly floor: Floor; readonly span: Span } | null {
  const match = matchesOf(text, floorSentence)[0];
  if (!match) return null;
  const isOfActual = /满意|合格|知晓|覆盖/u.test(match.groups[1] ?? '');
  const below = ratioOf(match.groups[2] ?? '0');
  return { floor: { of: isOfActual ? 'actual' : 'completion', below }, span: match };
}

/** The sentence that a met target earns the full weight. */
export function metSpans(text: string): readonly Span[] {
  return matchesOf(text, metSentence);
}

const directionHead = /(?:若|如)?(?:定量指标)?(?:若|如)?(?:定量指标)?为?(?:正向|反向)指标(?:\([^)]*\))?/u;
const missedHead = /(?:未(?:达到|完成)(?:年度|年初|预期)?(?:指标|目标)(?:值)?(?:的)?|否则)(?=,)/u;

/** Formulas or words of proportion. */
export const readProportional: ReadIdiom = (text) => {
  const linear = matchesOf(text, linearFormula);
  const free = (span: Span): boolean => !linear.some(({ from, to }) => span.from < to && span.to > from);
  const positives = matchesOf(text, positiveFormula).filter(free);
  const reverses = matchesOf(text, reverseFormula).filter(free);
  const words = matchesOf(text, inWords);
  const reverse: ReverseFormula | null = linear.length > 0 ? 'linear' : reverses.length > 0 ? 'ratio' : null;
  const positive = positives.length > 0 || words.length > 0 ? 'ratio' : null;
  if (!positive && !reverse) return null;
  // One formula under the heading of the other direction contradicts itself.
  if (/反向/u.test(text) && !/正向/u.test(text) && positives.length > 0 && !reverse) return null;
  if (linear.length > 0 && reverses.length > 0) return null;
  const floor = readFloor(text);
  const rule: ProportionalRule = { kind: 'proportional', positive, reverse, floor: floor?.floor ?? null };
  const heads = matchesOf(text, directionHead);
  const leads = matchesOf(text, missedHead);
  const spans = [...linear, ...positives, ...reverses, ...words, ...heads, ...leads, ...metSpans(text)];
  return { rule, spans: floor ? [...spans, floor.span] : spans };
};

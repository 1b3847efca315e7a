/** A rate itself times the weight: 标准分*预算执行率, 预算执行率×10, 执行数/预算数×分值, 按实际值计算得分. */
import { matchesOf, ratioOf, type ReadIdiom, type Span } from '../ruleText';
import { readFloor } from './proportional';

const weightWords = '(?:该|本|此)?(?:项|指标)?(?:指标)?(?:标准分|权重分值|权重分|权重|分值|满分|标准分值|\\d+分?)';
const rateWords = '([\\u4e00-\\u9fff]{0,12}?(?:率|满意度))';
const weightTimesRate = new RegExp(`(?:(?:实际)?得分=)?${weightWords}[×*xX]${rateWords}(?![/÷])`, 'u');
const rateTimesWeight = new RegExp(`(?:(?:实际)?得分=)?${rateWords}[×*xX]${weightWords}`, 'u');
const amounts = new RegExp(
  `\\(?(?:实际|全年)?(?:预算)?(?:执行数|支出资金|支出数|执行资金|支付数)(?:\\(B\\))?[/÷](?:全年|调整后?|实际)?(?:预算|到位)(?:数|资金)(?:\\(A\\))?\\)?(?:×100%)?[×*xX]${weightWords}`,
  'u',
);
const byActual = /按(?:照)?实际(?:值|满意度|完成值|得分率)(?:计算)?(?:得分|计分|记分)/u;
const executionNames = /执行率|支付率|支出率|支出完成率/u;
const fullFrom =
  /([^,。;(]{0,16}?)(?:≥|大于等于|达到|不低于)(\d+(?:\.\d+)?)%(?:以上|及以上)?(?:的)?,?(?:为|得|计|记)满分/u;
/** "=标准分*(实际到位资金/预算资金)×100%" only says once more what the rate is. */
const spelled = /=?(?:标准分|权重分?|分值)[×*]\([^()]*\)(?:×100%)?/u;

const fullWhenMet = /[^,。;]{0,60}(?:得满分|记满分)|否则(?=,)/u;

/** A rate times the weight. */
export const readValue: ReadIdiom = (text, isExecutionRate) => {
  const named = matchesOf(text, weightTimesRate)[0] ?? matchesOf(text, rateTimesWeight)[0];
  const fraction = matchesOf(text, amounts)[0];
  const actual = matchesOf(text, byActual)[0];
  const main = named ?? fraction ?? actual;
  if (!main) return null;
  const name = named ? (named.groups[1] ?? '') : fraction ? '预算执行率' : '实际值';
  const isExecution = executionNames.test(name) || Boolean(fraction && !named) || (isExecutionRate && !named);
  const full = matchesOf(text, fullFrom)[0];
  const floor = readFloor(text);
  const spans: Span[] = [main, ...matchesOf(text, spelled)];
  if (full) spans.push(full);
  if (floor) spans.push(floor.span);
  if (actual) spans.push(...matchesOf(text, fullWhenMet));
  const stated = full && !actual ? ratioOf(full.groups[2] ?? '1') : null;
  return {
    rule: {
      kind: 'value',
      of: isExecution ? 'execution-rate' : 'actual',
      name,
      fullFrom: stated ?? (full && actual ? ratioOf(full.groups[2] ?? '1') : null),
      zeroBelow: floor?.floor.below ?? null,
      fullWhenMet: Boolean(actual),
    },
    spans,
  };
};

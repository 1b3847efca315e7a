/** Formulas written out: 得分=实际完成值/年度指标值×分值×80% · 按B/A或A/B×分值 · (1-(A-B)/B)×10 · 执行率/95%×分值. */
import { hundred } from '../../exact';
import type { Formula } from '../rule';
import { digits, valueOf } from './numberWords';
import { matchAt, type Found, type ReadPhrase } from './phrase';

/** A formula nested deeper than this is not read. */
const deepest = 6;

const head =
  /(?:实际|指标|最终|该项|本项)?得分(?:计算公式|计算方法|公式)?(?:=|为:?|:|按照?)|[\u4e00-\u9fff]{1,10}?得分=|(?:按照?|按公式|应用|用|以|则|即)?(?:得分)?=?/uy;
const tail =
  /(?:的)?(?:比例|结果)?(?:来|进行)?(?:计算)?(?:得分|计分|记分|给分|赋分|计算得分|计算)?(?:(?:=|为)(?:实际|最终|该项)?得分)?/uy;

const suffix = '(?:\\((?:[ABab]|A值|B值)\\))?';
const weight =
  /(?:该|本|此)?(?:项|类)?(?:三级)?(?:指标)?(?:的)?(?:标准分值|标准分|权重分值|权重分|权重|分值|满分)(?!为(?!得分|实际))(?:上限)?/uy;
const actual = new RegExp(
  `(?:全年|年度|年末|本年|当年|年)?实际(?:完成|达到|实现|产出|支出|投入)?(?:值|数量|数|量|成本|额|情况|工期|时间|天数)${suffix}|(?:全年|年度)?完成(?:值|数量|数|量)${suffix}|实际(?:完成|产出)?(?=[-—/÷×*)])|B(?![A-Za-z])`,
  'uy',
);
const target = new RegExp(
  `(?:年度|年初|全年|预期|设定|绩效|计划)?(?:指标|目标)(?:计划)?(?:值|数量|数|量)${suffix}|计划(?:完成|产出|投入)?(?:值|数量|数|量|成本|额|工期|时间|天数)${suffix}|预算成本|成本(?:指标|控制)值|(?:计划|目标)(?=[-—/÷×*)])|A(?![A-Za-z])`,
  'uy',
);
const executed =
  /(?:全年|当年)?(?:实际)?(?:预算|资金)?(?:执行数|执行额|支出资金|支出数|支出额|执行资金|支付数|支付额)(?:\(B\))?|(?:本年|年度)?实际支出(?:金额|数)?/uy;
const budget = /(?:全年|年初|调整后的?|实际|当年|年度)?(?:预算|到位)(?:安排)?(?:数|资金|额|金额|总额)(?:\(A\))?/uy;
const rate = /(?![^率度]{0,12}得分)[\u4e00-\u9fff]{0,12}?(?:率|满意度|完成比例|完成进度|完成程度)(?!为|达|在)/uy;
const letter = /[A-Za-z](?![A-Za-z])/uy;
const measuredLetter = /(?<![A-Za-z])([A-Za-z])(?=[<>≤≥]\d)|(?<=\d%?[<>≤≥])([A-Za-z])(?![A-Za-z])/gu;
const numeric = new RegExp(`(${digits})(%|分(?!值))?`, 'uy');

/** What a letter stands for that the text itself measures. */
const measuredRate: Formula = { kind: 'rate', name: '该比率' };

/** The letters by which a text calls what it measures: A in "80%≤A<90%,得分=A×分值", where A is no target. */
function lettersMeasured(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(measuredLetter)].flatMap(([, before, behind]) => before ?? behind ?? []));
}

/** A place in a text that a formula is read from. */
class Cursor {
  constructor(
    readonly text: string,
    public at: number,
  ) {}

  /** Takes a letter by which the text calls what it measures. */
  takeMeasured(): boolean {
    const match = matchAt(letter, this.text, this.at);
    if (!match || !lettersMeasured(this.text).has(match[0])) return false;
    this.at += match[0].length;
    return true;
  }

  /** Takes a pattern that stands here. */
  take(pattern: RegExp): RegExpExecArray | null {
    const match = matchAt(pattern, this.text, this.at);
    if (match) this.at += match[0].length;
    return match;
  }
}

const times = /[×*xX]|乘以|乘/uy;
const over = /[/÷]|除以/uy;
const plus = /\+|加上/uy;
const minus = /[-—]|减去/uy;
const opening = /\(/uy;
const closing = /\)/uy;
const bar = /\|/uy;
const bracketedPercent = /×100%/uy;

function readFactor(cursor: Cursor, depth: number): Formula | null {
  if (depth > deepest) return null;
  if (cursor.take(opening)) {
    const inner = readSum(cursor, depth + 1);
    return inner && cursor.take(closing) ? inner : null;
  }
  if (cursor.take(bar)) {
    const inner = readSum(cursor, depth + 1);
    return inner && cursor.take(bar) ? { kind: 'absolute', of: inner } : null;
  }
  const number = cursor.take(numeric);
  if (number) {
    const value = valueOf(number[1] ?? '0');
    return { kind: 'number', number: number[2] === '%' ? value.div(hundred) : value };
  }
  if (cursor.takeMeasured()) return measuredRate;
  if (cursor.take(executed)) return { kind: 'executed' };
  if (cursor.take(budget)) return { kind: 'budget' };
  if (cursor.take(actual)) return { kind: 'actual' };
  if (cursor.take(target)) return { kind: 'target' };
  if (cursor.take(weight)) return { kind: 'weight' };
  const named = cursor.take(rate);
  return named ? { kind: 'rate', name: named[0].replace(/^(?:实际|按照?|以)/u, '') } : null;
}

const isOne = (formula: Formula): boolean => formula.kind === 'number' && formula.number.eq(1);

function readProduct(cursor: Cursor, depth: number): Formula | null {
  let left = readFactor(cursor, depth);
  while (left) {
    const start = cursor.at;
    const kind = cursor.take(times) ? 'product' : cursor.take(over) ? 'quotient' : null;
    if (!kind) break;
    const right = readFactor(cursor, depth);
    if (!right) {
      cursor.at = start;
      break;
    }
    // ×100% only says that a quotient is meant as a percentage.
    if (!(kind === 'product' && isOne(right))) left = { kind, left, right };
  }
  return left;
}

function readSum(cursor: Cursor, depth: number): Formula | null {
  let left = readProduct(cursor, depth);
  while (left) {
    const start = cursor.at;
    const kind = cursor.take(plus) ? 'sum' : cursor.take(minus) ? 'difference' : null;
    if (!kind) break;
    const right = readProduct(cursor, depth);
    if (!right) {
      cursor.at = start;
      break;
    }
    left = { kind, left, right };
  }
  return left;
}

/** Whether a formula holds a quantity of the row, and not only numbers. */
function hasVariable(formula: Formula, kind?: Formula['kind']): boolean {
  switch (formula.kind) {
    case 'number':
      return false;
    case 'absolute':
      return hasVariable(formula.of, kind);
    case 'sum':
    case 'difference':
    case 'product':
    case 'quotient':
      return hasVariable(formula.left, kind) || hasVariable(formula.right, kind);
    default:
      return kind === undefined ? formula.kind !== 'weight' : formula.kind === kind;
  }
}

/** Whether it holds something that was done; a target times the weight measures nothing. */
const hasMeasured = (formula: Formula): boolean =>
  (['actual', 'rate', 'executed'] as const).some((kind) => hasVariable(formula, kind));

/** Whether it multiplies by a plain number of points at its end: 执行率×10. */
function hasPoints(formula: Formula): boolean {
  if (formula.kind !== 'product') return false;
  const { left, right } = formula;
  return [left, right].some((side) => side.kind === 'number' && side.number.gte(1)) || hasPoints(left);
}

const factored = (formula: Formula): boolean => hasVariable(formula, 'weight') || hasPoints(formula);

const either = /或者?/uy;

/** Where a formula may start: after a mark, or after a word that leads to one. */
const leads = '按照用以为则即=的,。;:\n()、';

/** "1.得分=…": a number of an item, and not one with a decimal point. */
const isAfterNumber = (text: string, at: number): boolean =>
  text.charAt(at - 1) === '.' && !/\d/u.test(text.charAt(at));

/** A formula that gives points. */
export const readFormula: ReadPhrase = (text, at) => {
  const isLed = at === 0 || leads.includes(text.charAt(at - 1)) || isAfterNumber(text, at);
  if (!isLed && !'得实按'.includes(text.charAt(at))) return null;
  const cursor = new Cursor(text, at);
  const lead = cursor.take(head)?.[0] ?? '';
  const first = readSum(cursor, 0);
  if (!first || first.kind === 'number' || first.kind === 'weight') return null;
  let formula = first;
  let other: Formula | null = null;
  const before = cursor.at;
  if (cursor.take(either)) {
    const second = readSum(cursor, 0);
    if (second && factored(second)) {
      other = second;
      // "B/A或A/B×分值": the factor belongs to both.
      if (!factored(first)) formula = { kind: 'product', left: first, right: { kind: 'weight' } };
    } else cursor.at = before;
  }
  if (!hasMeasured(formula)) return null;
  if (!factored(formula)) return readValue(lead, formula, cursor);
  spelledOnceMore(cursor);
  cursor.take(tail);
  return { to: cursor.at, is: { kind: 'formula', formula, other } };
};

const counted = /(?:的)?(?:比例)?(?:来|进行)?(?:计算)?(?:得分|计分|记分|给分|赋分)/uy;

/** "按实际完成值/目标值计分": a quotient without a factor is a share of the weight, where the text says that it gives points. */
function readValue(lead: string, formula: Formula, cursor: Cursor): Found | null {
  if (formula.kind !== 'quotient' || lead.includes('得分') || !cursor.take(counted)) return null;
  const whole: Formula = { kind: 'product', left: formula, right: { kind: 'weight' } };
  return { to: cursor.at, is: { kind: 'formula', formula: whole, other: null } };
}

const equals = /=/uy;

/** "=标准分*(实际支出资金/实际到位资金)×100%" only says once more what the rate is. */
function spelledOnceMore(cursor: Cursor): void {
  const start = cursor.at;
  cursor.take(bracketedPercent);
  if (!cursor.take(equals)) return;
  if (!readSum(cursor, 0)) cursor.at = start;
}

const defined =
  /(?!(?:实际|最终|指标|本项|该项)?得分)[\u4e00-\u9fffA-Za-z]{2,24}=(?!\d)(?=[^,。;]{0,80}[/÷])[^,。;=≥≤<>\n]{3,120}/uy;

/** 预算执行率=（实际支出/预算数）×100%: what a name means. */
export const readDefinition: ReadPhrase = (text, at) => {
  if (at > 0 && !',。;:\n(、.'.includes(text.charAt(at - 1))) return null;
  const match = matchAt(defined, text, at);
  if (!match) return null;
  // A factor of points makes it more than a definition.
  if (/分值|标准分|权重|满分|得分|[×*xX](?!100%)\d/u.test(match[0])) return null;
  return { to: at + match[0].length, is: { kind: 'definition' } };
};

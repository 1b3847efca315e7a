/** Bands of a rate: 预算执行率≥90%得10分；90%>预算执行率≥80%得5分；<80%得0分. */
import { exact, type Exact } from '../../exact';
import type { Band, BandsRule } from '../rule';
import { awardOf, awardPattern, matchesOf, ratioOf, type Idiom, type ReadIdiom, type Span } from '../ruleText';

/** One end of a band. */
interface End {
  readonly at: Exact;
  readonly isIncluded: boolean;
}

/** The numbers that a condition names. */
export interface Limits {
  readonly from: End | null;
  readonly to: End | null;
}

const rate = '(\\d+(?:\\.\\d+)?)%?';
const percentage = '(\\d+(?:\\.\\d+)?)%';
const name = '[^\\d%<>≤≥=。;,]{0,16}?';
const included = '(\\((?:含|包含|含本数|不含)[^)]*\\))?';

/** A way of writing a condition, with how its groups are to be read. */
interface Wording {
  readonly pattern: RegExp;
  readonly read: (groups: readonly (string | undefined)[]) => Limits;
}

const end = (text: string | undefined, isIncluded: boolean): End | null =>
  text === undefined ? null : { at: ratioOf(text), isIncluded };

const says = (mark: string | undefined, otherwise: boolean): boolean =>
  mark === undefined ? otherwise : !mark.includes('不含');

const wordings: readonly Wording[] = [
  {
    // 90%>X≥80%
    pattern: new RegExp(`${percentage}([>≥])${name}([>≥])${percentage}`, 'u'),
    read: ([high, upper, lower, low]) => ({ from: end(low, lower === '≥'), to: end(high, upper === '≥') }),
  },
  {
    // 80%≤X<90%
    pattern: new RegExp(`${percentage}([<≤])${name}([<≤])${percentage}`, 'u'),
    read: ([low, lower, upper, high]) => ({ from: end(low, lower === '≤'), to: end(high, upper === '≤') }),
  },
  {
    // 85%—100%之间, 80%(含)-90%
    pattern: new RegExp(`(?:在|介于|为)?${rate}${included}[-—~至到]+${percentage}${included}(?:之间|\\(不含\\))?`, 'u'),
    read: ([first, firstMark, second, secondMark]) => {
      const isAscending = ratioOf(first ?? '0').lte(ratioOf(second ?? '0'));
      const [low, lowMark, high, highMark] = isAscending
        ? [first, firstMark, second, secondMark]
        : [second, secondMark, first, firstMark];
      return { from: end(low, says(lowMark, true)), to: end(high, says(highMark, false)) };
    },
  },
  {
    // ≥90%, 大于等于90%
    pattern: new RegExp(
      `(?:≥|>=|大于等于|大于或等于|不低于|不少于|不小于|达到|达)${percentage}(?:\\(含\\))?(?:及以上|以上|及其以上)?`,
      'u',
    ),
    read: ([low]) => ({ from: end(low, true), to: null }),
  },
  {
    pattern: new RegExp(`(?:>|大于|高于|超过)${percentage}`, 'u'),
    read: ([low]) => ({ from: end(low, false), to: null }),
  },
  {
    pattern: new RegExp(`(?:≤|<=|小于等于|小于或等于|不高于|不超过|不大于)${percentage}`, 'u'),
    read: ([high]) => ({ from: null, to: end(high, true) }),
  },
  {
    pattern: new RegExp(`(?:<|小于|低于|不足|未达到|不到|未达)${percentage}`, 'u'),
    read: ([high]) => ({ from: null, to: end(high, false) }),
  },
  {
    // 90%(含)以上, 90%以上(不含)
    pattern: new RegExp(`${percentage}${included}(?:及以上|以上)${included}`, 'u'),
    read: ([low, before, after]) => ({ from: end(low, says(before ?? after, true)), to: null }),
  },
  {
    pattern: new RegExp(`${percentage}${included}(?:及以下|以下)${included}`, 'u'),
    read: ([high, before, after]) => ({ from: null, to: end(high, says(before ?? after, false)) }),
  },
  {
    // 执行率=100%, 为100%
    pattern: new RegExp(`(?:=|为|是)${percentage}`, 'u'),
    read: ([value]) => ({ from: end(value, true), to: end(value, true) }),
  },
];

/** A condition in a text. */
export interface Condition extends Span {
  readonly limits: Limits;
}

/** All conditions on a rate, in order, none inside another. */
export function conditionsOf(text: string): readonly Condition[] {
  // Every wording has a percentage in it.
  if (!text.includes('%')) return [];
  const found: Condition[] = [];
  for (const { pattern, read } of wordings) {
    for (const { from, to, groups } of matchesOf(text, pattern)) {
      if (found.some((other) => other.from < to && other.to > from)) continue;
      found.push({ from, to, limits: read(groups.slice(1)) });
    }
  }
  return found.sort((left, right) => left.from - right.from);
}

const zeroAward = '(不得分|不计分|不记分|不给分)';
const byValue = '(按(?:实际)?(?:完成|执行)?(?:的)?比例[^,。;]{0,6}|按执行率[^,。;]{0,6})';
/** What may stand between a condition and what it earns. */
const link = '[,:的时之间者]{0,4}(?:此项|该项|本项|实际)?(?:可)?(?:得分为|得分|得|记|计|给|为|即)?';
const earned = new RegExp(`^${link}(?:${zeroAward}|${byValue}|${awardPattern})`, 'u');

/** A band with the stretch that states it. */
export interface StatedBand extends Span {
  readonly band: Band;
}

/** Every condition that is followed by what it earns. */
export function bandsOf(text: string): readonly StatedBand[] {
  return conditionsOf(text).flatMap(({ from, to, limits }) => {
    const match = earned.exec(text.slice(to));
    if (!match) return [];
    const [whole, nothing, proportional, points, share] = match;
    // "95%得95%…" aside, a bare percentage after a condition is no award.
    const award: Band['award'] = nothing
      ? { kind: 'points', points: exact(0) }
      : proportional
        ? { kind: 'by-value', share: exact(1) }
        : awardOf(points, share);
    const band: Band = {
      from: limits.from?.at ?? null,
      includesFrom: limits.from?.isIncluded ?? false,
      to: limits.to?.at ?? null,
      includesTo: limits.to?.isIncluded ?? false,
      award,
    };
    return [{ from, to: to + whole.length, band }];
  });
}

const executionNames = /执行率|支付率|支出率|执行进度|支出进度/u;

/** Which rate a text with bands speaks of. */
export function bandedRate(text: string, isExecutionRate: boolean): BandsRule['of'] {
  if (/[12]\s*[-—~至到]\s*[23]\s*年|[1-9]年以上|上年|结转/u.test(text)) return 'other-rate';
  if (isExecutionRate || executionNames.test(text)) return 'execution-rate';
  return /完成率|完成比例|完成程度|实际完成/u.test(text) ? 'completion' : 'actual';
}

/** Whether two bands hold a rate in common. */
function overlap(left: Band, right: Band): boolean {
  const below = (lower: Band, upper: Band): boolean =>
    lower.to !== null &&
    upper.from !== null &&
    (lower.to.lt(upper.from) || (lower.to.eq(upper.from) && !(lower.includesTo && upper.includesFrom)));
  return !below(left, right) && !below(right, left);
}

/** Two bands or more that do not contradict each other. */
export const readBands: ReadIdiom = (text, isExecutionRate): Idiom | null => {
  // 否则按实际值…: between the bands another rule holds.
  if (/否则,?按/u.test(text)) return null;
  const stated = bandsOf(text);
  if (stated.length < 2) return null;
  const bands = stated.map(({ band }) => band);
  const isContradictory = bands.some((band, index) => bands.slice(index + 1).some((other) => overlap(band, other)));
  if (isContradictory) return null;
  const spans = stated.map(({ from, to }) => ({ from, to }));
  return { rule: { kind: 'bands', of: bandedRate(text, isExecutionRate), bands }, spans };
};

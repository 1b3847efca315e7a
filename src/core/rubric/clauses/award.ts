/** What is given or taken: 得5分 · 计满分 · 得1.9-1分 · 得满分的80% · 扣权重分的5% · 不得分 · （8-9）. */
import { one, zero, hundred } from '../../exact';
import type { Award } from '../rule';
import { pointsAward, shareAward } from '../ruleText';
import { digits, number, valueOf } from './numberWords';
import { matchAt, type AwardPhrase, type Found, type ReadPhrase } from './phrase';

const earns = '得分为|得分|得|计算?为?|记为?|给予|给|赋予?|评为?|打|为|即|占';
const deducts = '直接扣减|直接扣除|直接扣|扣减|扣除|扣掉|倒扣|扣|减去?';
const adds = '直接加|加|奖励|奖';
const verb = `(?:[则可应按再也]{0,2}(?:(${earns})|(${deducts})|(${adds})))?`;
const whose = '(?:该|本|此|其)?(?:项|类|指标|条)?(?:指标)?(?:的)?';
const weightWord = '(?:标准分值|标准分数?|权重分值|权重分数?|权重|分值|满分|总分值?|应得分|分数|得分|赋分|分)';
/** 分 that only starts another word: 分值, 分别. */
const isPoints = '分(?![值之别钟析配布解类项数管段档])';

const points = new RegExp(`${verb}(${number})(?:分)?(?:[-—~至到]{1,2}(${digits}))?${isPoints}`, 'uy');
const ratios = `(${digits})(?:%?[-—~至](${digits}))?%`;
/** 得分值的80%; without a verb it must not start a list of tiers: 分值的100-80%（含）、80-60%. */
const shareAfter = new RegExp(
  `(?=[则可应再也]{0,2}(?:${earns}|${deducts}|${adds})${whose}${weightWord})${verb}${whose}${weightWord}的?${ratios}(?!以)|${verb}${whose}${weightWord}的?${ratios}(?!以|\\(含|[、,]\\d|[-—~至])`,
  'uy',
);
const shareBefore = new RegExp(`${verb}(${digits})(?:%?[-—~至](${digits}))?%的?${whose}${weightWord}`, 'uy');
const shareBare = new RegExp(
  `[则可应]?(?:(得|计|记|给)|(扣减|扣除|扣))(${digits})(?:%?[-—~至](${digits}))?%(?![及或以])`,
  'uy',
);
/** 差得60%以下: anything from nothing to that share. */
const shareBeneath = new RegExp(
  `[则可应]?(?:得|计|记|给|按)(${digits})%(?:\\(不?含\\))?以下(?:的?${whose}${weightWord})?(?=[,。;、)]|$)`,
  'uy',
);
const full = new RegExp(
  `[则可应]?(?:得分为|得|记为?|计为?|给予?|为|即|赋)?(?:满分|全分|全部分值|全部分数|(?:该|本|此)(?:项|指标)?(?:指标)?(?:所赋)?(?:全部分值|满分|权重分|标准分|分值|分(?!值))|(?<=得|记|计)(?:权重分|标准分|分值)|(?<=得|记|计)相应(?:分值|分数))(?!的?\\d|的一半|为)|不扣分`,
  'uy',
);
const nothing =
  /(?:一律|均|则|该项|本项|此项|该指标)?(?:不(?:予)?(?:得|计|记|给|赋)分|(?:得|计|记|为)?(?:0|零)分(?!值)|(?:扣完|扣除|扣减|扣光|扣)(?:该项|该指标|本项|此项)?(?:全部|所有|满)(?:分值|分数|权重分|分)?|全部?扣(?:除|完|光)?(?!分))/uy;
const bracketed = new RegExp(`\\((?:得|计|占|共|满分)?(${digits})(?:分)?(?:[-—~至](${digits}))?(分)?\\)`, 'uy');
const falling = new RegExp(`按?(${digits})分(?:依次|逐次)?递减`, 'uy');

type Verb = AwardPhrase['verb'];

function verbOf(earn: string | undefined, deduct: string | undefined, add: string | undefined): Verb {
  if (deduct !== undefined) return 'deduct';
  if (add !== undefined) return 'add';
  return earn === undefined ? null : 'earn';
}

function award(to: number, by: Verb, one: Award, two: Award | null, isBracketed = false): Found {
  const size = (each: Award): Award['kind'] | null => each.kind;
  const amount = (each: Award) => (each.kind === 'points' ? each.points : each.share);
  const other = two && size(two) === size(one) ? two : one;
  const [low, high] = amount(one).lte(amount(other)) ? [one, other] : [other, one];
  return { to, is: { kind: 'award', verb: by, low, high, isFull: false, isBracketed } };
}

const share = (text: string): Award => shareAward(valueOf(text).div(hundred));
const pointsOf = (text: string): Award => pointsAward(valueOf(text));

function readShare(text: string, at: number): Found | null {
  for (const pattern of [shareAfter, shareBefore]) {
    const match = matchAt(pattern, text, at);
    if (!match) continue;
    const [whole, ...groups] = match;
    const taken: readonly (string | undefined)[] = groups;
    const [earn, deduct, add, first, second] = taken[3] === undefined ? taken.slice(5) : taken;
    return award(at + whole.length, verbOf(earn, deduct, add), share(first ?? '0'), second ? share(second) : null);
  }
  const match = matchAt(shareBare, text, at);
  if (!match) return null;
  const [whole, earn, deduct, first = '0', second] = match;
  return award(at + whole.length, verbOf(earn, deduct, undefined), share(first), second ? share(second) : null);
}

function readPoints(text: string, at: number): Found | null {
  const less = matchAt(falling, text, at);
  if (less) return award(at + less[0].length, 'deduct', pointsOf(less[1] ?? '0'), null);
  const match = matchAt(points, text, at);
  if (!match) return null;
  const [whole, earn, deduct, add, first = '0', second] = match;
  const by = verbOf(earn, deduct, add);
  // "十分显著" is no award of ten points.
  if (by === null && !/\d/u.test(first)) return null;
  return award(at + whole.length, by, pointsOf(first), second ? pointsOf(second) : null);
}

/** （10）, （8-9）, （5分）: without 分 only where a condition stands before it. */
function readBracketed(text: string, at: number, isAfterCondition: boolean): Found | null {
  const match = matchAt(bracketed, text, at);
  if (!match) return null;
  const [whole, first = '0', second, unit] = match;
  if (unit === undefined && !whole.includes('分') && !isAfterCondition) return null;
  return award(at + whole.length, null, pointsOf(first), second ? pointsOf(second) : null, true);
}

/** What a clause gives or takes. */
export const readAward: ReadPhrase = (text, at, before) => {
  if (text.charAt(at) === '(') return readBracketed(text, at, before?.is.kind === 'limit');
  const zeroMatch = matchAt(nothing, text, at);
  if (zeroMatch) return award(at + zeroMatch[0].length, 'earn', pointsAward(zero), null);
  const beneath = matchAt(shareBeneath, text, at);
  if (beneath) return award(at + beneath[0].length, 'earn', share('0'), share(beneath[1] ?? '0'));
  const shared = readShare(text, at);
  if (shared) return shared;
  const fullMatch = matchAt(full, text, at);
  if (fullMatch) {
    const whole: Award = shareAward(one);
    const to = at + fullMatch[0].length;
    return { to, is: { kind: 'award', verb: 'earn', low: whole, high: whole, isFull: true, isBracketed: false } };
  }
  return readPoints(text, at);
};

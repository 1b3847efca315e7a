/** Itemised points: …(1分);…(2分) · ①占30%权重分 · 四项各得0.5分 · 每符合一项得2.5分. */
import { exact, one } from '../../exact';
import type { Award, Item, ItemsRule } from '../rule';
import {
  awardOf,
  awardPattern,
  listedCase,
  matchesOf,
  numberOf,
  numberPattern,
  pointsAward,
  ratioOf,
  shareAward,
  type Idiom,
  type ReadIdiom,
  type Span,
} from '../ruleText';

/** 目标明确(1分) */
const bracketed = new RegExp(`([^。;\\n()]{0,60}?)[。;,]?\\((?:得|计|占|共)?(${numberPattern})分\\)`, 'u');
/** ①占30%权重分 */
const listedShare = /([①-⑳])(?:项)?占(?:权重的|分值的)?(\d+(?:\.\d+)?)%(?:的)?(?:权重分值|权重分|权重|分值)?/u;
const aboutShares = /以上[一二两三四五六七八九十\d]+项|[①-⑳]不符合该(?:项)?指标不得分/u;
/** 以上两项各占权重的50% */
const equalShares = new RegExp(
  `(?:以上|上述)?(${numberPattern})项(?:指标|内容)?(?:各|均)占(?:权重的|分值的|权重分的)?(\\d+(?:\\.\\d+)?)%(?:权重分|的权重|的分值)?`,
  'u',
);
/** 四项各得0.5分 */
const equalPoints = new RegExp(
  `(?:以上|上述)?(${numberPattern})(?:项|个方面|点)(?:内容|指标|要求)?(?:各|均|每项)(?:得|占|为)?(${numberPattern})分`,
  'u',
);
/** ①符合得0.4分 */
const listedPoints = new RegExp(`([①-⑳])([^①-⑳]{0,200}?)(?:得|计|占)(${numberPattern})分`, 'u');
/** 每符合一项得2.5分 */
const eachPattern = new RegExp(
  `每(?:达到|符合|满足|具备|完成|有|做到|提供|落实)?(?:一|1)?(?:项|个|条|次)(?:指标值|要求|条件|指标|内容|工作|标准)?(?:的)?,?(?:得|计|加)${awardPattern}`,
  'u',
);
const missedByRatio =
  /(?:未达到|未完成)(?:的)?,?按(?:照)?(?:实际(?:值|完成值|完成情况)?|完成)(?:的)?(?:比例)?(?:计算)?(?:得分|计分)/u;
const atMost = /(?:最高|最多)(?:得)?[^,。;]*|得完为止|加满为止|满分为止/u;

const partial =
  /按(?:照)?(?:不符合|符合|完成|实际)?(?:的)?(?:情况|比例)(?:的)?(?:比例)?(?:扣分|得分|给分|扣减|计分)|酌情(?:扣分|得分|给分)/u;
const otherwise = /否则,?(?:不得分|得0分|不计分)|(?:不符合|未达到|不满足)(?:的|该项|要求|该指标)*,?(?:不得分|得0分)/u;
const fulfilled = /(?:符合|满足|达到|具备|完成)(?:的|得|该项|要求|以上)*(?:权重分|得分|该项权重分|该项分值)/u;

function noted(text: string): readonly Span[] {
  return [...matchesOf(text, partial), ...matchesOf(text, otherwise), ...matchesOf(text, fulfilled)];
}

function itemsRule(text: string, items: readonly Item[], spans: readonly Span[]): Idiom {
  const rule: ItemsRule = { kind: 'items', items, each: null, isPartial: partial.test(text), missedByRatio: false };
  return { rule, spans: [...spans, ...noted(text), ...listed(text)] };
}

/** The words of the listed items. */
function listed(text: string): readonly Span[] {
  return matchesOf(text, listedCase);
}

/** 目标明确(1分);目标细化(1分) — a list that ends in (0分) names levels instead. */
export const readBracketed: ReadIdiom = (text) => {
  const found = matchesOf(text, bracketed);
  if (found.length === 0 || found.some(({ groups }) => numberOf(groups[2] ?? '0').eq(0))) return null;
  const items = found.map(({ groups }) => ({
    label: (groups[1] ?? '').replace(/^[\d.、,①-⑳]+/u, '') || '—',
    award: pointsAward(numberOf(groups[2] ?? '0')),
  }));
  return itemsRule(text, items, found);
};

/** ①占30%权重分,②占20%权重分; 以上两项各占权重的50%. */
export const readShares: ReadIdiom = (text) => {
  const single = matchesOf(text, listedShare);
  if (single.length >= 2) {
    const items = single.map(({ groups }) => ({
      label: groups[1] ?? '',
      award: shareAward(ratioOf(groups[2] ?? '0')),
    }));
    const rest = matchesOf(text, aboutShares);
    return itemsRule(text, items, [...single, ...rest]);
  }
  const each = matchesOf(text, equalShares)[0];
  if (!each) return null;
  const count = numberOf(each.groups[1] ?? '1').toNumber();
  const award = shareAward(ratioOf(each.groups[2] ?? '0'));
  return itemsRule(text, repeated(count, award), [each]);
};

function repeated(count: number, award: Award): readonly Item[] {
  return Array.from({ length: count }, (_, index) => ({ label: String(index + 1), award }));
}

/** 四项各得0.5分; ①符合得0.4分,否则不得分;②…; ①得1分;②得1分. */
export const readEnumerated: ReadIdiom = (text) => {
  const each = matchesOf(text, equalPoints)[0];
  if (each) {
    const count = numberOf(each.groups[1] ?? '1').toNumber();
    return itemsRule(text, repeated(count, pointsAward(numberOf(each.groups[2] ?? '0'))), [each]);
  }
  const found = matchesOf(text, listedPoints);
  if (found.length < 2 || !otherwise.test(text)) return null;
  const items = found.map(({ groups }) => ({
    label: `${groups[1] ?? ''}${groups[2] ?? ''}`.replace(/[,的]+$/u, ''),
    award: pointsAward(numberOf(groups[3] ?? '0')),
  }));
  return itemsRule(text, items, found);
};

/** 每符合一项得2.5分; 每达到一项指标值得3.5分,未达到按实际值计算得分. */
export const readEach: ReadIdiom = (text) => {
  const each = matchesOf(text, eachPattern)[0];
  if (!each) return null;
  const award = awardOf(each.groups[1], each.groups[2]);
  const byRatio = matchesOf(text, missedByRatio);
  const most = matchesOf(text, atMost);
  const count = new Set(listed(text).map(({ from }) => text.charAt(from))).size;
  const isWhole = award.kind === 'share' && award.share.gte(one);
  if (isWhole || (award.kind === 'points' && award.points.lte(exact(0)))) return null;
  const rule: ItemsRule = {
    kind: 'items',
    items: count > 0 ? repeated(count, award) : [],
    each: count > 0 ? null : award,
    isPartial: partial.test(text) && byRatio.length === 0,
    missedByRatio: byRatio.length > 0,
  };
  return { rule, spans: [each, ...byRatio, ...most, ...noted(text), ...listed(text)] };
};

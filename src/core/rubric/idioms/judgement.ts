/** Texts that give points outright, or leave them to a person: 直接扣减5分 · 酌情得分. */
import { zero } from '../../exact';
import { listedCase, matchesOf, numberOf, numberPattern, wholeSentence, type ReadIdiom } from '../ruleText';

const malusPattern = new RegExp(`直接(?:扣减|扣除|扣)(${numberPattern})分`, 'u');
const bonusPattern = new RegExp(`(?:直接)?加(${numberPattern})分`, 'u');

/** A bonus or malus of fixed points. */
export const readAdjustment: ReadIdiom = (text) => {
  const malus = matchesOf(text, malusPattern)[0];
  const bonus = matchesOf(text, bonusPattern)[0];
  const only = malus && bonus ? null : (malus ?? bonus);
  if (!only) return null;
  const points = numberOf(only.groups[1] ?? '0');
  return {
    rule: { kind: 'adjustment', points: malus ? zero.minus(points) : points },
    spans: [wholeSentence(text, only)],
  };
};

const discretion =
  /酌情(?:得分|扣分|给分|计分|打分|扣减)|综合(?:评定|判断|评价|打分)|由(?:专家|评价组|评审组)[^,。;]*(?:打分|评分|评定)|适当(?:扣分|得分|给分)/u;

/** 酌情: within zero and the weight, by a person. */
export const readDiscretion: ReadIdiom = (text) => {
  const found = matchesOf(text, discretion);
  if (found.length === 0) return null;
  return {
    rule: { kind: 'judgement' },
    spans: [...found.map((span) => wholeSentence(text, span)), ...matchesOf(text, listedCase)],
  };
};

const sameAs =
  /^(?:得分计算方法|评分标准)?(?:同|参照|按照?)(上|[^,。;]{0,14}?)(?:的)?(?:得分|评分|计分)?(?:计算|评分|计分|记分|得分)?(?:方式|方法|标准|办法|规则)(?:执行|计算|计分)?/u;
const sameAsAbove = /^同(上)/u;

/** 同效益指标得分计算方式. */
export const readReference: ReadIdiom = (text) => {
  const above = matchesOf(text, sameAs)[0] ?? matchesOf(text, sameAsAbove)[0];
  if (!above) return null;
  const to = above.groups[1] ?? '';
  return to === '' ? null : { rule: { kind: 'reference', to }, spans: [above] };
};

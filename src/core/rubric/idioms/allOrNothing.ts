/** All or nothing: …得满分,否则不得分 · 不合格不得分 · 发生事故不得分. */
import type { AllOrNothingRule } from '../rule';
import { listedCase, matchesOf, numberPattern, sentenceStart, type ReadIdiom, type Span } from '../ruleText';
import { conditionsOf } from './bands';

const full = new RegExp(
  `(?:得|记|计)(?:满分|全分|100%(?:的)?(?:权重分|分值|权重)|${numberPattern}分(?!值)|该项分值|全部分值)`,
  'u',
);
const nothing = '(?:不得分|得0分|不计分|记0分|计0分|0分)';
const otherwise = new RegExp(
  `(?:否则|反之)(?:的)?,?(?:一律)?${nothing}|(?:不|未|没有|没)(?:符合|合格|达标|满足|及时|达到|完成|通过|按时|按期|规范|合规)[^,。;]{0,8}?,?${nothing}`,
  'u',
);
const veto = new RegExp(`((?:发生|出现|存在|有)[^,。;不]{1,14}?)(?:的)?,?${nothing}`, 'u');

/** The threshold in a condition, if it names exactly one limit. */
function thresholdOf(condition: string): AllOrNothingRule['threshold'] {
  const limits = conditionsOf(condition);
  const only = limits.length === 1 ? limits[0]?.limits : undefined;
  if (!only) return null;
  if (only.from && !only.to)
    return { comparator: only.from.isIncluded ? '≥' : '>', number: only.from.at, isRatio: true };
  if (only.to && !only.from) return { comparator: only.to.isIncluded ? '≤' : '<', number: only.to.at, isRatio: true };
  return only.to ? { comparator: '=', number: only.to.at, isRatio: true } : null;
}

/** Full marks on a condition; what the other case earns may be left unsaid. */
export const readAllOrNothing: ReadIdiom = (text) => {
  const awards = matchesOf(text, full);
  const award = awards[0];
  const zeros = matchesOf(text, otherwise);
  const vetoes = matchesOf(text, veto).filter(({ from }) => !zeros.some((span) => span.from <= from && span.to > from));
  // Two awards are more than all or nothing.
  if (awards.length > 1 || (!award && zeros.length === 0)) return null;
  const start = award ? sentenceStart(text, award.from) : 0;
  const condition = text
    .slice(start, award?.from ?? zeros[0]?.from)
    .replace(/[,。;的]+$/u, '')
    .replace(/^[①-⑳\d.、]+/u, '');
  const spans: Span[] = [...zeros, ...vetoes];
  if (award) spans.push({ from: start, to: award.to });
  spans.push(...matchesOf(text, listedCase));
  const rule: AllOrNothingRule = {
    kind: 'all-or-nothing',
    condition: condition === '' ? text.slice(zeros[0]?.from ?? 0, zeros[0]?.to ?? 0) : condition,
    threshold: thresholdOf(condition),
    otherwise: zeros.length > 0 ? 'zero' : null,
    vetoes: vetoes.map(({ groups }) => groups[1] ?? ''),
  };
  return { rule, spans };
};

/** Numbers and units as rule texts write them, as pieces of patterns. */
import { exact, hundred, type Exact } from '../../exact';
import { readNumeral } from '../../value/numbers';

/** 1.4, 1,300, 一, 十二. Bounded, so that a long run of digits costs no time. */
export const number =
  '(?:\\d{1,3}(?:,\\d{3}){1,3}(?!\\d)(?:\\.\\d{1,9})?|\\d{1,9}(?:\\.\\d{1,9})?|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])';

/** Digits only. */
export const digits = '(?:\\d{1,3}(?:,\\d{3}){1,3}(?!\\d)(?:\\.\\d{1,9})?|\\d{1,9}(?:\\.\\d{1,9})?)';

export const timeUnit = '个?工作日|个?日历天|个?自然日|个?星期|个?季度|个?月|个?小时|小时|分钟|天|日|周|年';
export const ratioUnit = '%|个?百分点|个点';
export const countUnit = '人次|项次|个?位次|名次|[项处次例起条个人户件笔份篇期家座名村宗批台套场所位口栋只头株]';
export const measureUnit =
  '亿元|万元|元/(?:人次|人天|平方米|公里|千米|立方米|标段|[亩户人天次个吨年月件套台米里斤处座家只头])|元|万人次|万人|万户|万亩|亩|公顷|平方公里|平方米|立方米|公里|千米|米|万吨|吨|公斤|倍|℃|分贝';

/** Any unit that a limit can have. */
export const anyUnit = `${ratioUnit}|${measureUnit}|${timeUnit}|${countUnit}`;

/** The value of a number as `number` finds it. @throws Error when it is none. */
export function valueOf(text: string): Exact {
  if (/^\d/u.test(text)) return exact(text.replaceAll(',', ''));
  const value = readNumeral(text, 0)?.value;
  if (!value) throw new Error(`"${text}" is no number, though the pattern of numbers found it`);
  return value;
}

/** A number with its unit as limits hold it: 85 and % → 0.85. */
export function valueIn(text: string, unit: string): Exact {
  return unit === '%' ? valueOf(text).div(hundred) : valueOf(text);
}

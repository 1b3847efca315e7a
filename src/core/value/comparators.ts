/** Comparators in every typography, and the small words around a number that change what it means. */
import { lexiconOf } from './lexicon';
import type { Comparator } from './value';

/** Signs; they hold wherever they stand. */
export const signs = lexiconOf<Comparator>([
  ['≥', '≥ >= => ≥= ≮'],
  ['≤', '≤ <= =< ≤= ≯'],
  ['>', '>'],
  ['<', '<'],
  ['=', '= =='],
]);

/** Words before a number. */
export const wordsBefore = lexiconOf<Comparator>([
  [
    '≥',
    '不低于 不少于 不小于 不得低于 不得少于 不得小于 不应低于 不短于 未低于 至少 最少 最低 大于等于 大于或等于 大于且等于 大于或者等于 高于等于 高于或等于',
  ],
  [
    '≤',
    '不超过 不高于 不大于 不多于 不超出 不得超过 不得高于 不得大于 不得超出 不能超过 不应超过 不应高于 不长于 不突破 未超过 未超出 未突破 没有超过 小于等于 小于或等于 小于且等于 小于或者等于 低于等于 低于或等于 至多 最多 最高 控制在 控制到 控制为',
  ],
  ['>', '大于 高于 多于 超过 超出 突破 优于'],
  ['<', '小于 低于 少于 不足 不到 不满 未达到 未达 没有达到 未能达到 未满 未到'],
  ['=', '等于'],
]);

/** Words directly after a number and its unit. */
export const wordsAfter = lexiconOf<Comparator>([
  ['≥', '以上 及以上 或以上 含以上 及其以上'],
  ['≤', '以内 之内 内 以下 及以下 或以下 之下 及以内'],
]);

/** Words directly before a number: not meant exactly. */
export const approximateBefore = lexiconOf<true>([[true, '大约 约 大概 将近 接近 近 预计 估计 预估 约为 约计']]);

/** Words directly after a number, or after its unit: not meant exactly. */
export const approximateAfter = lexiconOf<true>([[true, '余 多 来 左右 上下 几']]);

/** Words after a date that make a deadline of it. */
export const deadlineAfter = lexiconOf<true>([[true, '前 之前 以前 内 之内 以内 止 为止']]);

/** Words before a date that make a deadline of it. */
export const deadlineBefore = lexiconOf<true>([
  [true, '不迟于 不晚于 不得迟于 不得晚于 截至 截止 截止到 截至到 截止至 早于 最迟 最晚 不超过 不得超过 不超出 ≤ <= <'],
]);

/** Words in which a comparator's or a particle's characters mean something else. */
export const protectedWords = lexiconOf<true>([
  [
    true,
    '节约 合约 契约 预约 集约 签约 制约 履约 违约 条约 公约 特约 附近 最近 就近 邻近 临近 远近 亲近 超额 达到 得到 提高到 增加到 到位 到期 到户 到人 到村 直到 周到 做到 受到 收到 找到 甚至 乃至 以至 直至 以及 普及 涉及 覆盖 最低生活保障 最低保障 最低工资 最低收购价 最低限价 最高限价 以上级 不足额',
  ],
]);

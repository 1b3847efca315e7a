/** Words and signs around figures: 不低于, ≥, 约, 以上, 底前, to. */
import {
  approximateBefore,
  deadlineAfter,
  deadlineBefore,
  protectedWords,
  signs,
  wordsAfter,
  wordsBefore,
} from '../comparators';
import { readDate } from '../dates';
import type { TokenReader } from './cursor';
import { isFigure } from './token';

/** Comparator words that also are plain verbs or adverbs; they compare only directly before a figure. */
const verbLike = new Set(
  '突破 不足 不到 不满 未达到 未达 没有达到 未能达到 未满 未到 最低 最高 最少 最多 控制在 控制到 控制为 优于'.split(
    ' ',
  ),
);

/** A word that only looks like one of the others is plain text. */
export const readProtectedWord: TokenReader = ({ at, text }) => {
  const guarded = protectedWords.matchAt(text, at);
  return guarded ? { kind: 'text', from: at, end: at + guarded.word.length } : null;
};

/** 5月|底前, 90%|以上: a word that belongs to the figure before it. */
export const readWordAfter: TokenReader = ({ afterFigure, at, last, text }) => {
  if (last?.kind === 'date') {
    const due = deadlineAfter.matchAt(text, at);
    return due ? { kind: 'deadline', from: at, end: at + due.word.length } : null;
  }
  const after = afterFigure ? wordsAfter.matchAt(text, at) : null;
  return after
    ? { kind: 'comparator', comparator: after.meaning, by: 'after', from: at, end: at + after.word.length }
    : null;
};

/** 不晚于 before a date. */
export const readNotLater: TokenReader = ({ at, text }) => {
  const notLater = deadlineBefore.matchAt(text, at);
  return notLater && readDate(text, at + notLater.word.length)
    ? { kind: 'not-later', from: at, end: at + notLater.word.length }
    : null;
};

/** ≥, 不低于: what compares with the figure that follows. */
export const readComparator: TokenReader = (cursor) => {
  const { at, text } = cursor;
  const sign = signs.matchAt(text, at);
  if (sign) return { kind: 'comparator', comparator: sign.meaning, by: 'sign', from: at, end: at + sign.word.length };
  const before = wordsBefore.matchAt(text, at);
  return before && (!verbLike.has(before.word) || cursor.figureAhead(at + before.word.length))
    ? { kind: 'comparator', comparator: before.meaning, by: 'before', from: at, end: at + before.word.length }
    : null;
};

/** 约 before a figure. */
export const readApproximate: TokenReader = (cursor) => {
  const { at, text } = cursor;
  const approximate = approximateBefore.matchAt(text, at);
  return approximate && cursor.figureAhead(at + approximate.word.length)
    ? { kind: 'approximate', from: at, end: at + approximate.word.length }
    : null;
};

/** ~, 至 after a figure. */
export const readTo: TokenReader = ({ at, last, text }) => {
  if (!last || !(isFigure(last) || last.kind === 'deadline')) return null;
  let end = at;
  while (end < text.length && end < at + 3 && '-—~至到'.includes(text.charAt(end))) end += 1;
  return end > at ? { kind: 'to', from: at, end } : null;
};

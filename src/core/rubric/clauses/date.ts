/** Dates that a rule names itself: 2023年12月底前 · 3月31日前. */
import { readDate } from '../../value/dates';
import { matchAt, type ReadPhrase } from './phrase';

const closing = /(?:及)?(?:以前|之前|前|止|为止)/uy;

/** A date that is not to be missed. */
export const readDeadline: ReadPhrase = (text, at) => {
  const sign = text.charAt(at);
  if (!/[\d一二三四五六七八九十年当本]/u.test(sign)) return null;
  const read = readDate(text, at);
  if (!read || (read.on.month === null && read.on.year === null)) return null;
  const match = matchAt(closing, text, read.end);
  return match && { to: read.end + match[0].length, is: { kind: 'date', by: read.on } };
};

/** Dates: 2023年5月, 5月底. */
import { readDate } from '../dates';
import { isDigit, isLatin } from '../normalise';
import type { TokenReader } from './cursor';

/** Reads a date that no letter or digit stands before. */
export const readDateToken: TokenReader = ({ at, signBefore, text }) => {
  const date = isLatin(signBefore) || isDigit(signBefore) ? null : readDate(text, at);
  return date ? { kind: 'date', on: date.on, from: at, end: date.end } : null;
};

/** Headings in one spelling, so that spaces, line breaks, full-width signs and trailing "(A)" do not matter. */

import { remembered } from '../remembered';
import { visible } from '../sheet/invisible';
import { isAllHan } from '../value/normalise';

/** A heading in one spelling. */
export interface HeadingKey {
  /** Without spaces, signs and a leading year; what stood in brackets is kept: "未完成原因分析及改进措施". */
  readonly full: string;
  /** The same without the brackets at its end and what they hold: "指标值(A)" → "指标值". */
  readonly bare: string;
}

/** No heading is longer; longer texts are not even looked at. */
const longestHeading = 40;

const none: HeadingKey = { full: '', bare: '' };

/** Brings a heading into one spelling; a text too long to be one gives empty keys. */
export function headingKey(text: string): HeadingKey {
  if (text.length > longestHeading || text === '') return none;
  // Most headings and names are nothing but Chinese characters, in which there is nothing to bring into one spelling.
  return isAllHan(text) ? { full: text, bare: text } : spelled(text);
}

const spelled = remembered((text): HeadingKey => {
  const folded = visible(text)
    .normalize('NFKC')
    .replace(/[\s*★"'“”]+/gu, '')
    .replace(/[【〔[]/gu, '(')
    .replace(/[】〕\]]/gu, ')')
    .replace(/(?<![:;、,。])[:;、,。]+$/u, '')
    .replace(/^(?:19|20)\d{2}年度?(?=.)/u, '');
  let bare = folded;
  for (;;) {
    const shorter = bare.replace(/\([^()]*\)?$/u, '');
    if (shorter === '' || shorter === bare) break;
    bare = shorter;
  }
  const unbracketed = (words: string): string => words.replace(/[()]/gu, '');
  return { full: unbracketed(folded), bare: unbracketed(bare) };
});

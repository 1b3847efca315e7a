/** Headings in one spelling, so that spaces, line breaks, full-width signs and trailing "(A)" do not matter. */

import { remembered } from '../remembered';
import { SignClass } from '../signs';
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

const dropped = new SignClass(/[\s*★"'“”]/u);
const opening = new SignClass(/[【〔[]/u);
const closing = new SignClass(/[】〕\]]/u);
const brackets = new SignClass(/[()]/u);

const spelled = remembered((text): HeadingKey => {
  const signs = dropped.replaceIn(visible(text).normalize('NFKC'), '');
  const folded = closing
    .replaceIn(opening.replaceIn(signs, '('), ')')
    .replace(/(?<![:;、,。])[:;、,。]+$/u, '')
    .replace(/^(?:19|20)\d{2}年度?(?=.)/u, '');
  if (!brackets.isIn(folded)) return { full: folded, bare: folded };
  let bare = folded;
  for (;;) {
    const shorter = bare.replace(/\([^()]*\)?$/u, '');
    if (shorter === '' || shorter === bare) break;
    bare = shorter;
  }
  return { full: brackets.replaceIn(folded, ''), bare: brackets.replaceIn(bare, '') };
});

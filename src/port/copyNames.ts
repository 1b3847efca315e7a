/** What tells a copy that we made from its original, in its name. Chinese, whatever language the pane speaks. */

/** Of a reviewed copy. */
export const copyMark = '（复核稿）';

/** Of a clean copy. */
export const cleanMark = '（干净副本）';

/** All languages at once. The pane, which needs one, takes that one alone. */
import type { Catalogue } from './catalogue';
import { english } from './en';
import type { Locale } from './locale';
import { type Words, wordsOf } from './wordsOf';
import { chinese } from './zh-CN';

export { type Locale } from './locale';
export type { Words } from './wordsOf';

const catalogues: Readonly<Record<Locale, Catalogue>> = { 'zh-CN': chinese, en: english };

/** The words of a language. */
export function createWords(locale: Locale): Words {
  return wordsOf(catalogues[locale]);
}

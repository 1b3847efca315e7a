/** The words of Chinese, as the pane fetches them. */
import { wordsOf } from './wordsOf';
import { chinese } from './zh-CN';

export const chineseWords = wordsOf(chinese);

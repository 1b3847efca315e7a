/** The words of English, as the pane fetches them. */
import { english } from './en';
import { wordsOf } from './wordsOf';

export const englishWords = wordsOf(english);

/** Names as the patterns for their last words read them. */
import { withoutSpaces } from '../signs';

const bracketAtEnd = /[（(][^（(）)]*[）)]$/u;

/** A name without spaces and without the bracket at its end: "群众满意度（%）" → "群众满意度". */
export function bareName(name: string): string {
  const words = withoutSpaces(name);
  return words.endsWith('）') || words.endsWith(')') ? words.replace(bracketAtEnd, '') : words;
}

/** A rule with the place where it stands, so that a reviewer can look it up. */
import { toA1 } from '../../core/sheet/cellRef';
import type { GoverningRule } from '../../core/score/scores';
import type { Words } from '../../words/wordsOf';

/** The rule's words, then the form's cell or the document. */
export function ruleText({ cell, document, text }: GoverningRule, words: Words): string {
  if (cell) return words.say('ruleOfForm', { text, cell: toA1(cell) });
  return document === null ? text : words.say('ruleOfDocument', { text, document });
}

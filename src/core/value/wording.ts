/** Texts and pieces without a figure: yes and no, dashes, grades, words of quality. */
import { dashWords, gradeIn, tierOf, yesNoWords } from './phrases';
import { notUnderstood, tokensText, withoutEnd, type Reading } from './reading';
import type { Token } from './tokens';
import type { Comparator, Value } from './value';

const onlyDashes = /^[-—~_]*$/u;

/** Values that are known by their whole text. */
export function wordsOnly(text: string, source: string): Value | null {
  const words = withoutEnd(text);
  const yes = yesNoWords.meaningOf(words);
  if (yes !== null) return { kind: 'yes-no', yes, source };
  if (dashWords.meaningOf(words) ?? onlyDashes.test(words)) return { kind: 'dash', source };
  const grade = gradeIn(words);
  return grade === null ? null : { kind: 'grade', grade, source };
}

/** A piece without a figure: words, or something that only looks like a figure. */
export function parseWords(tokens: readonly Token[], reading: Reading): Value {
  const { source } = reading;
  const text = tokensText(tokens, reading);
  if (text === '') return { kind: 'not-understood', piece: source, source };
  const words = wordsOnly(text, source) ?? comparedGrade(tokens, reading);
  if (words) return words;
  const comparing = tokens.findIndex((token) => token.kind === 'comparator');
  if (comparing >= 0) return notUnderstood(reading, tokens.slice(comparing));
  if (/[0-9]/u.test(text) || !/[\u4e00-\u9fffA-Za-z]/u.test(text)) return notUnderstood(reading, tokens);
  return { kind: 'qualitative', tier: tierOf(withoutEnd(text)), source };
}

/** 良好以上, ≥二级. */
function comparedGrade(tokens: readonly Token[], reading: Reading): Value | null {
  const [first, second] = tokens;
  const make = (words: string, comparator: Comparator): Value | null => {
    const grade = gradeIn(words);
    return grade === null ? null : { kind: 'grade', grade, comparator, source: reading.source };
  };
  if (first?.kind === 'comparator' && second && tokens.length === 2) {
    return make(tokensText([second], reading), first.comparator);
  }
  const text = withoutEnd(tokensText(tokens, reading));
  for (const [ending, comparator] of [
    ['及以上', '≥'],
    ['以上', '≥'],
    ['及以下', '≤'],
    ['以下', '≤'],
  ] as const) {
    if (text.endsWith(ending)) return make(text.slice(0, -ending.length), comparator);
  }
  return null;
}

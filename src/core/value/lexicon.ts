/** A word list that finds the longest of its words at a place in a text, in constant time. */

/** A word that was found, with what it means. */
interface Match<Meaning> {
  readonly word: string;
  readonly meaning: Meaning;
}

/** A word list. */
export interface Lexicon<Meaning> {
  /** The longest word that starts at this place, or null. */
  matchAt(text: string, at: number): Match<Meaning> | null;
  /** The signs with which its words start. */
  readonly firstSigns: readonly string[];
  /** What the whole text means when it is one word of the list, or null. */
  meaningOf(text: string): Meaning | null;
}

/** Makes a word list of rows: a meaning, and its words separated by spaces. */
export function lexiconOf<Meaning>(rows: readonly (readonly [Meaning, string])[]): Lexicon<Meaning> {
  const byFirst = new Map<string, Match<Meaning>[]>();
  const byWord = new Map<string, Meaning>();
  for (const [meaning, words] of rows) {
    for (const word of words.split(' ')) {
      const first = word.charAt(0);
      byFirst.set(first, [...(byFirst.get(first) ?? []), { word, meaning }]);
      byWord.set(word, meaning);
    }
  }
  for (const matches of byFirst.values()) matches.sort((left, right) => right.word.length - left.word.length);
  return {
    firstSigns: [...byFirst.keys()],
    matchAt: (text, at) => byFirst.get(text.charAt(at))?.find((match) => text.startsWith(match.word, at)) ?? null,
    meaningOf: (text) => byWord.get(text) ?? null,
  };
}

/** Signs that nobody sees, and sheets strewn with them. */
import type { Snapshot } from '../../src/core/sheet/snapshot';

/** One sign of each kind, by its name. */
export const invisibleSigns = new Map([
  ['zero-width space', '\u200b'],
  ['zero-width joiner', '\u200d'],
  ['word joiner', '\u2060'],
  ['byte-order mark', '\ufeff'],
  ['soft hyphen', '\u00ad'],
  ['right-to-left mark', '\u200f'],
  ['directional override', '\u202e'],
  ['directional isolate', '\u2066'],
  ['variation selector', '\ufe0f'],
  ['further variation selector', '\u{e0100}'],
  ['tag', '\u{e0020}'],
  ['control', '\u0003'],
  ['delete', '\u007f'],
  ['Mongolian vowel separator', '\u180e'],
  ['Hangul filler', '\u3164'],
]);

/** The snapshot with the sign after the first character, and at the end, of every text, or of those that are meant. */
export function strewn(
  snapshot: Snapshot,
  sign: string,
  isMeant: (text: string, row: number, column: number) => boolean = () => true,
): Snapshot {
  const strew = (words: string): string => `${words.slice(0, 1)}${sign}${words.slice(1)}${sign}`;
  const values = snapshot.values.map((line, row) =>
    line.map((value, column) =>
      typeof value === 'string' && value !== '' && isMeant(value, row, column) ? strew(value) : value,
    ),
  );
  const text = values.map((line, row) =>
    line.map((value, column) => (typeof value === 'string' ? value : (snapshot.text[row]?.[column] ?? ''))),
  );
  return { ...snapshot, values, text };
}

/** How many lines a text takes, by the usual width of its characters: nothing is measured on the page. */

/** What a line of text takes, in pixels; the rest is the cell's padding. */
export const line = { height: 18, character: 7.5, square: 13.5, margin: 10, around: 6 } as const;

/** Lines that a text takes in a cell of the width. */
export function lineCount(text: string, width: number): number {
  const room = Math.max(line.square, width - line.margin);
  // Most cells are short: no need to measure them.
  if (text.length * line.square <= room && !text.includes('\n')) return 1;
  return text.split('\n').reduce((lines, part) => {
    const squares = part.match(/[\u2e80-\uffef]/g)?.length ?? 0;
    const length = squares * line.square + (part.length - squares) * line.character;
    return lines + Math.max(1, Math.ceil(length / room));
  }, 0);
}

/** Cuts a text where given pieces stand in it. */

/** A part of the text; `isMarked`: it is one of the pieces. */
export interface TextPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** The whole text in parts, each piece marked at its first place; a piece that does not stand in it word for word is left out. */
export function marked(text: string, pieces: readonly string[]): readonly TextPiece[] {
  const places = pieces
    .filter((piece) => piece !== '' && text.includes(piece))
    .map((piece) => ({ from: text.indexOf(piece), to: text.indexOf(piece) + piece.length }))
    .sort((left, right) => left.from - right.from);
  const parts: TextPiece[] = [];
  let end = 0;
  for (const { from, to } of places) {
    if (to <= end) continue;
    const start = Math.max(from, end);
    if (start > end) parts.push({ text: text.slice(end, start), isMarked: false });
    parts.push({ text: text.slice(start, to), isMarked: true });
    end = to;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMarked: false });
  return parts;
}

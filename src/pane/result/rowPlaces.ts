/** Where the rows of a long list stand, and which of them a part of the screen needs: arithmetic without a page. */

/** A stretch of a list in pixels, counted from the list's top. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** The tops of all rows in pixels, and last the end of the list; each row is followed by the gap. */
export function topsOf(heights: readonly number[], gap: number): readonly number[] {
  let top = 0;
  const tops = [0];
  for (const height of heights) {
    top += height + gap;
    tops.push(top);
  }
  return tops;
}

/** Whether the row at this place stands in the stretch, in part at least. */
export function standsIn(tops: readonly number[], place: number, { bottom, top }: Stretch): boolean {
  return (tops[place + 1] ?? 0) > top && (tops[place] ?? 0) < bottom;
}

/** Places of rows that are drawn, and between them how high those are that are left out, in pixels. */
export type RowPiece =
  { readonly kind: 'row'; readonly place: number } | { readonly kind: 'space'; readonly height: number };

/**
 * The rows from place `from` up to before `to`: those that are drawn, and one space for each run of others. A space is
 * itself followed by a gap, which its height leaves out.
 */
export function rowPieces(
  tops: readonly number[],
  from: number,
  to: number,
  gap: number,
  isDrawn: (place: number) => boolean,
): readonly RowPiece[] {
  const pieces: RowPiece[] = [];
  for (let place = from; place < to; place += 1) {
    if (isDrawn(place)) {
      pieces.push({ kind: 'row', place });
      continue;
    }
    const first = place;
    while (place + 1 < to && !isDrawn(place + 1)) place += 1;
    pieces.push({ kind: 'space', height: (tops[place + 1] ?? 0) - (tops[first] ?? 0) - gap });
  }
  return pieces;
}

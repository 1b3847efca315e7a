/** Signs that a cell may hold and nobody sees: they never mean anything, and what is read is read without them. */

/**
 * First and last of each range: controls but for tab and line breaks, the soft hyphen, joiners and fillers, signs of
 * direction, zero-width signs, variation selectors, the byte-order mark, annotation marks, object replacement.
 */
const ranges: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffc],
];
/** The first half of tags and of further variation selectors, U+E0000 to U+E01EF, and their second halves. */
const high = 0xdb40;
const lowest = 0xdc00;
const highest = 0xddef;

/** Every sign of the ranges, looked up at once. */
const unseenCodes = new Uint8Array(0x10000);
for (const [from, to] of ranges) unseenCodes.fill(1, from, to + 1);

/** How many code units of an invisible sign stand at this place of a text: none, one or two. */
export function invisibleAt(text: string, at: number): 0 | 1 | 2 {
  const code = text.charCodeAt(at);
  if (unseenCodes[code] === 1) return 1;
  if (code !== high) return 0;
  const next = text.charCodeAt(at + 1);
  return next >= lowest && next <= highest ? 2 : 0;
}

/** The text as it is seen, without signs that show nothing; spaces and line breaks stay. */
export function visible(text: string): string {
  let seen = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unseen = invisibleAt(text, at);
    if (unseen === 0) continue;
    seen += text.slice(from, at);
    at += unseen - 1;
    from = at + 1;
  }
  return from === 0 ? text : seen + text.slice(from);
}

/** A rule text while it is being read: one typography, and a record of which pieces were understood. */
import { exact, hundred, type Exact } from '../exact';
import type { Folded } from '../value/normalise';
import type { Award } from './rule';

/** A stretch of the text, from `from` to before `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A percentage as a ratio: "85" → 0.85. */
export function ratioOf(percentage: string): Exact {
  return exact(percentage).div(hundred);
}

export function pointsAward(points: Exact): Award {
  return { kind: 'points', points };
}
export function shareAward(share: Exact): Award {
  return { kind: 'share', share };
}

/** A match of a pattern with its stretch. */
export interface Match extends Span {
  readonly groups: readonly (string | undefined)[];
}

/** Each pattern in a form that goes on after a match; making one takes longer than most searches. */
const repeated = new WeakMap<RegExp, RegExp>();

/** All matches of a pattern in order; the pattern is to be a constant, so that it is made once. */
export function matchesOf(text: string, pattern: RegExp): readonly Match[] {
  let all = repeated.get(pattern);
  if (!all) {
    all = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`);
    repeated.set(pattern, all);
  }
  const found: Match[] = [];
  all.lastIndex = 0;
  for (let match = all.exec(text); match; match = all.exec(text)) {
    const to = match.index + match[0].length;
    found.push({ from: match.index, to, groups: match });
    // A match of nothing would be found again and again; a sign beyond the basic plane takes two places.
    if (match[0] === '') all.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}

/** Where the sentence around a place starts: after 。 ; or a line break. */
export function sentenceStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !'。;\n'.includes(text.charAt(start - 1))) start -= 1;
  return start;
}

/** The stretches of a text that no span of the read touches, or that one of the unread does, cut at commas and sentence ends. */
function untouched(text: string, spans: readonly Span[], unread: readonly Span[]): readonly Span[] {
  const pieces: Span[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const sign = text.charAt(at);
    const isThousands = sign === ',' && /\d/u.test(text.charAt(at - 1)) && /\d{3}/u.test(text.slice(at + 1, at + 4));
    if (at < text.length && (!',。;\n'.includes(sign) || isThousands)) continue;
    const piece = { from, to: at };
    const touches = (span: Span): boolean => span.from < piece.to && span.to > piece.from;
    if (!spans.some(touches) || unread.some(touches)) pieces.push(piece);
    from = at + 1;
  }
  return pieces;
}

/** Words that carry no meaning of their own in a rule. */
const fillers =
  /^(?:若|如|则|其中|以上|说明|注|如下|具体如下|即|且|并|同时|此项|本项|[()\d①-⑳.、:]|评分标准|评分细则|计分方法)*$/u;

/** A stretch of the folded text in the cell's own text, with the quotes that reading dropped, without outer spaces. */
export function sourceSpan({ source, origin }: Folded, { from, to }: Span): Span {
  let start = from === 0 ? 0 : (origin[from - 1] ?? 0) + 1;
  let end = origin[to] ?? source.length;
  while (start < end && source.charAt(start).trim() === '') start += 1;
  while (end > start && source.charAt(end - 1).trim() === '') end -= 1;
  return { from: start, to: end };
}

/** A stretch word for word. */
export function quoted(folded: Folded, span: Span): string {
  const { from, to } = sourceSpan(folded, span);
  return folded.source.slice(from, to);
}

/** The pieces of the source that were not read and that say something, word for word. */
export function piecesLeft(folded: Folded, spans: readonly Span[], unread: readonly Span[]): readonly string[] {
  return untouched(folded.text, spans, unread)
    .filter(({ from, to }) => !fillers.test(folded.text.slice(from, to)))
    .map((span) => quoted(folded, span));
}

/** The pieces of the source that the spans cover, word for word, overlapping ones joined. */
export function piecesTaken(folded: Folded, spans: readonly Span[]): readonly string[] {
  const ordered = [...spans].sort((left, right) => left.from - right.from);
  const joined: Span[] = [];
  for (const span of ordered) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else joined.push(span);
  }
  return joined.map((span) => quoted(folded, span)).filter((piece) => piece !== '');
}

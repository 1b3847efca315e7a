/**
 * Reads XML as a row of tags with their offsets, so that a part can be changed in one place and kept
 * byte for byte everywhere else. Prefixes are ignored: `<x:c>` and `<c>` are the same element.
 */

/** One tag; `start` and `end` are offsets of the tag itself in the text it was found in. */
export interface Tag {
  /** Local name, without a prefix. */
  readonly name: string;
  /** The prefix with its colon ("x:"), or "". */
  readonly prefix: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly start: number;
  readonly end: number;
  /** Everything between the name and the closing bracket. */
  readonly attributes: string;
}

const tagPattern =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<(\/?)([^\s<>/:]+:)?([^\s<>/]+)((?:"[^"]*"|'[^']*'|[^"'<>/]|\/(?!>))*)(\/?)>/g;

/** The tags of a text in order; comments, processing instructions and CDATA are passed over. */
export function* tagsOf(xml: string, from = 0): Generator<Tag, void, undefined> {
  const pattern = new RegExp(tagPattern);
  pattern.lastIndex = from;
  for (let match = pattern.exec(xml); match; match = pattern.exec(xml)) {
    const [whole, slash, prefix = '', name, attributes = '', closing] = match;
    if (name === undefined) continue;
    const kind = slash ? 'close' : closing ? 'empty' : 'open';
    yield { name, prefix, kind, start: match.index, end: match.index + whole.length, attributes };
  }
}

const attributePatterns = new Map<string, RegExp>();

/** An attribute's value, or null. `name` may carry a prefix ("r:id"); one without matches only without. */
export function attribute(tag: Pick<Tag, 'attributes'>, name: string): string | null {
  let pattern = attributePatterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    attributePatterns.set(name, pattern);
  }
  const match = pattern.exec(tag.attributes);
  return match ? decodeEntities(match[1] ?? match[2] ?? '') : null;
}

/** An attribute that says yes or no; absent is `fallback`. */
export function flag(tag: Pick<Tag, 'attributes'>, name: string, fallback = false): boolean {
  const value = attribute(tag, name);
  return value === null ? fallback : value === '1' || value === 'true';
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]+|#[0-9]+|[a-z]+);/g, (whole, body: string) => {
    if (body.startsWith('#x')) return String.fromCodePoint(Number.parseInt(body.slice(2), 16));
    if (body.startsWith('#')) return String.fromCodePoint(Number(body.slice(1)));
    return entities[body] ?? whole;
  });
}

/** The characters of an element's content, with entities and CDATA resolved. */
export function contentText(raw: string): string {
  if (!raw.includes('<![CDATA[')) return decodeEntities(raw.replace(/\r\n?/g, '\n'));
  return raw
    .split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
    .map((piece, index) => (index % 2 === 1 ? piece : decodeEntities(piece)))
    .join('');
}

/** Text made safe for an element's content or an attribute's value. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A cell's text as the format stores it: `_x000D_` stands for a character that XML cannot hold (ECMA-376 ST_Xstring). */
export function decodeStoredText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** The reverse of `decodeStoredText`; text that only looks like such a mark is protected as `_x005F_`. */
export function encodeStoredText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/g, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    });
}

/** One replacement of a stretch of text; an empty stretch is an insertion. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text with every stretch replaced. Stretches may not overlap; insertions at one place keep their order, and stand
 * before a stretch that begins there.
 */
export function splice(text: string, changes: readonly Splice[]): string {
  const ordered = changes.map((change, index) => ({ change, index, isStretch: Number(change.end > change.start) }));
  ordered.sort(
    (left, right) =>
      left.change.start - right.change.start || left.isStretch - right.isStretch || left.index - right.index,
  );
  let result = '';
  let done = 0;
  for (const { change } of ordered) {
    if (change.start < done) throw new RangeError('two changes of one part overlap');
    result += text.slice(done, change.start) + change.text;
    done = change.end;
  }
  return result + text.slice(done);
}

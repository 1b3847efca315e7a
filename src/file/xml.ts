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

/** XML that no reader may go on with. */
export class DamagedXml extends Error {
  /**
   * @param at the offset of what is wrong.
   * @param word what is wrong, where a word says it: `ref="A:C"`.
   */
  constructor(
    readonly at: number,
    readonly word = '',
  ) {
    super(`damaged XML at ${at} ${word}`);
  }
}

const greater = 0x3e;
const less = 0x3c;
const slash = 0x2f;
const quote = 0x22;
const apostrophe = 0x27;
const exclamation = 0x21;
const question = 0x3f;

/**
 * The tags of a text in order; comments, processing instructions and CDATA are passed over. Every character is looked
 * at once, so that no text, however it is made, takes longer than its length.
 *
 * @throws DamagedXml where something is opened and not closed.
 */
export function* tagsOf(xml: string, from = 0): Generator<Tag, void, undefined> {
  for (let start = xml.indexOf('<', from); start >= 0;) {
    const end = endFrom(xml, start);
    if (!isPassed(xml, start)) {
      const tag = tagFrom(xml, start, end);
      if (tag) yield tag;
    }
    start = xml.indexOf('<', end);
  }
}

/** What spares `eachTag` work. */
export interface Sparing {
  /** Takes what begins at an offset by itself, and yields where it ends; null where it does not know it. */
  readonly shortcut?: (start: number) => number | null;
  /** Local names of the tags that are handed on; all where it is left out. */
  readonly wanted?: ReadonlySet<string>;
}

/** Hands every tag on, as `tagsOf` finds them; for long texts, where a generator takes as long as all the rest. */
export function eachTag(xml: string, take: (tag: Tag) => void, { shortcut, wanted }: Sparing = {}): void {
  for (let start = xml.indexOf('<'); start >= 0;) {
    let end = shortcut === undefined ? null : shortcut(start);
    if (end === null) {
      end = endFrom(xml, start);
      if (!isPassed(xml, start)) {
        const tag = tagFrom(xml, start, end, wanted);
        if (tag) take(tag);
      }
    }
    // One tag mostly stands right behind the other.
    start = xml.charCodeAt(end) === less ? end : xml.indexOf('<', end);
  }
}

function isPassed(xml: string, start: number): boolean {
  const next = xml.charCodeAt(start + 1);
  return next === exclamation || next === question;
}

const endFrom = (xml: string, start: number): number =>
  isPassed(xml, start) ? endOfPassed(xml, start) : endOfTag(xml, start);

/** What is passed over, by how it opens; a document type comes last because everything else opens like it. */
const passedOver = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

function endOfPassed(xml: string, start: number): number {
  for (const [opening, closing] of passedOver) {
    if (!xml.startsWith(opening, start)) continue;
    const at = xml.indexOf(closing, start + opening.length);
    if (at >= 0) return at + closing.length;
    break;
  }
  throw new DamagedXml(start);
}

/** Behind the bracket that closes the tag; brackets between quotes belong to a value. */
function endOfTag(xml: string, start: number): number {
  for (let at = start + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (code === greater) return at + 1;
    if (code === less) break;
    if (code !== quote && code !== apostrophe) continue;
    at = xml.indexOf(code === quote ? '"' : "'", at + 1);
    if (at < 0) break;
  }
  throw new DamagedXml(start);
}

/** The tag; null where its name is none of those that are wanted. @throws DamagedXml where it has no name. */
function tagFrom(xml: string, start: number, end: number, wanted?: ReadonlySet<string>): Tag | null {
  const isClose = xml.charCodeAt(start + 1) === slash;
  const isEmpty = !isClose && xml.charCodeAt(end - 2) === slash;
  const nameFrom = start + (isClose ? 2 : 1);
  const last = end - (isEmpty ? 2 : 1);
  let colon = -1;
  let nameTo = nameFrom;
  for (; nameTo < last; nameTo += 1) {
    const code = xml.charCodeAt(nameTo);
    if (code <= 0x20 || code === slash) break;
    if (code === 0x3a && colon < 0) colon = nameTo;
  }
  if (nameTo === nameFrom) throw new DamagedXml(start);
  const name = xml.slice(colon < 0 ? nameFrom : colon + 1, nameTo);
  if (wanted && !wanted.has(name)) return null;
  return {
    name,
    prefix: colon < 0 ? '' : xml.slice(nameFrom, colon + 1),
    kind: isClose ? 'close' : isEmpty ? 'empty' : 'open',
    start,
    end,
    attributes: xml.slice(nameTo, last),
  };
}

const equals = 0x3d;
const isSpace = (code: number): boolean => code <= 0x20;

/**
 * An attribute's value, or null. `name` may carry a prefix ("r:id"); one without matches only without. Every character
 * is looked at once: names between blanks, each with its value between quotes; what is neither is passed over.
 */
export function attribute({ attributes }: Pick<Tag, 'attributes'>, name: string): string | null {
  // Most attributes that are asked for are not there.
  if (!attributes.includes(name)) return null;
  const { length } = attributes;
  for (let at = 0; at < length;) {
    while (at < length && isSpace(attributes.charCodeAt(at))) at += 1;
    const nameFrom = at;
    while (at < length && !isSpace(attributes.charCodeAt(at)) && attributes.charCodeAt(at) !== equals) at += 1;
    const nameTo = at;
    while (at < length && isSpace(attributes.charCodeAt(at))) at += 1;
    if (attributes.charCodeAt(at) !== equals) continue;
    at += 1;
    while (at < length && isSpace(attributes.charCodeAt(at))) at += 1;
    const mark = attributes.charCodeAt(at);
    if (mark !== quote && mark !== apostrophe) continue;
    const to = attributes.indexOf(mark === quote ? '"' : "'", at + 1);
    if (to < 0) return null;
    if (nameTo - nameFrom === name.length && attributes.startsWith(name, nameFrom)) {
      return decodeEntities(attributes.slice(at + 1, to));
    }
    at = to + 1;
  }
  return null;
}

/** An attribute that says yes or no; absent is `fallback`. */
export function flag(tag: Pick<Tag, 'attributes'>, name: string, fallback = false): boolean {
  const value = attribute(tag, name);
  return value === null ? fallback : value === '1' || value === 'true';
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** @throws DamagedXml for a character that there is none of, or an entity that the format does not know. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]+|#[0-9]+|[A-Za-z]+);/g, (whole, body: string, at: number) => {
    const entity = body.startsWith('#') ? characterOf(body.slice(1)) : entities[body];
    if (entity === undefined) throw new DamagedXml(at, whole);
    return entity;
  });
}

/** The character of a number as references write it ("x4e2d", "20013"); none above the last one of Unicode. */
function characterOf(number: string): string | undefined {
  const code = number.startsWith('x') ? Number.parseInt(number.slice(1), 16) : Number(number);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const cdata = '<![CDATA[';

/** The characters of an element's content, with entities and CDATA resolved. */
export function contentText(raw: string): string {
  if (!raw.includes('<![CDATA[')) return decodeEntities(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);
  let text = '';
  let done = 0;
  for (let from = raw.indexOf(cdata, done); from >= 0; from = raw.indexOf(cdata, done)) {
    const to = raw.indexOf(']]>', from);
    if (to < 0) throw new DamagedXml(from);
    text += decodeEntities(raw.slice(done, from)) + raw.slice(from + cdata.length, to);
    done = to + 3;
  }
  return text + decodeEntities(raw.slice(done));
}

/** Text made safe for an element's content or an attribute's value. */
export function escapeXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
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
  if (!/_x|[^\t\n\u0020-\ufffd]/.test(text)) return text;
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

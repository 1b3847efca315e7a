/**
 * A cell as nearly every program writes it, read in one go: `<c r="B7" s="3" t="s"><v>12</v></c>`, with a formula of
 * its own, or with one plain text inside. Whatever is written in another way, or is wrong, is left to the reader that
 * knows everything.
 */
import type { CellRef } from '../core/sheet/cellRef';
import type { StoredCell } from './storedSheet';
import { contentText, decodeStoredText } from './xml';

const code = {
  quote: 0x22,
  slash: 0x2f,
  equals: 0x3d,
  less: 0x3c,
  greater: 0x3e,
  c: 0x63,
  f: 0x66,
  r: 0x72,
  s: 0x73,
  t: 0x74,
};
const blank = 0x20;

/** What an inline text begins with, and ends with. */
const inline = { plain: '<is><t>', preserved: '<is><t xml:space="preserve">', end: '</t></is></c>' } as const;

/** What follows a formula that was never calculated. */
const withoutValue = ['<v/></c>', '<v /></c>'] as const;

/** The kinds of values that one letter names. */
const letterKinds = new Map(['s', 'n', 'b', 'e', 'd'].map((kind) => [kind.charCodeAt(0), kind]));

/** Reads such cells of one text; what it found last stands in its fields, because a sheet has many thousands of them. */
export class PlainCellReader {
  /** Behind the whole element, and behind its opening tag. */
  end = 0;
  tagEnd = 0;
  /** Zero-based; -1 where it is not said. */
  row = -1;
  column = -1;
  style = 0;
  kind = 'n';
  /** As written, an inline text decoded; null where there is no value. */
  value: string | null = null;
  /** Without the leading "="; null where there is none. */
  formula: string | null = null;
  /** Whether the element is one empty tag. */
  isEmpty = false;

  constructor(private readonly xml: string) {}

  /** Reads the cell that begins at an offset; false where it is none, or not a plain one. @throws DamagedXml */
  read(start: number): boolean {
    const { xml } = this;
    if (xml.charCodeAt(start + 1) !== code.c || xml.charCodeAt(start + 2) !== blank) return false;
    this.row = -1;
    this.column = -1;
    this.style = 0;
    this.kind = 'n';
    this.seen = 0;
    let at = start + 2;
    while (xml.charCodeAt(at) === blank) {
      // Some programs part the end of an empty tag from what is before it.
      if (xml.charCodeAt(at + 1) === code.slash) {
        at += 1;
        break;
      }
      if (xml.charCodeAt(at + 2) !== code.equals || xml.charCodeAt(at + 3) !== code.quote) return false;
      at = this.readAttribute(xml.charCodeAt(at + 1), at + 4);
      if (at < 0) return false;
    }
    return this.readContent(at);
  }

  /** The cell that was read last, which began at an offset. */
  stored(start: number, ref: CellRef): StoredCell {
    const { end, formula, isEmpty, kind, style, tagEnd, value } = this;
    return {
      ref,
      start,
      end,
      attributesFrom: start + 2,
      attributesTo: tagEnd - (isEmpty ? 2 : 1),
      style,
      kind,
      stored: value === '' && kind !== 'str' ? null : value,
      formula: formula === null ? null : { text: formula, shared: null, fills: null },
    };
  }

  /** The attribute whose value begins at an offset; yields what is behind its closing quote, or -1. */
  private readAttribute(name: number, from: number): number {
    const bit = name === code.r ? 1 : name === code.s ? 2 : name === code.t ? 4 : 0;
    // The same twice is wrong, and the first counts.
    if (bit === 0 || (this.seen & bit) !== 0) return -1;
    this.seen |= bit;
    if (name === code.r) return this.readAddress(from);
    if (name === code.t) return this.readKind(from);
    const to = this.digitsTo(from, 4);
    if (to >= 0) this.style = this.digits;
    return to;
  }

  private readAddress(from: number): number {
    const { xml } = this;
    let column = 0;
    let at = from;
    for (; at < from + 3; at += 1) {
      const letter = xml.charCodeAt(at) - 0x41;
      if (!(letter >= 0 && letter <= 25)) break;
      column = column * 26 + letter + 1;
    }
    const to = at === from ? -1 : this.digitsTo(at, 7);
    if (to < 0 || this.digits === 0 || this.digits > 1_048_576 || column > 16_384) return -1;
    this.column = column - 1;
    this.row = this.digits - 1;
    return to;
  }

  private readKind(from: number): number {
    const { xml } = this;
    if (xml.charCodeAt(from + 1) === code.quote) {
      const kind = letterKinds.get(xml.charCodeAt(from));
      if (kind === undefined) return -1;
      this.kind = kind;
      return from + 2;
    }
    for (const kind of ['str', 'inlineStr']) {
      if (!xml.startsWith(`${kind}"`, from)) continue;
      this.kind = kind;
      return from + kind.length + 1;
    }
    return -1;
  }

  /** Which attributes there were so far, a bit each. */
  private seen = 0;

  /** The number that was read last. */
  private digits = 0;

  /** Reads a whole number, of so many digits at most and no zero in front, up to a quote; yields what is behind it, or -1. */
  private digitsTo(from: number, most: number): number {
    const { xml } = this;
    let number = 0;
    let at = from;
    for (; at < from + most; at += 1) {
      const digit = xml.charCodeAt(at) - 0x30;
      if (!(digit >= 0 && digit <= 9)) break;
      number = number * 10 + digit;
    }
    if (at === from || xml.charCodeAt(at) !== code.quote) return -1;
    if (at - from > 1 && xml.charCodeAt(from) === 0x30) return -1;
    this.digits = number;
    return at + 1;
  }

  /** What follows the attributes: nothing, an inline text, or a formula and a value without marks; and the closing tag. */
  private readContent(at: number): boolean {
    const { xml } = this;
    this.value = null;
    this.formula = null;
    this.isEmpty = xml.charCodeAt(at) === code.slash;
    if (this.isEmpty) {
      this.end = at + 2;
      this.tagEnd = at + 2;
      return xml.charCodeAt(at + 1) === code.greater;
    }
    if (xml.charCodeAt(at) !== code.greater) return false;
    this.tagEnd = at + 1;
    if (xml.charCodeAt(at + 2) === code.slash) {
      this.end = at + 5;
      return xml.startsWith('</c>', at + 1);
    }
    if (this.kind === 'inlineStr') return this.readInline(at + 1);
    return xml.charCodeAt(at + 2) === code.f ? this.readFormula(at + 1) : this.readValue(at + 1);
  }

  private readInline(at: number): boolean {
    const { xml } = this;
    const opening = xml.startsWith(inline.plain, at) ? inline.plain : inline.preserved;
    if (!xml.startsWith(opening, at)) return false;
    const from = at + opening.length;
    const to = xml.indexOf('<', from);
    if (to < 0 || !xml.startsWith(inline.end, to)) return false;
    this.end = to + inline.end.length;
    this.value = decodeStoredText(contentText(xml.slice(from, to)));
    return true;
  }

  /** A formula that is the cell's own, and what it came to. */
  private readFormula(at: number): boolean {
    const { xml } = this;
    if (!xml.startsWith('<f>', at)) return false;
    const to = xml.indexOf('<', at + 3);
    if (to < 0 || !xml.startsWith('</f>', to)) return false;
    const behind = to + 4;
    const nothing = withoutValue.find((end) => xml.startsWith(end, behind));
    if (nothing !== undefined) this.end = behind + nothing.length;
    else if (!this.readValue(behind)) return false;
    this.formula = contentText(xml.slice(at + 3, to));
    return true;
  }

  private readValue(at: number): boolean {
    const { xml } = this;
    if (!xml.startsWith('<v>', at)) return false;
    const from = at + 3;
    let to = from;
    for (; to < xml.length; to += 1) {
      const character = xml.charCodeAt(to);
      if (character === code.less) break;
      // An entity, or an end of line that has to be told from others.
      if (character === 0x26 || character === 0x0d) return false;
    }
    this.end = to + 8;
    this.value = xml.slice(from, to);
    return xml.startsWith('</v></c>', to);
  }
}

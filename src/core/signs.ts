/**
 * A class of signs, looked for sign by sign: starting a pattern costs more than looking through a short text, and most
 * texts of a form hold no sign of most classes. Each sign is put to the pattern once and remembered, so that the pattern
 * alone says what belongs to the class.
 */

const unknown = 0;
const outside = 1;
const inside = 2;

/** All signs that a pattern for one sign matches. */
export class SignClass {
  private readonly known = new Uint8Array(0x10000);
  private readonly each: RegExp;

  /** @param one matches one sign by itself, such as /[\s，]/u; none that takes two code units. */
  constructor(private readonly one: RegExp) {
    this.each = new RegExp(one.source, `${one.flags}g`);
  }

  /** Whether any sign of the class stands in the text. */
  isIn(text: string): boolean {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const known = this.known[code];
      if (known !== outside && (known === inside || this.holds(code))) return true;
    }
    return false;
  }

  /** The text with other words in the place of each sign of the class; the same text where there is none. */
  replaceIn(text: string, by: string): string {
    return this.isIn(text) ? text.replace(this.each, by) : text;
  }

  private holds(code: number): boolean {
    if (this.known[code] === unknown) this.known[code] = this.one.test(String.fromCharCode(code)) ? inside : outside;
    return this.known[code] === inside;
  }
}

const spaces = new SignClass(/\s/u);

/** The text without spaces, tabs and line breaks. */
export function withoutSpaces(text: string): string {
  return spaces.replaceIn(text, '');
}

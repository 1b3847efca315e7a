/**
 * Number format codes that a Chinese Excel or WPS writes, in the codes of ECMA-376 that every formatter knows: "!" for
 * the next character as it is, 上午/下午, G/通用格式, colours by their Chinese names, aaaa for days of the week, [DBNum1].
 */
import type { NumeralStyle } from './chineseNumerals';

/** A format in known codes. */
export interface KnownFormat {
  readonly pattern: string;
  /** By the mark that the text of a section begins with (see `sectionMark`): the numerals that the section asks for. */
  readonly numerals: ReadonlyMap<string, { readonly code: number; readonly style: NumeralStyle }>;
}

/** What stands in a format: quoted, escaped, spaced, filled, bracketed, or a code that is more than its characters. */
const tokens = /"[^"]*"|[\\!_*].|\[[^\]]*\]|G\/通用格式|General|上午\/下午|AM\/PM|A\/P|a{3,4}(?!a)|[\s\S]/giu;

/** Private characters, one a section: which section a text was made by is seen from the text. */
const firstMark = 0xe000;

/** Digits that stand for themselves, kept apart from those of the number. */
const literalDigits = 0xe100;

const chinese = '[$-804]';

/** One section, between semicolons. */
class Section {
  private pattern = '';
  private hasLocale = false;
  private needsChinese = false;
  private isGeneral = false;
  private isDate = false;
  code: number | null = null;

  take(token: string): void {
    const numerals = /^\[DBNum([0-9]+)\]$/i.exec(token);
    if (numerals) this.code = Number(numerals[1]);
    else if (token.startsWith('[')) this.takeBracket(token);
    else if (/^(?:General|G\/通用格式)$/i.test(token)) {
      this.isGeneral = true;
      this.pattern += 'General';
    } else if (token === '上午/下午') {
      this.needsChinese = true;
      this.isDate = true;
      this.pattern += 'AM/PM';
    } else if (token.startsWith('!')) this.pattern += `\\${token.slice(1)}`;
    else {
      const isWeekday = /^a{3,4}$/i.test(token);
      this.needsChinese ||= isWeekday;
      this.isDate ||= isWeekday || /^[ymdhse]$/i.test(token);
      this.pattern += token;
    }
  }

  private takeBracket(token: string): void {
    // The name of a colour as a Chinese program writes it.
    if (/^\[\p{Script=Han}+[0-9]*\]$/u.test(token)) return;
    this.hasLocale ||= token.startsWith('[$');
    this.isDate ||= /^\[[hms]+\]$/i.test(token);
    this.pattern += token;
  }

  /** In known codes, with a mark in front where the section has numerals of its own. */
  known(mark: string): string {
    const locale = this.needsChinese && !this.hasLocale ? chinese : '';
    if (this.code === null) return locale + this.pattern;
    const literal = this.pattern.replace(/"[^"]*"|\\./gu, (text) => keptDigits(text));
    return `"${mark}"${locale}${literal === '' ? 'General' : literal}`;
  }

  get style(): NumeralStyle {
    return this.isDate ? 'date' : this.isGeneral || !/[0#?]/.test(this.pattern) ? 'number' : 'digits';
  }
}

const keptDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(literalDigits + Number(digit)));

/** The text with the digits that stood for themselves. */
export const withLiteralDigits = (text: string): string =>
  text.replace(/[\ue100-\ue109]/g, (kept) => String(kept.charCodeAt(0) - literalDigits));

/** The format in known codes. */
export function knownFormat(numberFormat: string): KnownFormat {
  const sections = [new Section()];
  for (const token of numberFormat.match(tokens) ?? []) {
    if (token === ';') sections.push(new Section());
    else sections.at(-1)?.take(token);
  }
  const marks = sections.map((_section, nth) => String.fromCharCode(firstMark + nth));
  return {
    pattern: sections.map((section, nth) => section.known(marks[nth] ?? '')).join(';'),
    numerals: new Map(
      sections.flatMap(({ code, style }, nth) => (code === null ? [] : [[marks[nth] ?? '', { code, style }] as const])),
    ),
  };
}

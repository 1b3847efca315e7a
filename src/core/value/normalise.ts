/** One typography for all: full width, look-alike signs and spacing are folded, and every sign keeps its place. */
import { remembered } from '../remembered';
import { invisibleAt } from '../sheet/invisible';

/** A text in one typography. */
export interface Folded {
  readonly source: string;
  /** Half width, without quotes and without spaces, except one between two Latin letters or digits. */
  readonly text: string;
  /** For each place of `text`, and for its end, the place in `source`. */
  readonly origin: readonly number[];
}

const lookAlikes = new Map<string, string>();
for (const [sign, others] of [
  ['≥', '≧⩾≫'],
  ['≤', '≦⩽≪'],
  ['>', '﹥〉》'],
  ['<', '﹤〈《'],
  ['=', '﹦'],
  ['%', '﹪٪'],
  // A hyphen may be a minus sign, a long dash may not.
  ['-', '−﹣‐‑'],
  ['—', '–―─‒━'],
  ['~', '〜∼˜'],
  ['·', '•‧∙⋅・'],
  ['¥', '￥'],
  ['(', '【〔[［﹙'],
  [')', '】〕]］﹚'],
  ['μ', 'µ'],
] as const) {
  for (const other of others) lookAlikes.set(other, sign);
}

const dropped = new Set('"\'“”‘’「」『』＂＇');

function foldSign(sign: string): string {
  const alike = lookAlikes.get(sign);
  if (alike !== undefined) return alike;
  const code = sign.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : sign;
}

/** Line breaks are spaces too: cells are wrapped anywhere, even between a number and its unit. */
function isSpace(sign: string): boolean {
  return sign.trim() === '';
}

/** The single signs of a text; a sign beyond the basic plane counts as two, which no reading minds. */
export function signsOf(text: string): readonly string[] {
  return text.split('');
}

/** Whether it is a digit 0–9. */
export function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9' && sign.length === 1;
}

/** Whether it is a Latin letter. */
export function isLatin(sign: string): boolean {
  return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
}

/** Whether it is a Chinese character. */
export function isHan(sign: string): boolean {
  return sign >= '\u4e00' && sign <= '\u9fff';
}

const onlyHan = /^[\u4e00-\u9fff]+$/u;

/** Whether a text is nothing but Chinese characters, so that it is in one typography as it is. */
export function isAllHan(text: string): boolean {
  return onlyHan.test(text);
}

/** Signs that stay as they are and are no space: plain letters, digits and points, and Chinese characters. */
function isPlain(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code > 0x27 && code < 0x7f && code !== 0x5b && code !== 0x5d);
}

/** Folds a text into one typography. */
export const fold: (source: string) => Folded = remembered(folded);

function folded(source: string): Folded {
  let text = '';
  const origin: number[] = [];
  let spaced = false;
  for (let at = 0; at < source.length; at += 1) {
    let sign = source.charAt(at);
    if (!isPlain(source.charCodeAt(at))) {
      const unseen = invisibleAt(source, at);
      if (unseen > 0) {
        at += unseen - 1;
        continue;
      }
      sign = foldSign(sign);
      if (dropped.has(sign)) continue;
      if (isSpace(sign)) {
        spaced = true;
        continue;
      }
    }
    // "10 20" is not 1020.
    if (spaced && isWordSign(text.charAt(text.length - 1)) && isWordSign(sign)) {
      text += ' ';
      origin.push(at - 1);
    }
    text += sign;
    origin.push(at);
    spaced = false;
  }
  origin.push(source.length);
  return { source, text, origin };
}

function isWordSign(sign: string): boolean {
  return isDigit(sign) || isLatin(sign);
}

/** The part of a folded text between two of its places. */
export function foldedPart(folded: Folded, from: number, to: number): Folded {
  return { source: folded.source, text: folded.text.slice(from, to), origin: folded.origin.slice(from, to + 1) };
}

/** The piece of the source between two places of the folded text, without the spaces around it. */
export function sourceOf({ source, origin }: Folded, from: number, to: number): string {
  if (to <= from) return '';
  return source.slice(origin[from], (origin[to - 1] ?? source.length) + 1).trim();
}

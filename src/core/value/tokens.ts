/** Cuts a folded text into figures (amounts and dates) and the signs and words around them; one pass, no way back. */
import { exact, type Exact } from '../exact';
import {
  approximateAfter,
  approximateBefore,
  deadlineAfter,
  deadlineBefore,
  protectedWords,
  signs,
} from './comparators';
import { wordsAfter, wordsBefore } from './comparators';
import { readDate, startsDate } from './dates';
import { isDigit, isHan, isLatin, signsOf } from './normalise';
import { isNumeral, readDigits, readMultiplier, readNumeral, type NumberRead } from './numbers';
import { expectsAmount, movementOf } from './phrases';
import { bareUnit, percent, perMille, perTenThousand, readUnit, unknownUnit } from './units';
import type { Comparator, PartialDate, Unit } from './value';

interface Place {
  /** Places in the folded text; `end` is after the token. */
  readonly from: number;
  readonly end: number;
}

/** A number with its unit. */
export interface AmountToken extends Place {
  readonly kind: 'amount';
  readonly number: Exact;
  readonly unit: Unit | null;
  readonly approximate: boolean;
  /** The digits as written, for years and days that only their neighbours give away. */
  readonly raw: string;
}
export interface DateToken extends Place {
  readonly kind: 'date';
  readonly on: PartialDate;
}
export interface ComparatorToken extends Place {
  readonly kind: 'comparator';
  readonly comparator: Comparator;
  /** A sign holds anywhere, a word only before (不低于) or after (以上) a number. */
  readonly by: 'sign' | 'before' | 'after';
}
interface BracketToken extends Place {
  readonly kind: 'bracket';
  readonly closed: boolean;
}
interface SeparatorToken extends Place {
  readonly kind: 'separator';
  readonly sign: ';' | ',';
}
/** Marks without content of their own. */
interface MarkToken extends Place {
  readonly kind: 'approximate' | 'to' | 'deadline' | 'not-later' | 'enumerator' | 'text' | 'unreadable';
}
export type Token = AmountToken | DateToken | ComparatorToken | BracketToken | SeparatorToken | MarkToken;

/** Whether the token is an amount or a date. */
export function isFigure(token: Token): token is AmountToken | DateToken {
  return token.kind === 'amount' || token.kind === 'date';
}

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽❶❷❸❹❺❻❼❽❾❿㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩';
const separators = new Map<string, ';' | ','>([
  [';', ';'],
  ['。', ';'],
  [',', ','],
  ['、', ','],
]);
const numberOfHan = '一二三四五六七八九';

/** The longest word that is taken for an unknown unit; more is a sentence. */
const unknownUnitLimit = 3;
/** Characters of verbs and particles, which no unit has. */
const noUnitSigns = '完成达标合格实现未不没前后年内为是的至到全部已';

/** For each opening bracket the place of its closing one; brackets that do not match have none. */
function matchBrackets(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '(') open.push(at);
    else if (sign === ')') {
      const from = open.pop();
      if (from !== undefined) closing.set(from, at);
    }
  }
  return closing;
}

/** The signs that words and marks start with; every other sign is plain text, and most signs are. */
const wordStarts = new Set(
  [
    signs,
    wordsBefore,
    wordsAfter,
    approximateBefore,
    approximateAfter,
    deadlineBefore,
    deadlineAfter,
    protectedWords,
  ].flatMap((words) => words.firstSigns),
);
const markStarts = new Set(signsOf(`${circled}(¥+-.—~至到半`));

function isPlainText(sign: string): boolean {
  return !wordStarts.has(sign) && !markStarts.has(sign) && !separators.has(sign) && !startsDate(sign);
}

/** Tokenises a folded text. */
export function tokenise(text: string): readonly Token[] {
  const closing = matchBrackets(text);
  const tokens: Token[] = [];
  let at = 0;
  let nextEnumerator = 1;
  /** The place of the first token since the last separator. */
  let pieceStart = 0;

  const last = (): Token | undefined => tokens.at(-1);
  const push = (token: Token): void => {
    tokens.push(token);
    at = token.end;
  };
  const takeText = (end: number): void => {
    const previous = last();
    if (previous?.kind === 'text') tokens[tokens.length - 1] = { ...previous, end };
    else tokens.push({ kind: 'text', from: at, end });
    at = end;
  };
  const leadHere = (): string => {
    const previous = last();
    return previous?.kind === 'text' ? text.slice(Math.max(previous.from, at - 8), at) : '';
  };
  const atPieceStart = (): boolean => at === pieceStart;
  const afterFigure = (): boolean => {
    const previous = last();
    return (
      previous !== undefined && (isFigure(previous) || previous.kind === 'bracket' || previous.kind === 'approximate')
    );
  };
  const figureAhead = (place: number): boolean => {
    let ahead = place;
    // 不少于约100, 低于(含)10
    for (let step = 0; step < 2; step += 1) {
      const word = approximateBefore.matchAt(text, ahead)?.word ?? signs.matchAt(text, ahead)?.word;
      if (word === undefined) break;
      ahead += word.length;
    }
    const sign = text.charAt(ahead);
    return isDigit(sign) || isNumeral(sign) || sign === '¥' || (sign === '-' && isDigit(text.charAt(ahead + 1)));
  };

  const enumerator = (): number | null => {
    const sign = text.charAt(at);
    if (circled.includes(sign) && sign !== '') return at + 1;
    const number = String(nextEnumerator);
    const han = numberOfHan.charAt(nextEnumerator - 1);
    if (sign === '(') {
      for (const name of [number, han]) {
        if (name !== '' && text.startsWith(`(${name})`, at) && (nextEnumerator > 1 || atPieceStart())) {
          return at + name.length + 2;
        }
      }
      return null;
    }
    const starts = nextEnumerator > 1 || at === 0;
    if (!starts || isDigit(text.charAt(at - 1)) || text.charAt(at - 1) === '.') return null;
    if (text.startsWith(number, at)) {
      const mark = text.charAt(at + number.length);
      const next = at + number.length + 1;
      if ('.、)'.includes(mark) && mark !== '' && next < text.length) {
        const content = text.charAt(next);
        if (!isDigit(content) || (mark !== '.' && readDate(text, next))) return next;
      }
    }
    if (han !== '' && (text.startsWith(`${han}是`, at) || text.startsWith(`${han}、`, at))) {
      return at + 2;
    }
    return null;
  };

  /** A short word that closes the piece, or stands before 以上 and its like, is a unit that the table does not know. */
  const unknownUnitAt = (place: number): string | null => {
    for (let length = 1; length <= unknownUnitLimit; length += 1) {
      const sign = text.charAt(place + length - 1);
      if (!isHan(sign) || noUnitSigns.includes(sign) || isNumeral(sign)) return null;
      if (wordsAfter.matchAt(text, place + length - 1) || approximateAfter.matchAt(text, place + length - 1))
        return null;
      const end = place + length;
      if (end >= text.length || separators.has(text.charAt(end)) || wordsAfter.matchAt(text, end)) {
        return text.slice(place, end);
      }
    }
    return null;
  };

  /** A unit, a bare multiplier or nothing after a number, with the marks of approximation between them. */
  const amount = (start: number, read: NumberRead, negative: boolean): AmountToken | MarkToken => {
    if (!read.value) return { kind: 'unreadable', from: start, end: read.end };
    let end = read.end;
    const skipApproximate = (): boolean => {
      const word = approximateAfter.matchAt(text, end)?.word;
      if (word === undefined) return false;
      end += word.length;
      return true;
    };
    let number = negative ? read.value.neg() : read.value;
    let approximate = skipApproximate();
    let unit: Unit | null = null;
    const whole = readUnit(text, end);
    const multiplier = whole ? null : readMultiplier(text, end);
    if (whole) {
      unit = whole.unit;
      end = whole.end;
    } else if (multiplier) {
      end = multiplier.end;
      unit = bareUnit(multiplier.name, multiplier.scale);
      if (skipApproximate()) approximate = true;
      const base = approximate ? readUnit(text, end) : null;
      if (base) {
        unit = { ...base.unit, name: multiplier.name + base.unit.name, scale: base.unit.scale.times(multiplier.scale) };
        end = base.end;
      }
    } else if (text.charAt(end) === '(') {
      const close = closing.get(end);
      const inside = readUnit(text, end + 1);
      if (inside && inside.end === close) {
        unit = inside.unit;
        end = close + 1;
      }
    }
    if (!unit && !read.chinese) {
      const word = unknownUnitAt(end);
      if (word !== null) {
        unit = unknownUnit(word);
        end += word.length;
      }
    }
    // 成 is tenths only where no word with 成 follows.
    if (
      unit?.name === '成' &&
      isHan(text.charAt(end)) &&
      !wordsAfter.matchAt(text, end) &&
      !approximateAfter.matchAt(text, end)
    ) {
      unit = null;
      end -= 1;
    }
    if (text.charAt(end) === '半' && unit && (unit.family === 'month' || unit.family === 'time') && !unit.per) {
      number = number.plus('0.5');
      end += 1;
    }
    if (unit && skipApproximate()) approximate = true;
    return { kind: 'amount', from: start, end, number, unit, approximate, raw: read.raw };
  };

  /** 百分之九十五, 千分之三. */
  const fraction = (): Token | null => {
    for (const [word, unit] of [
      ['百分之', percent],
      ['千分之', perMille],
      ['万分之', perTenThousand],
    ] as const) {
      if (!text.startsWith(word, at)) continue;
      const read = readDigits(text, at + word.length) ?? readNumeral(text, at + word.length);
      if (!read?.value) return null;
      return { kind: 'amount', from: at, end: read.end, number: read.value, unit, approximate: false, raw: read.raw };
    }
    return null;
  };

  /** Whether nothing but marks that belong to the amount follows, up to the end of the piece. */
  const endsPiece = (place: number): boolean => {
    if (place >= text.length || separators.has(text.charAt(place))) return true;
    return (
      wordsAfter.matchAt(text, place) !== null ||
      approximateAfter.matchAt(text, place) !== null ||
      ')~—-至到(;'.includes(text.charAt(place))
    );
  };

  /** 一至两年 */
  const startsSpan = (place: number): boolean =>
    '至到~-—'.includes(text.charAt(place)) && place < text.length && isNumeral(text.charAt(place + 1));

  /** A Chinese numeral is an amount only with a unit, and where its neighbours leave no other reading (一般, 第三方). */
  const numeral = (): Token | null => {
    if (text.charAt(at) === '半') {
      const unit = readUnit(text, at + 1)?.unit;
      const timed = unit && (unit.family === 'month' || unit.family === 'time');
      if (!timed || !(afterComparator() || atPieceStart())) return null;
      return amount(at, { value: exact('0.5'), end: at + 1, raw: '半', chinese: true }, false);
    }
    const read = readNumeral(text, at);
    if (!read) return null;
    const skip: Token = { kind: 'text', from: at, end: read.end };
    if (text.charAt(at - 1) === '第') return skip;
    // 三分之一
    if (text.startsWith('分之', read.end))
      return { ...skip, kind: 'unreadable', end: readNumeral(text, read.end + 2)?.end ?? read.end + 2 };
    // 两三个, 三五户 are no numbers either.
    if (!read.value) return read.raw.length === 2 && readUnit(text, read.end) ? { ...skip, kind: 'unreadable' } : skip;
    const found = amount(at, read, false);
    if (found.kind !== 'amount') return skip;
    // 几十个, 数百人 are no numbers.
    if (found.unit && '几数'.includes(text.charAt(at - 1)) && at > 0)
      return { kind: 'unreadable', from: at - 1, end: found.end };
    const wholePiece = endsPiece(found.end) && (atPieceStart() || afterComparator());
    const isBare = found.number.gte(2) || found.number.eq(0) || startsSpan(found.end);
    if (!found.unit) return wholePiece && isBare && !readMultiplier(read.raw, 0) ? found : skip;
    if (found.unit.family === 'number') return wholePiece ? found : skip;
    const next = text.charAt(found.end);
    const freeTail = !isNumeral(next) && !'性化体种站'.includes(next);
    const fits = afterComparator() || endsPiece(found.end) || (freeTail && expectsAmount(leadHere()));
    return fits ? found : skip;
  };

  const afterComparator = (): boolean => {
    const kind = last()?.kind;
    return kind === 'comparator' || kind === 'approximate' || kind === 'to';
  };

  const number = (): Token | null => {
    const sign = text.charAt(at);
    // 增长-3%
    const moved = movementOf(leadHere()) !== null;
    const signed = (sign === '-' || sign === '+') && isDigit(text.charAt(at + 1));
    // A minus needs a place where a number can start; "10-20" is a range.
    const mayBeSigned = atPieceStart() || afterComparator() || moved;
    const money = sign === '¥' && isDigit(text.charAt(at + 1));
    const point = sign === '.' && isDigit(text.charAt(at + 1));
    if (!isDigit(sign) && !((signed || point) && mayBeSigned) && !money) return null;
    const start = at;
    const read = readDigits(text, isDigit(sign) ? at : at + 1);
    if (!read) return null;
    // .5 without its zero, and 1,23 whose comma separates neither thousands nor values.
    const comma = text.charAt(read.end) === ',' && isDigit(text.charAt(read.end + 1));
    if (point || comma) return { kind: 'unreadable', from: start, end: read.end + (comma ? 1 : 0) };
    const glued = isLatin(text.charAt(start - 1)) && last()?.kind === 'text';
    const found = amount(start, read, sign === '-');
    if (found.kind === 'amount') {
      const next = text.charAt(found.end);
      const ordinal = text.charAt(start - 1) === '第';
      const label = next === ':' && !isDigit(text.charAt(found.end + 1));
      // PM2.5, 4G, 第3季度, 指标1: are parts of names.
      if (glued || ordinal || label || (isLatin(next) && !found.unit))
        return { kind: 'text', from: start, end: read.end };
      if (money && !found.unit) return { ...found, unit: readUnit('元', 0)?.unit ?? null };
      if (money && found.unit?.family === 'number') {
        const unit = readUnit(`${found.unit.name}元`, 0)?.unit;
        if (unit) return { ...found, unit };
      }
    }
    return found;
  };

  const word = (): Token | null => {
    const guarded = protectedWords.matchAt(text, at);
    if (guarded) return { kind: 'text', from: at, end: at + guarded.word.length };
    const previous = last();
    if (previous?.kind === 'date') {
      const due = deadlineAfter.matchAt(text, at);
      if (due) return { kind: 'deadline', from: at, end: at + due.word.length };
    }
    if (previous && afterFigure() && previous.kind !== 'date') {
      const after = wordsAfter.matchAt(text, at);
      if (after) {
        return { kind: 'comparator', comparator: after.meaning, by: 'after', from: at, end: at + after.word.length };
      }
    }
    const notLater = deadlineBefore.matchAt(text, at);
    if (notLater && readDate(text, at + notLater.word.length)) {
      return { kind: 'not-later', from: at, end: at + notLater.word.length };
    }
    const sign = signs.matchAt(text, at);
    if (sign) return { kind: 'comparator', comparator: sign.meaning, by: 'sign', from: at, end: at + sign.word.length };
    const before = wordsBefore.matchAt(text, at);
    if (before && (!atNameOfVerb(before.word) || figureAhead(at + before.word.length))) {
      return { kind: 'comparator', comparator: before.meaning, by: 'before', from: at, end: at + before.word.length };
    }
    const approximate = approximateBefore.matchAt(text, at);
    if (approximate && figureAhead(at + approximate.word.length)) {
      return { kind: 'approximate', from: at, end: at + approximate.word.length };
    }
    if (previous && (isFigure(previous) || previous.kind === 'deadline')) {
      let end = at;
      while ('-—~至到'.includes(text.charAt(end)) && end < text.length && end < at + 3) end += 1;
      if (end > at) return { kind: 'to', from: at, end };
    }
    return null;
  };

  while (at < text.length) {
    let plainEnd = at;
    while (plainEnd < text.length && isPlainText(text.charAt(plainEnd))) plainEnd += 1;
    if (plainEnd > at) {
      takeText(plainEnd);
      continue;
    }
    const marked = enumerator();
    if (marked !== null) {
      push({ kind: 'enumerator', from: at, end: marked });
      nextEnumerator += 1;
      pieceStart = at;
      continue;
    }
    const sign = text.charAt(at);
    const separator = separators.get(sign);
    if (separator) {
      push({ kind: 'separator', sign: separator, from: at, end: at + 1 });
      pieceStart = at;
      continue;
    }
    if (sign === '(') {
      const close = closing.get(at);
      if (close !== undefined) {
        push({ kind: 'bracket', closed: true, from: at, end: close + 1 });
        continue;
      }
    }
    const date = isLatin(text.charAt(at - 1)) || isDigit(text.charAt(at - 1)) ? null : readDate(text, at);
    if (date) {
      push({ kind: 'date', on: date.on, from: at, end: date.end });
      continue;
    }
    const marks = word();
    if (marks && marks.kind !== 'text') {
      push(marks);
      continue;
    }
    if (marks) {
      takeText(marks.end);
      continue;
    }
    const found = fraction() ?? number() ?? numeral();
    if (found && found.kind !== 'text') push(found);
    else takeText(found ? found.end : at + 1);
  }
  return tokens;
}

/** Comparator words that also are plain verbs or adverbs; they compare only directly before a figure. */
const verbLike = new Set(
  '突破 不足 不到 不满 未达到 未达 没有达到 未能达到 未满 未到 最低 最高 最少 最多 控制在 控制到 控制为 优于'.split(
    ' ',
  ),
);
function atNameOfVerb(word: string): boolean {
  return verbLike.has(word);
}

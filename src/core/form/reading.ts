/** Cells read as points, amounts and ratios, and labels with the weight that stands inside them. */
import { type Exact, exact, hundred } from '../exact';
import { rememberedOf } from '../remembered';
import { SignClass } from '../signs';
import type { Cell } from '../sheet/sheetView';
import { isCellError } from '../sheet/snapshot';
import type { Label, CellReading } from './form';
import { cellWords } from './grid';

const dashes = /^[-—–－―─/／\\~～]+$/u;
const typedNumber = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(%|分|万元|元|万)?$/u;

/** A text with any other Chinese character is no number, however it is typed. */
const otherHan = new SignClass(/(?![分万元])[\u4e00-\u9fff]/u);
const betweenDigits = new SignClass(/[\s,¥]/u);

interface Typed {
  readonly number: Exact;
  readonly suffix: string;
}

function typedNumberOf(words: string): Typed | null {
  if (words.length > 24 || otherHan.isIn(words)) return null;
  const folded = betweenDigits.replaceIn(words.normalize('NFKC'), '');
  const match = typedNumber.exec(folded.startsWith('−') ? `-${folded.slice(1)}` : folded);
  return match
    ? { number: exact(Number(match[1]) === 0 ? 0 : (match[1] ?? '').replace(/^\+|\.$/gu, '')), suffix: match[2] ?? '' }
    : null;
}

function readNumber(cell: Cell, scaled: (typed: Typed) => Exact | null): CellReading {
  const { value } = cell;
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { kind: 'number', value: exact(value), cell } : { kind: 'not-a-number', cell };
  }
  if (isCellError(value)) return { kind: 'error', cell };
  const words = cellWords(cell);
  if (words === '') return { kind: 'blank', cell };
  if (dashes.test(words)) return { kind: 'dash', cell };
  const typed = typedNumberOf(words);
  const number = typed && scaled(typed);
  return number ? { kind: 'text-number', value: number, cell } : { kind: 'not-a-number', cell };
}

/**
 * Reads a weight, a score or a deduction, in points: 8.5, "10分". A part of one that is shown in percent is as many
 * points of a hundred: 0.1 shown as 10% is 10.
 */
export function readPoints(cell: Cell): CellReading {
  const reading = readPlainPoints(cell);
  const isPart = reading.kind === 'number' && cell.numberFormat.includes('%') && reading.value.abs().lte(1);
  return isPart ? { ...reading, value: reading.value.times(hundred) } : reading;
}

function readPlainPoints(cell: Cell): CellReading {
  return readNumber(cell, ({ number, suffix }) => (suffix === '' || suffix === '分' || suffix === '%' ? number : null));
}

/** What `readPoints` would find, without making the number; for looking at many cells. */
export function pointsKind(cell: Cell): CellReading['kind'] {
  return typeof cell.value === 'number' && Number.isFinite(cell.value) ? 'number' : readPoints(cell).kind;
}

const beforeBracket = /^\s*(\d+(?:\.\d+)?)\s*分?\s*[(（]/u;
const afterColon = /[:：]\s*(\d+(?:\.\d+)?)\s*分?$/u;

/** Reads the points of a total row, where more may be said: "100（+3/-30）", "总分：87.30分". */
export function readTotalPoints(cell: Cell): CellReading {
  const reading = readPoints(cell);
  if (reading.kind !== 'not-a-number') return reading;
  const words = cellWords(cell).normalize('NFKC');
  const match = beforeBracket.exec(words) ?? afterColon.exec(words);
  return match?.[1] === undefined ? reading : { kind: 'text-number', value: exact(match[1]), cell };
}

/** Reads an amount of money in the block's unit; an amount that names the other unit is brought to it. */
export function readAmount(cell: Cell, unit: '万元' | '元' | null): CellReading {
  return readNumber(cell, ({ number, suffix }) => {
    if (suffix === '%' || suffix === '分') return null;
    if (suffix === '元' && unit === '万元') return number.div(10000);
    if ((suffix === '万元' || suffix === '万') && unit === '元') return number.times(10000);
    return number;
  });
}

/** A bare number above this is taken for percent points: no rate is 500%, but 87.97 is often typed for 87.97%. */
const largestRatio = exact(5);

/** Reads a rate as a ratio: 0.8797 for 0.8797, for "87.97%" and for a bare 87.97. */
export function readRatio(cell: Cell, headingSaysPercent: boolean): CellReading {
  const reading = readNumber(cell, ({ number, suffix }) => {
    if (suffix === '%') return number.div(hundred);
    return suffix === '' ? number : null;
  });
  if (reading.kind !== 'number' && reading.kind !== 'text-number') return reading;
  const isPercentFormat =
    cell.numberFormat.includes('%') || cellWords(cell).includes('%') || cellWords(cell).includes('％');
  const isPercentPoints = reading.value.gt(largestRatio) || (headingSaysPercent && reading.value.gt(1));
  return isPercentFormat || !isPercentPoints ? reading : { ...reading, value: reading.value.div(hundred) };
}

const weightInBrackets = /[(（【]\s*(\d+(?:\.\d+)?)(?:\s*(分)\s*|\s*)[)）】]\s*$/u;
const weightAtEnd = /(?<![:：,，\s])[:：,，\s]*(?<!\d)(\d+(?:\.\d+)?)\s*(分)$/u;
/** No weight is larger; "（2023）" is a year. */
const largestWeight = 200;

/** A cell's words on one line. */
export function oneLine(cell: Cell): string {
  const words = cellWords(cell);
  return words.includes('\n') || words.includes('\r') ? words.replace(/[\r\n]+/gu, '').trim() : words;
}

/** "满意度 20": the points of a level without a bracket and without 分; a smaller number may only count the headings. */
const weightApart = /^(\p{Script=Han}+) ([1-9]\d)$/u;
const levelWords = /产出|效益|满意度|数量|质量|时效|成本|经济|社会|生态|可持续|决策|过程|管理/u;

/** Reads a heading, with the weight inside it: "数量指标(10分)" → 数量指标 and 10; "A1 …（10）" → 10. */
export const readLabel: (cell: Cell) => Label = rememberedOf((cell) => {
  const words = oneLine(cell);
  const spaced = cellWords(cell).replace(/\s+/gu, ' ').trim();
  const [, level = '', apart = ''] = weightApart.exec(spaced) ?? [];
  if (levelWords.test(level)) return { text: level, weight: exact(apart), cell };
  const match = weightInBrackets.exec(words) ?? weightAtEnd.exec(words);
  const number = match?.[1];
  if (!match || number === undefined || match.index === 0 || Number(number) > largestWeight) {
    return { text: words, weight: null, cell };
  }
  return { text: words.slice(0, match.index).trim(), weight: exact(number), cell };
});

/** Reads an indicator's name. Only "（3分）" is a weight in it; "培训班（3）" or "得60分" belong to the name. */
export const readName: (cell: Cell) => Label = rememberedOf((cell) => {
  const words = oneLine(cell);
  return weightInBrackets.exec(words)?.[2] === '分' ? readLabel(cell) : { text: words, weight: null, cell };
});

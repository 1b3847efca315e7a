/** Which rows a subtotal adds up: its label and its place leave more than one way to read it. */
import type { Cell } from '../sheet/sheetView';
import type { Indicator, Label } from './form';
import { cellWords } from './grid';

type Row = Pick<Indicator, 'key' | 'level1' | 'level2'>;

const levels = ['level1', 'level2'] as const;
const sumWords = /[（(]?(?:小计|合计)[）)]?(?:得分)?/gu;

/** "产出指标小计" names what it sums; "小计" names nothing. */
function isNamedBy(label: string, level: Label | null | undefined): boolean {
  const named = label.replace(sumWords, '');
  return named.length > 1 && (level?.text.startsWith(named) ?? false);
}

/** The last rows that stand under one heading; headings may be merged or repeated in every row. */
function lastRunOf(level: (typeof levels)[number], rows: readonly Row[]): readonly Row[] {
  const heading = rows.at(-1)?.[level]?.text;
  if (heading === undefined) return [];
  const upwards = [...rows].reverse();
  const others = upwards.findIndex((row) => row[level]?.text !== heading);
  return others === -1 ? rows : rows.slice(rows.length - others);
}

/**
 * The rows that a subtotal may add up, likeliest first, each extent once.
 *
 * @param rows the indicators above it, in order
 * @param summedUpTo how many of them stand above the subtotal before
 * @returns keys of the rows of each extent; the first holds rows whenever there are any
 */
export function subtotalExtents(label: Cell, rows: readonly Row[], summedUpTo: number): readonly (readonly string[])[] {
  const words = cellWords(label);
  const since = rows.slice(summedUpTo);
  const named = levels.filter((level) => isNamedBy(words, rows.at(-1)?.[level]));
  const extents = [
    ...named.map((level) => lastRunOf(level, rows)),
    lastRunOf('level1', since),
    since,
    lastRunOf('level2', since),
    lastRunOf('level1', rows),
    rows,
  ].map((extent) => extent.map(({ key }) => key));
  // All of them end with the last row, so that their lengths tell them apart.
  return extents.filter(
    ({ length }, place) => length > 0 && extents.findIndex((other) => other.length === length) === place,
  );
}

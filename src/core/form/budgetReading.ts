/** What both ways of writing a fund block are read by: its unit, its area, a weight inside a heading. */
import type { Area } from '../sheet/cellRef';
import type { Cell } from '../sheet/sheetView';
import type { BudgetBlock, CellReading } from './form';
import { type CellGrid, cellWords } from './grid';
import { readName } from './reading';
import { withoutSpaces } from '../signs';

/** The unit that some cells of the block name, or null. */
export function unitOf(cells: readonly Cell[]): BudgetBlock['unit'] {
  const words = withoutSpaces(cells.map((cell) => cellWords(cell)).join(''));
  if (words.includes('万元')) return '万元';
  return /[(（:：]元|单位[:：]?元/u.test(words) ? '元' : null;
}

/** Whether nothing was filled in, or there is no place to. */
export function isEmptyReading(reading: CellReading | null): boolean {
  return reading === null || reading.kind === 'blank';
}

const pointsInHeading = /[(（]\s*\d+(?:\.\d+)?\s*分/u;

/** The weight where it stands in a heading of the block: "预算执行情况（20分）", "得分（20分×执行率）". */
export function weightInHeadings(cells: readonly Cell[]): CellReading | null {
  for (const cell of cells) {
    const words = cellWords(cell);
    const match = pointsInHeading.exec(words);
    if (!match) continue;
    const { weight } = readName({ ...cell, value: `${words.slice(0, match.index)}${match[0]})` });
    if (weight) return { kind: 'number', value: weight, cell };
  }
  return null;
}

/** The area of the block from its headings down to its last row. */
export function blockArea(grid: CellGrid, cells: readonly Cell[], bottom: number): Area {
  const refs = cells.map(
    ({ ref, merge }) => merge ?? { top: ref.row, left: ref.column, bottom: ref.row, right: ref.column },
  );
  return {
    top: Math.min(...refs.map(({ top }) => top)),
    left: Math.min(...refs.map(({ left }) => left)),
    bottom: grid.isTurned
      ? Math.max(...refs.map(({ bottom: last }) => last))
      : Math.max(bottom, ...refs.map(({ top }) => top)),
    right: Math.max(...refs.map(({ right }) => right)),
  };
}

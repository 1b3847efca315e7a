/** The total and the grade that some forms state in their head, above everything they follow from. */
import type { Cell } from '../sheet/sheetView';
import type { Region } from './budgetHeadings';
import type { CellReading } from './form';
import { type CellGrid, isBlank, cellWords } from './grid';
import { headingKey } from './headerText';
import { readPoints, readTotalPoints } from './reading';

/** What the head of a form states; null where it does not. */
export interface HeadFigures {
  /** 自评总分 and the like: the figure, and the cell of its label (the same cell where both stand in one). */
  readonly score: { readonly label: Cell; readonly reading: CellReading } | null;
  /** 自评等级 and the like: the cell that names the grade. */
  readonly grade: Cell | null;
}

const scoreLabel =
  /^(?:项目|部门|单位|整体|支出|绩效)*(?:自评|评价)(?:总分|总得分|得分|总分数|分数|总评分|得分合计|总分合计)$|^(?:总分|总得分|综合得分)$/u;
const gradeLabel =
  /^(?:项目|部门|单位|整体|支出|绩效)*(?:自评|评价|评定|综合)?(?:结果|结论)?(?:等级|等次|评级|级别|档次)$/u;
const gradeWords = /优|良|中|差|合格/u;
/** One line of a head may hold several labels with their answers: "自评得分：97.5分    自评等级：优". */
const between = /\s{2,}|[；;，,\n]/u;
const longestLine = 80;
/** No form gives more points. */
const mostPoints = 200;

/** The words before a colon, without what stands in brackets at their end. */
function labelIn(words: string): string {
  return headingKey(words.split(/[:：]/u, 1)[0] ?? '').bare;
}

function hasAnswerInside(words: string): boolean {
  return /[:：]\s*\S/u.test(words);
}

/** The next cell to the right that holds something. */
function besideOf(grid: CellGrid, cell: Cell, right: number): Cell | null {
  for (let column = grid.place(cell).right + 1; column <= right; column += 1) {
    const next = grid.at(grid.place(cell).top, column);
    if (next !== cell && !isBlank(next)) return next;
  }
  return null;
}

/** The figure of a label: after its colon, else in the next cell. */
function pointsFor(grid: CellGrid, label: Cell, piece: string, right: number): CellReading | null {
  const beside = hasAnswerInside(piece) ? null : besideOf(grid, label, right);
  const reading = beside ? readPoints(beside) : readTotalPoints({ ...label, value: piece });
  if (reading.kind !== 'number' && reading.kind !== 'text-number') return null;
  const isPoints = reading.value.gte(0) && reading.value.lte(mostPoints);
  return isPoints ? { ...reading, cell: beside ?? label } : null;
}

/** The cell that names the grade; a row of grades, one an indicator, is none of the head. */
function gradeFor(grid: CellGrid, label: Cell, piece: string, right: number): Cell | null {
  if (hasAnswerInside(piece)) return label;
  const row = grid.place(label).top;
  const grades = grid
    .ownCells(row, grid.place(label).right + 1, right)
    .filter((cell) => typeof cell.value === 'string' && gradeWords.test(cellWords(cell)));
  return grades.length === 1 ? (grades[0] ?? null) : null;
}

/** Reads the rows above a table; the columns of a fund block below its header are no head. */
export function readHeadFigures(grid: CellGrid, region: Region): HeadFigures {
  let score: HeadFigures['score'] = null;
  let grade: Cell | null = null;
  for (let row = region.top; row <= region.bottom; row += 1) {
    for (const cell of grid.ownCells(row, region.left, region.right)) {
      if (typeof cell.value !== 'string') continue;
      const words = cellWords(cell);
      for (const piece of words.length <= longestLine ? words.split(between) : []) {
        const label = labelIn(piece);
        if (!score && scoreLabel.test(label)) {
          const reading = pointsFor(grid, cell, piece, region.right);
          if (reading) score = { label: cell, reading };
        } else if (!grade && gradeLabel.test(label)) {
          grade = gradeFor(grid, cell, piece, region.right);
        }
      }
    }
  }
  return { score, grade };
}

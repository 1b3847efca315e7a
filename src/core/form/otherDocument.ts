/** Tells a self-evaluation from the documents whose tables look like one. */
import type { Cell } from '../sheet/sheetView';
import type { Header, ReadHeading } from './findHeaders';
import type { Column, ColumnRole, NoForm } from './form';
import { type CellGrid, cellWords } from './grid';
import { isAppraisalOfPeople, monitoringHeading, otherDocumentTitle } from './vocabulary';

/** A title is looked for in so many rows above a table. */
const titleRows = 12;

const appraisalOfPeople = (words: string): string | null => (isAppraisalOfPeople(words) ? '人员考核表' : null);

/** The cell above `bottom` that names another document, nearest to the top. */
function otherTitle(
  grid: CellGrid,
  top: number,
  bottom: number,
  whatOf: (words: string) => string | null = otherDocumentTitle,
): { what: string; cell: Cell } | null {
  for (let row = top; row <= Math.min(bottom, top + titleRows); row += 1) {
    for (const cell of grid.ownCells(row, grid.left, grid.right)) {
      const what = typeof cell.value === 'string' ? whatOf(cellWords(cell)) : null;
      if (what) return { what, cell };
    }
  }
  return null;
}

/** Whether the sheet's first rows say, in a cell of their own, that it is another document. */
export function otherDocumentOf(grid: CellGrid): NoForm | null {
  const named = otherTitle(grid, grid.top, grid.top + 3);
  return named && { kind: 'other-document', what: named.what, cell: named.cell.ref };
}

/**
 * Why a table with an indicator header is no self-evaluation, or null when it is one. What the columns hold
 * decides before the title does: a table with scores is a form under any title but one of an appraisal of people, one
 * without scores and actual values is none.
 */
export function whyNoForm(
  grid: CellGrid,
  header: Header,
  columns: readonly Column[],
  top: number,
  read: ReadHeading,
): NoForm | null {
  const has = (role: ColumnRole): boolean => columns.some((column) => column.role === role);
  const monitoring = header.headings.find(({ cell }) => monitoringHeading.test(read(cellWords(cell)).key.full));
  if (monitoring) return { kind: 'other-document', what: '绩效运行监控表', cell: monitoring.cell.ref };
  const people = otherTitle(grid, top, header.top - 1, appraisalOfPeople);
  if (people) return { kind: 'other-document', what: people.what, cell: people.cell.ref };
  if (has('score') || has('reviewed-score')) return null;
  const named = otherTitle(grid, top, header.top - 1);
  const other = (what: string): NoForm => ({
    kind: 'other-document',
    what: named?.what ?? what,
    cell: named?.cell.ref ?? header.headings[0]?.cell.ref ?? { row: header.top, column: header.left },
  });
  if (has('actual') || has('reviewed-actual')) return named ? other(named.what) : null;
  if (has('target')) return other('绩效目标申报表');
  return has('weight') || has('rule') ? other('绩效评价指标体系') : { kind: 'no-indicator-table' };
}

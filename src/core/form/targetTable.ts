/**
 * The approved targets of a project (绩效目标表, 绩效目标申报表): a table of indicators that has targets and neither actual
 * values nor scores. One table may hold the targets of many projects, each row naming its own.
 */
import type { CellRef } from '../sheet/cellRef';
import type { Cell } from '../sheet/sheetView';
import type { Header } from './findHeaders';
import type { Column, ColumnRole, Form } from './form';
import { type CellGrid, cellWords, isBlank } from './grid';
import type { TableRows } from './indicators';
import { oneLine } from './reading';

/** One target. Plain data, so that it can travel from one workbook to the forms of another. */
export interface ApprovedTarget {
  /** Headings without their points; null where the table has none. */
  readonly level1: string | null;
  readonly level2: string | null;
  readonly name: string;
  readonly nameCell: CellRef;
  readonly target: Cell;
  /** 指标性质 and 度量单位, where they stand in columns of their own; else "". */
  readonly sign: string;
  readonly unit: string;
}

/** The targets of one project, as they were declared, approved or adjusted. */
export interface TargetTable {
  /** The file that holds it; null where it is the form's own. */
  readonly file: string | null;
  readonly sheetName: string;
  readonly sheetId: string;
  /** What its title says of it; a later standing replaces an earlier one. */
  readonly standing: 'declared' | 'approved' | 'adjusted';
  readonly year: number | null;
  readonly projectName: string;
  /** The unit as it is written; null where the table does not name it. */
  readonly unit: string | null;
  readonly targets: readonly ApprovedTarget[];
}

const projectHeading = /^(?:项目|专项|政策)(?:名称)?$|项目名称$/u;
/** These stand twice where a table has the targets of the whole term and, to their right, those of the year. */
const ofOneSet: ReadonlySet<ColumnRole> = new Set(['level2', 'level3', 'sign', 'target', 'unit', 'weight']);

/** The columns of the year, where those of the whole term stand before them. */
export function columnsOfYear(header: Header, columns: readonly Column[]): readonly Column[] {
  const headingsOf = (role: ColumnRole): Header['headings'] =>
    header.headings.filter(({ meaning }) => meaning?.isExact && meaning.role === role);
  if (headingsOf('level3').length < 2 || headingsOf('target').length < 2) return columns;
  return columns.map((column) => {
    const last = ofOneSet.has(column.role) ? headingsOf(column.role).at(-1) : undefined;
    return last ? { ...column, index: last.left, header: last.cell } : column;
  });
}

function standingOf(title: string): TargetTable['standing'] {
  if (title.includes('调整')) return 'adjusted';
  return /批复|审核|下达/u.test(title) ? 'approved' : 'declared';
}

/** The project of a row, from a column of projects whose cells fill down; null where there is no such column. */
function projectColumn(grid: CellGrid, header: Header): ((row: number) => string) | null {
  const heading = header.headings.find(({ key, meaning }) => meaning === null && projectHeading.test(key.bare));
  if (!heading) return null;
  return (row) => {
    for (let line = row; line > header.bottom; line -= 1) {
      const cell = grid.at(line, heading.left);
      if (!isBlank(cell)) return oneLine(cell);
    }
    return '';
  };
}

/** Makes the target tables of one table of the sheet, by project in the order of their first row. */
export function targetTablesOf(
  grid: CellGrid,
  header: Header,
  { indicators }: TableRows,
  { projectName, title, unit: unitCell, year }: Pick<Form, 'projectName' | 'title' | 'unit' | 'year'>,
  { sheetId, sheetName }: Pick<Form, 'sheetId' | 'sheetName'>,
): readonly TargetTable[] {
  const byProject = new Map<string, ApprovedTarget[]>();
  const projectOf = projectColumn(grid, header);
  for (const { level1, level2, line, name, sign, target, unit } of indicators) {
    if (!target || name.text === '') continue;
    const project = projectOf ? projectOf(line) : (projectName ?? '');
    const targets = byProject.get(project) ?? [];
    byProject.set(project, targets);
    targets.push({
      level1: level1?.text ?? null,
      level2: level2?.text ?? null,
      name: name.text,
      nameCell: name.cell.ref,
      target: target.cell,
      sign: sign ? cellWords(sign) : '',
      unit: unit ? cellWords(unit) : '',
    });
  }
  const standing = standingOf(title ? oneLine(title) : '');
  // The unit above a table of many projects may be that of them all.
  const unit = projectOf ? null : (unitCell?.text ?? null);
  const of = { file: null, sheetName, sheetId, standing, year, unit };
  return [...byProject].flatMap(([project, targets]) =>
    project === '' ? [] : [{ ...of, projectName: project, targets }],
  );
}

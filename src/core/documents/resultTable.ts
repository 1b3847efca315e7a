/** 自评结果统计表: the results of many projects in one table, one row a project. */
import { headingKey } from '../form/headerText';
import { type CellGrid, cellWords, gridOf, isBlank } from '../form/grid';
import type { Cell } from '../sheet/sheetView';
import type { Snapshot } from '../sheet/snapshot';
import { withoutSpaces } from '../signs';

/** What a column of such a table states. */
type ResultField = 'project' | 'score' | 'grade' | 'budget' | 'executed' | 'rate';

/** One row; a field is null where the table has no such column. */
export type ResultRow = Readonly<Record<Exclude<ResultField, 'project'>, Cell | null>> & { readonly project: Cell };

/** The table; `total` is its row 合计. */
export interface ResultTable {
  readonly file: string | null;
  readonly sheetName: string;
  readonly sheetId: string;
  /** The year of the results, where the title or the sheet's name says 2023年度. */
  readonly year: number | null;
  readonly unit: '万元' | '元' | null;
  readonly rows: readonly ResultRow[];
  readonly total: ResultRow | null;
}

const headings: readonly (readonly [ResultField, RegExp])[] = [
  ['project', /^(?:项目|政策|专项)名称$|^(?:绩效)?自评项目(?:名称)?$/u],
  ['score', /^(?:项目|绩效)?(?:自评|评价)?(?:总?得分|总分|分数|分值)$|^自评(?:结果)?得?分数?$/u],
  ['grade', /^(?:自评|评价|绩效)?(?:结果)?(?:等级|等次|级别|评级)$/u],
  ['budget', /^(?:全年|年度|调整后?)?预算(?:数|金额|资金|安排)?$|^项目(?:金额|资金)$|^(?:预算|资金)?金额$/u],
  ['executed', /^(?:全年|实际|年度)?(?:执行|支出|支付)(?:数|金额|资金)?$/u],
  ['rate', /^(?:预算|资金)?执行率$/u],
];

/** "得分" alone heads a column of any table; with the names of projects and one of these it heads results. */
const telling: readonly ResultField[] = ['score', 'grade'];

function fieldsIn(grid: CellGrid, row: number): ReadonlyMap<ResultField, number> | null {
  const found = new Map<ResultField, number>();
  for (const cell of grid.ownCells(row, grid.left, grid.right)) {
    const { bare } = headingKey(cellWords(cell));
    if (/^[一二三]级指标$|^指标/u.test(bare)) return null;
    const field = headings.find(([, pattern]) => pattern.test(bare))?.[0];
    if (field && !found.has(field)) found.set(field, grid.place(cell).left);
  }
  return found.has('project') && telling.some((field) => found.has(field)) ? found : null;
}

/** The one year that is named as that of the work; 2024年 may be when the table was made. */
function yearIn(words: string): number | null {
  const years = new Set(
    [...words.normalize('NFKC').matchAll(/((?:19|20)\d{2})\s*年度/gu)].map(([, year]) => Number(year)),
  );
  const [only] = years;
  return only !== undefined && years.size === 1 ? only : null;
}

const isTotal = (words: string): boolean => /^(?:合计|总计|小计)/u.test(withoutSpaces(words));

function readTable(
  grid: CellGrid,
  header: number,
  fields: ReadonlyMap<ResultField, number>,
  { sheetId, sheetName }: Snapshot,
) {
  const rows: ResultRow[] = [];
  let total: ResultRow | null = null;
  for (let line = header + 1; line <= grid.bottom; line += 1) {
    const at = (field: ResultField): Cell | null => {
      const column = fields.get(field);
      return column === undefined ? null : grid.at(line, column);
    };
    const [first] = grid.ownCells(line, grid.left, grid.right);
    const project = at('project');
    if (!first || !project) break;
    const row: ResultRow = {
      project,
      ...{ score: at('score'), grade: at('grade'), budget: at('budget'), executed: at('executed'), rate: at('rate') },
    };
    if (isTotal(cellWords(first)) || isTotal(cellWords(project))) total = row;
    else if (!isBlank(project) && !total) rows.push(row);
  }
  const words = grid.ownCells(header, grid.left, grid.right).map(cellWords).join('');
  const above =
    header > grid.top
      ? grid
          .ownCells(header - 1, grid.left, grid.right)
          .map(cellWords)
          .join('')
      : '';
  const unit = /万元/u.test(words + above)
    ? ('万元' as const)
    : /[(（:：]元/u.test(words + above)
      ? ('元' as const)
      : null;
  return { file: null, sheetName, sheetId, year: yearIn(`${above} ${words} ${sheetName}`), unit, rows, total };
}

/** The tables of results on a sheet. */
export function readResultTables(snapshot: Snapshot): readonly ResultTable[] {
  const grid = gridOf(snapshot);
  if (!grid) return [];
  for (let row = grid.top; row <= grid.bottom; row += 1) {
    const fields = fieldsIn(grid, row);
    if (!fields) continue;
    const table = readTable(grid, row, fields, snapshot);
    if (table.rows.length > 0) return [table];
  }
  return [];
}

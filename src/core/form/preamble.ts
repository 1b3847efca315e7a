/** Reads what stands above a table: title, year, project, department, unit and the goals of the year. */
import type { Cell } from '../sheet/sheetView';
import type { Region } from './budgetHeadings';
import type { ReadHeading } from './findHeaders';
import type { Form } from './form';
import { type CellGrid, isBlank, cellWords } from './grid';
import { readHeadFigures } from './headFigures';
import { oneLine } from './reading';
import { saysNothing, startsBlock } from './vocabulary';

/** The part of a form that stands above its table. */
export type Preamble = Pick<
  Form,
  'title' | 'year' | 'yearCell' | 'project' | 'projectName' | 'department' | 'unit' | 'goals' | 'head'
>;

const projectLabel =
  /^[^:：]{0,12}(?:项目|专项|政策|资金|工程|转移支付)(?:项目|资金|政策|或政策)?名称$|^(?:项目|政策和项目)名称/u;
const departmentLabel = /主管部门|主管单位/u;
const unitLabel = /实施单位|项目单位|使用单位|执行单位|承担单位/u;
/** Who fills the form in; the unit only where no other is named, and what is evaluated where no project is. */
const fillingUnitLabel = /预算单位|填报单位|单位名称|部门名称|评价单位|部门\(?单位\)?名称/u;

const expectedLabel =
  /^(?:年初设定目标|预期目标|年初目标|年度预期目标|年初设定绩效目标|设定目标|预期绩效目标|年初预期目标|总体目标|年度总体目标|年度绩效目标|绩效目标|项目年度目标|年度目标|年初绩效目标|全年调整绩效目标|调整绩效目标|调整后绩效目标)$/u;
const achievedLabel =
  /^(?:实际完成情况|全年实际完成情况|年度总体目标完成情况综述|目标完成情况|全年完成情况|目标实际完成情况|完成情况|年度总体目标完成情况|总体目标完成情况|实际完成目标情况|绩效目标完成情况|目标实现情况|年度目标完成情况|全年目标实际完成情况|项目年度目标完成情况)$/u;

const isLabel = (label: string): boolean =>
  [projectLabel, departmentLabel, unitLabel, fillingUnitLabel].some((pattern) => pattern.test(label));

/** Headings of a table of results, which stand beside 项目名称 there and answer nothing. */
const resultHeading =
  /^(?:项目|绩效|自评|评价|实施|主管|预算|全年|年度|资金)*(?:总?得分|总分|分数|等级|等次|评级|级别|单位|部门|预算数|执行数|支出数|金额|执行率|资金|名称|备注|序号)$/u;

/** Whether a label is one of a row of headings: what stands beside it is a heading too, and so is what follows that. */
function isAmongHeadings(grid: CellGrid, cell: Cell, right: number, read: ReadHeading): boolean {
  const { top, right: own } = grid.place(cell);
  const beside = grid.ownCells(top, own + 1, right);
  const isHeading = (next: Cell): boolean =>
    typeof next.value === 'string' && resultHeading.test(read(cellWords(next)).key.bare);
  return beside.length >= 2 && beside.every(isHeading);
}

/** The cell that answers a label: to its right, before the next label, or the label itself when it goes on after a colon. */
function answerBeside(grid: CellGrid, cell: Cell, right: number, read: ReadHeading): Cell | null {
  const inside = /[:：]\s*\S/u.exec(cellWords(cell));
  if (inside) return cell;
  for (let column = grid.place(cell).right + 1; column <= right; column += 1) {
    const next = grid.at(grid.place(cell).top, column);
    if (next !== cell && !isBlank(next)) return isLabel(read(cellWords(next)).key.bare) ? null : next;
  }
  return null;
}

function isAboutForm(words: string): boolean {
  return /自评|评价|评分|绩效|复核|指标体系|考核/u.test(words) && words.length <= 60;
}

function yearIn(words: string): number | null {
  const match = /((?:19|20)\d{2})\s*年?/u.exec(words.normalize('NFKC').replace(/[○〇]/gu, '0'));
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** Reads the rows of `region`, which end above the table's header. */
export function readPreamble(grid: CellGrid, region: Region, read: ReadHeading): Preamble {
  let title: Cell | null = null;
  let project: Cell | null = null;
  let department: Cell | null = null;
  let unit: Cell | null = null;
  let fillingUnit: Cell | null = null;
  const lines: Cell[] = [];
  const expected: Cell[] = [];
  const achieved: Cell[] = [];

  for (let row = region.top; row <= region.bottom; row += 1) {
    const cells = grid.ownCells(row, region.left, region.right);
    for (const cell of cells) {
      if (typeof cell.value !== 'string') continue;
      const words = cellWords(cell);
      const beforeColon = words.split(/[:：]/u, 1)[0] ?? '';
      const { key } = read(beforeColon.length < words.length ? beforeColon : words);
      const label = key.bare;
      if (label !== '' && label.length <= 20) {
        if (!project && projectLabel.test(label) && !isAmongHeadings(grid, cell, region.right, read))
          project = answerBeside(grid, cell, region.right, read);
        else if (!department && departmentLabel.test(label)) department = answerBeside(grid, cell, region.right, read);
        else if (!unit && unitLabel.test(label)) unit = answerBeside(grid, cell, region.right, read);
        else if (!fillingUnit && fillingUnitLabel.test(label))
          fillingUnit = answerBeside(grid, cell, region.right, read);
        if (expectedLabel.test(label)) expected.push(cell);
        else if (achievedLabel.test(label)) achieved.push(cell);
      }
      // Above the labels stand the title and, in evaluation tables, the project's bare name.
      if (
        !project &&
        !department &&
        !unit &&
        !fillingUnit &&
        cells.length === 1 &&
        !/^附件?\s*\d*\s*[:：]?/u.test(words)
      )
        lines.push(cell);
    }
  }
  title = lines.find((cell) => isAboutForm(oneLine(cell))) ?? lines[0] ?? null;
  if (!project && title) {
    const after = lines.slice(lines.indexOf(title) + 1);
    project = after.find((cell) => isProjectName(oneLine(cell), startsBlock(read(cellWords(cell)).key))) ?? null;
  }
  // A form about a whole unit names no project.
  project ??= fillingUnit ?? (title && /整体/u.test(oneLine(title)) ? department : null);
  const yearCell = [title, ...lines, project].find((cell) => cell !== null && yearIn(cellWords(cell)) !== null) ?? null;
  return {
    title,
    year: yearCell && yearIn(cellWords(yearCell)),
    yearCell,
    ...{ project, department, unit: unit ?? fillingUnit },
    projectName: project && oneLine(project).replace(/^[^:：]{0,12}名称\s*[:：]\s*/u, ''),
    goals: readGoals(grid, region, expected, achieved),
    head: readHeadFigures(grid, region),
  };
}

/** "一、项目基本情况", "（二）…", "1." number the parts of a form. */
const partNumber =
  /^[(（]?[一二三四五六七八九十]+[)）]?[、.．\s]|^[(（][一二三四五六七八九十]+[)）]|^\d{1,2}[、.．](?!\d)|基本情况$/u;

function isProjectName(words: string, isLabel: boolean): boolean {
  return (
    !isLabel &&
    words.length >= 4 &&
    !/^[(（].*[)）]$/u.test(words) &&
    !/单位[:：]|[:：]$|年度?$/u.test(words) &&
    !partNumber.test(words)
  );
}

/** Goals stand below their labels, or to the right of them where the label's row goes on with words. */
function readGoals(
  grid: CellGrid,
  region: Region,
  expected: readonly Cell[],
  achieved: readonly Cell[],
): Form['goals'] {
  const labels = new Set([...expected, ...achieved]);
  const answer = (label: Cell): Cell | null => {
    const { top, bottom, left, right } = grid.place(label);
    const beside = right + 1 <= region.right ? grid.at(top, right + 1) : null;
    if (beside && !isBlank(beside) && !labels.has(beside)) return beside;
    if (bottom + 1 > region.bottom) return null;
    const below = grid.at(bottom + 1, left);
    // Where the label has a label on its right, the goals stand below both.
    return isBlank(below) || labels.has(below) || below === label ? null : below;
  };
  const first = (cells: readonly Cell[]): Cell | null => {
    for (const cell of [...cells].reverse()) {
      const found = answer(cell);
      // 无 under 调整绩效目标 says that the first goal stands.
      if (found && (cells.length === 1 || !saysNothing(cellWords(found)))) return found;
    }
    return null;
  };
  const found = { expected: first(expected), achieved: first(achieved) };
  // An empty cell is an answer too: below its label where the other answer stands in that row, else to its right.
  const emptyAnswer = (cells: readonly Cell[], other: Cell | null): Cell | null => {
    if (!other) return null;
    const { top } = grid.place(other);
    for (const label of cells) {
      const place = grid.place(label);
      if (place.bottom + 1 === top) return grid.at(top, place.left);
      if (place.top === top && place.right < region.right) return grid.at(top, place.right + 1);
    }
    return null;
  };
  return {
    expected: found.expected ?? emptyAnswer(expected, found.achieved),
    achieved: found.achieved ?? emptyAnswer(achieved, found.expected),
  };
}

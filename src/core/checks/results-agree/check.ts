/** A table of results (自评结果统计表) must say of a project what its form says. */
import type { ResultRow, ResultTable } from '../../documents/resultTable';
import { isSameProject } from '../../documents/sameProject';
import { type Exact, exact, plain, sum, zero } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { BudgetBlock, Form } from '../../form/form';
import { cellWords, isBlank } from '../../form/grid';
import { readAmount, readPoints } from '../../form/reading';
import { type CellRef, toA1 } from '../../sheet/cellRef';
import type { Cell } from '../../sheet/sheetView';
import { defineCheck, type Examined, type Remark } from '../defineCheck';
import { decimalPlaces, isOneAsWritten } from '../shared/asWritten';
import { gradeEarned, gradeToldIn, isOtherGrade, statedGrade } from '../shared/grades';
import { besideOf, placeText } from '../shared/placeText';

type Message = 'score' | 'grade' | 'gradeByTotal' | 'budget' | 'executed' | 'total';
type Report = (message: Message, remark: Remark) => void;

interface Stated {
  readonly table: ResultTable;
  readonly row: ResultRow;
}

function totalCell({ head, table, total }: Form): CellRef {
  const cell = total?.score?.cell ?? head.score?.reading.cell;
  return cell?.ref ?? { row: table.top, column: table.left };
}

/** Whether the table gives the score as it is, or with fewer decimals. */
function isRoundedScore(stated: Exact, own: Exact): boolean {
  const half = exact(5).div(exact(10).pow(decimalPlaces(stated) + 1));
  return stated
    .minus(own)
    .abs()
    .lte(decimalPlaces(stated) < decimalPlaces(own) ? half : zero);
}

function holdScore({ row, table }: Stated, { form, scores }: Examined, report: Report): void {
  const { statedScore, sumOfScores } = scores.totals;
  const stated = row.score && amountOf(readPoints(row.score));
  const own = statedScore ?? sumOfScores;
  if (!stated || !own || isRoundedScore(stated, own)) return;
  const cell = totalCell(form);
  const place = placeText(table, row.score.ref, form);
  const facts = { stated: plain(stated), own: plain(own), place, cell: toA1(cell) };
  report('score', { cells: [cell], facts, found: plain(own), beside: besideOf(table, row.score.ref, form) });
}

function holdGrade({ row, table }: Stated, { form, rubric, scores }: Examined, report: Report): void {
  if (!row.grade || isBlank(row.grade)) return;
  const stated = gradeToldIn(`等级${cellWords(row.grade)}`);
  if (stated === null) return;
  const place = placeText(table, row.grade.ref, form);
  const beside = besideOf(table, row.grade.ref, form);
  const own = statedGrade(form);
  if (own) {
    if (!isOtherGrade(stated, own.grade, rubric) || !isOtherGrade(own.grade, stated, rubric)) return;
    const facts = { stated, own: own.grade, place, cell: toA1(own.cell.ref) };
    report('grade', { cells: [own.cell.ref], facts, found: own.grade, beside });
    return;
  }
  const points = scores.totals.statedScore ?? scores.totals.sumOfScores;
  const earned = points && gradeEarned(points, rubric);
  if (!points || !earned || !isOtherGrade(stated, earned, rubric)) return;
  const cell = totalCell(form);
  report('gradeByTotal', { cells: [cell], facts: { stated, total: plain(points), grade: earned, place }, beside });
}

const unitScale = exact(10000);

/** Whether two amounts are one: in their units, or in either unit where one of them names none. */
function isSameAmount(
  left: Exact,
  leftUnit: BudgetBlock['unit'],
  right: Exact,
  rightUnit: BudgetBlock['unit'],
): boolean {
  const inTenThousands = (amount: Exact, unit: BudgetBlock['unit']): Exact =>
    unit === '万元' ? amount : amount.div(unitScale);
  if (leftUnit && rightUnit)
    return leftUnit === rightUnit
      ? isOneAsWritten(left, right)
      : isOneAsWritten(inTenThousands(left, leftUnit), inTenThousands(right, rightUnit));
  return (
    isOneAsWritten(left, right) ||
    isOneAsWritten(left.div(unitScale), right) ||
    isOneAsWritten(right.div(unitScale), left)
  );
}

function holdAmount(field: 'budget' | 'executed', { row, table }: Stated, { form }: Examined, report: Report): void {
  const cell = row[field];
  const stated = cell && amountOf(readAmount(cell, table.unit));
  const whole = form.budget?.lines.find(({ role }) => role === 'total');
  if (!cell || !stated || !form.budget || !whole) return;
  const readings = (field === 'budget' ? [whole.budget, whole.initial] : [whole.executed]).filter(
    (reading) => amountOf(reading) !== null,
  );
  const unit = form.budget.unit;
  const isKnown = readings.some((reading) => {
    const own = amountOf(reading);
    return own && isSameAmount(stated, table.unit, own, unit);
  });
  const [first] = readings;
  const own = amountOf(first ?? null);
  if (isKnown || !first || !own) return;
  const place = placeText(table, cell.ref, form);
  const facts = {
    stated: `${plain(stated)}${table.unit ?? ''}`,
    own: `${plain(own)}${unit ?? ''}`,
    place,
    cell: toA1(first.cell.ref),
  };
  report(field, { cells: [first.cell.ref], facts, found: facts.own, beside: besideOf(table, cell.ref, form) });
}

const amountsOf = (cells: readonly (Cell | null)[], { unit }: ResultTable): readonly Exact[] =>
  cells.flatMap((cell) => (cell ? (amountOf(readAmount(cell, unit)) ?? []) : []));

/** The sums of the table itself, told with the first of its projects of which there is a form. */
function holdTotals({ row, table }: Stated, { documents, form }: Examined, report: Report): void {
  const first = table.rows.find(({ project }) =>
    documents.projects.some((name) => isSameProject(name, cellWords(project))),
  );
  if (first !== row || !table.total) return;
  for (const field of ['budget', 'executed'] as const) {
    const cell = table.total[field];
    const [stated] = amountsOf([cell], table);
    const parts = amountsOf(
      table.rows.map((one) => one[field]),
      table,
    );
    if (!cell || !stated || parts.length < table.rows.length || sum(parts).eq(stated)) continue;
    const facts = { stated: plain(stated), parts: plain(sum(parts)), place: placeText(table, cell.ref, form) };
    report('total', { cells: [totalCell(form)], facts, beside: besideOf(table, cell.ref, form) });
  }
}

/** Whether the workbook has forms of one name for several years or units, of which the table may mean another. */
function mayMeanAnother(table: ResultTable, { documents, form }: Examined): boolean {
  if (table.year !== null && form.year !== null && table.year !== form.year) return true;
  const namesakes = documents.yearForms.filter(
    ({ file, projectName, year }) =>
      file === null && isSameProject(projectName, form.projectName) && (table.year === null || table.year === year),
  );
  return new Set(namesakes.map(({ unit, year }) => `${year} ${unit ?? ''}`)).size > 1;
}

export const resultsAgree = defineCheck({
  id: 'results-agree',
  severity: 'P1',
  scope: 'documents',
  messages: {
    score: ['stated', 'own', 'place', 'cell'],
    grade: ['stated', 'own', 'place', 'cell'],
    gradeByTotal: ['stated', 'total', 'grade', 'place'],
    budget: ['stated', 'own', 'place', 'cell'],
    executed: ['stated', 'own', 'place', 'cell'],
    total: ['stated', 'parts', 'place'],
  },

  find(examined, report) {
    const { documents, form } = examined;
    for (const table of documents.resultTables) {
      const rows = table.rows.filter(({ project }) => isSameProject(cellWords(project), form.projectName));
      const [row] = rows;
      // A project that stands in several rows has no certain one.
      if (!row || rows.length > 1 || mayMeanAnother(table, examined)) continue;
      const stated = { table, row };
      holdScore(stated, examined, report);
      holdGrade(stated, examined, report);
      holdAmount('budget', stated, examined, report);
      holdAmount('executed', stated, examined, report);
      holdTotals(stated, examined, report);
    }
  },
});

/**
 * The tables of one form, and the roll-up of many, as sheets of our own: 《自评复核附表》 and 《自评结果汇总》.
 */
import type { OwnCell, OwnSheet } from '../core/sheet/ownSheet';
import type { FormReport } from '../core/report/report';
import { type FindingSpeaker, linkTo } from './reportSheet';
import { madeBy, reportSheetWords } from './paperWords';
import { toA1 } from '../core/sheet/cellRef';
import type { Amount } from '../summary/amount';
import { conclusion } from './conclusion';
import { findingTable } from '../summary/findingTable';
import { formFacts } from '../summary/formFacts';
import { budgetTable, indicatorTable, levelTable } from '../summary/formTables';
import { problemsOf } from '../summary/problems';
import { rollUp, rollUpEntry, type RollUp } from '../summary/rollUp';
import { formsTable, gradesTable, outliersTable, problemsTable, sharedTable } from '../summary/rollUpTables';
import type { ColumnKind, SummaryTable } from '../summary/table';

/** Rows on their way to a sheet, with what each of them is. */
interface Page {
  readonly rows: (readonly OwnCell[])[];
  readonly boldRows: number[];
  readonly openRows: number[];
}

function cellOf(amount: Amount | undefined, kind: ColumnKind): OwnCell {
  if (amount === null || amount === undefined || amount === '') return null;
  if (kind === 'text') return amount;
  return kind === 'ratio' ? { ratio: Number(amount) } : Number(amount);
}

/** A line that runs on over the cells beside it. */
function addLine(page: Page, text: string, isBold: boolean): void {
  page.openRows.push(page.rows.length);
  if (isBold) page.boldRows.push(page.rows.length);
  page.rows.push([text]);
}

function addRow(page: Page, cells: readonly OwnCell[], isBold: boolean): void {
  if (isBold) page.boldRows.push(page.rows.length);
  page.rows.push(cells);
}

/** The headings and rows of a table; `cellAt` may put something else into a cell. */
function addBody(
  page: Page,
  { columns, rows }: SummaryTable,
  cellAt: (row: number, column: number) => OwnCell | undefined = () => undefined,
): void {
  addRow(
    page,
    columns.map(({ title }) => title),
    true,
  );
  rows.forEach((cells, row) => {
    const line = columns.map(({ kind }, column) => cellAt(row, column) ?? cellOf(cells[column], kind));
    addRow(page, line, false);
  });
}

/** A table under its title, apart from what stands above; nothing where it has no rows. */
function addTable(page: Page, table: SummaryTable, cellAt?: Parameters<typeof addBody>[2]): void {
  if (table.rows.length === 0) return;
  page.rows.push([]);
  addLine(page, table.title, true);
  addBody(page, table, cellAt);
}

function titled(title: string): Page {
  const page: Page = { rows: [], boldRows: [], openRows: [] };
  addLine(page, title, true);
  addLine(page, madeBy, false);
  return page;
}

/** 问题清单 with its columns where the tables above are as wide as they need. */
function arranged({ columns, rows, title }: SummaryTable, order: readonly number[]): SummaryTable {
  const pick = <T>(line: readonly T[]): readonly T[] => order.flatMap((place) => line.slice(place, place + 1));
  return { title, columns: pick(columns), rows: rows.map(pick) };
}

/** Severity, what must hold, what is wrong, cell, what to do. */
const findingOrder = [0, 1, 3, 2, 4];

/** The tables that an evaluation report carries for one form, below the closing paragraph sentence by sentence. */
export function tablesSheet(report: FormReport, speaker: FindingSpeaker): OwnSheet {
  const words = reportSheetWords.tables;
  const facts = formFacts(report);
  const page = titled(words.title);
  addLine(page, facts.project ?? report.form.sheetName, false);
  page.rows.push([]);
  addLine(page, words.conclusion, true);
  for (const sentence of conclusion(facts).match(/[^。]+。?/gu) ?? []) addLine(page, sentence, false);
  addTable(page, levelTable(facts));
  addTable(page, indicatorTable(facts));
  addTable(page, budgetTable(facts));
  const { findings } = report;
  const worded = findings.map((finding) => ({
    ...speaker.finding(finding),
    severity: finding.severity,
    cells: finding.cells.map(toA1),
  }));
  addTable(page, arranged(findingTable(worded), findingOrder), (row, column) => {
    const [cell] = findings[row]?.cells ?? [];
    return findingOrder[column] === 2 && cell
      ? { ...linkTo(report, cell), text: worded[row]?.cells.join('、').slice(0, longestLink) ?? '' }
      : undefined;
  });
  return { name: words.name, ...page, columnWidths: [14, 20, 34, 12, 30, 26, 12, 12, 12, 22, 44] };
}

/** The longest text of a link, in characters. */
const longestLink = 255;

/** What of a workbook is rolled up. */
export interface RolledWorkbook {
  /** In tab order. */
  readonly forms: readonly FormReport[];
  /** Sheets of which no form came, and why, in words. */
  readonly unread: readonly { readonly sheet: string; readonly reason: string }[];
}

/** The summary without the column of files: one workbook is one file. */
function withoutFile(table: SummaryTable): SummaryTable {
  return arranged(
    table,
    table.columns.flatMap(({ title }, place) => (title === '文件' ? [] : [place])),
  );
}

/** The sums and means of the summary, below its columns. */
function totalRows({ totals }: RollUp): readonly (readonly OwnCell[])[] {
  const { budget, counts, executed, initial, rate, reviewed, stated } = totals;
  const { mean, total } = reportSheetWords.rollUp;
  const money = [initial, budget, executed].map((amount) => cellOf(amount, 'money'));
  const gap: readonly OwnCell[] = [null, null, null, null, null];
  return [
    [total, null, null, null, ...money, cellOf(rate, 'ratio'), ...gap, counts.P0, counts.P1, counts.P2],
    [mean, null, null, null, null, null, null, null, cellOf(stated.value, 'points'), cellOf(reviewed.value, 'points')],
  ];
}

/** The roll-up of a workbook, with the columns that the command line gives; a sheet's name leads to its form. */
export function rollUpSheet({ forms, unread }: RolledWorkbook, speaker: FindingSpeaker): OwnSheet {
  const words = reportSheetWords.rollUp;
  const entries = forms.map((report) => {
    const kinds = report.findings.map((finding) => ({ ...finding, title: speaker.finding(finding).title }));
    const { sheetName } = report.form;
    return rollUpEntry({ path: sheetName, sheet: sheetName }, formFacts(report), problemsOf(kinds));
  });
  const all = rollUp(entries);
  const page = titled(words.title);
  const table = withoutFile(formsTable(all));
  const sheetColumn = table.columns.length - 1;
  addBody(page, table, (row, column) => {
    const report = forms[row];
    if (column !== sheetColumn || !report) return undefined;
    const { form } = report;
    const cell = form.title?.ref ?? { row: form.table.top, column: form.table.left };
    return { text: form.sheetName, link: { sheetName: form.sheetName, cell } };
  });
  if (forms.length > 0) for (const row of totalRows(all)) addRow(page, row, true);
  for (const more of [gradesTable(all), problemsTable(all), sharedTable(all), outliersTable(all)]) addTable(page, more);
  addTable(page, {
    title: words.unread,
    columns: words.unreadColumns.map((title) => ({ title, kind: 'text' })),
    rows: unread.map(({ reason, sheet }) => [sheet, reason]),
  });
  return {
    name: words.name,
    ...page,
    columnWidths: [16, 30, 24, 24, 14, 14, 14, 10, 10, 10, 10, 10, 10, 8, 8, 8, 46, 20],
  };
}

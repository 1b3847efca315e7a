/**
 * The tables of one form, and the roll-up of many, as sheets of our own: 《自评复核附表》 and 《自评结果汇总》.
 */
import type { OwnCell, OwnSheet, OwnTable } from '../core/sheet/ownSheet';
import type { FormReport } from '../core/report/report';
import { type FindingSpeaker, linkTo } from './reportSheet';
import { madeBy, reportSheetWords } from './paperWords';
import type { Amount } from '../summary/amount';
import { conclusion } from './conclusion';
import { acceptedTable, findingTable, opinionTable } from '../summary/findingTable';
import { formFacts } from '../summary/formFacts';
import { budgetTable, indicatorTable, levelTable } from '../summary/formTables';
import { problemsOf } from '../summary/problems';
import { rollUp, type RollUp } from '../summary/rollUp';
import { rollUpEntry } from '../summary/rollUpEntry';
import {
  type FormsKey,
  formsTable,
  gradesTable,
  outliersTable,
  problemsTable,
  sharedTable,
} from '../summary/rollUpTables';
import { wordedAcceptance, wordedFinding } from '../summary/wordedForm';
import { type ColumnKind, inOrder, type SummaryTable, tableOf, textColumn, withoutColumn } from '../summary/table';

/** Rows on their way to a sheet, with what each of them is. */
interface Page {
  readonly rows: (readonly OwnCell[])[];
  readonly boldRows: number[];
  readonly openRows: number[];
  readonly tables: OwnTable[];
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

/** Puts something else into a cell of a row by the key of its column; undefined: what the table says. */
type CellAt<Key extends string> = (row: number, key: Key) => OwnCell | undefined;

/** The headings and rows of a table. */
function addBody<Key extends string>(
  page: Page,
  { columns, rows }: SummaryTable<Key>,
  cellAt: CellAt<Key> = () => undefined,
): void {
  const top = page.rows.length;
  page.tables.push({ top, bottom: top + rows.length, width: columns.length });
  addRow(
    page,
    columns.map(({ title }) => title),
    true,
  );
  rows.forEach((cells, row) => {
    const line = columns.map(({ key, kind }) => cellAt(row, key) ?? cellOf(cells[key], kind));
    addRow(page, line, false);
  });
}

/** A table under its title, apart from what stands above; nothing where it has no rows. */
function addTable<Key extends string>(page: Page, table: SummaryTable<Key>, cellAt?: CellAt<Key>): void {
  if (table.rows.length === 0) return;
  page.rows.push([]);
  addLine(page, table.title, true);
  addBody(page, table, cellAt);
}

function titled(title: string): Page {
  const page: Page = { rows: [], boldRows: [], openRows: [], tables: [] };
  addLine(page, title, true);
  addLine(page, madeBy, false);
  return page;
}

/**
 * The tables that an evaluation report carries for one form, below the closing paragraph sentence by sentence.
 *
 * @param inPart what of the form could not be reviewed, in one sentence.
 */
export function tablesSheet(report: FormReport, speaker: FindingSpeaker, inPart: string | null = null): OwnSheet {
  const words = reportSheetWords.tables;
  const facts = formFacts(report);
  const page = titled(words.title);
  addLine(page, facts.project ?? report.form.sheetName, false);
  page.rows.push([]);
  addLine(page, words.conclusion, true);
  for (const sentence of conclusion(facts, inPart).match(/[^。]+。?/gu) ?? []) addLine(page, sentence, false);
  addTable(page, levelTable(facts));
  addTable(page, indicatorTable(facts));
  addTable(page, budgetTable(facts));
  const { findings } = report;
  const worded = findings.map((finding) => wordedFinding(finding, speaker));
  // Its columns where the tables above are as wide as they need.
  const arranged = inOrder(findingTable(worded), ['severity', 'title', 'message', 'cells', 'remedy']);
  addTable(page, arranged, (row, key) => {
    const [cell] = findings[row]?.cells ?? [];
    return key === 'cells' && cell
      ? { ...linkTo(report, cell), text: worded[row]?.cells.join('、').slice(0, longestLink) ?? '' }
      : undefined;
  });
  const accepted = report.accepted.map((one) => wordedAcceptance(one, speaker));
  addTable(page, inOrder(acceptedTable(accepted), ['severity', 'title', 'message', 'cells', 'reason']));
  addTable(page, opinionTable(facts));
  return { name: words.name, ...page, columnWidths: [14, 20, 34, 12, 30, 26, 12, 12, 12, 12, 26, 30, 44] };
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

/** The sums and means of the summary, below its columns. */
function totalRows({ totals }: RollUp): readonly Readonly<Partial<Record<FormsKey, OwnCell>>>[] {
  const { budget, counts, executed, initial, openCount, rate, reviewed, stated } = totals;
  const { mean, total } = reportSheetWords.rollUp;
  return [
    {
      number: total,
      initial: cellOf(initial, 'money'),
      budget: cellOf(budget, 'money'),
      executed: cellOf(executed, 'money'),
      rate: cellOf(rate, 'ratio'),
      openCount,
      ...counts,
    },
    { number: mean, stated: cellOf(stated.value, 'points'), reviewed: cellOf(reviewed.value, 'points') },
  ];
}

const rollUpWidths: Readonly<Record<Exclude<FormsKey, 'path'>, number>> = {
  number: 16,
  project: 30,
  department: 24,
  unit: 24,
  initial: 14,
  budget: 14,
  executed: 14,
  rate: 10,
  stated: 10,
  settled: 12,
  openCount: 12,
  openWeight: 12,
  low: 10,
  high: 10,
  ruled: 12,
  reviewed: 10,
  difference: 10,
  grade: 10,
  reviewedGrade: 10,
  standing: 14,
  P0: 8,
  P1: 8,
  P2: 8,
  passed: 10,
  problems: 46,
  opinions: 46,
  sheet: 20,
};

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
  // One workbook is one file.
  const table = withoutColumn(formsTable(all), 'path');
  addBody(page, table, (row, key) => {
    const report = forms[row];
    if (key !== 'sheet' || !report) return undefined;
    const { form } = report;
    const cell = form.title?.ref ?? { row: form.table.top, column: form.table.left };
    return { text: form.sheetName, link: { sheetName: form.sheetName, cell } };
  });
  for (const total of forms.length > 0 ? totalRows(all) : []) {
    const last = Math.max(...table.columns.map(({ key }, place) => (key in total ? place : 0)));
    addRow(
      page,
      table.columns.slice(0, last + 1).map(({ key }) => total[key] ?? null),
      true,
    );
  }
  // The sums belong to the table above.
  page.tables.push(...page.tables.splice(0).map((one) => ({ ...one, bottom: page.rows.length - 1 })));
  addTable(page, gradesTable(all));
  addTable(page, problemsTable(all));
  addTable(page, sharedTable(all));
  addTable(page, outliersTable(all));
  const [sheetTitle, reasonTitle] = words.unreadColumns;
  addTable(page, tableOf(words.unread, { sheet: textColumn(sheetTitle), reason: textColumn(reasonTitle) }, unread));
  const columnWidths = table.columns.flatMap(({ key }) => (key === 'path' ? [] : [rollUpWidths[key]]));
  return { name: words.name, ...page, columnWidths };
}

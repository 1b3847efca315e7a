/** The summary as an Excel workbook with formulas, filters, frozen headers and a chart. */
import type { OwnBook, OwnBookFrame } from '../port/ownBook';
import { tablesOf, unreadTable, type Published } from '../summary/published';
import type { Amount } from '../summary/amount';
import { conclusion } from './conclusion';
import type { RollUp } from '../summary/rollUp';
import {
  type FormsKey,
  formsTable,
  gradesTable,
  outliersTable,
  problemsTable,
  sharedTable,
} from '../summary/rollUpTables';
import { countColumn, type SummaryTable, tableOf, textColumn } from '../summary/table';
import {
  columnArea,
  type Columns,
  firstRow,
  type CellFormula,
  lettersOf,
  columnPlace,
  SheetWriter,
  type SummaryTotalRow,
} from './summarySheet';

/** What the file is called where nobody says otherwise. */
export const summaryName = '自评复核汇总.xlsx';

const names = {
  forms: '汇总表',
  grades: '等级分布',
  problems: '常见问题',
  findings: '问题清单',
  /** By the title of the table. */
  reports: {
    一级指标得分情况表: '一级指标得分',
    '二、三级指标得分表': '二三级指标得分',
    '项目支出预算执行情况表（万元）': '预算执行情况',
    说明后通过的问题: '说明后通过',
  } as Readonly<Record<string, string>>,
  conclusions: '结论',
  shared: '雷同与重复',
  outliers: '需要先看的表',
  unread: '未能复核',
} as const;

/** Sums and means below the summary; SUBTOTAL leaves out what a filter hides. */
function totalsOf({ rows, totals }: RollUp, table: SummaryTable<FormsKey>): readonly SummaryTotalRow<FormsKey>[] {
  if (rows.length === 0) return [];
  const sumOf = (key: FormsKey, value: Amount): CellFormula => ({
    formula: `SUBTOTAL(109,${columnArea(table, rows.length, key)})`,
    value,
  });
  const meanOf = (key: FormsKey, value: Amount): CellFormula => ({
    formula: `IFERROR(ROUND(SUBTOTAL(101,${columnArea(table, rows.length, key)}),2),"")`,
    value,
  });
  const [budget, executed] = [columnArea(table, rows.length, 'budget'), columnArea(table, rows.length, 'executed')];
  const both = `${budget},"<>",${executed},"<>"`;
  const rate = `IFERROR(ROUND(SUMIFS(${executed},${both})/SUMIFS(${budget},${both}),6),"")`;
  return [
    {
      label: '合计',
      cells: {
        initial: sumOf('initial', totals.initial),
        budget: sumOf('budget', totals.budget),
        executed: sumOf('executed', totals.executed),
        rate: { formula: rate, value: totals.rate },
        openCount: sumOf('openCount', String(totals.openCount)),
        P0: sumOf('P0', String(totals.counts.P0)),
        P1: sumOf('P1', String(totals.counts.P1)),
        P2: sumOf('P2', String(totals.counts.P2)),
      },
    },
    {
      label: '平均',
      cells: {
        stated: meanOf('stated', totals.stated.value),
        reviewed: meanOf('reviewed', totals.reviewed.value),
      },
    },
  ];
}

/** The sheet of one kind of table of all forms under one another, each row with the number and the project of its form. */
function reportWriter(book: OwnBook, name: string, { columns, title }: SummaryTable): SheetWriter<string> {
  const table: Columns<string> = {
    title,
    columns: [{ key: 'number', ...countColumn('序号') }, { key: 'project', ...textColumn('项目名称') }, ...columns],
  };
  const widths =
    name === names.findings ? { title: 28, message: 60, remedy: 50 } : { message: 60, reason: 40, opinion: 50 };
  return new SheetWriter(book, name, table, { widths });
}

/** How many forms have each grade, counted from the summary, with a chart. */
function drawGrades(book: OwnBook, rollUp: RollUp, forms: SummaryTable<FormsKey>): void {
  const grades = gradesTable(rollUp);
  const counted = { grade: null, stated: 'grade', reviewed: 'reviewedGrade' } as const;
  const writer = new SheetWriter(book, names.grades, grades, {
    formulaAt: (row, key) => {
      const column = counted[key];
      if (column === null || forms.rows.length === 0) return null;
      const area = `${names.forms}!${columnArea(forms, forms.rows.length, column, '$')}`;
      const label = `$${lettersOf(grades, 'grade')}${firstRow + row}`;
      return `IF(${label}="未评级",COUNTBLANK(${area}),COUNTIF(${area},${label}))`;
    },
  });
  const chart = grades.rows.length === 0 || forms.rows.length === 0 ? {} : { chart: gradesChart(grades) };
  writer.fill(grades, chart);
}

function gradesChart(grades: ReturnType<typeof gradesTable>): NonNullable<OwnBookFrame['chart']> {
  const { columns, rows } = grades;
  return {
    title: '等级分布（份）',
    description: '自评等级与复核等级的份数',
    at: { row: 1, column: columns.length + 1 },
    rows: { first: firstRow - 1, last: firstRow + rows.length - 2 },
    labels: { column: columnPlace(grades, 'grade'), texts: rows.map(({ grade }) => grade ?? '') },
    series: (['stated', 'reviewed'] as const).map((key) => {
      const column = columnPlace(grades, key);
      return { column, title: columns[column]?.title ?? '', figures: rows.map((row) => Number(row[key])) };
    }),
  };
}

/** The frequent problems; how often each check struck is counted from the findings of all forms, written before. */
function problemsWriter(
  book: OwnBook,
  problems: ReturnType<typeof problemsTable>,
): {
  readonly fillFrom: (findings: SheetWriter<string> | null) => void;
} {
  let counted: SheetWriter<string> | null = null;
  const writer = new SheetWriter(book, names.problems, problems, {
    widths: { title: 40 },
    formulaAt: (row, key) => {
      const findings = counted;
      if (key !== 'count' || !findings || findings.rows === 0) return null;
      const area = (of: string): string => `${names.findings}!${columnArea(findings.table, findings.rows, of, '$')}`;
      const cell = (of: 'title' | 'severity'): string => `$${lettersOf(problems, of)}${firstRow + row}`;
      return `COUNTIFS(${area('title')},${cell('title')},${area('severity')},${cell('severity')})`;
    },
  });
  return {
    fillFrom(findings) {
      counted = findings;
      writer.fill(problems);
    },
  };
}

/** Draws the summary on a workbook that has no sheets yet: the forms are read once, and none of them is kept. */
export function drawWorkbook(book: OwnBook, published: Published): OwnBook {
  const { rollUp, unread } = published;
  const forms = formsTable(rollUp);
  const formsWriter = new SheetWriter(book, names.forms, forms, { widths: { project: 30, problems: 46, path: 40 } });
  drawGrades(book, rollUp, forms);
  const problems = problemsWriter(book, problemsTable(rollUp));
  const conclusions = new SheetWriter(book, names.conclusions, conclusionsTable, { widths: { conclusion: 120 } });
  const reports = new Map<string, SheetWriter<string>>();
  for (const form of published.forms()) {
    const { facts, notChecked, number } = form;
    const head = { number: String(number), project: facts.project };
    conclusions.add({ ...head, conclusion: conclusion(facts, notChecked) });
    for (const table of tablesOf(form)) {
      const name = names.reports[table.title] ?? table.title;
      const writer = reports.get(name) ?? reportWriter(book, name, table);
      reports.set(name, writer);
      for (const row of table.rows) writer.add(row, head);
    }
  }
  conclusions.close();
  for (const writer of reports.values()) writer.close();
  problems.fillFrom(reports.get(names.findings) ?? null);
  const [from, to] = [columnPlace(forms, 'project'), columnPlace(conclusionsTable, 'conclusion')];
  const row = (place: number): number => firstRow - 1 + place;
  const links = forms.rows.map((_, place) => ({
    from: { row: row(place), column: from },
    sheet: names.conclusions,
    to: { row: row(place), column: to },
  }));
  formsWriter.fill(forms, { totals: totalsOf(rollUp, forms), links });
  drawTable(book, names.shared, sharedTable(rollUp), { text: 70, numbers: 30 });
  drawTable(book, names.outliers, outliersTable(rollUp), { text: 60 });
  drawTable(book, names.unread, unreadTable(unread), { path: 50, reason: 70 });
  return book;
}

const conclusionsTable = tableOf(
  '复核结论',
  { number: countColumn('序号'), project: textColumn('项目名称'), conclusion: textColumn('结论（可直接引用）') },
  [],
);

function drawTable<Key extends string>(
  book: OwnBook,
  name: string,
  table: SummaryTable<Key>,
  widths: Readonly<Partial<Record<NoInfer<Key>, number>>>,
): void {
  new SheetWriter(book, name, table, { widths }).fill(table);
}

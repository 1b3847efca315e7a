/** The summary as an Excel workbook with formulas, filters, frozen headers and a chart. */
import type { Amount } from '../../summary/amount';
import { conclusion } from '../../papers/conclusion';
import type { RollUp } from '../../summary/rollUp';
import {
  type FormsKey,
  formsTable,
  gradesTable,
  outliersTable,
  problemsTable,
  sharedTable,
} from '../../summary/rollUpTables';
import { countColumn, type SummaryTable, tableOf, textColumn } from '../../summary/table';
import { tablesOf, unreadTable, type Published, type PublishedForm } from '../published';
import {
  columnArea,
  createSheetWriter,
  type Engine,
  firstRow,
  type CellFormula,
  lettersOf,
  must,
  type SheetWriter,
  type SummaryTotalRow,
} from './sheetWriter';

const names = {
  forms: '汇总表',
  grades: '等级分布',
  problems: '常见问题',
  findings: '问题清单',
  /** In the order of `tablesOf`. */
  reports: ['一级指标得分', '二三级指标得分', '预算执行情况', '问题清单'],
  conclusions: '结论',
  shared: '雷同与重复',
  outliers: '需要先看的表',
  unread: '未能复核',
} as const;

/** Sums and means below the summary; SUBTOTAL leaves out what a filter hides. */
function totalsOf({ rows, totals }: RollUp, table: SummaryTable<FormsKey>): readonly SummaryTotalRow<FormsKey>[] {
  if (rows.length === 0) return [];
  const sumOf = (key: FormsKey, value: Amount): CellFormula => ({
    formula: `SUBTOTAL(109,${columnArea(table, key)})`,
    value,
  });
  const meanOf = (key: FormsKey, value: Amount): CellFormula => ({
    formula: `IFERROR(ROUND(SUBTOTAL(101,${columnArea(table, key)}),2),"")`,
    value,
  });
  const [budget, executed] = [columnArea(table, 'budget'), columnArea(table, 'executed')];
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

/** Tables of the same columns under one another, each row with the number and the project of its form. */
function stacked(
  forms: readonly { readonly form: PublishedForm; readonly table: SummaryTable }[],
): SummaryTable | null {
  const [first] = forms;
  if (!first) return null;
  return {
    title: first.table.title,
    columns: [
      { key: 'number', ...countColumn('序号') },
      { key: 'project', ...textColumn('项目名称') },
      ...first.table.columns,
    ],
    rows: forms.flatMap(({ form: { facts, number }, table }) =>
      table.rows.map((row) => ({ number: String(number), project: facts.project, ...row })),
    ),
  };
}

/** How many forms have each grade, counted from the summary, with a chart. */
function addGrades(engine: Engine, writer: SheetWriter, rollUp: RollUp, forms: SummaryTable<FormsKey>): void {
  const grades = gradesTable(rollUp);
  const counted = { grade: null, stated: 'grade', reviewed: 'reviewedGrade' } as const;
  writer.add(names.grades, grades, {
    formulaAt: (row, key) => {
      const column = counted[key];
      if (column === null || forms.rows.length === 0) return null;
      const area = `${names.forms}!${columnArea(forms, column, '$')}`;
      const label = `$${lettersOf(grades, 'grade')}${firstRow + row}`;
      return `IF(${label}="未评级",COUNTBLANK(${area}),COUNTIF(${area},${label}))`;
    },
  });
  if (grades.rows.length === 0 || forms.rows.length === 0) return;
  must(
    writer.file.AddChart(names.grades, 'E2', {
      Type: engine.Col,
      Title: { Paragraph: [{ Text: '等级分布（份）' }] },
      Legend: { Position: 'bottom' },
      PlotArea: { ShowVal: true },
      Format: { AltText: '自评等级与复核等级的份数' },
      Series: (['stated', 'reviewed'] as const).map((key) => ({
        Name: `${names.grades}!$${lettersOf(grades, key)}$${firstRow - 1}`,
        Categories: `${names.grades}!${columnArea(grades, 'grade', '$')}`,
        Values: `${names.grades}!${columnArea(grades, key, '$')}`,
      })),
    }),
  );
}

/** How often each check struck, counted from the findings of all forms. */
function addProblems(writer: SheetWriter, rollUp: RollUp, findings: SummaryTable | null): void {
  const problems = problemsTable(rollUp);
  writer.add(names.problems, problems, {
    widths: { title: 40 },
    formulaAt: (row, key) => {
      if (key !== 'count' || !findings || findings.rows.length === 0) return null;
      const area = (of: string): string => `${names.findings}!${columnArea(findings, of, '$')}`;
      const cell = (of: 'title' | 'severity'): string => `$${lettersOf(problems, of)}${firstRow + row}`;
      return `COUNTIFS(${area('title')},${cell('title')},${area('severity')},${cell('severity')})`;
    },
  });
}

/** The bytes of the workbook. */
export function workbookOf(engine: Engine, published: Published): Uint8Array {
  const { rollUp, unread } = published;
  const writer = createSheetWriter(engine);
  const { file } = writer;
  const forms = formsTable(rollUp);
  writer.add(names.forms, forms, { totals: totalsOf(rollUp, forms), widths: { project: 30, problems: 46, path: 40 } });
  addGrades(engine, writer, rollUp, forms);
  // Read once: a form comes from the journal each time it is asked for.
  const all = [...published.forms()].map((form) => ({ form, tables: tablesOf(form) }));
  const reports = names.reports.map((name, nth) => ({
    name,
    table: stacked(all.flatMap(({ form, tables }) => (tables[nth] ? [{ form, table: tables[nth] }] : []))),
  }));
  addProblems(writer, rollUp, reports.find(({ name }) => name === names.findings)?.table ?? null);
  const conclusions = tableOf(
    '复核结论',
    { number: countColumn('序号'), project: textColumn('项目名称'), conclusion: textColumn('结论（可直接引用）') },
    all.map(({ form: { facts, number } }) => ({
      number: String(number),
      project: facts.project,
      conclusion: conclusion(facts),
    })),
  );
  writer.add(names.conclusions, conclusions, { widths: { conclusion: 120 } });
  for (const { name, table } of reports) {
    const widths = name === names.findings ? { title: 28, message: 60, remedy: 50 } : {};
    if (table) writer.add(name, table, { widths });
  }
  writer.add(names.shared, sharedTable(rollUp), { widths: { text: 70, numbers: 30 } });
  writer.add(names.outliers, outliersTable(rollUp), { widths: { text: 60 } });
  writer.add(names.unread, unreadTable(unread), { widths: { path: 50, reason: 70 } });
  const [from, to] = [lettersOf(forms, 'project'), lettersOf(conclusions, 'conclusion')];
  forms.rows.forEach((_, row) => {
    const line = firstRow + row;
    must(file.SetCellHyperLink(names.forms, `${from}${line}`, `${names.conclusions}!${to}${line}`, 'Location'));
  });
  must(file.SetActiveSheet(0));
  return writer.bytes();
}

/** The summary as an Excel workbook with formulas, filters, frozen headers and a chart. */
import { columnLetters } from '../../core/sheet/cellRef';
import type { Amount } from '../../summary/amount';
import { conclusion } from '../../papers/conclusion';
import type { RollUp } from '../../summary/rollUp';
import { formsTable, gradesTable, outliersTable, problemsTable, sharedTable } from '../../summary/rollUpTables';
import type { SummaryTable } from '../../summary/table';
import { tablesOf, unreadTable, type Published, type PublishedForm } from '../published';
import { createSheetWriter, firstRow, must, type Engine, type Formula, type TotalRow } from './sheetWriter';

const names = {
  forms: '汇总表',
  grades: '等级分布',
  problems: '常见问题',
  /** In the order of `tablesOf`. */
  reports: ['一级指标得分', '二三级指标得分', '预算执行情况', '问题清单'],
  conclusions: '结论',
  shared: '雷同与重复',
  outliers: '需要先看的表',
  unread: '未能复核',
} as const;

/** Zero-based places of the columns of the summary that are counted and added. */
const place = {
  project: 1,
  money: [4, 5, 6],
  budget: 5,
  executed: 6,
  rate: 7,
  stated: 8,
  reviewed: 9,
  grades: [11, 12],
  counts: [13, 14, 15],
} as const;

/** Sums and means below the summary; SUBTOTAL leaves out what a filter hides. */
function totalsOf({ rows, totals }: RollUp): readonly TotalRow[] {
  if (rows.length === 0) return [];
  const area = (column: number): string => {
    const letters = columnLetters(column);
    return `${letters}${firstRow}:${letters}${firstRow + rows.length - 1}`;
  };
  const sumOf = (column: number, value: Amount): readonly [number, Formula] => [
    column,
    { formula: `SUBTOTAL(109,${area(column)})`, value },
  ];
  const meanOf = (column: number, value: Amount): readonly [number, Formula] => [
    column,
    { formula: `IFERROR(ROUND(SUBTOTAL(101,${area(column)}),2),"")`, value },
  ];
  const [initial, budget, executed] = place.money;
  const [p0, p1, p2] = place.counts;
  const both = `${area(place.budget)},"<>",${area(place.executed)},"<>"`;
  const rate = `IFERROR(ROUND(SUMIFS(${area(place.executed)},${both})/SUMIFS(${area(place.budget)},${both}),6),"")`;
  return [
    {
      label: '合计',
      cells: new Map([
        sumOf(initial, totals.initial),
        sumOf(budget, totals.budget),
        sumOf(executed, totals.executed),
        [place.rate, { formula: rate, value: totals.rate }],
        sumOf(p0, String(totals.counts.P0)),
        sumOf(p1, String(totals.counts.P1)),
        sumOf(p2, String(totals.counts.P2)),
      ]),
    },
    {
      label: '平均',
      cells: new Map([meanOf(place.stated, totals.stated.value), meanOf(place.reviewed, totals.reviewed.value)]),
    },
  ];
}

/** How many forms have the grade, counted from the summary. */
function gradeFormula(forms: number): (row: number, column: number) => string | null {
  return (row, column) => {
    if (column === 0 || forms === 0) return null;
    const letters = columnLetters(place.grades[column - 1] ?? 0);
    const area = `${names.forms}!$${letters}$${firstRow}:$${letters}$${firstRow + forms - 1}`;
    const label = `$A${firstRow + row}`;
    return `IF(${label}="未评级",COUNTBLANK(${area}),COUNTIF(${area},${label}))`;
  };
}

/** Tables of the same columns under one another, each row with the number and the project of its form. */
function stacked(
  forms: readonly { readonly form: PublishedForm; readonly table: SummaryTable }[],
): SummaryTable | null {
  const [first] = forms;
  if (!first) return null;
  const shift = 2;
  return {
    title: first.table.title,
    columns: [
      { title: '序号', kind: 'count' },
      { title: '项目名称', kind: 'text' },
      ...first.table.columns.map(({ derived, ...column }) => ({
        ...column,
        ...(derived ? { derived: { ...derived, of: [derived.of[0] + shift, derived.of[1] + shift] as const } } : {}),
      })),
    ],
    rows: forms.flatMap(({ form: { facts, number }, table }) =>
      table.rows.map((row) => [String(number), facts.project, ...row]),
    ),
  };
}

/** The bytes of the workbook. */
export function workbookOf(engine: Engine, published: Published): Uint8Array {
  const { rollUp, unread } = published;
  const writer = createSheetWriter(engine);
  const { file } = writer;
  const forms = rollUp.rows.length;

  writer.add(names.forms, formsTable(rollUp), {
    totals: totalsOf(rollUp),
    widths: new Map([
      [place.project, 30],
      [16, 46],
      [17, 40],
    ]),
  });
  const grades = gradesTable(rollUp);
  writer.add(names.grades, grades, { formulaAt: gradeFormula(forms) });
  if (grades.rows.length > 0 && forms > 0) {
    const last = firstRow + grades.rows.length - 1;
    must(
      file.AddChart(names.grades, 'E2', {
        Type: engine.Col,
        Title: { Paragraph: [{ Text: '等级分布（份）' }] },
        Legend: { Position: 'bottom' },
        PlotArea: { ShowVal: true },
        Format: { AltText: '自评等级与复核等级的份数' },
        Series: ['B', 'C'].map((letters) => ({
          Name: `${names.grades}!$${letters}$2`,
          Categories: `${names.grades}!$A$${firstRow}:$A$${last}`,
          Values: `${names.grades}!$${letters}$${firstRow}:$${letters}$${last}`,
        })),
      }),
    );
  }

  // Read once: a form comes from the journal each time it is asked for.
  const all = [...published.forms()].map((form) => ({ form, tables: tablesOf(form) }));
  const reports = names.reports.map((name, nth) => ({
    name,
    table: stacked(all.flatMap(({ form, tables }) => (tables[nth] ? [{ form, table: tables[nth] }] : []))),
  }));
  const findings = reports.at(-1)?.table?.rows.length ?? 0;
  writer.add(names.problems, problemsTable(rollUp), {
    widths: new Map([[0, 40]]),
    formulaAt: (row, column) => {
      if (column !== 3 || findings === 0) return null;
      const area = (letters: string): string =>
        `问题清单!$${letters}$${firstRow}:$${letters}$${firstRow + findings - 1}`;
      return `COUNTIFS(${area('D')},$A${firstRow + row},${area('C')},$B${firstRow + row})`;
    },
  });
  writer.add(
    names.conclusions,
    {
      title: '复核结论',
      columns: [
        { title: '序号', kind: 'count' },
        { title: '项目名称', kind: 'text' },
        { title: '结论（可直接引用）', kind: 'text' },
      ],
      rows: all.map(({ form: { facts, number } }) => [String(number), facts.project, conclusion(facts)]),
    },
    { widths: new Map([[2, 120]]) },
  );
  for (const { name, table } of reports) {
    const wide =
      name === '问题清单'
        ? new Map([
            [3, 28],
            [5, 60],
            [6, 50],
          ])
        : new Map<number, number>();
    if (table) writer.add(name, table, { widths: wide });
  }
  writer.add(names.shared, sharedTable(rollUp), {
    widths: new Map([
      [1, 70],
      [3, 30],
    ]),
  });
  writer.add(names.outliers, outliersTable(rollUp), { widths: new Map([[3, 60]]) });
  writer.add(names.unread, unreadTable(unread), {
    widths: new Map([
      [0, 50],
      [2, 70],
    ]),
  });
  rollUp.rows.forEach((_, row) => {
    must(
      file.SetCellHyperLink(names.forms, `B${firstRow + row}`, `${names.conclusions}!C${firstRow + row}`, 'Location'),
    );
  });
  must(file.SetActiveSheet(0));
  return writer.bytes();
}

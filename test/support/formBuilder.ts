/** Builds forms by hand for tests of rules and scores: values are read by the value language, cells are laid out in rows. */
import { exact } from '../../src/core/exact';
import type { BudgetBlock, Entry, Form, Indicator, Label, LayoutId, CellReading } from '../../src/core/form/form';
import type { Cell } from '../../src/core/sheet/sheetView';
import { columnRoles, type ColumnFields, type ColumnRole, type FieldOf, readColumns } from '../../src/core/form/roles';
import { parseText } from '../../src/core/value/parse';

/** What a test may say of a column: figures as numbers or as they are displayed, words as they stand; null: there is no such column. */
type Said = Readonly<Partial<Record<FieldOf<'points' | 'ratio'>, number | string | null>>> &
  Readonly<Partial<Record<FieldOf<'value'>, string | null>>> &
  Readonly<Partial<Record<FieldOf<'text'>, string>>>;

/** One indicator; only what a test is about needs to be said. */
export interface IndicatorSpec extends Said {
  readonly name?: string;
  readonly level1?: string;
  readonly level2?: string;
  readonly isExecutionRate?: boolean;
  readonly isAdjustment?: boolean;
  readonly shift?: number;
}

/** The budget block; amounts in 万元, the rate as displayed. */
interface BudgetSpec {
  readonly budget: number | string | null;
  readonly executed: number | string | null;
  readonly rate?: string | null;
  readonly weight?: number | null;
  readonly score?: number | null;
}

/** One form. */
export interface FormSpec {
  readonly indicators: readonly IndicatorSpec[];
  readonly budget?: BudgetSpec;
  readonly total?: { readonly weight?: number; readonly score?: number | null };
  readonly notes?: readonly string[];
  readonly layout?: LayoutId;
  readonly title?: string;
  readonly department?: string;
  readonly misalignedLines?: readonly number[];
}

/** Where the column of a role stands in a built form, zero-based: they follow each other as in the table of roles. */
const columnOf = (role: ColumnRole): number => columnRoles.indexOf(role);
const firstRow = 13;

/** A cell that holds a value as it is displayed. */
function cellOf(value: string | number | null, row: number, column: number): Cell {
  return {
    ref: { row, column },
    value: value === '' ? null : value,
    text: value === null ? '' : String(value),
    formula: null,
    numberFormat: 'General',
    merge: null,
  };
}

/** A reading of a cell: numbers, percentages as ratios, dashes, blanks, words. */
function readingOf(value: string | number | null, row: number, column: number): CellReading {
  const cell = cellOf(value, row, column);
  if (value === null || value === '') return { kind: 'blank', cell };
  if (typeof value === 'number') return { kind: 'number', value: exact(value), cell };
  if (/^[-—]$/u.test(value)) return { kind: 'dash', cell };
  const percentage = /^(\d+(?:\.\d+)?)%$/u.exec(value)?.[1];
  if (percentage !== undefined) return { kind: 'text-number', value: exact(percentage).div(100), cell };
  return /^-?\d+(?:\.\d+)?$/u.test(value)
    ? { kind: 'text-number', value: exact(value), cell }
    : { kind: 'not-a-number', cell };
}

function labelOf(text: string, row: number, column: number): Label {
  const weight = /[（(](\d+)分[）)]/u.exec(text)?.[1];
  return { text, weight: weight === undefined ? null : exact(weight), cell: cellOf(text, row, column) };
}

function entryOf(text: string | null | undefined, row: number, column: number): Entry | null {
  if (text === null) return null;
  return { cell: cellOf(text ?? '', row, column), value: parseText(text ?? '') };
}

/** The columns of a row, each read as its role says. Rows that state the same rule text share one cell, as a merged cell does. */
function fieldsOf(spec: IndicatorSpec, row: number, ruleRow: number): ColumnFields {
  const figure = (value: number | string | null | undefined, role: ColumnRole): CellReading | null =>
    value === undefined ? null : readingOf(value, row, columnOf(role));
  const said = readColumns({
    points: (role, field) => figure(spec[field], role),
    ratio: (role, field) => figure(spec[field], role),
    value: (role, field) => (spec[field] === undefined ? null : entryOf(spec[field], row, columnOf(role))),
    text: (role, field) => {
      const text = spec[field];
      return text === undefined ? null : cellOf(text, role === 'rule' ? ruleRow : row, columnOf(role));
    },
  });
  return {
    ...said,
    // Of these a form has columns unless a test says that it has none; a weight that is not spoken of is ten.
    weight: spec.weight === null ? null : readingOf(spec.weight ?? 10, row, columnOf('weight')),
    target: entryOf(spec.target, row, columnOf('target')),
    actual: entryOf(spec.actual, row, columnOf('actual')),
  };
}

/** What an indicator holds of a form that has no columns. */
export const noColumns: ColumnFields = readColumns({
  points: () => null,
  ratio: () => null,
  value: () => null,
  text: () => null,
});

function indicatorOf(spec: IndicatorSpec, index: number, ruleRow: number): Indicator {
  const row = firstRow + index;
  const name = spec.name ?? `指标${index + 1}`;
  return {
    ...fieldsOf(spec, row, ruleRow),
    key: `${name}#${index}`,
    line: row,
    level1: labelOf(spec.level1 ?? '产出指标', row, columnOf('level1')),
    level2: labelOf(spec.level2 ?? '数量指标', row, columnOf('level2')),
    name: labelOf(name, row, columnOf('level3')),
    misplacedScore: null,
    isExecutionRate: spec.isExecutionRate ?? false,
    isAdjustment: spec.isAdjustment ?? false,
    shift: spec.shift ?? null,
    isHidden: false,
  };
}

/** A budget block with one line, in row 7. */
function budgetOf({ budget, executed, rate, weight, score }: BudgetSpec): BudgetBlock {
  const row = 6;
  return {
    area: { top: 5, left: 2, bottom: 9, right: 9 },
    unit: '万元',
    lines: [
      {
        label: labelOf('年度资金总额', row, 2),
        role: 'total',
        initial: readingOf(budget, row, 4),
        budget: readingOf(budget, row, 5),
        executed: readingOf(executed, row, 6),
        rate: null,
      },
    ],
    weight: weight === undefined || weight === null ? null : readingOf(weight, row, 7),
    rate: rate === undefined ? null : readingOf(rate, row, 8),
    score: score === undefined ? null : readingOf(score, row, 9),
    reason: null,
    formTotals: null,
  };
}

/** A form with its indicators in rows from row 14, its total below and its notes after that. */
export function formOf(spec: FormSpec): Form {
  const ruleRows = new Map<string, number>();
  const indicators = spec.indicators.map((indicator, index) => {
    const rule = indicator.rule ?? '';
    if (!ruleRows.has(rule)) ruleRows.set(rule, firstRow + index);
    return indicatorOf(indicator, index, ruleRows.get(rule) ?? firstRow + index);
  });
  const totalRow = firstRow + indicators.length;
  return {
    sheetId: '1',
    sheetName: '自评表',
    layout: spec.layout ?? 'national',
    title: cellOf(spec.title ?? '项目支出绩效自评表', 1, 0),
    year: 2023,
    yearCell: null,
    project: null,
    projectName: null,
    department: spec.department === undefined ? null : cellOf(spec.department, 4, 2),
    unit: null,
    budget: spec.budget ? budgetOf(spec.budget) : null,
    head: { score: null, grade: null },
    goals: { expected: null, achieved: null },
    table: { top: firstRow - 1, left: 0, bottom: totalRow, right: columnRoles.length - 1 },
    headings: [],
    columns: [],
    furtherBlocks: [],
    indicators,
    sharedWeights: [],
    subtotals: [],
    total: spec.total
      ? {
          label: cellOf('总分', totalRow, 0),
          weight: readingOf(spec.total.weight ?? 100, totalRow, columnOf('weight')),
          score: readingOf(spec.total.score ?? null, totalRow, columnOf('score')),
          scoreRate: null,
          deduction: null,
        }
      : null,
    notes: (spec.notes ?? []).map((note, index) => cellOf(note, totalRow + 1 + index, 0)),
    ignored: [],
    doubts: [],
    misalignment: spec.misalignedLines ? { shift: 1, lines: spec.misalignedLines, evidence: [] } : null,
  };
}

/** A self-evaluation form as it was found on a sheet; everything keeps the cell it came from. */
import type { Exact } from '../exact';
import type { Area, CellRef } from '../sheet/cellRef';
import type { Cell } from '../sheet/sheetView';
import type { Value } from '../value/value';
import type { HeadFigures } from './headFigures';
import type { ColumnFields, ColumnRole } from './roles';
import type { TargetTable } from './targetTable';

export type { ColumnRole } from './roles';

/** The known families of layouts; `unfamiliar` was recognised by its headers and data alone. */
export type LayoutId =
  | 'national'
  | 'rule-column'
  | 'weight-first'
  | 'no-weight'
  | 'flat'
  | 'transfer'
  | 'evaluation'
  | 'scorecard'
  | 'horizontal'
  | 'framework'
  | 'workpaper'
  | 'unfamiliar';

/** A column with its role, why it has it, and how sure that is. */
export interface Column {
  readonly role: ColumnRole;
  /** Zero-based on the sheet (in a horizontal layout: the row). */
  readonly index: number;
  /** The header cell. */
  readonly header: Cell;
  /** What decided: the header's wording, the data below, its neighbours, or the user. */
  readonly because: 'header' | 'data' | 'position' | 'user';
  /** certain: one role fits; likely: others were possible; doubtful: ask the user. */
  readonly certainty: 'certain' | 'likely' | 'doubtful';
}

/** A number as a cell holds it, or what stands there instead. `value` is in points, 万元 or a ratio. */
export type CellReading =
  | { readonly kind: 'number'; readonly value: Exact; readonly cell: Cell }
  /** A number typed as text ("10分", "８"): usable, and worth a remark. */
  | { readonly kind: 'text-number'; readonly value: Exact; readonly cell: Cell }
  | { readonly kind: 'blank' | 'dash' | 'error' | 'not-a-number'; readonly cell: Cell };

/** A target or an actual: the cell and what it means. */
export interface Entry {
  readonly cell: Cell;
  readonly value: Value;
}

/** A heading or name, with the weight that stands inside it ("数量指标(10分)" → 10), if any. */
export interface Label {
  /** Without line breaks and without the weight in brackets. */
  readonly text: string;
  readonly weight: Exact | null;
  readonly cell: Cell;
}

/**
 * One row of the indicator table that can be scored; what its columns hold is listed in `roles.ts`.
 *
 * Columns that the layout does not have are null; present but empty cells are blank readings. A weight or score merged
 * over several rows is read in the first and null in the others. Without a weight column, a weight inside the name
 * ("…（3分）"), or inside a heading over this row alone, is the weight.
 */
export interface Indicator extends ColumnFields {
  /** Stable over edits elsewhere: levels and name, with a counter where they repeat. */
  readonly key: string;
  /** Zero-based row (in a horizontal layout: column) on the sheet. */
  readonly line: number;
  readonly level1: Label | null;
  readonly level2: Label | null;
  /** The indicator's own name; its cell is the indicator's address. */
  readonly name: Label;
  /** A score that stands in the actual column of a row without a target (决策 and 管理 rows); then there is no actual. */
  readonly misplacedScore: Cell | null;
  /** The execution-rate row of layouts that score it as an indicator. */
  readonly isExecutionRate: boolean;
  /** A bonus or malus row (平鲁 D): its score may be negative and is outside the hundred. */
  readonly isAdjustment: boolean;
  /** Where the row does not fit the header: by how many columns its values are displaced. */
  readonly shift: number | null;
  readonly isHidden: boolean;
}

/** One line of the budget block, amounts in `unit`. */
export interface BudgetLine {
  readonly label: Label;
  readonly role: 'total' | 'fiscal' | 'carried-over' | 'other';
  /** 年初预算数. */
  readonly initial: CellReading | null;
  /** 全年预算数 / 调整预算数 (A). */
  readonly budget: CellReading | null;
  /** 全年执行数 (B). */
  readonly executed: CellReading | null;
  /** Its own execution rate, where it is a part and the layout has a rate in its row; the total's is the block's. */
  readonly rate: CellReading | null;
}

/** 项目资金: amounts, execution rate and, in most layouts, its weight and score. */
export interface BudgetBlock {
  readonly area: Area;
  readonly unit: '万元' | '元' | null;
  readonly lines: readonly BudgetLine[];
  /** Of the total line, else of the part where it stands; null where the layout has no such column. */
  readonly weight: CellReading | null;
  readonly rate: CellReading | null;
  readonly score: CellReading | null;
  /** 原因 beside the amounts (四川), of the total line; null where the layout has no such column. */
  readonly reason: Cell | null;
  /**
   * The weight and the score of the whole form, where a unit typed them into the row of the funds; then the block has
   * no weight and no score of its own. Null everywhere else.
   */
  readonly formTotals: { readonly weight: CellReading; readonly score: CellReading | null } | null;
}

/** 总分 / 合计; where no row of the table states it, 自评总分 in the head. Label and score may be one cell. */
export interface TotalRow {
  readonly label: Cell;
  readonly weight: CellReading | null;
  readonly score: CellReading | null;
  readonly scoreRate: CellReading | null;
  readonly deduction: CellReading | null;
}

/** A subtotal row inside the table (小计), for the indicators above it. */
export interface Subtotal {
  readonly label: Cell;
  readonly weight: CellReading | null;
  readonly score: CellReading | null;
  /** What it may sum, likeliest first: the keys of the indicators of each extent. */
  readonly extents: readonly (readonly string[])[];
}

/** Points that a heading gives to several rows together, where no column holds weights: "质量指标12分" over two rows. */
export interface SharedWeight {
  readonly label: Cell;
  /** In points; what the rows below a heading leave of it where some have points of their own. */
  readonly weight: Exact;
  /** Keys of the indicators that share it; their own weight is null. */
  readonly covers: readonly string[];
}

/** A part of the indicator table with headings of its own, below the first one. */
interface FurtherBlock {
  readonly table: Area;
  readonly columns: readonly Column[];
}

/** A row of the table that is no indicator: "指标2:", "……", a repeated header, an empty row, a heading over rows. */
export interface IgnoredRow {
  readonly line: number;
  /**
   * `placeholder`: what the template left, and rows that say of themselves that they are not assessed ("/", 无);
   * `unreadable`: below a row of headings that could not be understood.
   */
  readonly because: 'placeholder' | 'repeated-header' | 'empty' | 'heading' | 'note' | 'unreadable';
  readonly cell: Cell;
}

/** Something about the recognition that the user should know or decide. */
export interface Doubt {
  readonly kind:
    | 'two-columns-for-role'
    | 'role-uncertain'
    | 'role-missing'
    | 'rows-shifted'
    | 'hidden-rows'
    | 'hidden-columns'
    | 'clipped'
    /** A second row of headings with other columns could not be understood; nothing below it was read. */
    | 'headings-not-understood';
  readonly role: ColumnRole | null;
  readonly cells: readonly Cell[];
}

/** One form. */
export interface Form {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly layout: LayoutId;
  readonly title: Cell | null;
  readonly year: number | null;
  /** The cell that names the year: the title or a line below it, else the project's name. */
  readonly yearCell: Cell | null;
  readonly project: Cell | null;
  /** The project's name without a label before it ("项目名称：…"). */
  readonly projectName: string | null;
  readonly department: Cell | null;
  readonly unit: Cell | null;
  readonly budget: BudgetBlock | null;
  /** What the head states of the whole form: 自评总分, 自评等级. */
  readonly head: HeadFigures;
  /** 年度总体目标: what was expected and what was achieved. */
  readonly goals: { readonly expected: Cell | null; readonly achieved: Cell | null };
  /** Header and body of the indicator table. */
  readonly table: Area;
  /** The headings of the table from left to right, whether a role was found for them or not. */
  readonly headings: readonly Cell[];
  readonly columns: readonly Column[];
  /** Below a second row of headings with other columns; their indicators stand among the form's. */
  readonly furtherBlocks: readonly FurtherBlock[];
  readonly indicators: readonly Indicator[];
  /** In layouts without a column of weights. */
  readonly sharedWeights: readonly SharedWeight[];
  readonly subtotals: readonly Subtotal[];
  readonly total: TotalRow | null;
  /** Notes below the table, one cell each, in order. */
  readonly notes: readonly Cell[];
  readonly ignored: readonly IgnoredRow[];
  readonly doubts: readonly Doubt[];
  /**
   * How the rows stand against the header: null when they fit; else by how many columns they are displaced.
   * Nothing is scored from displaced rows.
   */
  readonly misalignment: {
    readonly shift: number | null;
    readonly lines: readonly number[];
    readonly evidence: readonly Cell[];
  } | null;
}

/** Why a sheet holds no form. `empty`: nothing on it; `other-document`: named by `what` (绩效目标申报表 …). */
export type NoForm =
  | { readonly kind: 'empty' }
  /** A report, workpaper or summary that this add-in made. */
  | { readonly kind: 'own-paper' }
  /** The sample form of this add-in, among the sheets of a whole workbook: a form, and none of the unit's. */
  | { readonly kind: 'sample' }
  | { readonly kind: 'other-document'; readonly what: string; readonly cell: CellRef }
  /** A form as it was issued: its header is there, and no row below it was filled in. */
  | { readonly kind: 'not-filled-in'; readonly cell: CellRef }
  | { readonly kind: 'no-indicator-table' };

/**
 * What was found on a sheet: one form or more, or the reason why none; and the tables of approved targets that stand on
 * it, with forms or alone.
 */
export type Recognition = { readonly targetTables: readonly TargetTable[] } & (
  { readonly found: true; readonly forms: readonly Form[] } | { readonly found: false; readonly because: NoForm }
);

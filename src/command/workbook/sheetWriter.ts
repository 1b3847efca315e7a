/** Draws a summary's table on a worksheet: title, frozen and filtered header, typed cells, formulas where a figure follows. */
import type { Border, init, Style } from 'excelize-wasm';
import { columnLetters } from '../../core/sheet/cellRef';
import type { Amount } from '../../summary/amount';
import type { ColumnKind, Derived, SummaryTable, TableColumn, TableRow } from '../../summary/table';
import { withTypedResults } from './typedResults';

/** A loaded excelize. */
export type Engine = Awaited<ReturnType<typeof init>>;
/** A workbook in the making. */
type Draft = InstanceType<Engine['NewFile']>;

/** One-based row of the header, and the first of the data; the title stands above. */
const headerRow = 2;
export const firstRow = 3;
/** Most characters of one cell (Excel specifications and limits). */
const longestText = 32_767;

/**
 * What the engine answers, where it is not an error.
 *
 * @throws Error when it refuses: nothing that comes from a form can make it, so it is a bug.
 */
export function must<T extends { readonly error?: string | null }>(result: T): T {
  if (result.error) throw new Error(`summary workbook: ${result.error}`);
  return result;
}

const thin: Border[] = ['left', 'right', 'top', 'bottom'].map((Type) => ({ Type, Color: 'BFC5CC', Style: 1 }));
const formats: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  points: '0.00',
  money: '#,##0.00####',
  ratio: '0.00%',
  count: '0',
};
const font = '宋体';

type StyleName = ColumnKind | 'title' | 'header' | `total-${ColumnKind}`;

function styleFor(name: StyleName): Style {
  if (name === 'title') return { Font: { Family: font, Size: 14, Bold: true } };
  if (name === 'header') {
    return {
      Border: thin,
      Font: { Family: font, Size: 10, Bold: true },
      Fill: { Type: 'pattern', Pattern: 1, Color: ['E8EDF3'] },
      Alignment: { Horizontal: 'center', Vertical: 'center', WrapText: true },
    };
  }
  const isTotal = name.startsWith('total-');
  const kind = (isTotal ? name.slice('total-'.length) : name) as ColumnKind;
  return {
    Border: thin,
    Font: { Family: font, Size: 10, Bold: isTotal },
    Alignment: { Horizontal: kind === 'text' ? 'left' : 'right', Vertical: 'top', WrapText: kind === 'text' },
    CustomNumFmt: formats[kind],
  };
}

/** A formula with the value that it has, so that programs which do not calculate show it too. */
export interface CellFormula {
  readonly formula: string;
  readonly value: Amount;
}

/** One row below the data; columns without an entry are empty. */
export interface SummaryTotalRow<Key extends string> {
  readonly label: string;
  readonly cells: Readonly<Partial<Record<Key, CellFormula>>>;
}

interface SheetOptions<Key extends string> {
  /** Widths of columns in characters, where a kind's usual one does not fit. */
  readonly widths?: Readonly<Partial<Record<Key, number>>>;
  readonly totals?: readonly SummaryTotalRow<Key>[];
  /** Formulas of data cells by zero-based row and key, beside those of derived columns. */
  readonly formulaAt?: (row: number, key: Key) => string | null;
}

const usualWidth: Readonly<Record<Exclude<ColumnKind, 'text'>, number>> = { points: 9, money: 15, ratio: 10, count: 8 };
const textWidth = { least: 8, most: 28 };

/** Room for the longest text of a column, up to where it wraps; a Chinese character takes two of the unit. */
function widthOf<Key extends string>(rows: readonly TableRow<Key>[], { key, kind, title }: TableColumn<Key>): number {
  if (kind !== 'text') return usualWidth[kind];
  const longest = rows.reduce((most, row) => Math.max(most, row[key]?.length ?? 0), title.length);
  return Math.min(textWidth.most, Math.max(textWidth.least, longest * 2 + 2));
}

/**
 * The letters of a column on the sheet of a table.
 *
 * @throws Error where the table has no such column, which is a bug.
 */
export function lettersOf<Key extends string>({ columns }: Pick<SummaryTable<Key>, 'columns'>, key: Key): string {
  const place = columns.findIndex((column) => column.key === key);
  if (place < 0) throw new Error(`summary workbook: no column ${key}`);
  return columnLetters(place);
}

/** The data cells of a column: `D3:D12`, or `$D$3:$D$12` for formulas that are read from other sheets. */
export function columnArea<Key extends string>(
  table: SummaryTable<Key>,
  key: NoInfer<Key>,
  sign: '' | '$' = '',
): string {
  const letters = lettersOf(table, key);
  return `${sign}${letters}${sign}${firstRow}:${sign}${letters}${sign}${firstRow + table.rows.length - 1}`;
}

/** A derived figure as a formula, and the blank text while one of its figures is missing. */
function derivedFormula(table: SummaryTable, { kind, of }: Derived, row: number): string {
  const [one, two] = [`${lettersOf(table, of[0])}${row}`, `${lettersOf(table, of[1])}${row}`];
  const areFigures = `ISNUMBER(${one}),ISNUMBER(${two})`;
  // Rounded as the review rounds: a double has no exact decimals.
  return kind === 'quotient'
    ? `IF(AND(${areFigures}),IF(${two}=0,"",ROUND(${one}/${two},6)),"")`
    : `IF(AND(${areFigures}),ROUND(${one}-${two},6),"")`;
}

/** A workbook in the making, sheet by sheet. */
export interface SheetWriter {
  readonly file: Draft;
  /** Adds a sheet of this name with the table on it. */
  add<Key extends string>(sheet: string, table: SummaryTable<Key>, options?: SheetOptions<Key>): void;
  /** The workbook as a file. */
  bytes(): Uint8Array;
}

function cellValue(kind: ColumnKind, value: Amount): string | number | null {
  if (value === null) return null;
  return kind === 'text' ? value.slice(0, longestText) : Number(value);
}

/** Frozen and filtered below the header, on landscape pages that repeat it. */
function arrangePage(file: Draft, sheet: string, lastColumn: string, lastRow: number): void {
  must(file.AutoFilter(sheet, `A${headerRow}:${lastColumn}${Math.max(lastRow, headerRow + 1)}`, []));
  must(
    file.SetPanes(sheet, {
      Freeze: true,
      YSplit: headerRow,
      TopLeftCell: `A${firstRow}`,
      ActivePane: 'bottomLeft',
    }),
  );
  must(file.SetPageLayout(sheet, { Orientation: 'landscape', Size: 9, FitToWidth: 1, FitToHeight: 0 }));
  must(file.SetSheetProps(sheet, { FitToPage: true }));
  must(
    file.SetDefinedName({
      Name: '_xlnm.Print_Titles',
      RefersTo: `${sheet}!$${headerRow}:$${headerRow}`,
      Scope: sheet,
    }),
  );
}

function writeFormula(
  file: Draft,
  sheet: string,
  cell: string,
  kind: ColumnKind,
  { formula, value }: CellFormula,
): void {
  // The value first: a formula keeps what stood in the cell as its result.
  const stored = cellValue(kind, value);
  if (stored !== null) must(file.SetCellValue(sheet, cell, stored));
  must(file.SetCellFormula(sheet, cell, formula));
}

type StyleOf = (name: StyleName) => number;

function writeHead<Key extends string>(
  file: Draft,
  sheet: string,
  { columns, rows, title }: SummaryTable<Key>,
  styleOf: StyleOf,
  widths: SheetOptions<Key>['widths'],
): void {
  const titles = columns.map((column) => column.title);
  must(file.SetCellStr(sheet, 'A1', title));
  must(file.SetCellStyle(sheet, 'A1', 'A1', styleOf('title')));
  must(file.SetSheetRow(sheet, `A${headerRow}`, titles));
  const last = columnLetters(columns.length - 1);
  must(file.SetCellStyle(sheet, `A${headerRow}`, `${last}${headerRow}`, styleOf('header')));
  columns.forEach((column, place) => {
    const letters = columnLetters(place);
    must(file.SetColWidth(sheet, letters, letters, widths?.[column.key] ?? widthOf(rows, column)));
    const area = [`${letters}${firstRow}`, `${letters}${headerRow + rows.length}`] as const;
    if (rows.length > 0) must(file.SetCellStyle(sheet, ...area, styleOf(column.kind)));
  });
}

function writeRows<Key extends string>(
  file: Draft,
  sheet: string,
  table: SummaryTable<Key>,
  formulaAt: SheetOptions<Key>['formulaAt'],
): void {
  const { columns, rows } = table;
  rows.forEach((row, down) => {
    const line = firstRow + down;
    must(
      file.SetSheetRow(
        sheet,
        `A${line}`,
        columns.map(({ key, kind }) => cellValue(kind, row[key])),
      ),
    );
    columns.forEach(({ derived, key, kind }, across) => {
      const value = row[key];
      const isDerived = derived && derived.of.every((of) => row[of] !== null) && value !== null;
      const formula = isDerived ? derivedFormula(table, derived, line) : formulaAt?.(down, key);
      if (formula) writeFormula(file, sheet, `${columnLetters(across)}${line}`, kind, { formula, value });
    });
  });
}

function writeTotals<Key extends string>(
  file: Draft,
  sheet: string,
  { columns, rows }: SummaryTable<Key>,
  styleOf: StyleOf,
  totals: readonly SummaryTotalRow<Key>[],
): void {
  totals.forEach(({ cells, label }, down) => {
    const line = firstRow + rows.length + down;
    columns.forEach(({ key, kind }, place) => {
      const cell = `${columnLetters(place)}${line}`;
      const total = cells[key];
      must(file.SetCellStyle(sheet, cell, cell, styleOf(`total-${total ? kind : 'text'}`)));
      if (total) writeFormula(file, sheet, cell, kind, total);
    });
    must(file.SetCellStr(sheet, `A${line}`, label));
  });
}

/** Writes tables onto sheets of one workbook. */
export function createSheetWriter(engine: Engine): SheetWriter {
  const file = engine.NewFile();
  must(file);
  const styles = new Map<StyleName, number>();
  const styleOf: StyleOf = (name) => {
    const known = styles.get(name);
    if (known !== undefined) return known;
    const made = must(file.NewStyle(styleFor(name))).style;
    styles.set(name, made);
    return made;
  };
  let sheets = 0;

  return {
    file,
    add(sheet, table, { formulaAt, totals = [], widths } = {}) {
      if (sheets === 0) must(file.SetSheetName('Sheet1', sheet));
      else must(file.NewSheet(sheet));
      sheets += 1;
      writeHead(file, sheet, table, styleOf, widths);
      writeRows(file, sheet, table, formulaAt);
      writeTotals(file, sheet, table, styleOf, totals);
      arrangePage(file, sheet, columnLetters(table.columns.length - 1), headerRow + table.rows.length);
    },
    bytes() {
      must(file.SetCalcProps({ FullCalcOnLoad: true }));
      const buffer: unknown = must(file.WriteToBuffer()).buffer;
      // The library's types leave open what it is; it has always been bytes.
      if (!ArrayBuffer.isView(buffer)) throw new Error('summary workbook: the engine gave no bytes');
      return withTypedResults(new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength));
    },
  };
}

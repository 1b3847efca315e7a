/** Draws a summary's table on a worksheet: title, frozen and filtered header, typed cells, formulas where a figure follows. */
import type { Border, init, Style } from 'excelize-wasm';
import { columnLetters } from '../../core/sheet/cellRef';
import type { Amount } from '../../summary/amount';
import type { ColumnKind, Derived, SummaryTable } from '../../summary/table';
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
export interface Formula {
  readonly formula: string;
  readonly value: Amount;
}

/** One row below the data; cells without an entry are empty. */
export interface TotalRow {
  readonly label: string;
  readonly cells: ReadonlyMap<number, Formula>;
}

interface SheetOptions {
  /** Widths of columns in characters, where a kind's usual one does not fit. */
  readonly widths?: ReadonlyMap<number, number>;
  readonly totals?: readonly TotalRow[];
  /** Formulas of data cells by zero-based row and column, beside those of derived columns. */
  readonly formulaAt?: (row: number, column: number) => string | null;
}

const usualWidth: Readonly<Record<Exclude<ColumnKind, 'text'>, number>> = { points: 9, money: 15, ratio: 10, count: 8 };
const textWidth = { least: 8, most: 28 };

/** Room for the longest text of a column, up to where it wraps; a Chinese character takes two of the unit. */
function widthOf({ columns, rows }: SummaryTable, place: number): number {
  const { kind, title } = columns[place] ?? { kind: 'text', title: '' };
  if (kind !== 'text') return usualWidth[kind];
  const longest = rows.reduce((most, row) => Math.max(most, row[place]?.length ?? 0), title.length);
  return Math.min(textWidth.most, Math.max(textWidth.least, longest * 2 + 2));
}

/** A derived figure as a formula, and the blank text while one of its figures is missing. */
function derivedFormula({ kind, of: [first, second] }: Derived, row: number): string {
  const [one, two] = [`${columnLetters(first)}${row}`, `${columnLetters(second)}${row}`];
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
  add(sheet: string, table: SummaryTable, options?: SheetOptions): void;
  /** The workbook as a file. */
  bytes(): Uint8Array;
}

/** Writes tables onto sheets of one workbook. */
export function createSheetWriter(engine: Engine): SheetWriter {
  const file = engine.NewFile();
  must(file);
  const styles = new Map<StyleName, number>();
  const styleOf = (name: StyleName): number => {
    const known = styles.get(name);
    if (known !== undefined) return known;
    const made = must(file.NewStyle(styleFor(name))).style;
    styles.set(name, made);
    return made;
  };
  let sheets = 0;

  const cellValue = (kind: ColumnKind, value: Amount): string | number | null => {
    if (value === null) return null;
    return kind === 'text' ? value.slice(0, longestText) : Number(value);
  };
  const writeFormula = (sheet: string, cell: string, kind: ColumnKind, { formula, value }: Formula): void => {
    // The value first: a formula keeps what stood in the cell as its result.
    const stored = cellValue(kind, value);
    if (stored !== null) must(file.SetCellValue(sheet, cell, stored));
    must(file.SetCellFormula(sheet, cell, formula));
  };

  return {
    file,
    add(sheet, table, options = {}) {
      const { columns, rows, title } = table;
      if (sheets === 0) must(file.SetSheetName('Sheet1', sheet));
      else must(file.NewSheet(sheet));
      sheets += 1;
      const last = columnLetters(columns.length - 1);
      const lastRow = headerRow + rows.length;
      must(file.SetCellStr(sheet, 'A1', title));
      must(file.SetCellStyle(sheet, 'A1', 'A1', styleOf('title')));
      must(
        file.SetSheetRow(
          sheet,
          `A${headerRow}`,
          columns.map((column) => column.title),
        ),
      );
      must(file.SetCellStyle(sheet, `A${headerRow}`, `${last}${headerRow}`, styleOf('header')));
      columns.forEach(({ kind }, place) => {
        const letters = columnLetters(place);
        must(file.SetColWidth(sheet, letters, letters, options.widths?.get(place) ?? widthOf(table, place)));
        if (rows.length > 0)
          must(file.SetCellStyle(sheet, `${letters}${firstRow}`, `${letters}${lastRow}`, styleOf(kind)));
      });
      rows.forEach((row, down) => {
        const line = firstRow + down;
        must(
          file.SetSheetRow(
            sheet,
            `A${line}`,
            columns.map(({ kind }, across) => cellValue(kind, row[across] ?? null)),
          ),
        );
        columns.forEach(({ derived, kind }, across) => {
          const value = row[across] ?? null;
          const isDerived = derived && derived.of.every((of) => row[of] != null) && value !== null;
          const formula = isDerived ? derivedFormula(derived, line) : options.formulaAt?.(down, across);
          if (formula) writeFormula(sheet, `${columnLetters(across)}${line}`, kind, { formula, value });
        });
      });
      (options.totals ?? []).forEach(({ cells, label }, down) => {
        const line = lastRow + 1 + down;
        columns.forEach(({ kind }, place) => {
          const cell = `${columnLetters(place)}${line}`;
          const total = cells.get(place);
          must(file.SetCellStyle(sheet, cell, cell, styleOf(`total-${total ? kind : 'text'}`)));
          if (total) writeFormula(sheet, cell, kind, total);
        });
        must(file.SetCellStr(sheet, `A${line}`, label));
      });
      must(file.AutoFilter(sheet, `A${headerRow}:${last}${Math.max(lastRow, headerRow + 1)}`, []));
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
      // The header again on every printed page.
      must(
        file.SetDefinedName({
          Name: '_xlnm.Print_Titles',
          RefersTo: `${sheet}!$${headerRow}:$${headerRow}`,
          Scope: sheet,
        }),
      );
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

/** Draws a summary's table on a worksheet: title, frozen and filtered header, typed cells, formulas where a figure follows. */
import { columnLetters } from '../core/sheet/cellRef';
import type { OwnBook, OwnBookCell, OwnBookFrame, OwnLook } from '../port/ownBook';
import type { Amount } from '../summary/amount';
import type { ColumnKind, Derived, SummaryTable, TableColumn } from '../summary/table';

/** One-based row of the header, and the first of the data; the title stands above. */
const headerRow = 2;
export const firstRow = 3;
/** Most characters of one cell (Excel specifications and limits). */
const longestText = 32_767;

const formats: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  points: '0.00',
  money: '#,##0.00####',
  ratio: '0.00%',
  count: '0',
};

const titleLook: OwnLook = { format: 'General', size: 14, isBold: true, frame: null, fill: null, alignment: null };

const framed = { size: 10, frame: 'BFC5CC', fill: null } as const;

const headerLook: OwnLook = {
  ...framed,
  format: 'General',
  isBold: true,
  fill: 'E8EDF3',
  alignment: { horizontal: 'center', vertical: 'center', isWrapped: true },
};

const lookOf = (kind: ColumnKind, isBold: boolean): OwnLook => ({
  ...framed,
  format: formats[kind],
  isBold,
  alignment: { horizontal: kind === 'text' ? 'left' : 'right', vertical: 'top', isWrapped: kind === 'text' },
});

const looksOf = (isBold: boolean): Readonly<Record<ColumnKind, OwnLook>> => ({
  text: lookOf('text', isBold),
  points: lookOf('points', isBold),
  money: lookOf('money', isBold),
  ratio: lookOf('ratio', isBold),
  count: lookOf('count', isBold),
});

const plainLooks = looksOf(false);
const totalLooks = looksOf(true);

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

/** What is said when all rows are in. */
interface SheetEnd<Key extends string> extends Pick<OwnBookFrame, 'links' | 'chart'> {
  readonly totals?: readonly SummaryTotalRow<Key>[];
}

/** What is said beforehand. */
interface SheetOptions<Key extends string> {
  /** Widths of columns in characters, where a kind's usual one does not fit. */
  readonly widths?: Readonly<Partial<Record<Key, number>>>;
  /** Formulas of data cells by zero-based row and key, beside those of derived columns. */
  readonly formulaAt?: (row: number, key: Key) => string | null;
}

const usualWidth: Readonly<Record<Exclude<ColumnKind, 'text'>, number>> = { points: 9, money: 15, ratio: 10, count: 8 };
const textWidth = { least: 8, most: 28 };

/** Room for the longest text of a column, up to where it wraps; a Chinese character takes two of the unit. */
const widthFor = (longest: number): number => Math.min(textWidth.most, Math.max(textWidth.least, longest * 2 + 2));

/** The columns of a table; its rows may not be known yet. */
export type Columns<Key extends string> = Pick<SummaryTable<Key>, 'title' | 'columns'>;

/**
 * The letters of a column on the sheet of a table.
 *
 * @throws Error where the table has no such column, which is a bug.
 */
export function lettersOf<Key extends string>(table: Pick<SummaryTable<Key>, 'columns'>, key: Key): string {
  return columnLetters(columnPlace(table, key));
}

/** The zero-based place of a column. @throws as `lettersOf`. */
export function columnPlace<Key extends string>({ columns }: Pick<SummaryTable<Key>, 'columns'>, key: Key): number {
  const place = columns.findIndex((column) => column.key === key);
  if (place < 0) throw new Error(`summary workbook: no column ${key}`);
  return place;
}

/** The data cells of a column: `D3:D12`, or `$D$3:$D$12` for formulas that are read from other sheets. */
export function columnArea<Key extends string>(
  table: Pick<SummaryTable<Key>, 'columns'>,
  rows: number,
  key: NoInfer<Key>,
  sign: '' | '$' = '',
): string {
  const letters = lettersOf(table, key);
  return `${sign}${letters}${sign}${firstRow}:${sign}${letters}${sign}${firstRow + rows - 1}`;
}

/** A derived figure as a formula, and the blank text while one of its figures is missing. */
function derivedFormula(table: Pick<SummaryTable, 'columns'>, { kind, of }: Derived, row: number): string {
  const [one, two] = [`${lettersOf(table, of[0])}${row}`, `${lettersOf(table, of[1])}${row}`];
  const areFigures = `ISNUMBER(${one}),ISNUMBER(${two})`;
  // Rounded as the review rounds: a double has no exact decimals.
  return kind === 'quotient'
    ? `IF(AND(${areFigures}),IF(${two}=0,"",ROUND(${one}/${two},6)),"")`
    : `IF(AND(${areFigures}),ROUND(${one}-${two},6),"")`;
}

function cellValue(kind: ColumnKind, value: Amount): string | number | null {
  if (value === null) return null;
  return kind === 'text' ? value.slice(0, longestText) : Number(value);
}

/** The sheet of one table, which gets its rows one by one. */
export class SheetWriter<Key extends string> {
  private readonly sheet: ReturnType<OwnBook['sheet']>;
  /** Of the text in each column, in characters. */
  private readonly longest: number[];
  /** How many rows of data it has so far. */
  rows = 0;

  constructor(
    book: OwnBook,
    readonly name: string,
    readonly table: Columns<Key>,
    private readonly options: SheetOptions<Key> = {},
  ) {
    const { columns, title } = table;
    this.sheet = book.sheet(name);
    this.longest = columns.map((column) => column.title.length);
    this.sheet.add([{ value: title, look: titleLook }]);
    this.sheet.add(columns.map((column) => ({ value: column.title, look: headerLook })));
  }

  /** Adds a row of data; `before`: cells that are the same in many rows, in columns of their own. */
  add(row: Readonly<Partial<Record<Key, Amount>>>, before: Readonly<Partial<Record<Key, Amount>>> | null = null): void {
    const line = firstRow + this.rows;
    this.sheet.add(
      this.table.columns.map((column, place) =>
        this.cell(column, place, row[column.key] ?? before?.[column.key] ?? null, row, line),
      ),
    );
    this.rows += 1;
  }

  private cell(
    { derived, key, kind }: TableColumn<Key>,
    place: number,
    value: Amount,
    row: Readonly<Partial<Record<Key, Amount>>>,
    line: number,
  ): OwnBookCell {
    if (value !== null && kind === 'text') this.longest[place] = Math.max(this.longest[place] ?? 0, value.length);
    const isDerived = derived && derived.of.every((of) => typeof row[of] === 'string') && value !== null;
    const formula = isDerived ? derivedFormula(this.table, derived, line) : this.options.formulaAt?.(this.rows, key);
    const cell = { value: cellValue(kind, value), look: plainLooks[kind] };
    return formula ? { ...cell, formula } : cell;
  }

  /** Says the rest; nothing is added after. */
  close({ totals = [], ...frame }: SheetEnd<Key> = {}): void {
    const { columns } = this.table;
    for (const { cells, label } of totals) {
      this.sheet.add(
        columns.map(({ key, kind }, place): OwnBookCell => {
          const total = cells[key];
          if (place === 0) return { value: label, look: totalLooks.text };
          if (!total) return { value: null, look: totalLooks.text };
          return { value: cellValue(kind, total.value), look: totalLooks[kind], formula: total.formula };
        }),
      );
    }
    this.sheet.close({
      ...frame,
      columnWidths: columns.map(({ key, kind }, place) => {
        const usual = kind === 'text' ? widthFor(this.longest[place] ?? 0) : usualWidth[kind];
        return this.options.widths?.[key] ?? usual;
      }),
      headerRow: headerRow - 1,
      lastRow: Math.max(headerRow + this.rows, headerRow + 1) - 1,
    });
  }

  /** Adds all rows of a table and says the rest. */
  fill({ rows }: Pick<SummaryTable<Key>, 'rows'>, end: SheetEnd<Key> = {}): void {
    for (const row of rows) this.add(row);
    this.close(end);
  }
}

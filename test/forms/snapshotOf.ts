/** Writes sheets as plain arrays and makes the snapshots of them that an adapter would read. */
import { type Area, areaFromA1, fromA1 } from '../../src/core/sheet/cellRef';
import { type CellValue, isCellError, type Snapshot } from '../../src/core/sheet/snapshot';

/** What else a sheet has beside its values; all of it may be left out. */
export interface SheetDetails {
  readonly sheetName?: string;
  readonly sheetId?: string;
  /** The address of the first value; A1 when left out. */
  readonly from?: string;
  /** Merged areas as addresses: "A1:C1". */
  readonly merges?: readonly string[];
  /** Number formats and the cells or areas that have them: { "0.00%": ["J4", "K5:K9"] }. */
  readonly formats?: Readonly<Record<string, readonly string[]>>;
  /** Formulas by address; the value stands in the rows. */
  readonly formulas?: Readonly<Record<string, string>>;
  /** Hidden rows and columns, zero-based on the sheet. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly isProtected?: boolean;
  readonly clippedFrom?: Snapshot['clippedFrom'];
}

/** A number as Excel would show it in the few formats that forms use. */
function shown(value: CellValue, format: string): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  const decimals = /0\.(0+)/u.exec(format)?.[1]?.length ?? 0;
  if (format.includes('%')) return `${(value * 100).toFixed(decimals)}%`;
  if (format === 'General') return String(value);
  const fixed = value.toFixed(decimals);
  return format.includes('#,##') ? fixed.replace(/\B(?=(?:\d{3})+(?!\d))/gu, ',') : fixed;
}

/** Makes the snapshot of a sheet from its rows, which may be of unequal length; undefined is an empty cell. */
export function snapshotOf(
  rows: readonly (readonly (CellValue | undefined)[])[],
  details: SheetDetails = {},
): Snapshot {
  const { sheetName = '表', sheetId = `id-${sheetName}`, from = 'A1' } = details;
  const start = fromA1(from);
  const merges = (details.merges ?? []).map((address) => areaFromA1(address));
  const last = (edge: 'bottom' | 'right', least: number): number =>
    Math.max(least, ...merges.map((merge) => merge[edge]));
  const bottom = last('bottom', start.row + rows.length - 1);
  const right = last('right', start.column + rows.reduce((most, row) => Math.max(most, row.length), 0) - 1);
  const area: Area | null =
    bottom < start.row || right < start.column ? null : { top: start.row, left: start.column, bottom, right };

  const formatAt = new Map<string, string>();
  for (const [format, addresses] of Object.entries(details.formats ?? {})) {
    for (const address of addresses) {
      const { top, left, bottom: low, right: far } = areaFromA1(address);
      for (let row = top; row <= low; row += 1) {
        for (let column = left; column <= far; column += 1) formatAt.set(`${row},${column}`, format);
      }
    }
  }
  const formulaAt = new Map<string, string>(
    Object.entries(details.formulas ?? {}).map(([address, formula]) => {
      const { row, column } = fromA1(address);
      return [`${row},${column}`, formula] as const;
    }),
  );
  function table<T>(make: (value: CellValue, key: string) => T): T[][] {
    if (!area) return [];
    return Array.from({ length: area.bottom - area.top + 1 }, (_, line) =>
      Array.from({ length: area.right - area.left + 1 }, (__, place) =>
        make(rows[line]?.[place] ?? null, `${area.top + line},${area.left + place}`),
      ),
    );
  }
  const formatOf = (key: string): string => formatAt.get(key) ?? 'General';
  return {
    ...{ sheetId, sheetName, area, merges },
    values: table((value) => value),
    text: table((value, key) => shown(value, formatOf(key))),
    formulas: table((_, key) => formulaAt.get(key) ?? null),
    numberFormats: table((_, key) => formatOf(key)),
    hiddenRows: details.hiddenRows ?? [],
    hiddenColumns: details.hiddenColumns ?? [],
    isProtected: details.isProtected ?? false,
    clippedFrom: details.clippedFrom ?? null,
  };
}

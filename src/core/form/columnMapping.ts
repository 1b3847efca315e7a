/** A user's own mapping of columns to roles: plain data, remembered by the wording of the header row. */
import type { CellRef } from '../sheet/cellRef';
import type { Snapshot } from '../sheet/snapshot';
import type { GivenRole } from './assignColumns';
import type { ColumnRole } from './form';
import { type CellGrid, gridOf, cellWords } from './grid';
import { headingKey } from './headerText';

/** Which column has which role, for every sheet whose header row reads the same. */
export interface ColumnMapping {
  /** The wording of the header row, as `headerSignature` gives it. */
  readonly signature: string;
  /** Columns counted from the first heading of the row, so that it also fits where the table stands elsewhere. */
  readonly roles: readonly { readonly role: ColumnRole; readonly offset: number }[];
}

function rowSignature(grid: CellGrid, row: number): { signature: string; first: number } | null {
  const cells = grid.ownCells(row, grid.left, grid.right).filter(({ value }) => typeof value === 'string');
  const first = cells[0]?.ref.column;
  if (first === undefined) return null;
  const signature = cells.map((cell) => `${cell.ref.column - first}:${headingKey(cellWords(cell)).full}`).join('|');
  return { signature, first };
}

/**
 * The wording of a header row (zero-based on the sheet), in one spelling and with the distances between
 * its headings; null when the row holds no words. Equal signatures mean the same header row.
 */
export function headerSignature(snapshot: Snapshot, row: number): string | null {
  const grid = gridOf(snapshot);
  return grid && (rowSignature(grid, row)?.signature ?? null);
}

/**
 * Makes a mapping of the header cells that a user picked for roles; null when they picked none, or when the
 * row of the first pick holds no words to know it by. All picks should stand in one header row.
 */
export function mappingOf(
  snapshot: Snapshot,
  picks: readonly { readonly role: ColumnRole; readonly header: CellRef }[],
): ColumnMapping | null {
  const grid = gridOf(snapshot);
  const row = picks[0]?.header.row;
  const read = grid && row !== undefined ? rowSignature(grid, row) : null;
  if (!read) return null;
  return {
    signature: read.signature,
    roles: picks.map(({ role, header }) => ({ role, offset: header.column - read.first })),
  };
}

/** A header row that a mapping knows, with the roles it gives. */
export interface MappedRow {
  readonly row: number;
  readonly given: readonly GivenRole[];
}

/** All rows of the grid that read like the mapping's header row. */
export function mappedRows(grid: CellGrid, mapping: ColumnMapping): readonly MappedRow[] {
  const rows: MappedRow[] = [];
  for (let row = grid.top; row <= grid.bottom; row += 1) {
    const read = rowSignature(grid, row);
    if (read?.signature !== mapping.signature) continue;
    const given = mapping.roles
      .map(({ role, offset }) => ({ role, column: read.first + offset }))
      .filter(({ column }) => column >= grid.left && column <= grid.right)
      .map(({ role, column }) => ({ role, column, cell: grid.at(row, column) }));
    rows.push({ row, given });
  }
  return rows;
}

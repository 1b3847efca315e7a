/** One row of the grid: its number, and those of its cells that are drawn. */
import type { ReactNode } from 'react';
import { sameCell, toA1, type Area, type CellRef } from '../core/sheet/cellRef';
import { sizeOf } from './axis';
import { GridCell, type MarkNames } from './GridCell';
import { RowHead } from './GridHeads';
import { useGridStyles } from './gridStyles';
import { heads, type SheetPicture } from './picture';

interface GridRowProps {
  /** Of the grid; a cell is known by it and its address. */
  readonly gridId: string;
  readonly picture: SheetPicture;
  readonly row: number;
  readonly cells: readonly CellRef[];
  readonly selected: CellRef;
  /** The selected cell with all of its merge. */
  readonly current: Area;
  readonly markNames: MarkNames;
}

/** What a cell is known by in the page. */
export const idOfCell = (gridId: string, cell: CellRef): string => `${gridId}-${toA1(cell)}`;

/** A row; a hidden one is drawn without its number, for the sake of a merge that starts in it. */
export function GridRow({ cells, current, gridId, markNames, picture, row, selected }: GridRowProps): ReactNode {
  const styles = useGridStyles();
  const { rows } = picture;
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={styles.row}
      style={{ top: heads.height + (rows.starts[row] ?? 0), height: sizeOf(rows, row) }}
    >
      {sizeOf(rows, row) > 0 && <RowHead row={row} isCurrent={row >= current.top && row <= current.bottom} />}
      {cells.map((cell) => (
        <GridCell
          key={cell.column}
          id={idOfCell(gridId, cell)}
          picture={picture}
          row={cell.row}
          column={cell.column}
          isSelected={sameCell(cell, selected)}
          markNames={markNames}
        />
      ))}
    </div>
  );
}

/** One cell of the grid: its words, its mark, and whether it is selected. */
import { mergeClasses } from '@fluentui/react-components';
import { type CSSProperties, memo, type ReactNode } from 'react';
import type { Severity } from '../core/checks/finding';
import { toA1 } from '../core/sheet/cellRef';
import { sizeOf } from './axis';
import { useGridStyles } from './gridStyles';
import { heads, type SheetPicture } from './picture';

/** What a cell's padding and line take of its width, in pixels. */
const around = 9;

/** What a mark is called, by its severity. */
export type MarkNames = Readonly<Record<Severity, string>>;

interface GridCellProps {
  readonly id: string;
  readonly picture: SheetPicture;
  readonly row: number;
  readonly column: number;
  readonly isSelected: boolean;
  readonly markNames: MarkNames;
}

/** A cell; drawn anew only when something of it changes, for a scroll passes thousands of them. */
export const GridCell = memo(function GridCell({
  column,
  id,
  isSelected,
  markNames,
  picture,
  row,
}: GridCellProps): ReactNode {
  const styles = useGridStyles();
  const area = picture.areaOf({ row, column });
  const { align, hasLine, isBold, isNumber, mark, runsOver, text } = picture.cellAt({ row, column });
  const place: CSSProperties = {
    left: heads.width + (picture.columns.starts[area.left] ?? 0),
    width: sizeOf(picture.columns, area.left, area.right),
    height: sizeOf(picture.rows, area.top, area.bottom),
  };
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column + 2}
      aria-rowspan={area.bottom - area.top + 1}
      aria-colspan={area.right - area.left + 1}
      aria-selected={isSelected}
      data-cell={toA1({ row, column })}
      className={mergeClasses(
        styles.cell,
        mark !== null && styles[mark],
        hasLine.right && styles.lineRight,
        hasLine.bottom && styles.lineBottom,
        runsOver !== null && styles.open,
        isSelected && styles.selected,
      )}
      style={place}
    >
      {mark !== null && (
        <span className={styles.badge} title={markNames[mark]}>
          {mark}
        </span>
      )}
      <span
        className={mergeClasses(
          styles.text,
          isNumber && styles.number,
          align !== null && styles[align],
          isBold && styles.bold,
          runsOver !== null && styles.running,
        )}
        style={runsOver === null ? undefined : { width: runsOver - around }}
      >
        {text}
      </span>
    </div>
  );
});

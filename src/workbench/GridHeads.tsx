/** The heads of the grid: letters of columns along the top, the number of a row at its left edge. */
import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { columnLetters, type Area } from '../core/sheet/cellRef';
import type { SayWorkbench } from '../words/workbenchWords';
import { sizeOf } from './axis';
import { useGridStyles } from './gridStyles';
import { heads, type SheetPicture } from './picture';

interface ColumnHeadsProps {
  readonly columns: SheetPicture['columns'];
  readonly drawn: Area;
  /** The selected cell with all of its merge. */
  readonly current: Area;
  readonly say: SayWorkbench;
}

/** The first row of the grid. */
export function ColumnHeads({ columns, current, drawn, say }: ColumnHeadsProps): ReactNode {
  const styles = useGridStyles();
  const shown = Array.from({ length: drawn.right - drawn.left + 1 }, (_, index) => drawn.left + index).filter(
    (place) => sizeOf(columns, place) > 0,
  );
  return (
    <div role="row" aria-rowindex={1} className={styles.heads}>
      <div role="columnheader" aria-colindex={1} className={mergeClasses(styles.head, styles.corner)}>
        <span className={styles.heardOnly}>{say('rowNumbers')}</span>
      </div>
      {shown.map((place) => (
        <div
          key={place}
          role="columnheader"
          aria-colindex={place + 2}
          className={mergeClasses(
            styles.head,
            styles.columnHead,
            place >= current.left && place <= current.right && styles.current,
          )}
          style={{ left: heads.width + (columns.starts[place] ?? 0), width: sizeOf(columns, place) }}
        >
          {columnLetters(place)}
        </div>
      ))}
    </div>
  );
}

/** The number of a row. */
export function RowHead({ isCurrent, row }: { readonly row: number; readonly isCurrent: boolean }): ReactNode {
  const styles = useGridStyles();
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      className={mergeClasses(styles.head, styles.rowHead, isCurrent && styles.current)}
    >
      {row + 1}
    </div>
  );
}

/** The sheet in front, for reading: only the rows and columns that can be seen are drawn, whatever the sheet's size. */
import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useMemo, useRef } from 'react';
import { fromA1, type CellRef } from '../core/sheet/cellRef';
import type { SayWorkbench } from '../words/workbenchWords';
import { ColumnHeads } from './GridHeads';
import { cellAfterKey } from './gridKeys';
import { GridRow, idOfCell } from './GridRow';
import { useGridStyles } from './gridStyles';
import { cellsToDraw } from './gridWindow';
import { anchorOf, heads, type SheetPicture } from './picture';
import { useDrawn, useInSight } from './useGridScroll';

export interface GridProps {
  readonly picture: SheetPicture;
  readonly selected: CellRef;
  /** Grows whenever the selected cell is to be shown in the middle of what can be seen. */
  readonly revealed: number;
  readonly onSelect: (cell: CellRef) => void;
  readonly say: SayWorkbench;
}

/** Keys and clicks that select a cell. */
function selecting(picture: SheetPicture, selected: CellRef, onSelect: GridProps['onSelect']) {
  return {
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
      if (event.altKey) return;
      const page = event.currentTarget.clientHeight - heads.height;
      const target = cellAfterKey(picture, selected, { key: event.key, isFar: event.ctrlKey || event.metaKey, page });
      if (target === undefined) return;
      event.preventDefault();
      if (target) onSelect(anchorOf(picture, target));
    },
    onClick: ({ target }: MouseEvent): void => {
      const address = target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] : null;
      if (address) onSelect(fromA1(address));
    },
  };
}

/** The grid. */
export function Grid({ onSelect, picture, revealed, say, selected }: GridProps): ReactNode {
  const styles = useGridStyles();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { drawn, look } = useDrawn(scroller, picture);
  useInSight(scroller, picture, selected, revealed);
  const markNames = useMemo(() => ({ P0: say('mark-P0'), P1: say('mark-P1'), P2: say('mark-P2') }), [say]);

  const { columns, rows } = picture;
  const width = heads.width + (columns.starts[columns.count] ?? 0);
  const height = heads.height + (rows.starts[rows.count] ?? 0);
  const current = picture.areaOf(selected);
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={say('gridOf', { sheet: picture.sheetName })}
      aria-readonly
      aria-rowcount={rows.count + 1}
      aria-colcount={columns.count + 1}
      aria-activedescendant={idOfCell(id, selected)}
      className={styles.scroller}
      onScroll={look}
      {...selecting(picture, selected, onSelect)}
    >
      <div role="presentation" className={styles.canvas} style={{ width, height }}>
        <ColumnHeads columns={columns} drawn={drawn} current={current} say={say} />
        {[...cellsToDraw(picture, drawn, selected)].map(([row, cells]) => (
          <GridRow
            key={row}
            gridId={id}
            picture={picture}
            row={row}
            cells={cells}
            selected={selected}
            current={current}
            markNames={markNames}
          />
        ))}
      </div>
    </div>
  );
}

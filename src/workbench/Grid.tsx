/** The sheet in front, for reading: only the rows and columns that can be seen are drawn, whatever the sheet's size. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Severity } from '../core/checks/finding';
import { columnLetters, fromA1, sameCell, toA1, type Area, type CellRef } from '../core/sheet/cellRef';
import type { SayWorkbench } from '../words/workbenchWords';
import { anchorOf, heads, neighbourOf, placeAt, type SheetPicture, sizeOf } from './picture';

const useStyles = makeStyles({
  scroller: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    // Nothing outside has to be laid out anew because of what is drawn here.
    contain: 'strict',
    '&:focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  canvas: { position: 'relative', backgroundColor: tokens.colorNeutralBackground1 },
  heads: { position: 'sticky', top: 0, zIndex: 3, height: `${heads.height}px` },
  row: { position: 'absolute', left: 0, width: '100%' },
  head: {
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  heardOnly: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  columnHead: { position: 'absolute', top: 0, height: '100%' },
  // In a row of its own so that it stays at the left edge while the row is wider than the window.
  rowHead: { position: 'sticky', left: 0, zIndex: 2, width: `${heads.width}px`, height: '100%' },
  corner: { position: 'sticky', left: 0, zIndex: 1, width: `${heads.width}px`, height: '100%' },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1Selected,
  },
  cell: {
    position: 'absolute',
    top: 0,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    padding: '2px 4px',
    overflow: 'hidden',
    fontSize: '13px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    cursor: 'cell',
  },
  text: { width: '100%', maxHeight: '100%', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  badge: {
    flexShrink: 0,
    alignSelf: 'flex-start',
    marginRight: '4px',
    padding: '0 3px',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightBold,
    border: `${tokens.strokeWidthThin} solid currentcolor`,
    borderRadius: tokens.borderRadiusSmall,
  },
  selected: {
    zIndex: 1,
    outline: `${tokens.strokeWidthThick} solid ${tokens.colorCompoundBrandStroke}`,
    outlineOffset: '-2px',
  },
  P0: { color: tokens.colorStatusDangerForeground1, backgroundColor: tokens.colorStatusDangerBackground1 },
  P1: { color: tokens.colorStatusWarningForeground1, backgroundColor: tokens.colorStatusWarningBackground1 },
  P2: { color: tokens.colorBrandForeground2, backgroundColor: tokens.colorBrandBackground2 },
});

/** How much is drawn beyond what can be seen, in steps of rows or columns; a step drawn is one less to draw in a scroll. */
const margin = { rows: 8, columns: 4 } as const;

/** Rows and columns that are drawn, in whole steps, so that a scroll of a few pixels draws nothing. */
function windowOf({ columns, rows }: SheetPicture, seen: Area): Area {
  const from = (place: number, step: number): number => Math.max(0, (Math.floor(place / step) - 1) * step);
  const to = (place: number, step: number, count: number): number =>
    Math.min(count - 1, (Math.floor(place / step) + 2) * step - 1);
  return {
    top: from(placeAt(rows, seen.top), margin.rows),
    bottom: to(placeAt(rows, seen.bottom), margin.rows, rows.count),
    left: from(placeAt(columns, seen.left), margin.columns),
    right: to(placeAt(columns, seen.right), margin.columns, columns.count),
  };
}

const sameArea = (one: Area, other: Area): boolean =>
  one.top === other.top && one.left === other.left && one.bottom === other.bottom && one.right === other.right;

/** The cells to draw, by row: those of the window, anchors of merges that reach into it, and the selected one. */
function cellsToDraw(picture: SheetPicture, window: Area, selected: CellRef): ReadonlyMap<number, readonly CellRef[]> {
  const byRow = new Map<number, Map<number, CellRef>>();
  const add = (cell: CellRef): void => {
    const { column, row } = anchorOf(picture, cell);
    const cells = byRow.get(row) ?? new Map<number, CellRef>();
    byRow.set(row, cells.set(column, { row, column }));
  };
  add(selected);
  for (const merge of picture.mergesIn(window)) add({ row: merge.top, column: merge.left });
  for (let row = window.top; row <= window.bottom; row += 1) {
    if (sizeOf(picture.rows, row) === 0) continue;
    for (let column = window.left; column <= window.right; column += 1) {
      if (sizeOf(picture.columns, column) > 0) add({ row, column });
    }
  }
  const inOrder = [...byRow].sort(([above], [below]) => above - below);
  return new Map(
    inOrder.map(([row, cells]) => [row, [...cells.values()].sort((left, right) => left.column - right.column)]),
  );
}

interface CellProps {
  readonly id: string;
  readonly picture: SheetPicture;
  readonly row: number;
  readonly column: number;
  readonly isSelected: boolean;
  readonly markNames: Readonly<Record<Severity, string>>;
}

const Cell = memo(function Cell({ column, id, isSelected, markNames, picture, row }: CellProps): ReactNode {
  const styles = useStyles();
  const area = picture.areaOf({ row, column });
  const { isNumber, mark, text } = picture.cellAt({ row, column });
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
      className={mergeClasses(styles.cell, mark !== null && styles[mark], isSelected && styles.selected)}
      style={place}
    >
      {mark !== null && (
        <span className={styles.badge} title={markNames[mark]}>
          {mark}
        </span>
      )}
      <span className={mergeClasses(styles.text, isNumber && styles.number)}>{text}</span>
    </div>
  );
});

export interface GridProps {
  readonly picture: SheetPicture;
  readonly selected: CellRef;
  /** Grows whenever the selected cell is to be shown in the middle of what can be seen. */
  readonly revealed: number;
  readonly onSelect: (cell: CellRef) => void;
  readonly say: SayWorkbench;
}

/** The grid. */
export function Grid({ onSelect, picture, revealed, say, selected }: GridProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { columns, rows } = picture;
  const width = heads.width + (columns.starts[columns.count] ?? 0);
  const height = heads.height + (rows.starts[rows.count] ?? 0);

  const [drawn, setDrawn] = useState<Area>({ top: 0, left: 0, bottom: 0, right: 0 });
  const look = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const { clientHeight, clientWidth, scrollLeft, scrollTop } = element;
    // In pixels of the canvas without its heads.
    const next = windowOf(picture, {
      top: scrollTop,
      left: scrollLeft,
      bottom: scrollTop + clientHeight - heads.height,
      right: scrollLeft + clientWidth - heads.width,
    });
    setDrawn((before) => (sameArea(before, next) ? before : next));
  }, [picture]);
  useLayoutEffect(look, [look]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [look]);

  /** Scrolls as little as shows the cell; a cell that the pane reveals comes to the middle. */
  const show = useCallback(
    (cell: CellRef, inTheMiddle: boolean) => {
      const element = scroller.current;
      if (!element) return;
      const area = picture.areaOf(cell);
      const along = (scroll: number, room: number, start: number, size: number): number => {
        const isSeen = start >= scroll && start + Math.min(size, room) <= scroll + room;
        if (isSeen) return scroll;
        if (inTheMiddle) return start - Math.max(0, (room - size) / 2);
        return start < scroll ? start : start + Math.min(size, room) - room;
      };
      element.scrollTop = along(
        element.scrollTop,
        element.clientHeight - heads.height,
        rows.starts[area.top] ?? 0,
        sizeOf(rows, area.top, area.bottom),
      );
      element.scrollLeft = along(
        element.scrollLeft,
        element.clientWidth - heads.width,
        columns.starts[area.left] ?? 0,
        sizeOf(columns, area.left, area.right),
      );
    },
    [picture, rows, columns],
  );
  const { column, row } = selected;
  const lastRevealed = useRef(revealed);
  useLayoutEffect(() => {
    show({ row, column }, lastRevealed.current !== revealed);
    lastRevealed.current = revealed;
  }, [show, row, column, revealed]);

  const lastShown = (axis: SheetPicture['rows']): number => placeAt(axis, (axis.starts[axis.count] ?? 0) - 1);
  const targetOf = ({ ctrlKey, key, metaKey }: KeyboardEvent): CellRef | null => {
    const isFar = ctrlKey || metaKey;
    const page = (scroller.current?.clientHeight ?? 0) - heads.height;
    switch (key) {
      case 'ArrowDown':
        return isFar ? { row: lastShown(rows), column } : neighbourOf(picture, selected, 1, 0);
      case 'ArrowUp':
        return isFar ? { row: placeAt(rows, 0), column } : neighbourOf(picture, selected, -1, 0);
      case 'ArrowRight':
        return isFar ? { row, column: lastShown(columns) } : neighbourOf(picture, selected, 0, 1);
      case 'ArrowLeft':
        return isFar ? { row, column: placeAt(columns, 0) } : neighbourOf(picture, selected, 0, -1);
      case 'Home':
        return { row: isFar ? placeAt(rows, 0) : row, column: placeAt(columns, 0) };
      case 'End':
        return { row: isFar ? lastShown(rows) : row, column: lastShown(columns) };
      case 'PageDown':
        return { row: placeAt(rows, (rows.starts[row] ?? 0) + page), column };
      case 'PageUp':
        return { row: placeAt(rows, Math.max(0, (rows.starts[row] ?? 0) - page)), column };
      default:
        return null;
    }
  };
  const arrows = ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'Home', 'End', 'PageDown', 'PageUp'];

  const markNames = useMemo(() => ({ P0: say('mark-P0'), P1: say('mark-P1'), P2: say('mark-P2') }), [say]);
  const idOf = (cell: CellRef): string => `${id}-${toA1(cell)}`;
  const own = picture.areaOf(selected);
  const shownColumns = Array.from({ length: drawn.right - drawn.left + 1 }, (_, index) => drawn.left + index).filter(
    (place) => sizeOf(columns, place) > 0,
  );

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={say('gridOf', { sheet: picture.sheetName })}
      aria-readonly
      aria-rowcount={rows.count + 1}
      aria-colcount={columns.count + 1}
      aria-activedescendant={idOf(selected)}
      className={styles.scroller}
      onScroll={look}
      onKeyDown={(event) => {
        if (event.altKey || !arrows.includes(event.key)) return;
        event.preventDefault();
        const target = targetOf(event);
        if (target) onSelect(anchorOf(picture, target));
      }}
      onClick={({ target }) => {
        const address = target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] : null;
        if (address) onSelect(fromA1(address));
      }}
    >
      <div role="presentation" className={styles.canvas} style={{ width, height }}>
        <div role="row" aria-rowindex={1} className={styles.heads}>
          <div role="columnheader" aria-colindex={1} className={mergeClasses(styles.head, styles.corner)}>
            <span className={styles.heardOnly}>{say('rowNumbers')}</span>
          </div>
          {shownColumns.map((place) => (
            <div
              key={place}
              role="columnheader"
              aria-colindex={place + 2}
              className={mergeClasses(
                styles.head,
                styles.columnHead,
                place >= own.left && place <= own.right && styles.current,
              )}
              style={{ left: heads.width + (columns.starts[place] ?? 0), width: sizeOf(columns, place) }}
            >
              {columnLetters(place)}
            </div>
          ))}
        </div>
        {[...cellsToDraw(picture, drawn, selected)].map(([place, cells]) => (
          <div
            key={place}
            role="row"
            aria-rowindex={place + 2}
            className={styles.row}
            style={{ top: heads.height + (rows.starts[place] ?? 0), height: sizeOf(rows, place) }}
          >
            {sizeOf(rows, place) > 0 && (
              <div
                role="rowheader"
                aria-colindex={1}
                className={mergeClasses(
                  styles.head,
                  styles.rowHead,
                  place >= own.top && place <= own.bottom && styles.current,
                )}
              >
                {place + 1}
              </div>
            )}
            {cells.map((cell) => (
              <Cell
                key={cell.column}
                id={idOf(cell)}
                picture={picture}
                row={cell.row}
                column={cell.column}
                isSelected={sameCell(cell, selected)}
                markNames={markNames}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Sections of a list, each a heading and its rows; of a long list only what is near the screen is drawn. */
import { mergeClasses } from '@fluentui/react-components';
import { type KeyboardEventHandler, type ReactNode, type RefCallback, useMemo } from 'react';
import { rowGap } from '../theme';
import { useCardStyles } from './useCardStyles';
import { useListWindow } from './useListWindow';

/** One section. The heading is an object of its own, so that its height can be kept. */
export interface Section<Row extends object> {
  readonly key: string;
  /** What stands for the heading among the rows that are measured; null: it has none. */
  readonly head: object | null;
  readonly rows: readonly Row[];
}

/** Where a row stands, and for a list that is not drawn whole, what hears of its element. */
interface RowPlace {
  readonly measure: RefCallback<HTMLElement> | null;
  /** From 1, within its section. */
  readonly place: number;
  readonly of: number;
}

export interface WindowedSectionsProps<Row extends object, Of extends Section<Row>> {
  readonly sections: readonly Of[];
  /** The place of the row that must be drawn whatever is on the screen, counted over all sections without headings. */
  readonly current: number;
  /** About how high a row is, in pixels. */
  readonly rowHeight: number;
  readonly renderHead?: (section: Of) => ReactNode;
  /** What stands between a heading and its rows. */
  readonly renderAbove?: (section: Of) => ReactNode;
  /** What stays the same of a row while the list is made anew, so that its height is kept. */
  readonly idOf: (row: Row) => object;
  readonly renderRow: (row: Row, place: RowPlace, section: Of) => ReactNode;
  readonly onKeyDown?: KeyboardEventHandler;
  /** Hears which row something took the keyboard in, counted as `current` is. */
  readonly onReach?: (place: number) => void;
  /** The name of the list among the places of the keyboard (`useFocusKept`). */
  readonly place: string;
}

/** The place among headings and rows of a row that is counted without headings. */
function placeOf<Row extends object>(sections: readonly Section<Row>[], current: number): number {
  let rows = 0;
  let heads = 0;
  for (const { head, rows: own } of sections) {
    if (head) heads += 1;
    rows += own.length;
    if (current < rows) break;
  }
  return current + heads;
}

export function WindowedSections<Row extends object, Of extends Section<Row>>({
  current,
  idOf,
  onKeyDown,
  onReach,
  place: focusPlace,
  renderAbove,
  renderHead,
  renderRow,
  rowHeight,
  sections,
}: WindowedSectionsProps<Row, Of>): ReactNode {
  const card = useCardStyles();
  const all = useMemo(
    () => sections.flatMap(({ head, rows }) => [...(head ? [head] : []), ...rows.map(idOf)]),
    [idOf, sections],
  );
  const { pieces, refs } = useListWindow(all, placeOf(sections, current), rowHeight);

  const drawn: ReactNode[] = [];
  let leftOut = 0;
  let start = 0;
  let before = 0;
  for (const section of sections) {
    const { head, key, rows } = section;
    const first = start + (head ? 1 : 0);
    const end = first + rows.length;
    const cards = pieces(first, end);
    const [only] = pieces(start, end);
    start = end;
    const rowsBefore = before;
    before += rows.length;
    if (only?.kind === 'space' && cards.every(({ kind }) => kind === 'space')) {
      leftOut += only.height + rowGap;
      continue;
    }
    if (leftOut > 0) drawn.push(<div key={`before-${key}`} aria-hidden style={{ height: leftOut - rowGap }} />);
    leftOut = 0;
    const id = `${focusPlace}-${key}`;
    const list = (
      <ul
        className={card.lines}
        onFocus={
          onReach &&
          (({ currentTarget, target }) => {
            const at = [...currentTarget.children].findIndex((item) => item.contains(target));
            const piece = cards[at];
            if (piece?.kind === 'row') onReach(piece.place - first + rowsBefore);
          })
        }
      >
        {cards.map((piece, index) => {
          if (piece.kind === 'space') return <li key={`space-${index}`} aria-hidden style={{ height: piece.height }} />;
          const place = piece.place - first;
          const row = rows[place];
          if (!row) return null;
          return renderRow(
            row,
            { measure: refs?.measure(idOf(row)) ?? null, place: place + 1, of: rows.length },
            section,
          );
        })}
      </ul>
    );
    drawn.push(
      head ? (
        <section key={key} className={card.rows} aria-labelledby={id}>
          <div ref={refs?.measure(head) ?? null}>
            <h2 id={id} className={card.heading}>
              {renderHead?.(section)}
            </h2>
            {renderAbove?.(section)}
          </div>
          {list}
        </section>
      ) : (
        <div key={key}>{list}</div>
      ),
    );
  }
  if (leftOut > 0) drawn.push(<div key="rest" aria-hidden style={{ height: leftOut - rowGap }} />);
  return (
    <div
      ref={refs?.attach ?? null}
      className={mergeClasses(card.rows, refs !== null && card.windowed)}
      data-place={focusPlace}
      onKeyDown={onKeyDown}
    >
      {drawn}
    </div>
  );
}

/** The forms of a session in a compact table that can be sorted; narrow, a form takes two lines. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Words } from '../../words/wordsOf';
import { bareButton } from '../bareButton';
import { useCardStyles } from '../result/useCardStyles';
import { nextOrder, type SessionColumn, sessionColumns, type SessionOrder } from './sessionOrder';
import { inSessionOrder, type SessionRow } from './sessionRows';

/** Where name and figures stand side by side. */
const wide = '@container session (min-width: 520px)';

const useStyles = makeStyles({
  root: { containerType: 'inline-size', containerName: 'session', minWidth: 0 },
  table: { display: 'block', width: '100%', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  group: { display: 'block' },
  row: {
    display: 'grid',
    // Three signs of a state and of a row left to be judged need the most; P0, P1 and P2 the least.
    gridTemplateColumns: '5fr 5fr 3fr 3fr 3fr 5fr 6fr',
    alignItems: 'center',
    columnGap: '2px',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    [wide]: { gridTemplateColumns: 'minmax(0, 1fr) 5em 5em 3em 3em 3em 5em 5em' },
  },
  current: { backgroundColor: tokens.colorNeutralBackground2 },
  cell: { minWidth: 0, textAlign: 'end', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  name: { gridColumn: '1 / -1', textAlign: 'start', [wide]: { gridColumn: 'auto' } },
  fatal: { fontWeight: tokens.fontWeightSemibold },
  about: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  head: { ...bareButton, fontWeight: tokens.fontWeightSemibold, textAlign: 'inherit' },
});

function cellText(row: SessionRow, column: SessionColumn, words: Words): string | number {
  switch (column) {
    case 'name':
      return row.project;
    case 'stated':
    case 'reviewed':
      return row[column] ?? words.say('noFigure');
    case 'open':
      return row.openCount;
    case 'state':
      return words.say(`state-${row.state ?? 'unseen'}`);
    default:
      return row.counts[column];
  }
}

/** Whose it is, of which year, and where it stands, on one line; what names the project already is not said again. */
function aboutText({ place, project, unit, year }: SessionRow, words: Words): string {
  const parts = [unit, year === null ? '' : words.say('sessionYear', { year }), place === project ? '' : place];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The severities are called the same in every language. */
function headText(column: SessionColumn, words: Words): string {
  return column === 'P0' || column === 'P1' || column === 'P2' ? column : words.say(`sessionColumn-${column}`);
}

const sortOf = ({ column, isDescending }: SessionOrder, own: SessionColumn): 'ascending' | 'descending' | 'none' =>
  column !== own ? 'none' : isDescending ? 'descending' : 'ascending';
const signs = { ascending: ' ▲', descending: ' ▼', none: '' } as const;

export interface SessionTableProps {
  readonly rows: readonly SessionRow[];
  readonly order: SessionOrder;
  readonly onOrder: (order: SessionOrder) => void;
  readonly onOpen: (row: SessionRow) => void;
  /** The form that is shown now. */
  readonly current: string | null;
  readonly isHeld: boolean;
  readonly words: Words;
}

function Heads({ onOrder, order, words }: Pick<SessionTableProps, 'onOrder' | 'order' | 'words'>): ReactNode {
  const styles = useStyles();
  return (
    <thead role="rowgroup" className={styles.group}>
      <tr role="row" className={styles.row}>
        {sessionColumns.map((column) => (
          <th
            key={column}
            scope="col"
            role="columnheader"
            aria-sort={sortOf(order, column)}
            className={mergeClasses(styles.cell, column === 'name' && styles.name)}
          >
            <button type="button" className={styles.head} onClick={() => onOrder(nextOrder(order, column))}>
              {headText(column, words)}
              <span aria-hidden>{signs[sortOf(order, column)]}</span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The table. Its styles make boxes of its parts, so that each says again what it is. */
export function SessionTable({ current, isHeld, onOpen, onOrder, order, rows, words }: SessionTableProps): ReactNode {
  const styles = useStyles();
  const card = useCardStyles();
  return (
    <div className={styles.root}>
      <table role="table" aria-label={words.say('sessionLabel')} className={styles.table}>
        <Heads order={order} onOrder={onOrder} words={words} />
        <tbody role="rowgroup" className={styles.group}>
          {inSessionOrder(rows, order).map((row) => (
            <tr
              key={row.id}
              role="row"
              aria-current={row.id === current ? 'true' : undefined}
              className={mergeClasses(styles.row, row.id === current && styles.current)}
            >
              {sessionColumns.map((column) =>
                column === 'name' ? (
                  <th key={column} scope="row" role="rowheader" className={mergeClasses(styles.cell, styles.name)}>
                    <button type="button" disabled={isHeld} className={card.title} onClick={() => onOpen(row)}>
                      <span className={card.cell}>{row.project}</span>
                      <span className={styles.about}>{aboutText(row, words)}</span>
                    </button>
                  </th>
                ) : (
                  <td
                    key={column}
                    role="cell"
                    className={mergeClasses(styles.cell, column === 'P0' && row.counts.P0 > 0 && styles.fatal)}
                  >
                    {cellText(row, column, words)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

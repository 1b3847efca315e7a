/** Which column is what: as it was recognised, with reasons and doubts, and as the user says it is. */
import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Column, Doubt } from '../../core/form/form';
import { type ColumnRole, columnRoles, roles } from '../../core/form/roles';
import { type CellRef, fromA1, sameCell, toA1 } from '../../core/sheet/cellRef';
import type { ReviewedSheet } from '../../review/memory/reviewed';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { Notice } from '../Notice';
import { useCardStyles } from '../result/useCardStyles';
import { isHeld, shownForm } from '../state';
import { useRaise } from '../useRaise';

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold },
  address: { width: '84px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  more: { cursor: 'pointer' },
});

const offered = (page: 'main' | 'more'): readonly ColumnRole[] =>
  columnRoles.filter((role) => roles[role].page === page);
/** What scoring needs, in the order of a form, and the rest. */
const mainRoles = offered('main');
const otherRoles = offered('more');

type Picks = Readonly<Partial<Record<ColumnRole, CellRef>>>;

/** A cell's address, or null where the text is none. */
function addressOf(text: string): CellRef | null {
  try {
    return fromA1(text.trim().toUpperCase().replaceAll('$', ''));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function doubtText({ cells, kind, role }: Doubt, words: Words): string {
  const facts = {
    role: role === null ? words.say('noRole') : words.say(`role-${role}`),
    cells: cells.map(({ ref }) => toA1(ref)).join(' ') || words.say('noFigure'),
  };
  return words.say(`doubt-${kind}`, facts);
}

interface RoleCardProps {
  readonly role: ColumnRole;
  readonly column: Column | null;
  readonly pick: CellRef | null;
  readonly onPick: (cell: CellRef | null) => void;
  readonly sheet: ReviewedSheet;
}

function RoleCard({ column, onPick, pick, role, sheet }: RoleCardProps): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { services, words } = usePane();
  const raise = useRaise();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const name = words.say(`role-${role}`);

  const take = (cell: CellRef | null): void => {
    setProblem(null);
    setTyped('');
    onPick(cell);
  };
  const takeSelected = (): void => {
    services.selection().then((outcome) => {
      if (!outcome.ok) setProblem(words.faultText(outcome.fault).nextStep);
      else if (outcome.value.sheetId !== sheet.sheetId)
        setProblem(words.say('selectOnSheet', { sheet: sheet.sheetName }));
      else take(outcome.value.cell);
    }, raise);
  };
  const takeTyped = (): void => {
    if (typed.trim() === '') return;
    const cell = addressOf(typed);
    if (cell) take(cell);
    else setProblem(words.say('notAnAddress'));
  };

  return (
    <li className={card.card}>
      <span className={styles.name}>{name}</span>
      <p className={card.text}>
        {pick
          ? words.say('columnPicked', { cell: toA1(pick) })
          : column
            ? words.say('columnFound', {
                cell: toA1(column.header.ref),
                text: column.header.text.replace(/\s+/gu, ' ').trim() || words.say('emptyCell'),
                because: words.say(`because-${column.because}`),
                certainty: words.say(`certainty-${column.certainty}`),
              })
            : words.say('columnMissing')}
      </p>
      <div className={styles.buttons}>
        <Button size="small" aria-label={words.say('takeSelectedFor', { role: name })} onClick={takeSelected}>
          {words.say('takeSelected')}
        </Button>
        <Input
          size="small"
          className={styles.address}
          input={{ size: 6 }}
          aria-label={words.say('addressOf', { role: name })}
          placeholder={words.say('addressExample')}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
          onBlur={takeTyped}
          onKeyDown={({ key }) => {
            if (key === 'Enter') takeTyped();
          }}
        />
        {pick && (
          <Button size="small" aria-label={words.say('dropPickFor', { role: name })} onClick={() => take(null)}>
            {words.say('dropPick')}
          </Button>
        )}
      </div>
      <p role="status" className={card.aside}>
        {problem}
      </p>
    </li>
  );
}

/** The header cells that the user gave before. */
function givenPicks(columns: readonly Column[]): Picks {
  return Object.fromEntries(
    columns.filter(({ because }) => because === 'user').map(({ header, role }) => [role, header.ref]),
  );
}

function Columns({ sheet }: { readonly sheet: ReviewedSheet }): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { actions, state, words } = usePane();
  const form = shownForm(state)?.form ?? null;
  const columns = form?.columns ?? [];
  const [picks, setPicks] = useState<Picks>(() => givenPicks(columns));
  const [isRefused, setRefused] = useState(false);
  const chosen = [...mainRoles, ...otherRoles].flatMap((role) => {
    const header = picks[role];
    return header ? [{ role, header }] : [];
  });
  const twice = chosen.find(({ header, role }) =>
    chosen.some((other) => other.role !== role && sameCell(other.header, header)),
  );
  const list = (roles: readonly ColumnRole[]): ReactNode => (
    <ul className={card.list}>
      {roles.map((role) => (
        <RoleCard
          key={role}
          role={role}
          column={columns.find((column) => column.role === role) ?? null}
          pick={picks[role] ?? null}
          onPick={(cell) => {
            setRefused(false);
            setPicks((before) => {
              const others = Object.fromEntries(Object.entries(before).filter(([name]) => name !== role));
              return cell ? { ...others, [role]: cell } : others;
            });
          }}
          sheet={sheet}
        />
      ))}
    </ul>
  );
  const doubts = (form?.doubts ?? []).map((doubt) => doubtText(doubt, words));
  return (
    <div className={card.section}>
      <p className={card.text}>{words.say('columnsHint')}</p>
      {!form && <Notice intent="info" lines={[words.say('columnsNoForm')]} />}
      {doubts.length > 0 && <Notice intent="warning" lines={[...new Set(doubts)]} />}
      {sheet.mapping && (
        <Notice intent="success" lines={[words.say('columnsMapped')]}>
          <Button
            size="small"
            disabledFocusable={isHeld(state)}
            onClick={() => {
              if (!sheet.mapping) return;
              setPicks({});
              actions.forgetMapping(sheet.sheetId, sheet.mapping);
            }}
          >
            {words.say('columnsForget')}
          </Button>
        </Notice>
      )}
      {list(mainRoles)}
      <details>
        <summary className={styles.more}>{words.say('moreColumns')}</summary>
        {list(otherRoles)}
      </details>
      {twice && <Notice intent="warning" lines={[words.say('pickedTwice', { cell: toA1(twice.header) })]} />}
      {isRefused && <Notice intent="warning" lines={[words.say('columnsRefused')]} />}
      <Button
        appearance="primary"
        disabledFocusable={isHeld(state) || chosen.length === 0 || twice !== undefined}
        onClick={() => actions.mapColumns(sheet.sheetId, chosen, () => setRefused(true))}
      >
        {words.say('reviewWithColumns')}
      </Button>
      <p className={card.aside}>{words.say('columnsKept')}</p>
    </div>
  );
}

/** The columns of the reviewed sheet. */
export function ColumnsPage(): ReactNode {
  const card = useCardStyles();
  const { state, words } = usePane();
  return state.report ? <Columns sheet={state.report} /> : <p className={card.text}>{words.say('reviewFirst')}</p>;
}

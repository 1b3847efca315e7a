/** Which column has which role: one choice a role among the headings found, as recognised until the user says otherwise. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Doubt } from '../../core/form/form';
import { type ColumnRole, columnRoles, roles } from '../../core/form/roles';
import { type CellRef, toA1 } from '../../core/sheet/cellRef';
import type { ReviewedSheet } from '../../review/memory/reviewed';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { Notice } from '../Notice';
import { useCardStyles } from '../result/useCardStyles';
import { isHeld, shownForm } from '../state';
import { ColumnChoice } from './ColumnChoice';
import { givenPicks, headingOptions, newsOf, type Picks } from './columnChoices';

const useStyles = makeStyles({
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(200px, 100%), 1fr))',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  more: { cursor: 'pointer', paddingBottom: tokens.spacingVerticalS },
});

const offered = (page: 'main' | 'more'): readonly ColumnRole[] =>
  columnRoles.filter((role) => roles[role].page === page);
/** What scoring needs, in the order of a form, and the rest. */
const mainRoles = offered('main');
const otherRoles = offered('more');

function doubtText({ cells, kind, role }: Doubt, words: Words): string {
  const facts = {
    role: role === null ? words.say('noRole') : words.say(`role-${role}`),
    cells: cells.map(({ ref }) => toA1(ref)).join(' ') || words.say('noFigure'),
  };
  return words.say(`doubt-${kind}`, facts);
}

/** The picks with this one, or without one for the role. */
function withPick(picks: Picks, role: ColumnRole, cell: CellRef | null): Picks {
  const others = Object.fromEntries(Object.entries(picks).filter(([name]) => name !== role));
  return cell ? { ...others, [role]: cell } : others;
}

function Columns({ sheet }: { readonly sheet: ReviewedSheet }): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { actions, state, words } = usePane();
  const form = shownForm(state)?.form ?? null;
  const columns = form?.columns ?? [];
  const [picks, setPicks] = useState<Picks>(() => givenPicks(columns));
  const [isRefused, setRefused] = useState(false);
  const options = headingOptions(form, words);
  const chosen = columnRoles.flatMap((role) => {
    const header = picks[role];
    return header ? [{ role, header }] : [];
  });
  const isContradictory = chosen.some(({ role }) => newsOf(role, picks, columns, words)?.state === 'error');
  const list = (roles: readonly ColumnRole[]): ReactNode => (
    <div className={styles.choices}>
      {roles.map((role) => (
        <ColumnChoice
          key={role}
          role={role}
          column={columns.find((column) => column.role === role) ?? null}
          options={options}
          pick={picks[role] ?? null}
          news={newsOf(role, picks, columns, words)}
          onPick={(cell) => {
            setRefused(false);
            setPicks((before) => withPick(before, role, cell));
          }}
          sheet={sheet}
        />
      ))}
    </div>
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
      {isRefused && <Notice intent="warning" lines={[words.say('columnsRefused')]} />}
      <Button
        appearance="primary"
        className={card.action}
        disabledFocusable={isHeld(state) || chosen.length === 0 || isContradictory}
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

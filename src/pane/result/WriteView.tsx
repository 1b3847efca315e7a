/** What could be written, ticked one by one, and what became of it. */
import { Button, Checkbox, makeStyles, Spinner, Switch, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import type { Edit } from '../../core/report/edit';
import type { FormReport } from '../../core/report/report';
import { sameCell } from '../../core/sheet/cellRef';
import { usePane } from '../context';
import { Notice } from '../Notice';
import { chosenEdits, isHeld, type LongTask, markedCellCount, tickedIds } from '../state';
import { AppliedResults } from './AppliedResults';
import { CellLink } from './CellLink';
import { cellText } from './cellText';
import { ChoiceCard } from './ChoiceCard';
import { editName } from './editName';
import { Facts } from './Facts';
import { History } from './History';
import { isChoice } from './isChoice';
import { PlanNews } from './PlanNews';
import { RevertResults } from './RevertResults';
import { useCardStyles } from './useCardStyles';

const useStyles = makeStyles({
  checkbox: {
    alignItems: 'flex-start',
    overflowWrap: 'anywhere',
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  switch: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  spinner: { justifyContent: 'flex-start' },
});

interface EditCardProps {
  readonly edit: Edit;
  /** The edit as it would be written with the present ticks; null when it would not. */
  readonly chosen: Edit | null;
  readonly isTicked: boolean;
  readonly report: FormReport;
}

function EditCard({ chosen, edit, isTicked, report }: EditCardProps): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { dispatch, state, words } = usePane();
  const { before, cell } = edit;
  const isFollowing = edit.kind === 'total';
  const { after } = chosen ?? edit;
  const reason = isFollowing ? words.say('totalFollows') : words.editReason(edit);
  return (
    <li className={card.card}>
      <Checkbox
        className={styles.checkbox}
        label={editName(edit, report, words)}
        checked={isTicked}
        disabled={state.running !== null}
        onChange={(_, { checked }) => dispatch({ type: 'edits-ticked', ids: [edit.id], ticked: checked === true })}
      />
      <Facts
        facts={[
          {
            name: words.say('before'),
            value: cellText(before.value, before.numberFormat, words),
            isWide: edit.kind === 'note',
          },
          {
            name: words.say('after'),
            value:
              isFollowing && isTicked && !chosen
                ? words.say('totalUnneeded')
                : cellText(after, before.numberFormat, words),
            isStrong: true,
            isWide: edit.kind === 'note',
          },
          { name: words.say('because'), value: reason, isWide: true },
        ]}
      />
      <CellLink sheetId={report.form.sheetId} cell={cell} />
    </li>
  );
}

/** The edits in their order, those of one choice together. */
function entriesOf(edits: readonly Edit[]): readonly (readonly [Edit, ...Edit[]])[] {
  const entries: [Edit, ...Edit[]][] = [];
  for (const edit of edits) {
    const last = entries.at(-1);
    if (isChoice(edit) && last && isChoice(last[0]) && sameCell(last[0].cell, edit.cell)) last.push(edit);
    else entries.push([edit]);
  }
  return entries;
}

/** The list of what could be written, with a box for all of it. */
function Preview({ report }: { readonly report: FormReport }): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { dispatch, state, words } = usePane();
  const { edits } = report.plan;
  const ticked = new Set(tickedIds(state, report));
  const chosen = new Map(chosenEdits(state, report).map((edit) => [edit.id, edit]));
  if (edits.length === 0) return <p className={card.text}>{words.say('nothingToWrite')}</p>;
  // What has to be chosen cannot be ticked in one go with the rest.
  const plainEdits = edits.filter((edit) => !isChoice(edit));
  const areAllTicked = plainEdits.every(({ id }) => ticked.has(id));
  const isMixed = !areAllTicked && plainEdits.some(({ id }) => ticked.has(id));
  return (
    <>
      <p className={card.aside}>{words.say('writeHint')}</p>
      <PlanNews report={report} />
      {plainEdits.length > 0 && (
        <Checkbox
          className={styles.checkbox}
          label={words.say('selectAll')}
          checked={isMixed ? 'mixed' : areAllTicked}
          disabled={state.running !== null}
          onChange={() =>
            dispatch({ type: 'edits-ticked', ids: plainEdits.map(({ id }) => id), ticked: !areAllTicked })
          }
        />
      )}
      <ul className={card.list}>
        {entriesOf(edits).map((entry) => {
          const [edit] = entry;
          if (isChoice(edit)) return <ChoiceCard key={edit.id} edits={entry} ticked={ticked} report={report} />;
          return (
            <EditCard
              key={edit.id}
              edit={edit}
              chosen={chosen.get(edit.id) ?? null}
              isTicked={ticked.has(edit.id)}
              report={report}
            />
          );
        })}
      </ul>
    </>
  );
}

/** The switch for marks and the button that writes. */
function Decision({ report }: { readonly report: FormReport }): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { actions, dispatch, state, words } = usePane();
  const { capabilities, running, settings, wantsMarks } = state;
  const canMark = capabilities?.canMark ?? false;
  const markCount = markedCellCount(report);
  const marks = wantsMarks && canMark && markCount > 0;
  const count = chosenEdits(state, report).length;
  const isUndoNews = capabilities !== null && !capabilities.nativeUndo && !settings.knowsUndo;
  const knowUndo = (): void => actions.changeSettings({ ...settings, knowsUndo: true });
  return (
    <>
      {markCount > 0 && (
        <>
          <Switch
            className={styles.switch}
            label={words.say('mark', { n: markCount })}
            checked={marks}
            disabled={!canMark || running !== null}
            onChange={(_, { checked }) => dispatch({ type: 'marks-switched', wanted: checked })}
          />
          {capabilities && !canMark && <p className={card.aside}>{words.say('cannotMark')}</p>}
        </>
      )}
      {(count > 0 || marks) && (
        <>
          {isUndoNews && (
            <Notice intent="info" lines={[words.say('undoNone')]}>
              <Button size="small" onClick={knowUndo}>
                {words.say('dismiss')}
              </Button>
            </Notice>
          )}
          <Button
            appearance="primary"
            disabledFocusable={isHeld(state)}
            onClick={() => {
              // Whoever writes with the notice in view has been told.
              if (isUndoNews) knowUndo();
              actions.apply(report, tickedIds(state, report), marks);
            }}
          >
            {count > 0 ? words.say('writeCells', { n: count }) : words.say('markOnly')}
          </Button>
        </>
      )}
    </>
  );
}

type WritingTask = Extract<LongTask, { readonly kind: 'apply' | 'revert' | 'unmark' }>;

function isWriting(task: LongTask): task is WritingTask {
  return task.kind === 'apply' || task.kind === 'revert' || task.kind === 'unmark';
}

export interface WriteViewProps {
  readonly report: FormReport;
  readonly isProtected: boolean;
}

/** Preview and decision before an apply, its results after it; marks can always be removed. */
export function WriteView({ isProtected, report }: WriteViewProps): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { actions, state, words } = usePane();
  const { applied, capabilities, failure, history, rulesLeft, running, unmarked } = state;
  const isLostWhileWriting = failure?.task.kind === 'apply' && failure.fault.kind === 'session-lost';
  const isHistoryWanted = history === null;
  useEffect(() => {
    if (isHistoryWanted) actions.listApplied();
  }, [actions, isHistoryWanted]);
  return (
    <div className={card.section}>
      {isProtected && <Notice intent="warning" lines={[words.say('protectedSheet')]} />}
      {isLostWhileWriting && <Notice intent="warning" lines={[words.say('lostWhileWriting')]} />}
      <RevertResults />
      {applied ? (
        <AppliedResults applied={applied} />
      ) : (
        <>
          <Preview report={report} />
          <Decision report={report} />
        </>
      )}
      {running && isWriting(running) && (
        <Spinner size="tiny" className={styles.spinner} label={words.say(`writing-${running.kind}`)} />
      )}
      {capabilities?.canMark && (
        <Button disabledFocusable={isHeld(state)} onClick={() => actions.unmark(report.form.sheetId)}>
          {words.say('removeMarks')}
        </Button>
      )}
      {unmarked !== null && (
        <p className={card.text}>{unmarked > 0 ? words.say('marksRemoved', { n: unmarked }) : words.say('noMarks')}</p>
      )}
      {unmarked !== null && rulesLeft > 0 && (
        <Notice intent="warning" lines={[words.say('rulesLeft', { n: rulesLeft }), words.say('rulesLeftNext')]} />
      )}
      <History />
    </div>
  );
}

/** What could be written, ticked one by one, and what became of it. */
import { Button, makeStyles, Spinner, Switch, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import type { FormReport } from '../../core/report/report';
import { usePane } from '../context';
import { Notice } from '../Notice';
import { isHeld, type LongTask, markedCellCount, type PaneState, tickedIds } from '../state';
import { chosenEdits } from './chosenEdits';
import { AppliedResults } from './AppliedResults';
import { History } from './History';
import { RevertResults } from './RevertResults';
import { SmallNews } from './SmallNews';
import { useCardStyles } from './useCardStyles';
import { WritePreview } from './WritePreview';

const useStyles = makeStyles({
  // Stays in sight at the lower edge, however long the list is.
  bar: {
    position: 'sticky',
    // Chrome counts the padding of what scrolls as part of its edge.
    bottom: `calc(-1 * ${tokens.spacingVerticalXXL})`,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalXS,
    margin: `0 calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  switch: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  spinner: { justifyContent: 'flex-start' },
});

/** Whether the user has yet to be told that Ctrl+Z does not take a write back here. */
function isWriteUndoNews({ capabilities, settings }: PaneState): boolean {
  return capabilities !== null && !capabilities.nativeUndo && !settings.knowsUndo;
}

/** Says so above what could be written, until the user knows. */
function WriteUndoNews(): ReactNode {
  const { actions, state, words } = usePane();
  if (!isWriteUndoNews(state)) return null;
  return (
    <SmallNews
      text={words.say('undoNone')}
      onKnown={() => actions.changeSettings({ ...state.settings, knowsUndo: true })}
    />
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
  const isUndoNews = isWriteUndoNews(state);
  if (markCount === 0 && count === 0) return null;
  return (
    <div className={styles.bar} data-place="writing">
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
          <Button
            appearance="primary"
            disabledFocusable={isHeld(state)}
            onClick={() => {
              // Whoever writes with the notice in view has been told.
              if (isUndoNews) actions.changeSettings({ ...settings, knowsUndo: true });
              actions.apply(report, tickedIds(state, report), marks);
            }}
          >
            {count > 0 ? words.say('writeCells', { n: count }) : words.say('markOnly')}
          </Button>
        </>
      )}
    </div>
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
      {applied && <AppliedResults applied={applied} />}
      {/* Until the form was read again the plan is one from before. */}
      {!state.isBeforeWriting && (
        <>
          {(report.plan.edits.length > 0 || markedCellCount(report) > 0) && <WriteUndoNews />}
          <WritePreview report={report} />
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
      {!state.isBeforeWriting && <Decision report={report} />}
    </div>
  );
}

/** What is going on and what went wrong, for the eye and for the ear: it comes with what the first result needs. */
import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Words } from '../words/wordsOf';
import { announcement } from './announcement';
import { usePane } from './context';
import { Notice } from './Notice';
import { Silence } from './Silence';
import { type LongTask, staleness } from './state';

const useStyles = makeStyles({ spinner: { justifyContent: 'flex-start' } });

/** What a screen reader hears of the last thing that happened. */
export function Announcement(): ReactNode {
  const { state, words } = usePane();
  return announcement(state, words);
}

function Failure(): ReactNode {
  const { actions, dispatch, state, words } = usePane();
  if (!state.failure) return null;
  const { canRetry, nextStep, sentence } = words.faultText(state.failure.fault);
  return (
    <Notice intent="error" lines={[sentence, nextStep]}>
      {canRetry && (
        <Button size="small" onClick={actions.retry}>
          {words.say('retry')}
        </Button>
      )}
      <Button size="small" onClick={() => dispatch({ type: 'failure-dismissed' })}>
        {words.say('dismiss')}
      </Button>
    </Notice>
  );
}

export function Stale(): ReactNode {
  const { state, words } = usePane();
  const stale = staleness(state);
  if (!stale || !state.report || state.running) return null;
  // The button that helps stands above, in its usual place.
  return <Notice intent="warning" lines={[words.say(stale === 'edited' ? 'staleEdited' : 'staleWritten')]} />;
}

/** What the running task is called here; null for those that are told where they were begun. */
function labelOf(running: LongTask, words: Words): string | null {
  switch (running.kind) {
    case 'review':
      return words.say(running.isLive ? 'reviewingLive' : 'reviewing');
    case 'accept':
    case 'keep':
      return words.say('keeping');
    case 'paper':
      // It is begun on the first screen, which goes away.
      return running.paper === 'sample' ? words.say('makingSample') : null;
    default:
      return null;
  }
}

/** What takes a while, in words. */
function Running(): ReactNode {
  const styles = useStyles();
  const { state, words } = usePane();
  const { running } = state;
  const label = running && labelOf(running, words);
  return label && <Spinner size="tiny" className={styles.spinner} label={label} />;
}

/** All of it, in the order in which it matters. */
export function PaneNews(): ReactNode {
  return (
    <>
      <Running />
      <Silence />
      <Failure />
    </>
  );
}

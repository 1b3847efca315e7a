/** Says that the host has not answered, and what can be done; a wait that was given up is told until its answer comes. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from './context';
import { Notice } from './Notice';
import { isWritingTask } from './state';

export function Silence(): ReactNode {
  const { actions, dispatch, state, words } = usePane();
  const { abandoned, running, silentFor } = state;
  if (running && silentFor !== null) {
    return (
      <Notice intent="warning" lines={[words.say('silent', { n: silentFor }), words.say('silentNext')]}>
        <Button size="small" onClick={() => dispatch({ type: 'waiting-continued' })}>
          {words.say('keepWaiting')}
        </Button>
        <Button size="small" onClick={actions.stopWaiting}>
          {words.say('stopWaiting')}
        </Button>
      </Notice>
    );
  }
  if (!abandoned) return null;
  if (isWritingTask(abandoned)) {
    return <Notice intent="warning" lines={[words.say('stoppedWriting'), words.say('stoppedWritingNext')]} />;
  }
  return (
    <Notice intent="info" lines={[words.say('stoppedReading'), words.say('stoppedReadingNext')]}>
      <Button size="small" onClick={() => dispatch({ type: 'abandonment-dismissed' })}>
        {words.say('dismiss')}
      </Button>
    </Notice>
  );
}

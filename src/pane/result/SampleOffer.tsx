/** Offers the sample form to somebody who has none at hand, and says what came of it where no review did. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from '../context';
import { paperName } from '../paperText';
import { isHeld } from '../state';
import { PaperOutcome } from './PaperOffer';
import { useCardStyles } from './useCardStyles';

export function SampleOffer(): ReactNode {
  const card = useCardStyles();
  const { actions, state, words } = usePane();
  const { paper } = state;
  return (
    <div className={card.section}>
      <p className={card.text}>{words.say('sampleWhat', { name: paperName('sample') })}</p>
      <Button className={card.action} disabledFocusable={isHeld(state)} onClick={() => actions.trySample('careful')}>
        {words.say('trySample')}
      </Button>
      {paper?.kind === 'sample' && <PaperOutcome result={paper} write={actions.trySample} />}
    </div>
  );
}

/** Why a decision was not kept: with both where two contradict each other, and the way to go on. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type RefusedDecision, usePane } from '../context';
import { Notice } from '../Notice';
import { isHeld } from '../state';
import type { Words } from '../../words/wordsOf';
import { decisionText } from './decisionText';
import type { Deciding } from './useDecide';

function refusalText(because: RefusedDecision, words: Words): string {
  switch (because.kind) {
    case 'contradicts':
      return words.say('refusedContradicts', {
        existing: because.existing.map((each) => decisionText(each, words)).join(words.say('listComma')),
      });
    case 'unfit':
      return words.say('refusedUnfit', { because: words.say(`fate-${because.because}`) });
    case 'unreadable':
      return words.say('refusedUnreadable');
  }
}

export function RefusalNotice({ decide, refused }: Deciding): ReactNode {
  const { state, words } = usePane();
  if (!refused) return null;
  const { because, wanted } = refused;
  // Only another answer to the very same question can be replaced; an explanation is taken back by itself.
  const isSameKind = because.kind === 'contradicts' && because.existing.every(({ kind }) => kind === wanted.kind);
  return (
    <Notice intent="warning" lines={[refusalText(because, words)]}>
      {isSameKind && (
        <Button size="small" disabledFocusable={isHeld(state)} onClick={() => decide(wanted, true)}>
          {words.say('refusedReplace')}
        </Button>
      )}
    </Notice>
  );
}

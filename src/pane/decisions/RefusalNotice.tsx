/** Why a decision was not kept: with both where two contradict each other, and the way to go on. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type RefusedDecision, usePane } from '../context';
import { Notice } from '../Notice';
import { isHeld } from '../state';
import type { Words } from '../../words/wordsOf';
import { decisionText } from './decisionText';

/** What is said: of a contradiction both sides, and what to do where the new one cannot simply take the other's place. */
function refusalLines(because: RefusedDecision, words: Words): readonly string[] {
  switch (because.kind) {
    case 'contradicts': {
      const { existing, wanted } = because;
      const both = {
        wanted: decisionText(wanted, words),
        existing: existing.map((each) => decisionText(each, words)).join(words.say('listComma')),
      };
      return [
        words.say('refusedContradicts', both),
        ...(answersAlike(because) ? [] : [words.say('refusedContradictsNext')]),
      ];
    }
    case 'unfit':
      return [words.say('refusedUnfit', { because: words.say(`fate-${because.because}`) })];
    case 'unreadable':
      return [words.say('refusedUnreadable')];
  }
}

/** Only another answer to the very same question can be replaced; an explanation is taken back by itself. */
function answersAlike({ existing, wanted }: Extract<RefusedDecision, { readonly kind: 'contradicts' }>): boolean {
  return existing.every(({ kind }) => kind === wanted.kind);
}

export interface RefusalNoticeProps {
  /** Null: nothing was refused. */
  readonly because: RefusedDecision | null;
  /** Keeps the new one in the place of the other; null: there is no such wish. */
  readonly onReplace: (() => void) | null;
}

export function RefusalNotice({ because, onReplace }: RefusalNoticeProps): ReactNode {
  const { state, words } = usePane();
  if (!because) return null;
  return (
    <Notice intent="warning" lines={refusalLines(because, words)}>
      {onReplace && because.kind === 'contradicts' && answersAlike(because) && (
        <Button size="small" disabledFocusable={isHeld(state)} onClick={onReplace}>
          {words.say('refusedReplace')}
        </Button>
      )}
    </Notice>
  );
}

/** One decision with its time, what became of it, and the way to take it back. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Decision } from '../../core/decisions/decision';
import type { DecisionFate } from '../../core/report/decisionStandings';
import type { ReviewedSheet } from '../../review/memory/reviewed';
import { usePane } from '../context';
import { timeText } from '../result/timeText';
import { useCardStyles } from '../result/useCardStyles';
import { isHeld } from '../state';
import { decisionText } from './decisionText';
import type { Words } from '../../words/wordsOf';

export interface DecisionLineProps {
  readonly decision: Decision;
  /** Null where nothing can be said of it on this sheet. */
  readonly fate: DecisionFate | null;
  readonly sheet: ReviewedSheet;
}

/** What became of it: in effect, or why it does not fit what stands on the form. */
function fateText(fate: DecisionFate, words: Words): string {
  const because = words.say(`fate-${fate}`);
  return fate === 'applied' ? because : words.say('unmatched', { because });
}

export function DecisionLine({ decision, fate, sheet }: DecisionLineProps): ReactNode {
  const card = useCardStyles();
  const { actions, state, words } = usePane();
  const text = decisionText(decision, words);
  const time = decision.at === '' ? words.say('noTime') : timeText(decision.at, words.locale);
  const project = decision.kind === 'rule' ? null : decision.form.project;
  return (
    <li className={card.card}>
      <p className={card.text}>{text}</p>
      <p className={card.aside}>{[time, ...(fate === null ? [project ?? ''] : [fateText(fate, words)])].join('　')}</p>
      <div className={card.row}>
        <Button
          size="small"
          disabledFocusable={isHeld(state)}
          aria-label={words.say('undoDecisionOf', { decision: text })}
          onClick={() => actions.undo(sheet, decision)}
        >
          {words.say('undoDecision')}
        </Button>
      </div>
    </li>
  );
}

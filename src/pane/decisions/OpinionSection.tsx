/** The reviewer's opinion: what the reviewer tells the unit of a row, or of the form as a whole. */
import { Button, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { longestWords } from '../../core/decisions/decision';
import type { FormReport } from '../../core/report/report';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';
import { isHeld } from '../state';
import type { Deciding } from './useDecide';

interface OpinionSectionProps extends Pick<Deciding, 'decide'> {
  readonly report: FormReport;
  /** Null: the form as a whole. */
  readonly indicator: string | null;
}

export function OpinionSection({ decide, indicator, report }: OpinionSectionProps): ReactNode {
  const card = useCardStyles();
  const { state, words } = usePane();
  const kept = report.decisions.find(
    ({ decision }) => decision.kind === 'opinion' && decision.indicator === indicator,
  )?.decision;
  const before = kept?.kind === 'opinion' ? kept.opinion : '';
  const [opinion, setOpinion] = useState(before);
  const isReady = opinion.trim() !== '' && opinion.trim() !== before && !isHeld(state);
  return (
    <section className={card.section} aria-labelledby="judge-opinion">
      <h3 id="judge-opinion" className={card.heading}>
        {words.say(indicator === null ? 'opinionOnForm' : 'opinionHead')}
      </h3>
      <Textarea
        aria-label={words.say('opinionLabel')}
        placeholder={words.say('opinionLabel')}
        maxLength={longestWords.opinion}
        resize="vertical"
        value={opinion}
        onChange={(_, { value }) => setOpinion(value)}
      />
      <div className={card.row}>
        <Button
          size="small"
          disabledFocusable={!isReady}
          onClick={() => {
            // What was typed into the field that shows the old words is meant to take their place.
            if (isReady) decide({ kind: 'opinion', form: report.key, indicator, opinion: opinion.trim() }, true);
          }}
        >
          {words.say('opinionKeep')}
        </Button>
      </div>
    </section>
  );
}

/** What the reviewer wrote for the same rule text in another workbook: an offer, and never applied by itself. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { ruleKey } from '../../core/decisions/formDecisions';
import type { FormReport } from '../../core/report/report';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';
import { isHeld } from '../state';
import { useRaise } from '../useRaise';
import type { Deciding } from './useDecide';

interface KnownWordingProps extends Pick<Deciding, 'decide'> {
  readonly report: FormReport;
  /** The rule text of the row. */
  readonly text: string;
}

/** The sentence to offer; null where there is none, or where something is decided for the text already. */
function useOffered(report: FormReport, text: string): string | null {
  const { services } = usePane();
  const raise = useRaise();
  const [known, setKnown] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    services.knownWording(text).then((means) => {
      if (isCurrent) setKnown(means);
    }, raise);
    return () => {
      isCurrent = false;
    };
    // A sentence that was taken back is not known any more, so it is asked for again after every review.
  }, [services, report, text, raise]);
  const key = ruleKey(text);
  const isDecided = report.decisions.some(({ decision }) => decision.kind === 'rule' && decision.text === key);
  return isDecided ? null : known;
}

export function KnownWording({ decide, report, text }: KnownWordingProps): ReactNode {
  const card = useCardStyles();
  const { state, words } = usePane();
  const means = useOffered(report, text);
  if (means === null) return null;
  return (
    <div className={card.row}>
      <span className={card.text}>{words.say('ruleKnown', { means })}</span>
      <Button
        size="small"
        disabledFocusable={isHeld(state)}
        onClick={() => {
          if (!isHeld(state)) decide({ kind: 'rule', text: ruleKey(text), means });
        }}
      >
        {words.say('ruleUse')}
      </Button>
    </div>
  );
}

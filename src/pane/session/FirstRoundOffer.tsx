/** Holds the form against the file of the first round, where neither the workbook nor this machine has a record of it. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import type { ReviewedForm, ReviewedSheet } from '../../review/memory/reviewed';
import { usePane } from '../context';
import { Notice } from '../Notice';
import { useCardStyles } from '../result/useCardStyles';
import { isHeld } from '../state';

export interface FirstRoundOfferProps {
  readonly report: ReviewedForm;
  readonly sheet: ReviewedSheet;
}

/** Nothing where the form is held against a record already, or no file can be read. */
export function FirstRoundOffer({ report, sheet }: FirstRoundOfferProps): ReactNode {
  const card = useCardStyles();
  const { actions, services, state, words } = usePane();
  const input = useRef<HTMLInputElement>(null);
  const [isOther, setOther] = useState(false);
  if (report.round || !services.readEarlier) return null;
  return (
    <section className={card.section} aria-labelledby="first-round">
      <h3 id="first-round" className={card.heading}>
        {words.say('firstRound')}
      </h3>
      <p className={card.aside}>{words.say('firstRoundWhat')}</p>
      <div className={card.row}>
        <Button disabledFocusable={isHeld(state)} onClick={() => input.current?.click()}>
          {words.say('firstRoundChoose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={words.say('firstRoundChoose')}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            setOther(false);
            if (file) actions.takeFirstRound(sheet, file, () => setOther(true));
            // So that choosing the same file once more is a change, too.
            currentTarget.value = '';
          }}
        />
      </div>
      {isOther && <Notice intent="warning" lines={[words.say('firstRoundOther')]} />}
    </section>
  );
}

/** What to do next with a form in which nothing was found: judge what is open, or make the report. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FormReport } from '../../core/report/report';
import { usePane } from '../context';
import { useCardStyles } from './useCardStyles';

export function CleanNextStep({ report: { scores } }: { readonly report: FormReport }): ReactNode {
  const card = useCardStyles();
  const { dispatch, words } = usePane();
  const { openCount } = scores.totals;
  return (
    <div className={card.buttons}>
      {openCount > 0 && (
        <Button
          size="small"
          onClick={() => {
            dispatch({ type: 'scores-filtered', filter: 'open' });
            dispatch({ type: 'view-picked', view: 'scores' });
          }}
        >
          {words.say('lookAtOpen', { n: openCount })}
        </Button>
      )}
      <Button size="small" onClick={() => dispatch({ type: 'view-picked', view: 'report' })}>
        {words.say('goToReport')}
      </Button>
    </div>
  );
}

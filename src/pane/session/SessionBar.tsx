/** Above the result of one form of several: which it is, the one before, the one after, the table of all. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';
import { useOpenForm } from './useOpenForm';
import { placeOf, type SessionForm } from './workbookSession';

/** Nothing where the workbook was not reviewed as a whole, or has only one form. */
export function SessionBar(): ReactNode {
  const card = useCardStyles();
  const { dispatch, state, words } = usePane();
  const open = useOpenForm();
  const place = placeOf(state);
  if (!place) return null;
  const { next, number, previous, total } = place;
  const button = (key: 'previousForm' | 'nextForm', form: SessionForm | null): ReactNode => (
    <Button
      size="small"
      disabledFocusable={form === null || state.running !== null}
      onClick={() => {
        if (form) open(form);
      }}
    >
      {words.say(key)}
    </Button>
  );
  return (
    <div className={card.row} role="group" aria-label={words.say('sessionLabel')} data-place="session">
      <span className={card.text}>{words.say('sessionPlace', { n: number, total })}</span>
      {button('previousForm', previous)}
      {button('nextForm', next)}
      <Button
        size="small"
        appearance="subtle"
        onClick={() => dispatch({ type: 'screen-opened', screen: { kind: 'workbook' } })}
      >
        {words.say('sessionList')}
      </Button>
    </div>
  );
}

/** Said where filter or search leave nothing: what else there is, and the way to it. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from '../context';
import { shownFindings, type DescribedFinding } from './shownFindings';
import { useCardStyles } from './useCardStyles';

export function NothingShown({ described }: { readonly described: readonly DescribedFinding[] }): ReactNode {
  const card = useCardStyles();
  const { dispatch, state, words } = usePane();
  const { severity } = state;
  const query = state.query.trim();
  const elsewhere = shownFindings(described, { query, severity: null }).length;
  const line =
    severity === null
      ? words.say('nothingFound', { query })
      : query === ''
        ? words.say('nothingInFilter', { severity: words.say(`severity-${severity}`), n: elsewhere })
        : words.say('nothingFoundInFilter', { severity: words.say(`severity-${severity}`), query, n: elsewhere });
  return (
    <div className={card.row}>
      <p className={card.text}>{line}</p>
      <Button
        size="small"
        onClick={() => {
          dispatch({ type: 'severity-picked', severity: null });
          if (elsewhere === 0) dispatch({ type: 'searched', query: '' });
        }}
      >
        {words.say('showAll')}
      </Button>
    </div>
  );
}

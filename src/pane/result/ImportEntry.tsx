/** The way to the import of a file; nothing where the pane reads none. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from '../context';
import { useCardStyles } from './useCardStyles';

export function ImportEntry(): ReactNode {
  const card = useCardStyles();
  const { dispatch, services, words } = usePane();
  if (!services.readTables) return null;
  return (
    <Button className={card.action} onClick={() => dispatch({ type: 'screen-opened', screen: { kind: 'import' } })}>
      {words.say('importFromFile')}
    </Button>
  );
}

/** The way to the import of a file; nothing where the pane reads none. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from '../context';

export function ImportEntry(): ReactNode {
  const { dispatch, services, words } = usePane();
  if (!services.readTables) return null;
  return (
    <Button onClick={() => dispatch({ type: 'screen-opened', screen: { kind: 'import' } })}>
      {words.say('importFromFile')}
    </Button>
  );
}

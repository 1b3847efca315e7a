/** The pane as one component: language, theme, error boundary, state and actions around the shell. */
import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useMemo, useReducer } from 'react';
import type { Locale } from '../words/locale';
import type { Words } from '../words/wordsOf';
import { Boundary } from './Boundary';
import { PaneContext } from './context';
import type { PaneServices } from './services';
import { Shell } from './Shell';
import { initialState, reduce } from './state';
import { type HostTheme, useTheme } from './theme';
import { useActions } from './useActions';

const useStyles = makeStyles({
  provider: { height: '100vh', overflow: 'hidden' },
});

export interface AppProps {
  readonly services: PaneServices;
  readonly locale: Locale;
  /** The words of that language. */
  readonly words: Words;
  /** How to learn whether the host is dark; the system's preference decides where it is null. */
  readonly hostTheme: HostTheme;
}

function Living({ services, words }: { readonly services: PaneServices; readonly words: Words }): ReactNode {
  const [state, dispatch] = useReducer(reduce, initialState);
  const actions = useActions(services, dispatch);
  const pane = useMemo(() => ({ state, dispatch, words, actions }), [state, words, actions]);
  return (
    <PaneContext value={pane}>
      <Shell />
    </PaneContext>
  );
}

/** The pane. */
export function App({ hostTheme, locale, services, words }: AppProps): ReactNode {
  const styles = useStyles();
  const theme = useTheme(hostTheme);
  return (
    <FluentProvider theme={theme} lang={locale} className={styles.provider}>
      <Boundary words={words}>
        <Living services={services} words={words} />
      </Boundary>
    </FluentProvider>
  );
}

/** The pane as one component: language, theme, error boundary, state and actions around the shell. */
import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useReducer } from 'react';
import type { Locale } from '../words/locale';
import type { Words } from '../words/wordsOf';
import { Boundary } from './Boundary';
import { PaneContext } from './context';
import type { PaneServices } from './services';
import { type Language, readSettings } from './settings';
import { Shell } from './Shell';
import { reduce } from './reduce';
import { initialState } from './state';
import { type HostDarkness, useTheme } from './theme';
import { useActions } from './actions/useActions';
import { useConnection } from './useConnection';

const useStyles = makeStyles({
  // Of the element that the pane is put into: the whole window in Excel, a part of the page elsewhere.
  provider: { height: '100%', overflow: 'hidden' },
});

export interface AppProps {
  readonly services: PaneServices;
  readonly locale: Locale;
  /** The words of that language. */
  readonly words: Words;
  /** How to learn whether the host is dark; the system's preference decides where it is null. */
  readonly hostTheme: HostDarkness;
  /** Hears which language the settings ask for; must stay the same function. */
  readonly onLanguage: (language: Language) => void;
}

type LivingProps = Pick<AppProps, 'services' | 'words' | 'onLanguage'>;

function Living({ onLanguage, services, words }: LivingProps): ReactNode {
  const [state, dispatch] = useReducer(reduce, services.preferences, (preferences) => ({
    ...initialState,
    settings: readSettings(preferences),
  }));
  const inUse = useActions(services, dispatch);
  useConnection(services, state, dispatch, inUse);
  const { actions } = inUse;
  const { language } = state.settings;
  useEffect(() => onLanguage(language), [language, onLanguage]);
  const pane = useMemo(() => ({ state, dispatch, words, actions, services }), [state, words, actions, services]);
  return (
    <PaneContext value={pane}>
      <Shell />
    </PaneContext>
  );
}

/** The pane. */
export function App({ hostTheme, locale, onLanguage, services, words }: AppProps): ReactNode {
  const styles = useStyles();
  const theme = useTheme(hostTheme);
  return (
    <FluentProvider theme={theme} lang={locale} className={styles.provider}>
      <Boundary words={words}>
        <Living services={services} words={words} onLanguage={onLanguage} />
      </Boundary>
    </FluentProvider>
  );
}

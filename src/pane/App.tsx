/** The pane as one component: language, theme, error boundary, state and actions around the shell. */
import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useReducer } from 'react';
import type { Locale } from '../words/locale';
import type { FirstWords } from '../words/firstWords';
import type { Words } from '../words/wordsOf';
import { Boundary } from './Boundary';
import { FirstPaneContext, PaneContext } from './context';
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
  /** What the first screen says in that language. */
  readonly firstWords: FirstWords;
  /** All words of that language; null until they are there. */
  readonly words: Words | null;
  /** How to learn whether the host is dark; the system's preference decides where it is null. */
  readonly hostTheme: HostDarkness;
  /**
   * Whether the first screen is on the screen: only then the workbook is asked and the rest is fetched. Left out: it is.
   */
  readonly isSettled?: boolean;
  /** Hears which language the settings ask for; must stay the same function. */
  readonly onLanguage: (language: Language) => void;
}

type LivingProps = Pick<AppProps, 'services' | 'firstWords' | 'words' | 'onLanguage'> & { readonly isSettled: boolean };

function Living({ firstWords, isSettled, onLanguage, services, words }: LivingProps): ReactNode {
  const [state, dispatch] = useReducer(reduce, services.preferences, (preferences) => ({
    ...initialState,
    settings: readSettings(preferences),
  }));
  const inUse = useActions(services, dispatch);
  useConnection(services, state, dispatch, inUse, isSettled);
  const { actions } = inUse;
  const { language } = state.settings;
  useEffect(() => onLanguage(language), [language, onLanguage]);
  const first = useMemo(
    () => ({ state, dispatch, words: firstWords, actions, services, isSettled }),
    [state, firstWords, actions, services, isSettled],
  );
  const pane = useMemo(() => words && { ...first, words }, [first, words]);
  return (
    <FirstPaneContext value={first}>
      <PaneContext value={pane}>
        <Shell />
      </PaneContext>
    </FirstPaneContext>
  );
}

/** The pane. */
export function App({ isSettled = true, hostTheme, locale, firstWords, ...living }: AppProps): ReactNode {
  const styles = useStyles();
  const theme = useTheme(hostTheme);
  return (
    <FluentProvider theme={theme} lang={locale} className={styles.provider}>
      <Boundary words={firstWords}>
        <Living {...living} firstWords={firstWords} isSettled={isSettled} />
      </Boundary>
    </FluentProvider>
  );
}

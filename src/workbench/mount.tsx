/** The door of the page: puts it into an element, in the language that the settings ask for. */
import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { type ReactNode, StrictMode, useMemo, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { Boundary } from '../pane/Boundary';
import { localeOf, readSettings } from '../pane/settings';
import { themeReady, useTheme } from '../pane/theme';
import { createWords } from '../words';
import type { Locale } from '../words/locale';
import { workbenchWords } from '../words/workbenchWords';
import type { WorkbenchServices } from './services';
import { Workbench } from './Workbench';

const useStyles = makeStyles({ provider: { height: '100%', overflow: 'hidden' } });

interface PageProps {
  readonly services: WorkbenchServices;
  readonly locale: Locale;
}

const fromSystem = (): null => null;

function Page({ locale, services }: PageProps): ReactNode {
  const styles = useStyles();
  const theme = useTheme(fromSystem);
  const wanted = useSyncExternalStore(services.onSetting, () => localeOf(readSettings(services.preferences), locale));
  const speech = useMemo(() => ({ words: createWords(wanted), say: workbenchWords(wanted) }), [wanted]);
  return (
    <FluentProvider theme={theme} lang={wanted} className={styles.provider}>
      <Boundary words={speech.words}>
        <Workbench services={services} locale={locale} {...speech} />
      </Boundary>
    </FluentProvider>
  );
}

/** Shows the page in the element, which it then owns. */
export function mountWorkbench(element: HTMLElement, services: WorkbenchServices, locale: Locale): void {
  void themeReady(fromSystem).then(() =>
    createRoot(element).render(
      <StrictMode>
        <Page services={services} locale={locale} />
      </StrictMode>,
    ),
  );
}

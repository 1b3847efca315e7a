/** The door of the pane: puts it into an element of the page. */
import { type ReactNode, StrictMode, useCallback, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Locale } from '../words/locale';
import { type Words, wordsOf } from '../words/wordsOf';
import { chinese } from '../words/zh-CN';
import { App, type AppProps } from './App';
import type { PaneServices } from './services';
import { type Language, localeOf, readSettings } from './settings';
import type { HostTheme } from './theme';
import { useRaise } from './useRaise';

export interface PaneOptions {
  /** The language of the host; the settings may ask for another. */
  readonly locale: Locale;
  /** Whether the host is dark; asked again when the user comes back. Left out: the system's preference. */
  readonly hostTheme?: HostTheme;
}

/** Chinese comes with the pane; another language is fetched when it is wanted. */
async function loadWords(locale: Locale): Promise<Words> {
  switch (locale) {
    case 'zh-CN':
      return wordsOf(chinese);
    case 'en':
      return wordsOf((await import(/* webpackChunkName: "en" */ '../words/en')).english);
  }
}

interface Speech {
  readonly locale: Locale;
  readonly words: Words;
}

interface SpeakingProps extends Pick<AppProps, 'services' | 'hostTheme'> {
  readonly first: Speech;
  readonly ofHost: Locale;
}

/** The pane in the language that its settings ask for; a change keeps everything else as it is. */
function Speaking({ first, ofHost, ...pane }: SpeakingProps): ReactNode {
  const raise = useRaise();
  const [speech, setSpeech] = useState(first);
  const wanted = useRef(first.locale);
  const onLanguage = useCallback(
    (language: Language) => {
      const locale = localeOf({ language }, ofHost);
      if (locale === wanted.current) return;
      wanted.current = locale;
      loadWords(locale).then((words) => {
        if (wanted.current === locale) setSpeech({ locale, words });
      }, raise);
    },
    [ofHost, raise],
  );
  return <App {...pane} {...speech} onLanguage={onLanguage} />;
}

/**
 * Shows the pane in the element, which it then owns; what stood there stays until the pane paints. The returned
 * function takes the pane away again.
 */
export async function mountPane(
  element: HTMLElement,
  services: PaneServices,
  { hostTheme = () => null, locale }: PaneOptions,
): Promise<() => void> {
  const first = localeOf(readSettings(services.preferences), locale);
  const words = await loadWords(first);
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <Speaking first={{ locale: first, words }} ofHost={locale} services={services} hostTheme={hostTheme} />
    </StrictMode>,
  );
  return () => root.unmount();
}

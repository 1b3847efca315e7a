/** The door of the pane: puts it into an element of the page. */
import { Activity, type ReactNode, StrictMode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Locale } from '../words/locale';
import { type FirstWords, firstWordsOf } from '../words/firstWords';
import type { Words } from '../words/wordsOf';
import { first as chinese } from '../words/zh-CN/first';
import { App, type AppProps } from './App';
import type { PaneServices } from './services';
import { type Language, localeOf, readSettings } from './settings';
import { type HostDarkness, themeReady } from './theme';
import { useRaise } from './useRaise';

export interface PaneOptions {
  /** The language of the host; the settings may ask for another. */
  readonly locale: Locale;
  /** Whether the host is dark; asked again when the user comes back. Left out: the system's preference. */
  readonly hostTheme?: HostDarkness;
}

/** What the first screen says: in Chinese it comes with the pane, in another language it is fetched. */
async function loadFirstWords(locale: Locale): Promise<FirstWords> {
  switch (locale) {
    case 'zh-CN':
      return firstWordsOf(chinese);
    case 'en':
      return firstWordsOf((await import(/* webpackChunkName: "en-first" */ '../words/en/first')).first);
  }
}

/** All words, once the first screen stands. */
async function loadWords(locale: Locale): Promise<Words> {
  switch (locale) {
    case 'zh-CN':
      return (await import(/* webpackChunkName: "zh-CN" */ '../words/chineseWords')).chineseWords;
    case 'en':
      return (await import(/* webpackChunkName: "en" */ '../words/englishWords')).englishWords;
  }
}

interface Speech {
  readonly locale: Locale;
  readonly firstWords: FirstWords;
  /** Null until they are there. */
  readonly words: Words | null;
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
  const speak = useCallback(
    (locale: Locale) => {
      wanted.current = locale;
      Promise.all([loadFirstWords(locale), loadWords(locale)]).then(([firstWords, words]) => {
        if (wanted.current === locale) setSpeech({ locale, firstWords, words });
      }, raise);
    },
    [raise],
  );
  // What stands here already is drawn first: effects run once it was.
  useEffect(() => speak(wanted.current), [speak]);
  const onLanguage = useCallback(
    (language: Language) => {
      const locale = localeOf({ language }, ofHost);
      if (locale !== wanted.current) speak(locale);
    },
    [ofHost, speak],
  );
  return <App {...pane} {...speech} onLanguage={onLanguage} />;
}

/** Hears when what it stands in is shown: effects wait as long as it is drawn out of sight. */
function Shown({ onShown }: { readonly onShown: () => void }): null {
  useLayoutEffect(onShown, [onShown]);
  return null;
}

/** A pane that is being drawn out of sight. */
export interface PreparedPane {
  /** Shows it in place of what stood in the element. The returned function takes the pane away again. */
  readonly show: (options: PaneOptions) => Promise<() => void>;
}

const unknownTheme: HostDarkness = () => null;

/**
 * Draws the pane out of sight, while its host is still getting ready: nothing is asked of the services, and what stands
 * in the element stays, until the pane is shown. A host that speaks another language than Chinese has it drawn anew.
 */
export function preparePane(element: HTMLElement, services: PaneServices): PreparedPane {
  const place = element.ownerDocument.createElement('div');
  place.hidden = true;
  place.style.height = '100%';
  element.append(place);
  const root = createRoot(place);
  const onShown = (): void => {
    element.replaceChildren(place);
    place.hidden = false;
  };
  const draw = (speech: Speech, options: PaneOptions | null): void =>
    root.render(
      <StrictMode>
        <Activity mode={options ? 'visible' : 'hidden'}>
          <Speaking
            key={speech.locale}
            first={speech}
            ofHost={options?.locale ?? speech.locale}
            services={services}
            hostTheme={options?.hostTheme ?? unknownTheme}
          />
          <Shown onShown={onShown} />
        </Activity>
      </StrictMode>,
    );
  const expected = localeOf(readSettings(services.preferences), 'zh-CN');
  let isShown = false;
  const early = Promise.all([loadFirstWords(expected), themeReady(unknownTheme)]).then(([firstWords]) => {
    if (!isShown) draw({ locale: expected, firstWords, words: null }, null);
    return firstWords;
  });
  return {
    async show(options) {
      isShown = true;
      const locale = localeOf(readSettings(services.preferences), options.locale);
      const firstWords = locale === expected ? await early : await loadFirstWords(locale);
      await themeReady(options.hostTheme ?? unknownTheme);
      draw({ locale, firstWords, words: null }, options);
      return () => root.unmount();
    },
  };
}

/**
 * Shows the pane in the element, which it then owns; what stood there stays until the pane paints. The returned
 * function takes the pane away again.
 */
export function mountPane(element: HTMLElement, services: PaneServices, options: PaneOptions): Promise<() => void> {
  return preparePane(element, services).show(options);
}

/** The door of the pane: puts it into an element of the page. */
import { Activity, type ReactNode, StrictMode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Locale } from '../words/locale';
import { type FirstWords, firstWordsOf } from '../words/firstWords';
import type { Words } from '../words/wordsOf';
import { first as chinese } from '../words/zh-CN/first';
import { App, type AppProps } from './App';
import type { PaneServices } from './services';
import { painted } from './painted';
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
  // The button can be pressed before anything is fetched: React would run effects before the first frame.
  const [isSettled, setSettled] = useState(false);
  useEffect(() => void painted().then(() => setSettled(true)), []);
  useEffect(() => {
    if (isSettled) speak(wanted.current);
  }, [isSettled, speak]);
  const onLanguage = useCallback(
    (language: Language) => {
      const locale = localeOf({ language }, ofHost);
      if (locale !== wanted.current) speak(locale);
    },
    [ofHost, speak],
  );
  return <App {...pane} {...speech} isSettled={isSettled} onLanguage={onLanguage} />;
}

/** Hears when what it stands in is shown: effects wait as long as it is drawn out of sight. */
function Shown({ onShown }: { readonly onShown: () => void }): null {
  useLayoutEffect(onShown, [onShown]);
  return null;
}

/** A pane that is being drawn out of sight. */
export interface PreparedPane {
  /**
   * Shows it in place of what stood in the element; resolves once it stands there. The returned function takes the pane
   * away again.
   */
  readonly show: (options: PaneOptions) => Promise<() => void>;
}

const unknownTheme: HostDarkness = () => null;

/**
 * Draws the pane out of sight, while its host is still getting ready: nothing is asked of the services, and what stands
 * in the element stays, until the pane is shown. It is shown as it was drawn; a host of another language than Chinese, or
 * of another theme than the system's, has it drawn anew.
 */
export function preparePane(element: HTMLElement, services: PaneServices): PreparedPane {
  const place = element.ownerDocument.createElement('div');
  place.hidden = true;
  place.style.height = '100%';
  element.append(place);
  const root = createRoot(place);
  let tellShown: () => void;
  const shown = new Promise<void>((resolve) => (tellShown = resolve));
  const onShown = (): void => {
    element.replaceChildren(place);
    place.hidden = false;
    tellShown();
  };
  let darkness = unknownTheme;
  // Stays the same function when the host comes to be known: what was drawn need not be drawn again for it.
  const hostTheme: HostDarkness = () => darkness();
  const paneOf = (speech: Speech, ofHost: Locale): ReactNode => (
    <Speaking key={speech.locale} first={speech} ofHost={ofHost} services={services} hostTheme={hostTheme} />
  );
  const draw = (pane: ReactNode, mode: 'hidden' | 'visible'): void =>
    root.render(
      <StrictMode>
        <Activity mode={mode}>
          {pane}
          <Shown onShown={onShown} />
        </Activity>
      </StrictMode>,
    );
  const expected = localeOf(readSettings(services.preferences), 'zh-CN');
  let isShown = false;
  const prepare = async (): Promise<{ readonly pane: ReactNode; readonly isDark: boolean }> => {
    const [firstWords, isDark] = await Promise.all([loadFirstWords(expected), themeReady(hostTheme)]);
    const pane = paneOf({ locale: expected, firstWords, words: null }, expected);
    if (!isShown) draw(pane, 'hidden');
    return { pane, isDark };
  };
  const prepared = prepare();
  return {
    async show(options) {
      isShown = true;
      darkness = options.hostTheme ?? unknownTheme;
      const locale = localeOf(readSettings(services.preferences), options.locale);
      const [early, isDark] = await Promise.all([prepared, themeReady(hostTheme)]);
      // React does not draw the same element again.
      const isAsDrawn = locale === expected && options.locale === expected && isDark === early.isDark;
      const firstWords = isAsDrawn ? null : await loadFirstWords(locale);
      draw(firstWords ? paneOf({ locale, firstWords, words: null }, options.locale) : early.pane, 'visible');
      await shown;
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

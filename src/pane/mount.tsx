/** The door of the pane: puts it into an element of the page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Locale } from '../words/locale';
import { type Words, wordsOf } from '../words/wordsOf';
import { chinese } from '../words/zh-CN';
import { App } from './App';
import type { PaneServices } from './services';
import type { HostTheme } from './theme';

export interface PaneOptions {
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

/**
 * Shows the pane in the element, which it then owns; what stood there stays until the pane paints. The returned
 * function takes the pane away again.
 */
export async function mountPane(
  element: HTMLElement,
  services: PaneServices,
  { hostTheme = () => null, locale }: PaneOptions,
): Promise<() => void> {
  const words = await loadWords(locale);
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <App services={services} locale={locale} words={words} hostTheme={hostTheme} />
    </StrictMode>,
  );
  return () => root.unmount();
}
